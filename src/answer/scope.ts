import { months } from '../language/calendar.ts';
import { isSameAct } from '../language/english/acts.ts';
import { isSameName, numeralsOf } from '../language/english/same-name.ts';
import { wordsOf } from '../language/words.ts';
import type { Article } from '../library/article.ts';
import type { Concept } from '../search/query/concept.ts';

/** Some text, and whether it says what a question names, be it in another form. */
export class Scope {
  readonly #texts: readonly string[];
  readonly #terms: ReadonlySet<string>;
  readonly #forms: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const words = texts.flatMap((text) => wordsOf(text, false));
    this.#terms = new Set(words.flatMap(({ term }) => term ?? []));
    this.#forms = [...new Set(words.map(({ form }) => form))];
  }

  /** Whether one of the concept's names stands here; of a name or number also "Korean" for Korea, "NYC" or "eighth". */
  holds({ alternatives, role, typed }: Concept): boolean {
    if (alternatives.some(({ terms }) => terms.every((term) => this.#terms.has(term)))) return true;
    if (role === 'number') return numeralsOf(typed).some((term) => this.#terms.has(term));
    if (role !== 'name') return false;
    return this.#spellsOut(typed) || this.#namesOtherwise(typed);
  }

  /** Whether a word of the same act stands here: "awarded" for decoration. */
  tellsOf({ typed }: Concept): boolean {
    const asked = wordsOf(typed, false).flatMap(({ term }) => term ?? []);
    return asked.some((one) => [...this.#terms].some((other) => isSameAct(one, other)));
  }

  #namesOtherwise(typed: string): boolean {
    const words = wordsOf(typed, false);
    return words.every(({ form }) => this.#forms.some((other) => isSameName(form, other)));
  }

  /** "New York City" for NYC. */
  #spellsOut(typed: string): boolean {
    if (!/^\p{Lu}{2,6}$/u.test(typed)) return false;
    const words = [...typed].map((letter) => String.raw`${letter}\p{L}+`);
    const pattern = String.raw`(?<!\p{L})${words.join(String.raw`[\s-]+(?:(?:of|the|and|for|in)\s+)*`)}`;
    return this.#texts.some((text) => new RegExp(pattern, 'u').test(text));
  }
}

/** What a citation says of an article, and when it was published in words. */
export function recordOf({ title, authors, publisher, published }: Article): string[] {
  const month = months[Number(published?.split('-')[1]) - 1];
  return [title, ...authors, publisher, published, month].filter((text) => text !== undefined);
}
