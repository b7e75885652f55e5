import { describe, expect, it } from '@jest/globals';
import { placeArticle } from '../../src/additions/placing.ts';
import { readForm, typedOf } from '../../src/additions/record-form.ts';
import { whatChanged } from '../../src/additions/what-changed.ts';
import type { Article } from '../../src/library/article.ts';
import { roadParagraphs } from '../e2e/papers.ts';
import { madeArticle } from '../search/made-article.ts';

const url = 'https://gazette.example/road';
const held = (...articles: Article[]) => new Map(articles.map((each) => [each.id, each]));

describe('the place of an article in the library', () => {
  it('is a new one, with an id that is free', async () => {
    const other = madeArticle('keel-2024', [
      'Nothing of the kind was said in the harbour that year.',
    ]);
    const made = madeArticle('x', roadParagraphs, {
      authors: ['Mara Keel'],
      published: '2024' as never,
    });
    const placed = await placeArticle(made, held(other));
    expect(placed).toMatchObject({ kind: 'new', article: { id: 'keel-2024-2' } });
  });

  it('is that of its address, as a version that keeps the record, unless the words are the same', async () => {
    const before = madeArticle('road', roadParagraphs, { url, title: 'As People Corrected It' });
    const words = [...roadParagraphs.slice(0, 4), 'The survey was given up in the spring.'];
    const made = madeArticle('x', words, { url: `${url}?utm_source=mail#top`, title: 'Its Own' });
    expect(await placeArticle(made, held(before))).toMatchObject({
      kind: 'version',
      before: { id: 'road' },
      article: { id: 'road', title: 'As People Corrected It' },
    });
    const same = madeArticle('x', roadParagraphs, { url });
    expect(await placeArticle(same, held(before))).toMatchObject({ kind: 'held', likeness: 1 });
  });

  it('is that of a copy in another paper, found among many', async () => {
    const others = Array.from({ length: 300 }, (_, at) =>
      madeArticle(`other-${at}`, [
        `On day ${at} of the voyage the crew counted ${at * 3} gulls and no land.`,
      ]),
    );
    const copied = madeArticle('agency', roadParagraphs);
    const made = madeArticle('x', ['MIRNA (Agency) — ', ...roadParagraphs].slice(1));
    const placed = await placeArticle(made, held(...others, copied));
    expect(placed).toMatchObject({ kind: 'held', by: { id: 'agency' } });
  });
});

describe('what changed between two versions', () => {
  it('is told paragraph by paragraph', () => {
    const [before, after] = [
      ['a', 'b', 'b', 'c'],
      ['a', 'b', 'd'],
    ].map((texts) => texts.map((text, at) => ({ number: at + 1, text })));
    expect(whatChanged(before ?? [], after ?? [])).toEqual({
      kept: 2,
      added: ['d'],
      gone: ['b', 'c'],
    });
  });
});

describe('the form of a record', () => {
  const article = madeArticle('road', roadParagraphs, {
    authors: ['Mara Keel'],
    inferred: ['authors', 'title'],
    review: ['title'],
  });

  it('states what was changed, keeps brackets elsewhere, and leaves nothing to look over', () => {
    const typed = { ...typedOf(article), title: 'Another', authors: 'Mara Keel\nHarbour Council' };
    const read = readForm(article, {
      typed: { ...typed, organisations: 'Harbour Council' },
      inferred: article.inferred,
    });
    expect(read).toMatchObject({
      article: {
        authors: ['Mara Keel', 'Harbour Council'],
        organisations: ['Harbour Council'],
        inferred: [],
      },
    });
    expect('article' in read && read.article.review).toBeUndefined();
    const same = readForm(article, { typed: typedOf(article), inferred: ['authors'] });
    expect(same).toMatchObject({
      article: { inferred: ['authors'], paragraphs: article.paragraphs },
    });
  });

  it('says under each field what is wrong with it', () => {
    const wrong = { published: 'soon', url: 'gazette', organisations: 'Nobody', title: ' ' };
    const read = readForm(article, { typed: { ...typedOf(article), ...wrong }, inferred: [] });
    expect(Object.keys('problems' in read ? read.problems : {}).sort()).toEqual(
      Object.keys(wrong).sort(),
    );
  });
});
