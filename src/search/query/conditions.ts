import { type Word, wordsOf } from '../../language/words.ts';
import type { Article } from '../../library/article.ts';
import type { Required } from '../engine.ts';
import { meets, type Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The filters, phrases and exclusions of a query, read once for all passages. */
export class Conditions implements Required {
  /** Whether there are any at all. */
  readonly areNone: boolean;
  readonly filters: Query['filters'];
  readonly #phrases: readonly Phrase[];
  readonly #excluded: readonly Phrase[];
  readonly #met = new Map<Article, boolean>();

  constructor({ filters, phrases, excluded }: Query, vocabulary: Vocabulary) {
    this.areNone = filters.length + phrases.length + excluded.length === 0;
    this.filters = filters;
    this.#phrases = phrases.map((text) => readPhrase(text, ({ form }) => form, vocabulary));
    this.#excluded = excluded.map((text) =>
      readPhrase(text, ({ term, form }) => term ?? form, vocabulary),
    );
  }

  get runs(): readonly (readonly number[])[] {
    return this.#phrases.map(({ terms }) => terms);
  }

  /** Whether the words hold the phrases and none of the exclusions. */
  admits(terms: Uint32Array, read: () => readonly SpokenWord[]): boolean {
    if (!this.#phrases.every((phrase) => mayHold(terms, phrase))) return false;
    const excluded = this.#excluded.filter((phrase) => mayHold(terms, phrase));
    // Without a stop word, of which the index does not say which, there is nothing left to compare.
    if (excluded.some((phrase) => !phrase.terms.includes(0))) return false;
    if (this.#phrases.length === 0 && excluded.length === 0) return true;
    const words = read();
    return (
      this.#phrases.every((phrase) => holds(words, phrase)) &&
      !excluded.some((phrase) => holds(words, phrase))
    );
  }

  meets(article: Article): boolean {
    const known = this.#met.get(article) ?? meets(article, this.filters);
    this.#met.set(article, known);
    return known;
  }
}

type SpokenWord = Pick<Word, 'form' | 'term'>;

interface Phrase {
  /** What has to be the same of each word for the phrase to be held, and what it is of its own. */
  readonly key: (word: SpokenWord) => string;
  readonly keys: readonly string[];
  /** Its words as the index holds them: term + 1, 0 for a stop word, -1 for one that is not held. */
  readonly terms: readonly number[];
}

function readPhrase(text: string, key: Phrase['key'], vocabulary: Vocabulary): Phrase {
  const words = wordsOf(text);
  const terms = words.map(({ term }) =>
    term === undefined ? 0 : (vocabulary.numberOf(term) ?? -2) + 1,
  );
  return { key, keys: words.map(key), terms };
}

/** Far cheaper than `holds`, and never wrong when it says no. */
function mayHold(words: Uint32Array, { terms }: Phrase): boolean {
  const [first = 0] = terms;
  for (let at = words.indexOf(first); at !== -1; at = words.indexOf(first, at + 1)) {
    if (terms.every((term, i) => words[at + i] === term)) return true;
  }
  return terms.length === 0;
}

function holds(words: readonly SpokenWord[], { key, keys }: Phrase): boolean {
  return words.some((_, at) =>
    keys.every((part, i) => {
      const word = words[at + i];
      return word !== undefined && key(word) === part;
    }),
  );
}
