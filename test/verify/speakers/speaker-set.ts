import { readFileSync } from 'node:fs';
import type { Span } from '../../../src/language/sentences.ts';
import type { Article } from '../../../src/library/article.ts';
import { joinTopics } from '../../../src/library/differing-topics.ts';
import { type ReadLibrary, withWording } from '../../../src/verify/wording-writer.ts';

/** Some quoted words of a made-up paragraph, and a name beside them. */
export interface SpeakerPair {
  readonly article: Article;
  readonly shape: string;
  readonly words: string;
  readonly span: Span;
  readonly name: string;
  /** `pronoun`: right, but only a pronoun or a description in the paragraph shows it. */
  readonly truth: 'right' | 'wrong' | 'pronoun';
}

const truths = { '=': 'right', '!': 'wrong', '~': 'pronoun' } as const;

/** The pairs of a file; `english.txt` says how they are written. */
export function readSpeakerPairs(name: string): SpeakerPair[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const blocks = text.split(/^## /m).slice(1);
  return blocks.flatMap((block, at) => pairsOf(block, `${name}-${at}`));
}

function pairsOf(block: string, id: string): SpeakerPair[] {
  const [shape = '', marked = '', ...lines] = block.trim().split('\n');
  const spans: Span[] = [];
  let plain = '';
  for (const piece of marked.split(/(\[\[|\]\])/)) {
    if (piece === '[[') spans.push({ start: plain.length, end: plain.length });
    else if (piece === ']]') spans.push({ ...(spans.pop() ?? { start: 0 }), end: plain.length });
    else plain += piece;
  }
  const article: Article = {
    id,
    title: 'Made up',
    authors: ['Jane Doe'],
    publisher: 'The Gazette',
    language: 'en',
    text: 'original',
    inferred: [],
    paragraphs: [{ number: 1, text: plain }],
  };
  return lines.flatMap((line) => {
    const [, number, sign, names = ''] = /^(\d+) ([=!~]) (.+)$/.exec(line) ?? [];
    const span = spans[Number(number) - 1];
    if (!span || !sign) throw new Error(`${id}: cannot read "${line}"`);
    const words = plain.slice(span.start, span.end);
    const truth = truths[sign as keyof typeof truths];
    return names.split(' | ').map((name) => ({ article, shape, words, span, name, truth }));
  });
}

/** A library of nothing but the article of a pair. */
export function libraryOf({ article }: SpeakerPair): Promise<ReadLibrary> {
  return withWording({
    articles: new Map([[article.id, article]]),
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems: [],
  });
}
