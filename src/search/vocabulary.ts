import SearchableMap from 'minisearch/SearchableMap';
import type { Background } from './background.ts';
import type { Word } from './words.ts';

/** How many passages of general English are mixed into the counts. */
const smoothing = 100;
const passageWords = 100;

/** Which words the library holds, and in how many passages. */
export class Vocabulary {
  readonly #passages = new Map<string, number>();
  readonly #forms = new SearchableMap<{ readonly term: string; count: number }>();
  readonly #background: Background;
  #size = 0;

  constructor(background: Background) {
    this.#background = background;
  }

  /**
   * Counts the words of one more passage. Those of its titles are held, but not counted again with
   * each passage: a name in a title would look as common as its article is long.
   */
  add(words: readonly Word[], titles: readonly Word[]): void {
    this.#size += 1;
    const terms = new Set<string>();
    for (const { form, term } of [...words, ...titles]) {
      if (term === undefined) continue;
      const known = this.#forms.get(form);
      if (known) known.count += 1;
      else this.#forms.set(form, { term, count: 1 });
      if (!this.#passages.has(term)) this.#passages.set(term, 0);
    }
    for (const { term } of words) if (term !== undefined) terms.add(term);
    for (const term of terms) this.#passages.set(term, (this.#passages.get(term) ?? 0) + 1);
  }

  /** Whether any passage or title holds the term. */
  has(term: string): boolean {
    return this.#passages.has(term);
  }

  /**
   * Inverse document frequency, ln((N + μ + 1) / (n + μ b + 0.5)), where b is the chance that a
   * passage of general English of the usual length holds the term. In a small library, where every
   * count is small, the background decides (Dirichlet smoothing, Zhai & Lafferty 2004, with μ
   * passages); in a large one the library does.
   */
  idf(term: string): number {
    const expected = 1 - (1 - 2 ** -this.#background.bitsOf(term)) ** passageWords;
    const n = this.#passages.get(term) ?? 0;
    return Math.log((this.#size + smoothing + 1) / (n + smoothing * expected + 0.5));
  }

  /**
   * The held word that a misspelt one most likely stands for: same first letter, one edit in words
   * of 4 to 7 letters, two in longer ones; the fewest edits, then the most frequent word.
   */
  nearest(form: string): { readonly form: string; readonly term: string } | undefined {
    if (form.length < 4 || /\d/.test(form)) return undefined;
    const edits = form.length < 8 ? 1 : 2;
    const candidates = [...this.#forms.fuzzyGet(form, edits)]
      .filter(([candidate]) => candidate[0] === form[0] && candidate.length > 3)
      .sort(([, [a, near]], [, [b, far]]) => near - far || b.count - a.count);
    const [best] = candidates;
    return best && { form: best[0], term: best[1][0].term };
  }
}
