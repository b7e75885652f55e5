import { describe, expect, it } from '@jest/globals';
import { type Answered, answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { isVerbatim, placeOf } from '../../src/answer/quote.ts';
import { restoreAnswer, restoreQuotes, storeQuotes } from '../../src/answer/stored-answer.ts';
import { fingerprintOf } from '../../src/library/fingerprint.ts';
import type { Library } from '../../src/library/library.ts';

const parts = await openLibrary(['seeds']);
const { library } = parts;

async function answered(text: string): Promise<Answered> {
  const found = await answer({ text }, parts);
  if (found.kind !== 'answered') throw new Error(`${text}: ${found.kind}`);
  return found;
}

/** The same library, but that one paragraph says something else. */
function changed({ article: id, paragraph }: { article: string; paragraph: number }): Library {
  const article = library.articles.get(id);
  if (!article) throw new Error(`no ${id}`);
  const paragraphs = article.paragraphs.map((each) =>
    each.number === paragraph ? { ...each, text: `Now: ${each.text}` } : each,
  );
  return { ...library, articles: new Map(library.articles).set(id, { ...article, paragraphs }) };
}

const stored = (json: string, question = 'q') => ({ json, question, kind: 'answered' as const });

const texts = (pages: readonly (readonly { text: string }[])[]) =>
  pages.map((page) => page.map(({ text }) => text));

describe('a stored answer', () => {
  it('gives back every page word for word, from any page on', async () => {
    const found = await answered('north korea missile tests');
    const pages = texts([found.quotes, ...found.further]);
    expect(pages.length).toBeGreaterThan(2);
    const json = storeQuotes(found.quotes, found.further);
    for (const page of pages.keys()) {
      const restored = restoreAnswer(stored(json), library, page);
      expect(texts([restored?.quotes ?? [], ...(restored?.further ?? [])])).toEqual(
        pages.slice(page),
      );
    }
    expect(restoreAnswer(stored(json), library, pages.length)).toBeUndefined();
  });

  it('says again where its sources differ, and which filters it had', async () => {
    const found = await answered('how many km is the China-Russia border before:2027');
    expect(found.differing).toHaveLength(1);
    const restored = restoreAnswer(stored(storeQuotes(found.quotes), found.question), library);
    expect(restored?.differing.map(({ title }) => title)).toEqual(
      found.differing.map(({ title }) => title),
    );
    expect(restored?.filters).toEqual(found.filters);
    expect(restored?.filters).toHaveLength(1);
  });

  it('stands on the words it was taken from when the article has a new version, or was removed', async () => {
    const { quotes, further } = await answered('north korea missile tests');
    const json = storeQuotes(quotes, further);
    const [first] = quotes;
    if (!first) throw new Error('no quote');
    const article = library.articles.get(first.article);
    if (!article) throw new Error('no article');
    const earlier = new Map([[first.article, [article]]]);
    const replaced = { ...changed(first), earlier };
    const removed = new Map([...library.articles].filter(([id]) => id !== first.article));
    for (const later of [replaced, { ...library, articles: removed, earlier }]) {
      expect(texts([restoreQuotes(json, later) ?? []])).toEqual(texts([quotes]));
      expect(isVerbatim(later, first, first.text)).toBe(true);
      const known = { ...first, fingerprint: fingerprintOf(first.text) };
      expect(placeOf(later, known)?.article).toBe(article);
    }
    expect(placeOf(replaced, { ...first, fingerprint: 1 })).toBeUndefined();
  });

  it('is gone when the library no longer holds its words, but not when a further page has changed', async () => {
    const { quotes, further } = await answered('north korea missile tests');
    const json = storeQuotes(quotes, further);
    const [first] = quotes;
    const [[later] = []] = further;
    if (!first || !later) throw new Error('too few quotes');
    expect(restoreQuotes(json, changed(first))).toBeUndefined();
    expect(restoreQuotes(json, changed(later))).toHaveLength(quotes.length);
    expect(restoreAnswer(stored(json), changed(later))?.further).toHaveLength(further.length - 1);
  });
});

describe('an answer whose quotes are not what the library holds', () => {
  it('leaves out the one that is not, and tells of it', async () => {
    const { quotes } = await answered('north korea missile tests');
    const [first, ...others] = quotes;
    if (!first) throw new Error('no quote');
    const told: string[] = [];
    const tell = (message: string) => void told.push(message);
    const found = await answer(
      { text: 'north korea missile tests' },
      { ...parts, library: changed(first), tell },
    );
    expect(found).toMatchObject({ kind: 'answered', quotes: others });
    expect(told).toEqual([expect.stringContaining(`A quote of ${first.article}, paragraph`)]);
  });

  it('fails when none is left, rather than say that nothing was found', async () => {
    const library = { ...parts.library, articles: new Map() };
    await expect(answer({ text: 'thaad' }, { ...parts, library })).rejects.toThrow(
      'No quote of the answer is what the library holds',
    );
  });
});
