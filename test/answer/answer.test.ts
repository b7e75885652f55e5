import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { isVerbatim } from '../../src/answer/quote.ts';
import { borrowedWords } from '../../src/answer/reading.ts';
import { wordsOf } from '../../src/language/words.ts';
import { paragraphOf } from '../../src/library/library.ts';
import { inEnglish } from '../support/in-english.ts';

const parts = await openLibrary(['seeds']);
const ask = (text: string, ...thread: string[]) => answer({ text, thread }, parts);

async function shownFor(question: string, ...thread: string[]) {
  const found = await ask(question, ...thread);
  return found.kind === 'answered' ? found.quotes : [];
}

describe('an answer', () => {
  it('quotes the sentence that answers', async () => {
    const [first] = await shownFor('capacity of the Power of Siberia pipeline');
    expect(first?.text).toContain('38 billion cubic meters');
  });

  it('takes no sentence for a better one because it spells an abbreviation out', async () => {
    const [first] = await shownFor('why does China object to THAAD?');
    expect(first?.text).toMatch(/^China is vehemently opposed to THAAD/);
  });

  it('quotes the sentence with the number, date or name that was asked for', async () => {
    const quotes = async (question: string) => (await shownFor(question)).map(({ text }) => text);
    const lengths = (await quotes('How long is the border?')).slice(0, 2);
    expect(lengths.sort()).toEqual([
      expect.stringContaining('3,645 km'),
      expect.stringContaining('4,200 km'),
    ]);
    expect((await quotes('What share of arms did China import from Russia?'))[0]).toContain('70%');
    expect((await quotes('In what year was the investment fund set up?'))[0]).toContain('2012');
  });

  it('quotes nothing but slices of stored paragraphs, whatever is asked', async () => {
    const held = [...parts.library.articles.values()].flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) =>
        wordsOf(text).map(({ start, end }) => text.slice(start, end)),
      ),
    );
    const question = fc.array(fc.constantFrom(...held), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(question, async (words) => {
        for (const quote of await shownFor(words.join(' '))) {
          const stored = paragraphOf(parts.library, quote.article, quote.paragraph)?.text ?? '';
          expect(quote.text).toBe(stored.slice(quote.start, quote.end));
          expect(isVerbatim(parts.library, quote, quote.text)).toBe(true);
          for (const { start, end } of quote.matches) {
            expect(quote.text.slice(start, end)).toMatch(/^[\p{L}\p{N}$€£%].*$/su);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('marks the words that tell passages apart, not those that stand all over the library', async () => {
    const marksOf = async (question: string) => {
      const quotes = await shownFor(question);
      const marks = quotes.flatMap(({ text, matches }) =>
        matches.map(({ start, end }) => text.slice(start, end)),
      );
      return new Set(marks);
    };
    const telling = await marksOf('why do China and Russia object to THAAD?');
    expect(telling).toContain('THAAD');
    expect([...telling].filter((word) => /^(?:Chin|Russia)/.test(word))).toEqual([]);
    const names = await marksOf('China and Russia');
    expect(names).toContain('China');
    expect(names).toContain('Russia');
  });

  it('is not of one article alone when another answers too', async () => {
    for (const question of ['THAAD', 'natural gas pipeline', 'Security Council', 'sanctions']) {
      const articles = (await shownFor(question)).map(({ article }) => article);
      expect(new Set(articles).size).toBeGreaterThan(1);
    }
  });

  it('shows as many quotes as were asked for, best first', async () => {
    const found = await answer({ text: 'sanctions' }, parts, 2);
    const scores = found.kind === 'answered' ? found.quotes.map(({ score }) => score) : [];
    expect(scores).toHaveLength(2);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('keeps to the filters', async () => {
    const quotes = await shownFor('pipeline author:hammond');
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.every(({ article }) => article === 'hammond-2017')).toBe(true);
  });

  it('tells how it read a word that the library does not hold', async () => {
    expect(inEnglish(await ask('Gatilof missile shield'))).toMatchObject({
      kind: 'answered',
      notes: [expect.stringContaining('Gatilof')],
    });
    expect(inEnglish(await ask('Medwedew visit'))).toMatchObject({
      notes: ['The library does not hold "Medwedew"; I looked for Medvedev.'],
    });
  });

  it('says that no article meets filters that stand alone', async () => {
    expect(inEnglish(await ask('author:nobody'))).toMatchObject({
      kind: 'unknown',
      notes: ['No article meets that condition.'],
    });
  });
});

describe('a question that nothing answers for certain', () => {
  it.each([
    ['When will Power of Siberia 2 be completed?', []],
    ["Who is Xi Jinping's wife?", ['wife']],
    ['What did Lavrov say about THAAD?', ['Lavrov']],
    ['How many tourists cross the border of China and Russia?', ['tourists']],
    ['When did Nixon visit Beijing?', ['Nixon']],
    ['How old is Vladimir Putin?', []],
  ])('is shown the closest passages, and what they lack: %s', async (question, missing) => {
    expect(await ask(question)).toMatchObject({ kind: 'perhaps', missing });
  });

  it('is shown them where other words are asked for', async () => {
    const found = await ask('Do ordinary people in Russia trust their Chinese neighbours?');
    expect(found).toMatchObject({ kind: 'perhaps', missing: [] });
  });
});

describe('a question that the library can not answer', () => {
  it.each([
    'What is the best recipe for borscht?',
    'Who is the president of France?',
    'How do I center a div in CSS?',
  ])('is refused: %s', async (question) => {
    expect((await ask(question)).kind).toBe('unknown');
  });

  it('is refused with the words that occur nowhere and the nearest titles', async () => {
    expect(await ask('borscht with China')).toMatchObject({
      kind: 'unknown',
      missing: ['borscht'],
      ruledOut: false,
      nearest: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('is told apart from one that only its filters rule out', async () => {
    expect(await ask('dual freeze author:hammond')).toMatchObject({ kind: 'unknown' });
    expect(await ask('dual freeze after:2030')).toMatchObject({ kind: 'unknown', ruledOut: true });
  });

  it('is unreadable when it names nothing or its filter can not be read', async () => {
    expect((await ask('???')).kind).toBe('unreadable');
    expect((await ask('gas before:someday')).kind).toBe('unreadable');
  });
});

describe('a follow-up', () => {
  const first = 'What does Russia think of THAAD?';

  it('borrows from the question before it', async () => {
    const [quote] = await shownFor('and China?', first);
    expect(quote?.text).toContain('THAAD');
  });

  it('borrows nothing when it stands by itself', () => {
    expect(borrowedWords('How long is the land border between Russia and China?', [first])).toBe(
      undefined,
    );
    expect(borrowedWords('What is said about the West?', [first])).toBe(undefined);
    expect(borrowedWords('What is said about it?', [first])).toBe(first);
  });

  it('borrows from the last question that stood by itself, and those since', () => {
    const standing = 'How long is the land border between Russia and China?';
    const thread = [first, standing, 'and Mongolia?'];
    expect(borrowedWords('why?', thread)).toBe(`${standing} and Mongolia?`);
  });
});

describe('a follow-up', () => {
  const asked = (earlier: string, text: string) => answer({ text, thread: [earlier] }, parts);

  it('says what it was understood as', async () => {
    expect(await asked('What is THAAD?', 'why does China oppose it?')).toMatchObject({
      kind: 'answered',
      understood: 'why does China oppose THAAD?',
    });
    expect(inEnglish(await asked('Did Putin give Xi an award?', 'when was that?'))).toMatchObject({
      understood: 'when was that? (after “Did Putin give Xi an award?”)',
      quotes: [{ article: 'stoner-2026', paragraph: 21 }, {}, {}],
    });
    expect('understood' in (await ask('What is THAAD?'))).toBe(false);
  });

  it('for more is shown what was not shown yet, page by page', async () => {
    const first = await ask('What does Russia think of THAAD?');
    const second = await asked('What does Russia think of THAAD?', 'tell me more');
    if (!('quotes' in first) || !('quotes' in second)) throw new Error('no passages');
    expect(second.quotes).toEqual(first.further[0]);
    const thread = ['What does Russia think of THAAD?', 'tell me more'];
    expect(await answer({ text: 'more', thread }, parts)).toMatchObject({
      quotes: first.further[1],
    });
  });

  it('about the source is shown the first passage again, with its citation', async () => {
    const first = await ask('What is the authoritarian peace?');
    const again = await asked('What is the authoritarian peace?', 'who wrote that?');
    if (!('quotes' in first) || !('quotes' in again)) throw new Error('no passages');
    expect(again.quotes).toEqual([first.quotes[0]]);
  });
});
