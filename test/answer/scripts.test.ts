import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { answer, hasPassages } from '../../src/answer/answer.ts';
import { timelineOf } from '../../src/answer/timeline.ts';
import { languageCodes } from '../../src/language/languages.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import { quoteBlocks } from '../../src/slack/blocks/answer-blocks.ts';
import { sayIn } from '../../src/texts/say.ts';
import { madeArticle } from '../search/made-article.ts';

// Each text is indexed, on a busy machine.
jest.setTimeout(60_000);

const background = await loadBackground();

/** Words of three scripts, and what stands between words and changes how long they are. */
const words = [
  ...[
    'ferry',
    'Harbin',
    'пайрома',
    'Ёлкин',
    'май',
    'сто́ит',
    '渡轮',
    '哈爾濱',
    '普京',
    '2017',
    '1,5',
  ],
  ...[
    'שלום',
    'مرحبا',
    '\u202eabc\u202c',
    '\u200fx',
    '👩‍🚀',
    '🇷🇺',
    '😀',
    'e\u0301',
    '\u{2070E}',
    'ﬁ',
    'İ',
  ],
];
const ends = ['. ', '! ', '? ', '。', '！', '…» ', '.” ', '。」', '; ', '\u200e. '];

const sentence = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '', '«', '”', '「', '\u00a0', '-')),
      { minLength: 1, maxLength: 14 },
    ),
    fc.constantFrom(...ends),
  )
  .map(([parts, end]) => parts.map(([word, behind]) => word + behind).join('') + end);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 9 })
  .map((all) => all.join('').trim());

describe('a text of several scripts, with marks of direction and emoji', () => {
  it('is quoted at its offsets, marked within them, and shown character for character', async () => {
    const paragraphs = fc.array(paragraph, { minLength: 2, maxLength: 5 });
    const asked = fc.array(fc.constantFrom(...words.slice(0, 11)), { minLength: 1, maxLength: 3 });
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(
        paragraphs,
        asked,
        fc.constantFrom(...languageCodes),
        async (texts, question, locale) => {
          const article = madeArticle('a', texts);
          const thesaurus = { actors: [], synonyms: [] };
          const search = createSearch({ articles: [article], thesaurus, background });
          const library = {
            articles: new Map([['a', article]]),
            thesaurus,
            differing: joinTopics([]),
            problems: [],
          };
          const found = await answer({ text: question.join(' ') }, { library, search });
          if (!hasPassages(found)) return;
          const quotes = [found, ...(found.also ?? [])].flatMap((each) => each.quotes);
          for (const { paragraph: number, start, end, text, matches } of quotes) {
            expect(texts[number - 1]?.slice(start, end)).toBe(text);
            // No quote begins or ends, and no mark stands, within a character.
            for (const place of [
              ...matches.flatMap((each) => [each.start, each.end]),
              text.length,
            ]) {
              expect(text.slice(0, place)).not.toMatch(/\p{Cs}/u);
            }
          }
          for (const { quote } of timelineOf(found, library, 'oldest')) {
            const [block] = quoteBlocks(quote, sayIn(locale));
            const [part] = block?.type === 'rich_text' ? block.elements : [];
            const pieces = part?.type === 'rich_text_quote' ? part.elements : [];
            const all = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
            expect(all).toBe(quote.text);
            shown += 1;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
