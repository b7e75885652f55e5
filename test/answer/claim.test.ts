import { describe, expect, it } from '@jest/globals';
import { answer, hasPassages } from '../../src/answer/answer.ts';
import { answerClaim } from '../../src/answer/claim.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { GrowingSearch } from '../../src/search/engines/growing-search.ts';
import { madeArticle } from '../search/made-article.ts';

const { thesaurus } = await loadLibrary(['seeds']);

const articles = [
  madeArticle('pipeline', ['Путин заявил, что санкции не остановили газопровод.']),
  madeArticle('ferry', ['云湾渡口去年运送了二十八万名乘客。', '南方的苹果收成很好。']),
];

describe('a message that claims several things', () => {
  it.each([
    ['听说2031年要在火星上开4700次会议。云湾渡口去年运送了二十八万名乘客。', 'ferry'],
    [
      'Вчера вечером мы всей семьёй смотрели в городе очень длинный фильм. Санкции не остановили газопровод. Потом мы ели лапшу и разошлись по домам.',
      'pipeline',
    ],
  ])('is looked up sentence by sentence in its own language: %s', async (text, article) => {
    const search = await new GrowingSearch().next(articles, thesaurus);
    const held = new Map(articles.map((each) => [each.id, each]));
    const library = { articles: held, thesaurus, differing: joinTopics([]), problems: [] };
    const found = await answerClaim(text, (asked) => answer(asked, { library, search }), library);
    expect(found.kind).toBe('answered');
    expect(hasPassages(found) && found.quotes.map((quote) => quote.article)).toEqual([article]);
  });
});
