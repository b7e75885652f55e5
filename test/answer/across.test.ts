import { describe, expect, it } from '@jest/globals';
import { type Answer, answer, hasPassages } from '../../src/answer/answer.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { GrowingSearch } from '../../src/search/engines/growing-search.ts';
import { madeArticle } from '../search/made-article.ts';
import { inEnglish } from '../support/in-english.ts';

const { thesaurus } = await loadLibrary(['seeds']);

const articles = [
  madeArticle('english', [
    'Vladimir Putin said that the sanctions did not stop the pipeline.',
    'The harvest of apples was good in the south.',
  ]),
  madeArticle('russian', [
    'Владимир Путин заявил, что санкции не остановили газопровод.',
    'Урожай яблок на юге был хорошим.',
  ]),
  madeArticle('chinese', ['普京表示，制裁没有阻止天然气管道。', '南方的苹果收成很好。']),
];

async function ask(text: string, from = articles): Promise<Answer> {
  const search = await new GrowingSearch().next(from, thesaurus);
  const held = new Map(from.map((article) => [article.id, article]));
  const library = { articles: held, thesaurus, differing: joinTopics([]), problems: [] };
  return answer({ text }, { library, search });
}

function shownIn(found: Answer) {
  if (!hasPassages(found)) return found.kind;
  const others = (found.also ?? []).map(({ language, quotes }) => [
    language,
    quotes.map(({ article }) => article),
  ]);
  return { own: found.quotes.map(({ article }) => article), ...Object.fromEntries(others) };
}

describe('a question to a library of several languages', () => {
  it.each([
    ['What did Putin say about the sanctions?', 'english', ['ru', 'zh']],
    ['Что Путин сказал о санкциях?', 'russian', ['en', 'zh']],
    ['普京对制裁说了什么？', 'chinese', ['en', 'ru']],
  ])('is answered in its own, then in the others: %s', async (text, own, others) => {
    const shown = shownIn(await ask(text));
    expect(shown).toMatchObject({ own: [own] });
    expect(Object.keys(shown).sort()).toEqual(['own', ...others].sort());
  });

  it('is answered in another where its own has nothing', async () => {
    const [english] = articles;
    const found = await ask('普京对制裁说了什么？', english && [english]);
    expect(shownIn(found)).toEqual({ own: ['english'] });
    const notes = hasPassages(found) ? found.notes : [];
    expect(inEnglish(notes)).toEqual(['I read “普京” as Putin; “制裁” as sanctions.']);
  });

  it('says what it read its words as in each of the others', async () => {
    const found = await ask('What did Putin say about the sanctions?');
    const notes = hasPassages(found) ? found.notes : [];
    expect(JSON.stringify(notes)).toMatch(/санкци.*制裁/);
  });

  it('reads the number of a name that runs on into the next Chinese word', async () => {
    const pipes = madeArticle('pipes', [
      'Power of Siberia was completed in 2019.',
      'Power of Siberia 2 was agreed in a memorandum.',
    ]);
    const found = await ask('西伯利亚力量2号管道的备忘录', [...articles, pipes]);
    const notes = hasPassages(found) ? found.notes : [];
    expect(String(inEnglish(notes))).toContain('“西伯利亚力量2” as Power of Siberia 2');
  });

  it('finds a name that no list has by its sound', async () => {
    const bridge = madeArticle('bridge', ['Губернатор Ворошнин открыл мост.', 'Урожай яблок.']);
    expect(shownIn(await ask('Who is Voroshnin?', [bridge]))).toMatchObject({ own: ['bridge'] });
  });

  it('keeps to a language that it asks for', async () => {
    expect(shownIn(await ask('Putin sanctions lang:ru'))).toEqual({ own: ['russian'] });
  });

  it('is told when it asks for a language that is none', async () => {
    expect(inEnglish(await ask('Putin lang:fr'))).toMatchObject({
      kind: 'unreadable',
      problems: ["I can't read lang:fr. Write lang:en, lang:ru or lang:zh."],
    });
  });

  it('has its words marked in Chinese without any character twice', async () => {
    const found = await ask('天然气管道');
    const [quote] = hasPassages(found) ? found.quotes : [];
    let before = 0;
    for (const { start, end } of quote?.matches ?? []) {
      expect(start).toBeGreaterThanOrEqual(before);
      before = end;
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('questions in Russian and Chinese about articles in English', () => {
  const seeds = loadLibrary(['seeds']);

  it.each([
    ['Что Си Цзиньпин и Путин предлагали Северной Корее?', 'dual-freeze-2017'],
    ['Почему Китай против THAAD в Южной Корее?', 'hammond-2017'],
    ['Медведев Пекин Ли Кэцян визит', 'hammond-2017'],
    ['为什么中国反对萨德？', 'hammond-2017'],
    ['俄羅斯和中國在中亞的競爭', 'stoner-2026'],
  ])('are answered: %s', async (text, article) => {
    const shown = shownIn(await ask(text, [...(await seeds).articles.values()]));
    expect(shown).toMatchObject({ own: expect.arrayContaining([article]) });
  });
});
