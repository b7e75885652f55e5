import { AbbreviationCounter } from '../../language/english/abbreviations.ts';
import { wordsOf } from '../../language/words.ts';
import type { Article } from '../../library/article.ts';
import { type Passage, splitIntoPassages } from '../../library/passage.ts';
import { createEngine, type Engine } from './engine.ts';
import { NumberList } from './number-list.ts';

/**
 * The engine, which finds passages by their words, and what a close look at those needs: which words
 * stand where, in arrays of numbers, which are saved and read as they lie and take a tenth of the
 * memory of objects. Passages, terms and forms go by number.
 */
export interface PassageIndex {
  readonly engine: Engine;
  readonly terms: readonly string[];
  /** Written forms, for finding what a misspelt word stands for; with their terms and counts. */
  readonly forms: readonly string[];
  readonly formTerms: Uint32Array;
  readonly formCounts: Uint32Array;
  /** Short form, tab, long form: what the articles say that abbreviations stand for. */
  readonly abbreviations: readonly string[];
  /** In the text of how many passages each term stands; and when title and heading count too. */
  readonly textHolders: Uint32Array;
  readonly holders: Uint32Array;
  /** Words of passage p: `words` from `wordStarts[p]` to `wordStarts[p + 1]`: term + 1, or 0. */
  readonly wordStarts: Uint32Array;
  readonly words: Uint32Array;
  /** The title and heading above passage p: `titleWords`, in the same way, of title `titleOf[p]`. */
  readonly titleOf: Uint32Array;
  readonly titleStarts: Uint32Array;
  readonly titleWords: Uint32Array;
  /** Which article (by order), which paragraph, from where to where. */
  readonly articleOf: Uint32Array;
  readonly paragraphOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Builds the index of all passages of the articles; yields after each, so that the caller may pause. */
export function* buildPassageIndex(articles: Iterable<Article>): Generator<void, PassageIndex> {
  const builder = new Builder();
  for (const article of articles) yield* builder.add(article);
  return yield* builder.finish();
}

class Builder {
  readonly #engine = createEngine();
  readonly #terms = new Map<string, number>();
  readonly #forms = new Map<string, { readonly term: number; count: number }>();
  readonly #words = new NumberList();
  readonly #wordStarts = new NumberList();
  readonly #titles = new Map<string, { readonly number: number; readonly forms: string }>();
  readonly #titleOf = new NumberList();
  readonly #titleWords = new NumberList();
  readonly #titleStarts = new NumberList();
  readonly #places = {
    articleOf: new NumberList(),
    paragraphOf: new NumberList(),
    starts: new NumberList(),
    ends: new NumberList(),
  };
  readonly #abbreviations = new AbbreviationCounter();
  #articles = 0;

  *add(article: Article): Generator<void> {
    for (const passage of splitIntoPassages(article)) {
      const id = this.#titleOf.length;
      this.#wordStarts.push(this.#words.length);
      const title = this.#title(passage);
      this.#titleOf.push(title.number);
      const forms = this.#read(passage.text, this.#words);
      this.#abbreviations.add(passage.text);
      this.#engine.add({ id, forms: `${title.forms} ${forms}` });
      this.#places.articleOf.push(this.#articles);
      this.#places.paragraphOf.push(passage.paragraph);
      this.#places.starts.push(passage.start);
      this.#places.ends.push(passage.end);
      yield;
    }
    this.#articles += 1;
  }

  #title({ article, heading = '' }: Passage): { readonly number: number; readonly forms: string } {
    const { title: headline, published = '', authors, publisher = '' } = article;
    // Who asks what Hammond wrote in 2017 means these articles, though no passage of them may say so.
    const about = [headline, heading, published.slice(0, 4), ...authors, publisher];
    const text = about.join('\n');
    const known = this.#titles.get(text);
    if (known) return known;
    this.#titleStarts.push(this.#titleWords.length);
    const title = { number: this.#titles.size, forms: this.#read(text, this.#titleWords) };
    this.#titles.set(text, title);
    return title;
  }

  #read(text: string, into: NumberList): string {
    const words = wordsOf(text);
    for (const { form, term } of words) {
      into.push(term === undefined ? 0 : this.#numberOf(form, term) + 1);
    }
    return words.map(({ form }) => form).join(' ');
  }

  #numberOf(form: string, term: string): number {
    const known = this.#forms.get(form);
    if (known) {
      known.count += 1;
      return known.term;
    }
    const number = this.#terms.get(term) ?? this.#terms.size;
    this.#terms.set(term, number);
    this.#forms.set(form, { term: number, count: 1 });
    return number;
  }

  *finish(): Generator<void, PassageIndex> {
    this.#wordStarts.push(this.#words.length);
    this.#titleStarts.push(this.#titleWords.length);
    const forms = [...this.#forms.values()];
    const counted = {
      engine: this.#engine,
      terms: [...this.#terms.keys()],
      forms: [...this.#forms.keys()],
      abbreviations: this.#abbreviations.usual.map(({ short, long }) => `${short}\t${long}`),
      formTerms: Uint32Array.from(forms, ({ term }) => term),
      formCounts: Uint32Array.from(forms, ({ count }) => count),
      wordStarts: this.#wordStarts.toArray(),
      words: this.#words.toArray(),
      titleOf: this.#titleOf.toArray(),
      titleStarts: this.#titleStarts.toArray(),
      titleWords: this.#titleWords.toArray(),
      articleOf: this.#places.articleOf.toArray(),
      paragraphOf: this.#places.paragraphOf.toArray(),
      starts: this.#places.starts.toArray(),
      ends: this.#places.ends.toArray(),
    };
    yield;
    return { ...counted, ...(yield* countHolders(counted)) };
  }
}

/** How many passages are counted before the caller may pause. */
const stride = 500;

type Holders = Pick<PassageIndex, 'textHolders' | 'holders'>;

function* countHolders(index: Omit<PassageIndex, keyof Holders>): Generator<void, Holders> {
  const textHolders = new Uint32Array(index.terms.length);
  const holders = new Uint32Array(index.terms.length);
  /** The last passage, counted from 1, that was seen to hold a term. */
  const last = new Uint32Array(index.terms.length);
  const count = (word: number, passage: number, counts: Uint32Array[]) => {
    if (word === 0 || last[word - 1] === passage + 1) return;
    last[word - 1] = passage + 1;
    for (const each of counts) each[word - 1] = (each[word - 1] ?? 0) + 1;
  };
  const [inText, above] = [[textHolders, holders], [holders]];
  for (let passage = 0; passage < index.titleOf.length; passage += 1) {
    for (const word of wordsIn(index, passage)) count(word, passage, inText);
    for (const word of titleWordsOf(index, passage)) count(word, passage, above);
    if (passage % stride === 0) yield;
  }
  return { textHolders, holders };
}

/** The words of a passage, in order: term + 1, or 0 for a stop word. */
export function wordsIn(
  { words, wordStarts }: Pick<PassageIndex, 'words' | 'wordStarts'>,
  passage: number,
): Uint32Array {
  return words.subarray(wordStarts[passage], wordStarts[passage + 1]);
}

/** The words of the title and heading above a passage. */
export function titleWordsOf(
  {
    titleOf,
    titleWords,
    titleStarts,
  }: Pick<PassageIndex, 'titleOf' | 'titleWords' | 'titleStarts'>,
  passage: number,
): Uint32Array {
  const title = titleOf[passage] ?? 0;
  return titleWords.subarray(titleStarts[title], titleStarts[title + 1]);
}
