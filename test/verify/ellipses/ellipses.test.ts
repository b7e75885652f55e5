import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/library/article.ts';
import { joinTopics } from '../../../src/library/differing-topics.ts';
import { verify } from '../../../src/verify/verify.ts';
import { withWording } from '../../../src/verify/wording-writer.ts';

const styles = ['…', '...', ' […] ', ' . . . '];

/** A quotation that leaves one marked piece out, and whether that changes what is said. */
interface Cut {
  readonly text: string;
  readonly omitted: string;
  readonly isDeceptive: boolean;
}

const lines = readFileSync(new URL('paragraphs.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const mark = /\{([+-])(.*?)[+-]\}/gu;
const plain = (line: string) => line.replace(mark, '$2');

const article: Article = {
  id: 'made-up',
  title: 'Made up',
  authors: ['Jane Doe'],
  language: 'en',
  text: 'original',
  inferred: [],
  paragraphs: lines.map((line, at) => ({ number: at + 1, text: plain(line) })),
};
const library = await withWording({
  articles: new Map([[article.id, article]]),
  thesaurus: { actors: [], synonyms: [] },
  differing: joinTopics([]),
  problems: [],
});

const cuts = lines.flatMap((line) =>
  [...line.matchAll(mark)].flatMap(({ index, 0: whole, 1: sign, 2: omitted = '' }) =>
    styles.map((style): Cut => {
      const before = plain(line.slice(0, index));
      const behind = plain(line.slice(index + whole.length));
      return { text: `${before}${style} ${behind}`, omitted, isDeceptive: sign === '-' };
    }),
  ),
);

function told(some: readonly Cut[]): string[] {
  return some.map(({ text }) => `${verify(text, library).kind}: ${text}`);
}

describe('an ellipsis', () => {
  it('of 200, half of them deceptive, is never passed where it changes what is said', () => {
    const deceptive = cuts.filter(({ isDeceptive }) => isDeceptive);
    expect(told(deceptive).filter((line) => line.startsWith('exact'))).toEqual([]);
    expect(deceptive).toHaveLength(100);
  });

  it('that leaves out what matters little is exact, and shown', () => {
    const honest = cuts.filter(({ isDeceptive }) => !isDeceptive);
    expect(told(honest).filter((line) => !line.startsWith('exact'))).toEqual([]);
    expect(honest).toHaveLength(100);
    for (const { text, omitted } of honest) {
      const verdict = verify(text, library);
      const shown = 'omissions' in verdict ? verdict.omissions.map((each) => each.text) : [];
      expect(omitted).toContain(shown.join());
    }
  });
});
