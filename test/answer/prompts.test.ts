import { describe, expect, it } from '@jest/globals';
import { answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { promptsFor } from '../../src/answer/prompts.ts';
import { languageCodes } from '../../src/language/languages.ts';
import type { Article } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import { sayIn } from '../../src/texts/say.ts';
import { madeArticle } from '../search/made-article.ts';

const background = await loadBackground();

/** The prompts for made articles. */
async function promptsIn(articles: readonly Article[], most = 4) {
  const thesaurus = { actors: [['China', 'Beijing']], synonyms: [] };
  const search = createSearch({ articles, thesaurus, background });
  const library = {
    articles: new Map(articles.map((each) => [each.id, each])),
    thesaurus,
    differing: joinTopics([]),
    problems: [],
  };
  return promptsFor(
    library,
    (question) => answer(question, { library, search }),
    most,
    sayIn('en'),
  );
}

describe('suggested prompts', () => {
  it.each(languageCodes)(
    'are questions in %s that the shipped articles answer with passages on their topics',
    async (locale) => {
      const parts = await openLibrary(['seeds']);
      const ask = (text: string) => answer({ text }, parts);
      const prompts = await promptsFor(parts.library, ({ text }) => ask(text), 4, sayIn(locale));
      expect(prompts.length).toBeGreaterThanOrEqual(locale === 'en' ? 4 : 2);
      expect(new Set(prompts.map(({ topic }) => topic)).size).toBe(prompts.length);
      for (const { topic, message } of prompts) {
        const found = await ask(message);
        expect(found.kind === 'answered' && found.quotes.map(({ text }) => text)).toEqual(
          expect.arrayContaining([expect.stringContaining(topic)]),
        );
      }
    },
  );

  it('name what several articles share, and no actor, day, adjective or half of a name', async () => {
    const texts = [
      'On Monday the ferry of Harbin, built by Asian yards, left for the Amur. China praised the Belt and Road Initiative.',
      'The bridge over the Amur, opened on Monday, was paid by Asian banks. China lauded the Belt and Road Initiative.',
    ];
    const padding = Array.from(
      { length: 30 },
      (_, index) => `Paragraph ${index} is about nothing.`,
    );
    const articles = texts.map((text, index) => madeArticle(`a-${index}`, [text, ...padding]));
    expect(await promptsIn(articles)).toEqual([
      {
        topic: 'Amur',
        question: 'What is said about the Amur?',
        message: 'What is said about the Amur?',
      },
    ]);
  });

  it.each([
    ['no article', []],
    ['one article', [madeArticle('a', ['They met in Harbin, they left Harbin.'])]],
    [
      'an article in capitals',
      [madeArticle('a', ['THE AMUR, FROZEN.']), madeArticle('b', ['THE AMUR, AGAIN.'])],
    ],
  ])('are none for %s', async (_what, articles) => {
    expect(await promptsIn(articles)).toEqual([]);
  });
});
