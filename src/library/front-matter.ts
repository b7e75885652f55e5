import { parseDocument } from 'yaml';
import { type ArticleRecord, inferableFields } from './article.ts';
import { cleanText } from './paragraphs.ts';
import { readPartialDate } from './partial-date.ts';

/** Longest values that a record takes, in characters: a citation has to fit into a message. */
const longest = { id: 80, title: 400, author: 120, publisher: 200, url: 1000, file: 255 };
const mostAuthors = 30;

type Fields = Readonly<Record<string, unknown>>;

/** A record, or every reason why the front matter is none, each naming field, value and remedy. */
export type ReadRecord = { readonly record: ArticleRecord } | { readonly problems: string[] };

/** Reads an article's YAML front matter. Every value is taken as the text that stands there. */
export function readRecord(yaml: string): ReadRecord {
  // The failsafe schema keeps `title: 1984` and `published: 2017` as text.
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const [broken] = document.errors;
  if (broken)
    return { problems: [`the front matter is not YAML: ${broken.message.split('\n')[0]}`] };
  let fields: unknown;
  try {
    fields = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return { problems: [`the front matter cannot be read: ${(error as Error).message}`] };
  }
  if (!isFields(fields)) {
    return { problems: ['the front matter is no list of `name: value` lines'] };
  }
  return recordOf(fields);
}

function recordOf(fields: Fields): ReadRecord {
  const problems: string[] = [];
  const read = new FieldReader(fields, problems);
  const record: ArticleRecord = {
    id:
      read.matching(
        'id',
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        longest.id,
        'lower-case words joined by hyphens, such as hammond-2017',
      ) ?? '',
    title: read.text('title', longest.title) ?? '',
    authors: read.list('authors', longest.author, mostAuthors),
    publisher: read.text('publisher', longest.publisher, 'optional'),
    published: read.published(),
    url: read.url(),
    language:
      read.matching(
        'language',
        /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
        35,
        'a language code such as en',
        'optional',
      ) ?? 'en',
    text: read.oneOf('text', ['original', 'brief'] as const) ?? 'original',
    inferred: read.inferred(),
    source: read.source(),
  };
  read.reportUnknown();
  return problems.length > 0 ? { problems } : { record: withoutAbsent(record) };
}

function withoutAbsent(record: ArticleRecord): ArticleRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as ArticleRecord;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}

/** Takes one field after the other and notes what is wrong with each. */
class FieldReader {
  readonly #fields: Fields;
  readonly #problems: string[];
  readonly #known = new Set<string>();

  constructor(fields: Fields, problems: string[]) {
    this.#fields = fields;
    this.#problems = problems;
  }

  #take(name: string): unknown {
    this.#known.add(name);
    const value = this.#fields[name];
    return value === '' || value === null ? undefined : value;
  }

  #refuse(name: string, found: unknown, remedy: string): undefined {
    const what = found === undefined ? 'is missing' : `is ${shown(found)}`;
    this.#problems.push(`\`${name}\` ${what}; ${remedy}`);
    return undefined;
  }

  text(name: string, most: number, optional?: 'optional'): string | undefined {
    const value = this.#take(name);
    if (value === undefined && optional) return undefined;
    if (typeof value !== 'string') return this.#refuse(name, value, `write one line of text`);
    const text = cleanText(value);
    if (text === '') return this.#refuse(name, value, 'write some text');
    if (text.length > most) return this.#refuse(name, text, `write at most ${most} characters`);
    return text;
  }

  matching(
    name: string,
    pattern: RegExp,
    most: number,
    form: string,
    optional?: 'optional',
  ): string | undefined {
    const value = this.#take(name);
    if (value === undefined && optional) return undefined;
    if (typeof value === 'string' && value.length <= most && pattern.test(value)) return value;
    return this.#refuse(name, value, `write ${form}`);
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const choice = choices.find((known) => known === value);
    return choice ?? this.#refuse(name, value, `write ${choices.join(' or ')}`);
  }

  list(name: string, mostCharacters: number, mostEntries: number): string[] {
    const value = this.#take(name);
    const entries = value === undefined ? [] : Array.isArray(value) ? value : [value];
    const texts = entries.map((entry) => (typeof entry === 'string' ? cleanText(entry) : ''));
    const fits = texts.every((text) => text !== '' && text.length <= mostCharacters);
    if (fits && texts.length <= mostEntries) return texts;
    this.#refuse(
      name,
      value,
      `write a list of at most ${mostEntries} names, such as [Andrew Hammond]`,
    );
    return [];
  }

  published(): ArticleRecord['published'] {
    const value = this.#take('published');
    if (value === undefined) return undefined;
    const date = typeof value === 'string' ? readPartialDate(value) : undefined;
    return (
      date ?? this.#refuse('published', value, 'write YYYY, YYYY-MM or YYYY-MM-DD, or leave it out')
    );
  }

  url(): string | undefined {
    const value = this.#take('url');
    if (value === undefined) return undefined;
    const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
    const usable = url && /^https?:$/.test(url.protocol) && url.href.length <= longest.url;
    return usable
      ? url.href
      : this.#refuse('url', value, 'write an http or https address, or leave it out');
  }

  inferred(): ArticleRecord['inferred'] {
    const names = this.list('inferred', 20, inferableFields.length);
    const known = inferableFields.filter((field) => names.includes(field));
    if (known.length === names.length) return known;
    this.#refuse('inferred', names, `write names out of ${inferableFields.join(', ')}`);
    return known;
  }

  source(): ArticleRecord['source'] {
    const value = this.#take('source');
    if (value === undefined) return undefined;
    const { file, sha256 } = isFields(value) ? value : {};
    const named = typeof file === 'string' && file !== '' && file.length <= longest.file;
    if (named && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256))
      return { file, sha256 };
    return this.#refuse(
      'source',
      value,
      'write { file: name, sha256: 64 hexadecimal digits }, or leave it out',
    );
  }

  reportUnknown(): void {
    for (const name of Object.keys(this.#fields)) {
      if (this.#known.has(name)) continue;
      this.#problems.push(`\`${name}\` is no field; the fields are ${[...this.#known].join(', ')}`);
    }
  }
}
