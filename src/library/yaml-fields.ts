import { parseDocument } from 'yaml';
import { cleanText } from './paragraphs.ts';

/** The value of each name; every single value is the text that stands there. */
export type Fields = Readonly<Record<string, unknown>>;

/** Every reason why a file can't be taken. */
export interface Unreadable {
  readonly problems: readonly string[];
}

/** Aliases let a few lines stand for millions of values; this many are taken. */
const maxAliases = 10;

/** Longest part of a value that a message repeats, in characters. */
const maxShownLength = 60;

/** Reads a list of `name: value` lines, or says why it is none. */
export function readYamlFields(
  yaml: string,
): { readonly fields: Fields } | { readonly problem: string } {
  // The failsafe schema keeps `title: 1984` and `published: 2017` as text.
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'error' });
  const [broken] = document.errors;
  if (broken) return { problem: `is not YAML: ${broken.message.split('\n')[0]}` };
  try {
    const fields: unknown = document.toJS({ maxAliasCount: maxAliases }) ?? {};
    return isFields(fields) ? { fields } : { problem: 'is no list of `name: value` lines' };
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` };
  }
}

/** Tells whether a value is a list of names with values. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message repeats it: between quotation marks, in one line, not too long. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${cleanText(text.slice(0, maxShownLength))}${text.length > maxShownLength ? '…' : ''}"`;
}
