import { describe, expect, it } from '@jest/globals';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import { sayIn } from '../../src/texts/say.ts';
import { verdictNotes } from '../../src/verify/verdict-line.ts';
import { verifyAll } from '../../src/verify/verify.ts';
import { withWording } from '../../src/verify/wording-writer.ts';
import { inEnglish } from '../support/in-english.ts';

const parsed = parseArticle(`---
id: orr-2022
title: A Bridge of Paper
authors: [Nora Orr]
publisher: The Lamp
published: 2022-03-04
---
The ferry was late again, and the customs house stood empty until noon. "We shall not sign before the ice is gone," a junior diplomat told the crowd, "and everybody knows when that is." The crowd went home.

Engineer Gleb Nosov called the plan "a roof without walls". Two of the three pillars that were promised in 2019 have not been built, which nobody in the ministry denies.
`);
if ('problems' in parsed) throw new Error(parsed.problems.join());
const library = await withWording({
  articles: new Map([[parsed.article.id, parsed.article]]),
  thesaurus: { actors: [], synonyms: [] },
  differing: joinTopics([]),
  problems: [],
});

function told(text: string): string[] {
  return verifyAll(text, library).map((verdict) =>
    [verdict.kind, 'speaker' in verdict ? verdict.speaker : ''].filter(Boolean).join(' '),
  );
}

const ferry = 'The ferry was late again, and the customs house stood empty until noon';

describe('what people paste', () => {
  it.each([
    [
      'a note with the title in quotation marks',
      `“${ferry}.” Nora Orr, “A Bridge of Paper,” The Lamp, March 4, 2022.`,
    ],
    [
      'our own line of citation',
      `“${ferry}.”\n— Nora Orr, "A Bridge of Paper," The Lamp, March 4, 2022, para. 1, counted (original)`,
    ],
    ['a short title in brackets', `“${ferry}” (Orr, “A Bridge of Paper”)`],
    [
      'a title that the library lacks, behind the name',
      `“${ferry}.” Nora Orr, “Paper Bridges,” The Lamp, 2022.`,
    ],
    ['a name in capitals', `"${ferry}" — NORA ORR`],
    ['a name in brackets, without marks', `${ferry} (Orr 2022)`],
    ['marks of bold and italics', `_"${ferry}"_ — *Nora Orr*`],
    ['an address behind it', `"${ferry}" — Nora Orr https://example.org/a`],
  ])('is one quotation with %s', (_, text) => {
    expect(told(text)).toEqual(['exact confirmed']);
  });

  it('is several quotations, each with who is named beside it', () => {
    expect(
      told(
        `Orr writes that “the customs house stood empty until noon”, while Ivan Petrov said: “Two of the three pillars that were promised in 2019 have not been built”.`,
      ),
    ).toEqual(['exact confirmed', 'exact contradicted']);
  });

  it('is one quotation around who says it', () => {
    expect(
      told(
        '"We shall not sign before the ice is gone," Xi Jinping told the crowd, "and everybody knows when that is."',
      ),
    ).toEqual(['exact contradicted']);
    expect(
      told(
        '"We shall not sign before the ice is gone," a junior diplomat said, "and everybody knows when that is."',
      ),
    ).toEqual(['exact confirmed']);
  });

  it('that drops who speaks between two halves is told so', () => {
    const [verdict] = verifyAll(
      '"We shall not sign before the ice is gone and everybody knows when that is"',
      library,
    );
    expect(verdict).toMatchObject({ kind: 'altered', edits: 1 });
    expect(verdict && verdictNotes(verdict, sayIn('en'))).toEqual([
      'Left out without an ellipsis: “a junior diplomat told the crowd”, which tells who speaks.',
    ]);
  });

  it('puts pieces into another order is stitched, and told so', () => {
    const [verdict] = verifyAll(
      '"the customs house stood empty until noon … The ferry was late again"',
      library,
    );
    expect(inEnglish(verdict)).toMatchObject({
      kind: 'stitched',
      notes: ['The pieces stand in another order in the article.'],
    });
  });
});
