import { languageCodes } from '../../language/languages.ts';
import type { Article } from '../../library/article.ts';
import { type Passage, splitIntoPassages } from '../../library/passage.ts';
import { LibraryCounts, type ReadText, titleTextOf } from './library-counts.ts';
import { NumberList } from './number-list.ts';
import { createEngine, type PassageIndex } from './passage-index.ts';

/** What stands above passages; stored once, and counted as long as a passage is below it. */
interface Title extends ReadText {
  readonly number: number;
  passages: number;
}

/**
 * Adds articles to an index, and takes them out, each for the work of that article. Passages are only
 * ever put behind the others; one that is taken out stays, and is in no later snapshot.
 */
export class IndexWriter {
  readonly #engine = createEngine();
  readonly #counts = new LibraryCounts();
  readonly #engineHolders = new NumberList();
  readonly #words = new NumberList();
  readonly #wordStarts = new NumberList(Uint32Array.of(0));
  readonly #titles = new Map<string, Title>();
  readonly #titleOf = new NumberList();
  readonly #titleWords = new NumberList();
  readonly #titleStarts = new NumberList(Uint32Array.of(0));
  readonly #articleOf = new NumberList();
  readonly #paragraphOf = new NumberList();
  readonly #starts = new NumberList();
  readonly #ends = new NumberList();
  readonly #languageOf = new NumberList();
  readonly #places = new Map<Article, number>();
  readonly #gone = new Set<number>();
  #nextPlace = 0;

  /** How many passages are of articles that were taken out. */
  get wasted(): number {
    return this.#titleOf.length - this.size;
  }

  /** How many passages there are. */
  get size(): number {
    return this.#counts.size;
  }

  /** Adds an article at the next place; yields after each passage, so that the caller may pause. */
  *add(article: Article): Generator<void> {
    const place = this.#nextPlace;
    this.#nextPlace += 1;
    this.#places.set(article, place);
    for (const passage of splitIntoPassages(article)) {
      this.#addPassage(passage, place);
      yield;
    }
  }

  /** Takes an article out. */
  remove(article: Article): void {
    const place = this.#places.get(article);
    if (place === undefined) return;
    this.#places.delete(article);
    this.#gone.add(place);
    for (const passage of splitIntoPassages(article)) {
      const title = this.#title(passage);
      title.passages -= 1;
      if (title.passages === 0) this.#counts.countTitle(title, -1);
      this.#counts.countPassage(this.#counts.passageOf(passage, title.words), -1);
    }
  }

  /** The index as it is now; it stays so whatever is added and taken out later. */
  snapshot(): PassageIndex {
    return {
      ...this.#counts.statistics(),
      engine: this.#engine,
      lexicon: this.#counts.lexicon,
      engineHolders: this.#engineHolders,
      wordStarts: this.#wordStarts.view(),
      words: this.#words.view(),
      titleOf: this.#titleOf.view(),
      titleStarts: this.#titleStarts.view(),
      titleWords: this.#titleWords.view(),
      articleOf: this.#articleOf.view(),
      paragraphOf: this.#paragraphOf.view(),
      starts: this.#starts.view(),
      ends: this.#ends.view(),
      gone: new Set(this.#gone),
      languageOf: this.#languageOf.view(),
    };
  }

  #addPassage(passage: Passage, place: number): void {
    const id = this.#titleOf.length;
    const title = this.#title(passage);
    title.passages += 1;
    if (title.passages === 1) this.#counts.countTitle(title, 1);
    const counted = this.#counts.passageOf(passage, title.words);
    const { text, language } = counted;
    this.#words.pushAll(text.words);
    this.#wordStarts.push(this.#words.length);
    this.#titleOf.push(title.number);
    this.#articleOf.push(place);
    this.#languageOf.push(languageCodes.indexOf(language));
    this.#paragraphOf.push(passage.paragraph);
    this.#starts.push(passage.start);
    this.#ends.push(passage.end);
    this.#engine.add({ id, forms: `${title.forms.join(' ')} ${text.forms.join(' ')}` });
    this.#counts.countPassage(counted, 1);
    for (const word of new Set([...text.words, ...title.words])) {
      if (word > 0) this.#engineHolders.add(word - 1, 1);
    }
  }

  #title(passage: Passage): Title {
    const text = titleTextOf(passage);
    const known = this.#titles.get(text);
    if (known) return known;
    const title = { number: this.#titles.size, passages: 0, ...this.#counts.read(text) };
    this.#titleWords.pushAll(title.words);
    this.#titleStarts.push(this.#titleWords.length);
    this.#titles.set(text, title);
    return title;
  }
}

/** Builds the index of all passages of the articles; yields after each, so that the caller may pause. */
export function* buildPassageIndex(articles: Iterable<Article>): Generator<void, PassageIndex> {
  const writer = new IndexWriter();
  for (const article of articles) yield* writer.add(article);
  return writer.snapshot();
}
