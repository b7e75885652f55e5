import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { runWithPauses } from '../library/pause.ts';
import { titleKey } from './claim.ts';
import { boundary, enlarged, WordList } from './word-list.ts';
import { readWording } from './wording.ts';
import { type ArticleWording, IndexedParagraph, WordingIndex } from './wording-index.ts';

/** A library whose wording was read. */
export interface ReadLibrary extends Library {
  readonly wording: WordingIndex;
}

/** So many words of articles that are gone are no reason yet to begin with an empty list. */
const minWasted = 50_000;

const indexes = new WeakMap<Library['articles'], Promise<WordingIndex>>();

/** Who has read an article, so that the next library that holds it need not read it again. */
const writers = new WeakMap<Article, WordingWriter>();

/**
 * A library as it is now, with its wording: read for the work of the articles that are in no library
 * whose wording was read before, with turns for everybody else, and once however often it is asked for.
 */
export async function withWording(current: Library): Promise<ReadLibrary> {
  const library = { ...current };
  const { articles } = library;
  const index = indexes.get(articles) ?? writerFor(articles).next(articles);
  indexes.set(articles, index);
  // What could not be read may be the next time.
  index.catch(() => indexes.delete(articles));
  return { ...library, wording: await index };
}

function writerFor(articles: Library['articles']): WordingWriter {
  const all = [...articles.values()];
  const known = all.find((article) => writers.has(article));
  const writer = (known && writers.get(known)) ?? new WordingWriter();
  for (const article of all) writers.set(article, writer);
  return writer;
}

/** Reads articles, and forgets them, each for the work of that article. */
class WordingWriter {
  #words = new WordList();
  #numbers = new Map<string, number>();
  #slots: number[] = [];
  /** In how many paragraphs each word stands. */
  #spread = new Int32Array();
  #held = new Map<Article, ArticleWording>();
  #wasted = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** The index of some articles; those made before stay as they are. */
  next(articles: Library['articles']): Promise<WordingIndex> {
    const next = this.#last.then(() => runWithPauses(this.#read([...articles.values()])));
    // Half of an article is worse than none.
    this.#last = next.catch(() => this.#startAnew());
    return next;
  }

  *#read(articles: readonly Article[]): Generator<void, WordingIndex> {
    const wanted = new Set(articles);
    for (const held of this.#held.values()) {
      if (wanted.has(held.article)) continue;
      this.#remove(held);
      yield;
    }
    if (this.#wasted > Math.max(minWasted, this.#words.length / 2)) this.#startAnew();
    for (const article of wanted) if (!this.#held.has(article)) yield* this.#add(article);
    yield* this.#words.list();
    const shared = { words: this.#words, numbers: this.#numbers, slots: this.#slots };
    const wordings = [...wanted].flatMap((article) => this.#held.get(article) ?? []);
    return new WordingIndex(shared, wordings, this.#spread.slice(0, this.#numbers.size));
  }

  *#add(article: Article): Generator<void> {
    const start = this.#words.length;
    const paragraphs: IndexedParagraph[] = [];
    const { paragraphs: texts } = article;
    for (const [at, { text }] of texts.entries()) {
      const from = this.#words.length - start;
      for (const { key } of readWording(text)) this.#words.push(this.#numberFor(key));
      const to = this.#words.length - start;
      paragraphs.push(new IndexedParagraph(article, at, [from, to]));
      this.#count(this.#words.between(start + from, start + to), 1);
      yield;
    }
    const end = this.#words.length;
    this.#words.push(boundary);
    const headings = texts.flatMap(({ heading }) => heading ?? []);
    const titles = [...new Set([article.title, ...headings].map(titleKey))];
    const slot = this.#slots.length;
    this.#held.set(article, { article, paragraphs, titles, slot, start, end });
    this.#slots.push(start);
  }

  #remove({ article, paragraphs, start, end }: ArticleWording): void {
    for (const { from, to } of paragraphs) {
      this.#count(this.#words.between(start + from, start + to), -1);
    }
    this.#held.delete(article);
    this.#wasted += end - start;
  }

  #count(words: Int32Array, by: 1 | -1): void {
    for (const word of new Set(words)) this.#spread[word] = (this.#spread[word] ?? 0) + by;
  }

  #numberFor(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    if (number === this.#spread.length) this.#spread = enlarged(this.#spread);
    return number;
  }

  /** What is gone takes up more room than what is there. */
  #startAnew(): void {
    this.#words = new WordList();
    this.#numbers = new Map();
    this.#slots = [];
    this.#spread = new Int32Array();
    this.#held = new Map();
    this.#wasted = 0;
  }
}
