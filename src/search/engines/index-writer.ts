import { AbbreviationCounter } from '../../language/english/abbreviations.ts';
import { type LanguageCode, languageCodes, languageOf } from '../../language/languages.ts';
import { wordsOf } from '../../language/words.ts';
import type { Article } from '../../library/article.ts';
import { type Passage, splitIntoPassages } from '../../library/passage.ts';
import {
  createEngine,
  GrowingLexicon,
  NumberList,
  type PassageIndex,
  titleWordsOf,
  wordsIn,
} from './passage-index.ts';

/** The words of a text as they are indexed. */
interface ReadText {
  readonly forms: string;
  /** By number, without stop words. */
  readonly formNumbers: readonly number[];
  /** How many words there are, stop words among them. */
  readonly length: number;
}

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
  readonly #lexicon = new GrowingLexicon();
  readonly #engineHolders = new NumberList();
  readonly #formCounts = new NumberList();
  readonly #textHolders = new NumberList();
  readonly #holders = new NumberList();
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
  readonly #abbreviations = new AbbreviationCounter();
  readonly #languageOf = new NumberList();
  readonly #places = new Map<Article, { readonly place: number; readonly from: number }>();
  readonly #gone = new Set<number>();
  #nextPlace = 0;
  #wordCount = 0;
  readonly #sizes: Record<LanguageCode, number> = { en: 0, ru: 0, zh: 0 };

  /** How many passages are of articles that were taken out. */
  get wasted(): number {
    return this.#titleOf.length - this.size;
  }

  /** How many passages there are. */
  get size(): number {
    return this.#sizes.en + this.#sizes.ru + this.#sizes.zh;
  }

  /** Adds an article at the next place; yields after each passage, so that the caller may pause. */
  *add(article: Article): Generator<void> {
    const place = this.#nextPlace;
    this.#nextPlace += 1;
    this.#places.set(article, { place, from: this.#titleOf.length });
    for (const passage of splitIntoPassages(article)) {
      this.#addPassage(passage, place);
      yield;
    }
  }

  /** Takes an article out. */
  remove(article: Article): void {
    const known = this.#places.get(article);
    if (!known) return;
    this.#places.delete(article);
    this.#gone.add(known.place);
    let number = known.from;
    for (const passage of splitIntoPassages(article)) {
      this.#abbreviations.remove(passage.text);
      const title = this.#title(passage);
      title.passages -= 1;
      if (title.passages === 0) this.#countForms(title, -1);
      this.#countForms(this.#read(passage.text), -1);
      this.#countHolders(number, -1);
      number += 1;
    }
  }

  /** The index as it is now; it stays so whatever is added and taken out later. */
  snapshot(): PassageIndex {
    return {
      engine: this.#engine,
      lexicon: this.#lexicon,
      engineHolders: this.#engineHolders,
      formCounts: this.#formCounts.toArray(),
      abbreviations: this.#abbreviations.usual.map(({ short, long }) => `${short}\t${long}`),
      textHolders: this.#textHolders.toArray(),
      holders: this.#holders.toArray(),
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
      size: this.size,
      sizes: { ...this.#sizes },
      wordCount: this.#wordCount,
      languageOf: this.#languageOf.view(),
    };
  }

  #addPassage(passage: Passage, place: number): void {
    const id = this.#titleOf.length;
    const title = this.#title(passage);
    title.passages += 1;
    if (title.passages === 1) this.#countForms(title, 1);
    const text = this.#read(passage.text, this.#words);
    this.#wordStarts.push(this.#words.length);
    this.#titleOf.push(title.number);
    this.#articleOf.push(place);
    this.#languageOf.push(languageCodes.indexOf(languageOf(passage.text)));
    this.#paragraphOf.push(passage.paragraph);
    this.#starts.push(passage.start);
    this.#ends.push(passage.end);
    this.#abbreviations.add(passage.text);
    this.#engine.add({ id, forms: `${title.forms} ${text.forms}` });
    this.#countForms(text, 1);
    this.#countHolders(id, 1);
  }

  #title({ article, heading = '' }: Passage): Title {
    const { title: headline, published = '', authors, publisher = '' } = article;
    // Who asks what Hammond wrote in 2017 means these articles, though no passage of them may say so.
    const about = [headline, heading, published.slice(0, 4), ...authors, publisher];
    const text = about.join('\n');
    const known = this.#titles.get(text);
    if (known) return known;
    const read = this.#read(text, this.#titleWords);
    const title = { number: this.#titles.size, passages: 0, ...read };
    this.#titleStarts.push(this.#titleWords.length);
    this.#titles.set(text, title);
    return title;
  }

  #read(text: string, into?: NumberList): ReadText {
    const words = wordsOf(text);
    const formNumbers: number[] = [];
    for (const { form, term } of words) {
      const number = term === undefined ? -1 : this.#lexicon.numberOfForm(form, term);
      if (number >= 0) formNumbers.push(number);
      into?.push((this.#lexicon.formTerms[number] ?? -1) + 1);
    }
    return { forms: words.map(({ form }) => form).join(' '), formNumbers, length: words.length };
  }

  #countForms({ formNumbers, length }: ReadText, by: 1 | -1): void {
    for (const form of formNumbers) this.#formCounts.add(form, by);
    this.#wordCount += by * length;
  }

  /** Counts a passage among the holders of its terms. */
  #countHolders(passage: number, by: 1 | -1): void {
    const views = {
      words: this.#words.view(),
      wordStarts: this.#wordStarts.view(),
      titleOf: this.#titleOf.view(),
      titleWords: this.#titleWords.view(),
      titleStarts: this.#titleStarts.view(),
    };
    const inText = new Set(wordsIn(views, passage));
    const inAll = new Set([...inText, ...titleWordsOf(views, passage)]);
    for (const word of inText) if (word > 0) this.#textHolders.add(word - 1, by);
    for (const word of inAll) {
      if (word === 0) continue;
      this.#holders.add(word - 1, by);
      if (by === 1) this.#engineHolders.add(word - 1, 1);
    }
    this.#sizes[languageCodes[this.#languageOf.at(passage)] ?? 'en'] += by;
  }
}

/** Builds the index of all passages of the articles; yields after each, so that the caller may pause. */
export function* buildPassageIndex(articles: Iterable<Article>): Generator<void, PassageIndex> {
  const writer = new IndexWriter();
  for (const article of articles) yield* writer.add(article);
  return writer.snapshot();
}
