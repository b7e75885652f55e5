import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import { sayIn } from '../../src/texts/say.ts';
import type { Verdict } from '../../src/verify/verdict.ts';
import { verdictLine } from '../../src/verify/verdict-line.ts';
import { verify, verifyAll } from '../../src/verify/verify.ts';
import { withWording } from '../../src/verify/wording-writer.ts';
import { measureAttribution } from '../quality/measure-attribution.ts';
import { inEnglish } from '../support/in-english.ts';
import { generateArticles } from './generated-articles.ts';

const files = [
  `---
id: li-2021
title: A List of Eleven Projects
authors: [Ada Li]
publisher: Harbin Post
published: 2021-06-07
---
The two ministers met in Harbin and agreed on a list of 11 projects, among them a bridge. "We have waited for this bridge for thirty years," said the mayor, Bo Sun, after the long-term plan was signed.

Nobody in the room spoke of the price — which had been the point all along. Trade passed $69.6 billion in 2016, or 3,645 million a month; it was to be doubled by 2024.

Neither side would say who pays for the pre-emptive purchase of steel. The Su-35 was not mentioned in the room.
`,
  `---
id: kim-2019
title: Steel and Ice
authors: [Eva Kim]
publisher: The Northern Review
---
The winter was the coldest in forty years, and the river froze down to its bed of gravel.

Nothing moved on the tracks between the two towns until the soldiers came with their shovels.
`,
  `---
id: brief-2018
title: A Ferry
authors: [Max Orlov]
publisher: Ferry News
text: brief
---
The ferry across the Amur stopped in November, because ice had damaged its rudder and no spare part was to be had in Blagoveshchensk.
`,
];

const library = await withWording({
  articles: new Map(
    files.flatMap((file) => {
      const parsed = parseArticle(file);
      return 'article' in parsed ? [[parsed.article.id, parsed.article] as const] : [];
    }),
  ),
  thesaurus: { actors: [], synonyms: [] },
  differing: joinTopics([]),
  problems: [],
});

function placesOf(verdict: Verdict): string[] {
  const quotes = 'passages' in verdict ? verdict.passages : [];
  return quotes.map(({ article, paragraph }) => `${article}:${paragraph}`);
}

function told(text: string): string {
  const verdict = verify(text, library);
  return [verdict.kind, ...placesOf(verdict)].join(' ');
}

describe('a quotation', () => {
  it.each([
    ['as it stands', 'Nobody in the room spoke of the price'],
    ['between quotation marks', '"Nobody in the room spoke of the price"'],
    [
      'with typographic marks inside',
      '“We have waited for this bridge for thirty years,” said the mayor',
    ],
    [
      'with other marks inside',
      "'We have waited for this bridge for thirty years,' said the mayor",
    ],
    ['with a hyphen for a dash', 'spoke of the price - which had been the point'],
    ['with a dash without spaces', 'spoke of the price—which had been the point'],
    ['with a capital at its start', '"Spoke of the price — which had been the point"'],
    ['with a capital in brackets', '[S]poke of the price — which had been the point'],
    ['with other white space', 'Nobody  in\nthe room\u00a0spoke of the price'],
    ['without a hyphen', 'the preemptive purchase of steel'],
    ['with a space for a hyphen', 'the pre emptive purchase of steel'],
    ['with a hyphen at the end of a line', 'after the long-term plan was si-\ngned'],
    ['without a thousands separator', 'or 3645 million a month'],
    ['that leaves out openly', 'The two ministers met in Harbin … among them a bridge'],
    [
      'that leaves out in brackets',
      'The two ministers met in Harbin and agreed [...] among them a bridge',
    ],
    ['with ellipses around it', '…spoke of the price — which had been the point…'],
    ['with soft hyphens', 'No\u00adbody in the room spo\u00ad\nke of the price'],
    ['with the signs of a PDF reader', 'Nobody in the room spo¬\n  ke of the price'],
    [
      'with marks that nobody sees',
      '\u200fNobody in\u200b the \u202broom\u202c sp\u2060oke of the price',
    ],
    ['with ligatures', 'The winter was the coldeﬆ in forty years'],
    [
      'with full-width signs',
      'Trade passed ＄69.6 billion in 2016，or 3,645 million a month；it was',
    ],
    ['with spaces within a number', 'or 3\u00a0645 million a month; it was to be doubled by 2024'],
    [
      'as a quote of a mail',
      '> Nobody in the room spoke of the price — which\n> had been the point',
    ],
    ['with marks of bold and italics', 'Nobody in the *room* spoke of the _price_'],
    ['after a bullet', '• Nobody in the room spoke of the price'],
    ['with the mark of a note', 'which had been the point all along.¹² Trade passed $69.6 billion'],
  ])('%s is exact', (_, text) => {
    expect(told(text)).toMatch(/^exact /);
  });

  it.each([
    ['a note', 'which had been the point all along.12 Trade passed $69.6 billion', '12'],
    ['a note in brackets', 'which had been the point all along.[12] Trade passed $69.6', '[12]'],
    ['a note at a word', 'Nobody in the room3 spoke of the price', '3'],
    ['[sic]', 'Nobody in the room [sic] spoke of the price', '[sic]'],
    ['a remark', 'Nobody in the room spoke of the price (emphasis added)', '(emphasis added)'],
    ['words in brackets', 'Nobody in the room [in Harbin] spoke of the price', '[in Harbin]'],
    ['words for others', '[They] met in Harbin and agreed on a list of 11 projects', '[They]'],
  ])('with %s put in openly is exact, and tells what was not compared', (_, text, aside) => {
    expect(inEnglish(verify(`"${text}" (Li, 2021)`, library))).toMatchObject({
      kind: 'exact',
      quotation: text,
      notes: [`Not compared: “${aside}”.`],
    });
  });

  it('that differs beside what is put in openly is altered by that alone', () => {
    const text = 'Nobody in the house [sic] spoke of the price — which had been the point';
    expect(verify(text, library)).toMatchObject({ kind: 'altered', edits: 1 });
  });

  it('whose own brackets and numbers are left out is altered', () => {
    expect(told('it was to be doubled by. Neither side would say who pays')).toMatch(/^altered/);
    expect(told('Trade passed $69.6 billion in 2016, or million a month')).toMatch(/^altered/);
  });

  it('signed below its last line is read without the signature', () => {
    const text = 'Nobody in the room spoke\nof the price.\n— Ada Li, Harbin Post';
    expect(verify(text, library)).toMatchObject({
      kind: 'exact',
      quotation: 'Nobody in the room spoke of the price.',
    });
  });

  it('that never ends in a name keeps nobody waiting', () => {
    // Tried dash by dash from every word, this would take days.
    expect(verify(` -`.repeat(20_000).concat('–'), library).kind).toBe('refused');
  });

  it('over the end of a paragraph is exact', () => {
    expect(told('doubled by 2024. Neither side would say who pays')).toBe(
      'exact li-2021:2 li-2021:3',
    );
  });

  it.each([
    ['a word', 'Nobody in the house spoke of the price', 'room', 'house'],
    ['a number', 'Trade passed $69.7 billion in 2016, or 3,645', '69.6', '69.7'],
    ['a sign', 'Trade passed €69.6 billion in 2016, or 3,645', '$', '€'],
    ['a year', 'it was to be doubled by 2025', '2024', '2025'],
    ['the first word', 'Everybody in the room spoke of the price', 'Nobody', 'Everybody'],
    ['the last word', 'Nobody in the room spoke of the weather', 'price', 'weather'],
    ['a type', 'The Su-34 was not mentioned in the room', 'Su-35', 'Su-34'],
    ['a capital inside', 'Nobody in the Room spoke of the price', 'room', 'Room'],
    ['a word more', 'Nobody in the big room spoke of the price', '', 'big'],
    ['a word less', 'Nobody in the room spoke of price', 'the', ''],
  ])('with %s changed is altered, and shows that', (_, text, removed, added) => {
    const verdict = verify(text, library);
    if (verdict.kind !== 'altered') throw new Error(JSON.stringify(verdict));
    const textOf = (kind: string) =>
      verdict.diff.filter((piece) => piece.kind === kind).map((piece) => piece.text);
    expect([textOf('removed').join(), textOf('added').join(), verdict.edits]).toEqual([
      removed,
      added,
      1,
    ]);
  });

  it('in capitals is altered in nothing but capitals', () => {
    expect(inEnglish(verify('NOBODY IN THE ROOM SPOKE OF THE PRICE', library))).toMatchObject({
      kind: 'altered',
      notes: ['Only capitals differ.'],
    });
  });

  it('of several places is stitched, with each piece', () => {
    const verdict = verify(
      'Nobody in the room spoke of the price and the river froze down to its bed of gravel',
      library,
    );
    if (verdict.kind !== 'stitched') throw new Error(JSON.stringify(verdict));
    expect(verdict.pieces.map(({ text, passages: [first] }) => [text, first?.article])).toEqual([
      ['Nobody in the room spoke of the price', 'li-2021'],
      ['and the river froze down to its bed of gravel', 'kim-2019'],
    ]);
  });

  it('that hides what it leaves out is stitched', () => {
    const verdict = verify(
      'The two ministers met in Harbin after the long-term plan was signed',
      library,
    );
    expect(verdict.kind).toBe('stitched');
  });

  it('with other punctuation is exact, and says so', () => {
    expect(inEnglish(verify('Nobody, in the room, spoke of the price', library))).toMatchObject({
      kind: 'exact',
      notes: [expect.stringMatching(/punctuation/)],
    });
  });

  it.each([
    ['"Nobody in the room spoke of the price" — Eva Kim', 'contradicted'],
    ['"Nobody in the room spoke of the price" (Kim 2019)', 'contradicted'],
    ['As Henry Kissinger wrote, "Nobody in the room spoke of the price"', 'contradicted'],
    ['"Nobody in the room spoke of the price" — The Economist', 'contradicted'],
    ['The Northern Review: "Nobody in the room spoke of the price"', 'contradicted'],
    ['Nobody in the room spoke of the price — Eva Kim', 'contradicted'],
    ['Nobody in the room spoke of the price (Eva Kim)', 'contradicted'],
    ['"Nobody in the room spoke of the price" — Ada Li, Financial Times', 'contradicted'],
    ['"We have waited for this bridge for thirty years" — Ada Li', 'contradicted'],
    ['"We have waited for this bridge for thirty years" — Xi', 'contradicted'],
    [
      '"Nobody in the room spoke of the price" — Ada Li, Harbin Post, June 7, 2021, para. 2',
      'confirmed',
    ],
    ['"Nobody in the room spoke of the price" (Li 2021)', 'confirmed'],
    ['"Nobody in the room spoke of the price" -- Li, A. (2021)', 'confirmed'],
    ['"Nobody in the room spoke of the price" — @adali', 'confirmed'],
    ['Ada Li: Nobody in the room spoke of the price', 'confirmed'],
    ['"We have waited for this bridge for thirty years," said Bo Sun', 'confirmed'],
    ['"We have waited for this bridge for thirty years" — Bo Sun, in Harbin Post', 'confirmed'],
    ['"The two ministers met in Harbin and agreed on a list" — Bo Sun', 'not-shown'],
    ['"The river froze down to its bed" — from a talk in Vienna', undefined],
    ['He says "the river froze down to its bed"', undefined],
  ])('%s has the words exactly, its speaker %s', (text, speaker) => {
    const verdict = verify(text, library);
    expect([verdict.kind, 'speaker' in verdict ? verdict.speaker : undefined]).toEqual([
      'exact',
      speaker,
    ]);
  });

  it('says who wrote what somebody else is named for', () => {
    const verdict = verify('"Nobody in the room spoke of the price" — Eva Kim', library);
    expect(verdict).toMatchObject({ named: 'Eva Kim', saidBy: 'Ada Li' });
    expect(verdictLine(verdict, sayIn('en'))).toBe(
      "The words are exact. They are not Eva Kim's: they come from Ada Li.",
    );
  });

  it.each([
    ['No such words were ever written about the price of ferries'],
    ['the quick brown fox jumps over the lazy dog'],
    ['北京和莫斯科的关系日益密切，但是仍然存在分歧'],
    ['the winter in the room and the list of the price'],
  ])('%s is not found', (text) => {
    expect(told(text)).toBe('not-found');
  });

  it('is not verified by a brief', () => {
    const near = verify('the Amur ferry stopped in November since ice damaged the rudder', library);
    expect(near).toMatchObject({ kind: 'brief-only', nearBrief: { article: 'brief-2018' } });
    expect(verdictLine(near, sayIn('en'))).toBe(
      "I can't tell: the library holds only our brief of this article.",
    );
    expect(verify('because ice had damaged its rudder', library)).toMatchObject({
      kind: 'brief-only',
      isBriefsWording: true,
    });
  });

  it("of a brief's author is not called missing, whatever it says", () => {
    const verdict = verify('"The sea has no door that anybody could close" — Max Orlov', library);
    expect(verdict).toMatchObject({ kind: 'brief-only', nearBrief: { article: 'brief-2018' } });
  });

  it('that nothing in the library is like is not found, and which articles are briefs is said', () => {
    expect(
      inEnglish(verify('The sea has no door that anybody could close', library)),
    ).toMatchObject({
      kind: 'not-found',
      notes: [expect.stringMatching(/brief for 1 of the 3 articles/)],
    });
  });

  it.each([['too short'], [''], ['"…"'], ['— !? —   …   "" ()']])(
    '%j is refused with a reason',
    (text) => {
      expect(inEnglish(verify(text, library))).toEqual({
        kind: 'refused',
        reason: expect.stringMatching(/\.$/),
      });
    },
  );
});

it('that is too long is refused with a reason', () => {
  expect(inEnglish(verify('word '.repeat(1001), library))).toEqual({
    kind: 'refused',
    reason: expect.stringMatching(/5,004 characters .* at most 5,000/),
  });
});

describe('a message', () => {
  it('with several quotations has each of them checked', () => {
    const verdicts = verifyAll(
      'Li says “Nobody in the room spoke of the price” but also “the river was frozen all the way down to its source”.',
      library,
    );
    expect(verdicts.map(({ kind }) => kind)).toEqual(['exact', 'not-found']);
  });

  it('of any kind has a verdict, and every passage in it is what the library holds', () => {
    const words = files.join(' ').split(/\s+/);
    const piece = fc.oneof(
      fc.constantFrom(...words, '…', '[…]', '"', '“', '”', '—', '(', ')', ':', '\n', '$', '北京'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const verdict of verifyAll(pieces.join(' '), library)) {
          const passages = 'passages' in verdict ? verdict.passages : [];
          for (const { article, paragraph, start, end, text } of passages) {
            const stored = library.articles.get(article)?.paragraphs[paragraph - 1]?.text;
            expect(stored?.slice(start, end)).toBe(text);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('attribution', () => {
  it('holds for excerpts of a generated library', async () => {
    const figures = await measureAttribution(generateArticles(), { samples: 60 });
    expect(figures).toMatchObject({ exact: 100, altered: 100, notFound: 100 });
  });
});
