/** The `meta` elements of a page, by name and property in any case. */
export class Metadata {
  readonly #values = new Map<string, string[]>();

  constructor(document: Document) {
    for (const element of document.querySelectorAll('meta')) {
      const names = ['name', 'property', 'itemprop', 'http-equiv'].map((key) =>
        element.getAttribute(key),
      );
      const value = element.getAttribute('content')?.trim();
      for (const name of names) {
        const key = name?.trim().toLowerCase();
        if (!key || !value) continue;
        this.#values.set(key, [...(this.#values.get(key) ?? []), value]);
      }
    }
  }

  /** The first value of the first of these names that has one. */
  first(...names: readonly string[]): string | undefined {
    return names.map((name) => this.#values.get(name)?.[0]).find((value) => value !== undefined);
  }

  /** All values of the first of these names that has any. */
  all(...names: readonly string[]): readonly string[] {
    return names.map((name) => this.#values.get(name) ?? []).find(({ length }) => length > 0) ?? [];
  }
}
