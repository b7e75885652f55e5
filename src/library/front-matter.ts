import { type ArticleRecord, inferableFields } from './article.ts';
import { cleanText } from './paragraphs.ts';
import { readPartialDate } from './partial-date.ts';
import { type Fields, isFields, readYamlFields, showValue } from './yaml-fields.ts';

/** Longest values that a record takes, in characters: a citation has to fit into a message. */
const longest = { id: 80, title: 400, author: 120, publisher: 200, url: 1000, file: 255 };
const mostAuthors = 30;

/** A record, or every reason why the front matter is none, each naming field, value and remedy. */
export type ReadRecord = { readonly record: ArticleRecord } | { readonly problems: string[] };

/** Reads an article's YAML front matter. Every value is taken as the text that stands there. */
export function readRecord(yaml: string): ReadRecord {
  // The line --- above it counts, so that messages name the file's line.
  const read = readYamlFields(`\n${yaml}`);
  return 'fields' in read
    ? recordOf(read.fields)
    : { problems: [`the front matter ${read.problem}`] };
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
    authors: read.authors(),
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
    const what = found === undefined ? 'is missing' : `is ${showValue(found)}`;
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

  authors(): string[] {
    const entries = this.#list('authors');
    const names = entries.map((entry) => (typeof entry === 'string' ? cleanText(entry) : ''));
    const fit = names.every((name) => name !== '' && name.length <= longest.author);
    if (fit && names.length <= mostAuthors) return names;
    this.#refuse(
      'authors',
      entries,
      `write a list of at most ${mostAuthors} names of at most ${longest.author} characters, such as [Andrew Hammond]`,
    );
    return [];
  }

  /** One value stands for a list of one. */
  #list(name: string): unknown[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
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
    // Slack takes | in an address for the beginning of a label.
    const address = url?.href.replaceAll('|', '%7C') ?? '';
    return /^https?:/.test(address) && address.length <= longest.url
      ? address
      : this.#refuse(
          'url',
          value,
          `write an http or https address of at most ${longest.url} characters, or leave it out`,
        );
  }

  inferred(): ArticleRecord['inferred'] {
    const entries = this.#list('inferred');
    const known = inferableFields.filter((field) => entries.includes(field));
    if (known.length === entries.length) return known;
    this.#refuse(
      'inferred',
      entries,
      `write names out of ${inferableFields.join(', ')}, each once, such as [published]`,
    );
    return [];
  }

  source(): ArticleRecord['source'] {
    const value = this.#take('source');
    if (value === undefined) return undefined;
    const { file, sha256, ...others } = isFields(value) ? value : {};
    const isName = typeof file === 'string' && file !== '' && file === cleanText(file);
    const isDigest = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
    if (isName && isDigest && file.length <= longest.file && Object.keys(others).length === 0) {
      return { file, sha256 };
    }
    return this.#refuse(
      'source',
      value,
      'write { file: name, sha256: 64 lower-case hexadecimal digits }, or leave it out',
    );
  }

  reportUnknown(): void {
    for (const name of Object.keys(this.#fields)) {
      if (this.#known.has(name)) continue;
      this.#problems.push(
        `${showValue(name)} is no field; the fields are ${[...this.#known].join(', ')}`,
      );
    }
  }
}
