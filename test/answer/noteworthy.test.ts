import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Noteworthies, noteworthyIn } from '../../src/answer/noteworthy.ts';
import type { Article } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import type { Library } from '../../src/library/library.ts';
import { madeArticle } from '../search/made-article.ts';
import { processorTime } from '../support/processor-time.ts';

function libraryOf(articles: Iterable<Article>): Library {
  return {
    articles: new Map([...articles].map((article) => [article.id, article])),
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems: [],
  };
}

const sentences = [
  'A bridge near Harbin cost $64 million in 2016.',
  'It was opened by Mayor Bo Sun and by Ada Li of Blagoveshchensk.',
  'The mayor said, "We have waited for this bridge for thirty years," and left for Moscow.',
  'Yesterday the ferry from Harbin was late again.',
  'However, trade with Moscow and with Harbin grew by 12%.',
  'Nobody spoke of the price.',
];

function told({ all }: Noteworthies): unknown[] {
  return all.map(({ article, paragraph, quote, worth }) => {
    const { text } = paragraph;
    return [article.id, paragraph.number, text.slice(quote.start, quote.end), worth.toFixed(9)];
  });
}

describe('what is worth reading in a library', () => {
  it('after any changes is what it is in one that was read whole', async () => {
    const paragraph = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 });
    const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), paragraphs });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        const articles = new Map<string, Article>();
        for (const { id, paragraphs: texts } of changes) {
          const joined = texts.map((text) => text.join(' '));
          articles.set(id, madeArticle(id, joined));
          await noteworthyIn(libraryOf(articles.values()));
        }
        const grown = await noteworthyIn(libraryOf(articles.values()));
        const whole = await noteworthyIn(libraryOf(structuredClone([...articles.values()])));
        expect(told(grown)).toEqual(told(whole));
      }),
    );
  });

  it('is told by names that other articles lack', async () => {
    const common = 'The bridge was built by Harbin, and the ferry belongs to Harbin.';
    const rare = 'The bridge was built by Ada Li, and the ferry belongs to Bo Sun.';
    const first = madeArticle('a', [`${common} ${rare}`, common, common]);
    const second = madeArticle('b', [rare, rare, rare, rare]);
    const alone = await noteworthyIn(libraryOf([first]));
    const together = await noteworthyIn(libraryOf([first, second]));
    const worthOf = ({ all }: Noteworthies) =>
      all.find(({ article, paragraph }) => article === first && paragraph.number === 1)?.worth;
    expect(worthOf(together)).toBeLessThan(worthOf(alone) ?? 0);
  });

  it('is found in a library that grew without reading what was read', async () => {
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, at) => {
        const texts = sentences.map((_text, start) =>
          sentences.slice(start).join(` ${name}${at}. `),
        );
        return madeArticle(`${name}${at}`, texts);
      });
    let articles = many(240, 'x');
    await noteworthyIn(libraryOf(articles));
    const added = await processorTime(async () => {
      for (const article of many(10, `y${articles.length}`)) {
        articles = [...articles, article];
        await noteworthyIn(libraryOf(articles));
      }
    });
    const whole = await processorTime(() => noteworthyIn(libraryOf(structuredClone(articles))));
    expect(added / 10).toBeLessThan(whole / 2);
  });
});
