import { parseDocument } from 'yaml';
import { cleanText } from './paragraphs.ts';
import { type PartialDate, readPartialDate } from './partial-date.ts';

/** Takes one field of a record after the other, and notes what is wrong with each. */
export class FieldReader {
  readonly #fields: Fields;
  readonly #problems: string[];
  readonly #known = new Set<string>();

  constructor(fields: Fields, problems: string[]) {
    this.#fields = fields;
    this.#problems = problems;
  }

  /** The value of a name; undefined for nothing. */
  take(name: string): unknown {
    this.#known.add(name);
    const value = this.#fields[name];
    return value === '' || value === null ? undefined : value;
  }

  /** Notes that a field cannot be taken, and what to write instead. */
  refuse(name: string, found: unknown, remedy: string): undefined {
    const what = found === undefined ? 'is missing' : `is ${showValue(found)}`;
    this.#problems.push(`\`${name}\` ${what}; ${remedy}`);
    return undefined;
  }

  text(name: string, max: number, optional?: 'optional'): string | undefined {
    const value = this.take(name);
    if (value === undefined && optional) return undefined;
    if (typeof value !== 'string') return this.refuse(name, value, `write one line of text`);
    const text = cleanText(value);
    if (text === '') return this.refuse(name, value, 'write some text');
    if (text.length > max) return this.refuse(name, text, `write at most ${max} characters`);
    return text;
  }

  matching(
    name: string,
    pattern: RegExp,
    max: number,
    form: string,
    optional?: 'optional',
  ): string | undefined {
    const value = this.take(name);
    if (value === undefined && optional) return undefined;
    if (typeof value === 'string' && value.length <= max && pattern.test(value)) return value;
    return this.refuse(name, value, `write ${form}`);
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    const choice = choices.find((known) => known === value);
    return choice ?? this.refuse(name, value, `write ${choices.join(' or ')}`);
  }

  /** Some of the choices, each once; one value stands for a list of one. */
  someOf<T extends string>(name: string, choices: readonly T[]): T[] {
    const entries = this.list(name);
    const known = choices.filter((choice) => entries.includes(choice));
    if (known.length === entries.length) return known;
    const [example] = choices;
    this.refuse(
      name,
      entries,
      `write names out of ${choices.join(', ')}, each once, such as [${example}]`,
    );
    return [];
  }

  /** One value stands for a list of one. */
  list(name: string): unknown[] {
    const value = this.take(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }

  date(name: string): PartialDate | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    const date = typeof value === 'string' ? readPartialDate(value) : undefined;
    return date ?? this.refuse(name, value, 'write YYYY, YYYY-MM or YYYY-MM-DD, or leave it out');
  }

  url(name: string, max: number): string | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    const address = typeof value === 'string' ? webAddress(value) : undefined;
    if (address && address.length <= max) return address;
    const remedy = `write an http or https address of at most ${max} characters, or leave it out`;
    return this.refuse(name, value, remedy);
  }

  /** Notes every field that nobody took. */
  reportUnknown(): void {
    for (const name of Object.keys(this.#fields)) {
      if (this.#known.has(name)) continue;
      this.#problems.push(
        `${showValue(name)} is no field; the fields are ${[...this.#known].join(', ')}`,
      );
    }
  }

  /** The fields within a field, to be taken in the same way. */
  within(name: string): FieldReader | undefined {
    const value = this.take(name);
    return isFields(value) ? new FieldReader(value, this.#problems) : undefined;
  }
}

/** An http or https address as it is kept; undefined for anything else. */
export function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // Slack takes | in an address for the beginning of a label.
  return url.href.replaceAll('|', '%7C');
}

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
