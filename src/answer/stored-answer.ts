import type { Span } from '../language/sentences.ts';
import type { Library } from '../library/library.ts';
import { paragraphOf } from '../library/library.ts';
import type { CitedQuote } from './answer.ts';
import { cite } from './citation.ts';

/** A quote as it is stored: by reference, with what its words came to. */
interface StoredQuote extends Span {
  readonly article: string;
  readonly paragraph: number;
  readonly matches: readonly Span[];
  readonly fingerprint: number;
}

/** Writes the quotes of an answer down as ids and offsets: JSON, without a word of the articles. */
export function storeQuotes(quotes: readonly CitedQuote[]): string {
  const stored = quotes.map(
    ({ article, paragraph, start, end, matches, text }): StoredQuote => ({
      article,
      paragraph,
      start,
      end,
      matches,
      fingerprint: fingerprintOf(text),
    }),
  );
  return JSON.stringify(stored);
}

/**
 * The quotes that were stored, word for word as they were shown then; undefined when the library no
 * longer holds exactly these words at these places.
 */
export function restoreQuotes(json: string, library: Library): CitedQuote[] | undefined {
  const quotes: CitedQuote[] = [];
  for (const { fingerprint, ...stored } of JSON.parse(json) as StoredQuote[]) {
    const { article: id, paragraph: number, start, end } = stored;
    const article = library.articles.get(id);
    const paragraph = paragraphOf(library, id, number);
    const text = paragraph?.text.slice(start, end) ?? '';
    if (!article || !paragraph || fingerprintOf(text) !== fingerprint) return undefined;
    quotes.push({ ...stored, text, score: 0, citation: cite(article, paragraph, { start, end }) });
  }
  return quotes;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): enough to notice a changed text. */
function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
