import { degrees, honorifics } from './name-words.ts';

/** A byline's name without titles and ranks before it, and degrees and brackets behind it. */
export function bareName(printed: string): string {
  const plain = printed
    .replace(/\s*\([^()]*\)|\s+@\w+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = plain.split(/\s*,\s*/).filter((part, at) => at === 0 || !isDegree(part));
  const [first = '', ...others] = parts;
  let words = first.split(' ');
  while (words.length > 2 && isDegree(words.at(-1) ?? '')) words = words.slice(0, -1);
  // Two words have to be left, or one that stands before a comma.
  const fewest = others.length > 0 ? 1 : 2;
  while (words.length > fewest && honorifics.has(keyOf(words[0] ?? ''))) words = words.slice(1);
  const name = [words.join(' '), ...others].join(', ');
  return name || printed;
}

function isDegree(word: string): boolean {
  return degrees.has(keyOf(word));
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}
