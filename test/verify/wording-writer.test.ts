import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import type { Library } from '../../src/library/library.ts';
import { checkQuotations } from '../../src/verify/check-quotations.ts';
import { verifyAll } from '../../src/verify/verify.ts';
import { withWording } from '../../src/verify/wording-writer.ts';
import { processorTime, ratioOfTimes } from '../support/processor-time.ts';
import { generateArticles } from './generated-articles.ts';

function libraryOf(articles: Iterable<Article>): Library {
  return {
    articles: new Map([...articles].map((article) => [article.id, article])),
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems: [],
  };
}

/** The same articles, which nobody has read yet. */
function unread({ articles }: Library): Library {
  return libraryOf(structuredClone([...articles.values()]));
}

const sentences = [
  'The two ministers met in Harbin and agreed on a list of eleven bridges.',
  'The ministers met in Harbin and agreed on no list of bridges.',
  'We have waited for this bridge for thirty years, said the mayor of the town.',
  'Nobody in the room spoke of the price, which had been the point all along.',
  'Река покрылась льдом до самого дна, и паром не ходил.',
  '两国部长在哈尔滨会面，商定了桥梁的清单。',
];

const texts = [
  ...sentences,
  'met in Harbin and agreed on a list of twelve bridges',
  'We have waited for this bridge for thirty years … which had been the point all along',
  'agreed on no list of bridges. Nobody in the room spoke of the price',
  '“the point all along” and “up to the waist in ice and gravel” — Ada Li',
];

describe('the wording of a library', () => {
  it('is read anew after words could not be read', async () => {
    const [one, two] = ['a', 'b'].map((id) =>
      articleOf({ id, text: 'original', paragraphs: sentences }),
    ) as [Article, Article];
    let faults = 1;
    const failing = Object.defineProperty({ ...two }, 'paragraphs', {
      enumerable: true,
      get() {
        faults -= 1;
        if (faults >= 0) throw new Error('The disk is gone');
        return two.paragraphs;
      },
    });
    const library = libraryOf([one, failing]);
    await expect(withWording(library)).rejects.toThrow('The disk is gone');
    const [again, whole] = [await withWording(library), await withWording(libraryOf([one, two]))];
    for (const each of texts) expect(verifyAll(each, again)).toEqual(verifyAll(each, whole));
  });

  it('after any changes gives the verdicts of one that was read whole', async () => {
    const paragraphs = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 3 });
    const text = fc.constantFrom('original', 'brief');
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.record({ id, text, paragraphs, isRemoved: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const articles = new Map<string, Article>();
        for (const { isRemoved, ...written } of changes) {
          if (isRemoved) articles.delete(written.id);
          else articles.set(written.id, articleOf(written));
          await withWording(libraryOf(articles.values()));
        }
        const library = libraryOf(articles.values());
        const [grown, whole] = [await withWording(library), await withWording(unread(library))];
        for (const each of texts) expect(verifyAll(each, grown)).toEqual(verifyAll(each, whole));
      }),
      { numRuns: 40 },
    );
  });

  it('stays as it was for whom it was read, whatever is read after it', async () => {
    const [first, ...others] = generateArticles(12);
    if (!first) throw new Error('No article was generated');
    const quotation = first.paragraphs[0]?.text ?? '';
    const before = await withWording(libraryOf([first, ...others.slice(0, 5)]));
    const verdicts = verifyAll(quotation, before);
    await withWording(libraryOf(others));
    expect(verifyAll(quotation, before)).toEqual(verdicts);
    expect(verdicts).toMatchObject([{ kind: 'exact' }]);
  });

  it('is read while others have their turn, and once for all who ask at the same time', async () => {
    const library = libraryOf(generateArticles(800));
    let turns = 0;
    let next = setImmediate(function count() {
      turns += 1;
      next = setImmediate(count);
    });
    const [one, other] = await Promise.all([withWording(library), withWording(library)]);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(0);
    expect(one.wording).toBe(other.wording);
  });

  it('takes an article in for the work of that article, whatever there is already', async () => {
    const timeToAdd = async (count: number) => {
      const [asked, ...all] = generateArticles(count + 20);
      if (!asked) throw new Error('No article was generated');
      let articles = [asked, ...all.slice(0, count)];
      const text = asked.paragraphs[0]?.text.slice(0, 80) ?? '';
      await checkQuotations(text, libraryOf(articles));
      return processorTime(async () => {
        for (const article of structuredClone(all.slice(count))) {
          articles = [...articles, { ...article, id: `${article.id}-${articles.length}` }];
          await checkQuotations(text, libraryOf(articles));
        }
      }, 5);
    };
    await timeToAdd(100);
    const ratio = await ratioOfTimes(
      () => timeToAdd(100),
      () => timeToAdd(400),
      2,
    );
    expect(ratio).toBeLessThanOrEqual(2);
  });
});

function articleOf(written: {
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly string[];
}): Article {
  return {
    ...{ id: written.id, title: `About ${written.id}`, authors: ['Ada Li'], language: 'en' },
    ...{ text: written.text === 'brief' ? 'brief' : 'original', inferred: [] },
    paragraphs: written.paragraphs.map((text, at) => ({ number: at + 1, text })),
  };
}
