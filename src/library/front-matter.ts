import { type ArticleRecord, inferableFields, reviewableFields } from './article.ts';
import { readAuthors, readRomanisedAuthors } from './author-fields.ts';
import { FieldReader, type Fields, isFields, readYamlFields, webAddress } from './field-reader.ts';
import { cleanText } from './paragraphs.ts';
import { readPartialDate } from './partial-date.ts';

/** Longest values that a record takes, in characters: a citation has to fit into a message. */
const longest = { id: 80, title: 400, publisher: 200, url: 1000, file: 255, page: 40 };

/** A record, and the page of each paragraph where the article has pages. */
export interface FrontMatter {
  readonly record: ArticleRecord;
  readonly pages?: readonly string[];
}

/** Front matter, or every reason why it is none, each naming field, value and remedy. */
export type ReadRecord = FrontMatter | { readonly problems: string[] };

/** Reads an article's YAML front matter. Every value is taken as the text that stands there. */
export function readRecord(yaml: string): ReadRecord {
  // The line --- above it counts, so that messages name the file's line.
  const read = readYamlFields(`\n${yaml}`);
  if ('problem' in read) return { problems: [`the front matter ${read.problem}`] };
  return readRecordFields(read.fields);
}

/** Reads the fields of a record, whatever they were written in; the texts of people, unchecked. */
export function readRecordFields(given: Fields): ReadRecord {
  const problems: string[] = [];
  const fields = new FieldReader(given, problems);
  const record = readFields(fields);
  const pages = readPages(fields);
  fields.reportUnknown();
  return problems.length > 0
    ? { problems }
    : { record: withoutAbsent(record), ...(pages && { pages }) };
}

function readFields(read: FieldReader): ArticleRecord {
  const id = read.matching(
    'id',
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    longest.id,
    'lower-case words joined by hyphens, such as hammond-2017',
  );
  const people = readAuthors(read);
  return {
    id: id ?? '',
    title: read.text('title', longest.title) ?? '',
    titleRomanised: read.text('titleRomanised', longest.title, 'optional'),
    titleTranslated: read.text('titleTranslated', longest.title, 'optional'),
    authors: people.authors,
    authorsRomanised: readRomanisedAuthors(read, people.authors),
    organisations: people.organisations,
    publisher: read.text('publisher', longest.publisher, 'optional'),
    published: read.date('published'),
    url: read.url('url', longest.url),
    language: languageOf(read),
    text: read.oneOf('text', ['original', 'brief'] as const) ?? 'original',
    inferred: read.someOf('inferred', inferableFields),
    review: reviewOf(read),
    source: sourceOf(read),
  };
}

function languageOf(read: FieldReader): string {
  const code = read.matching(
    'language',
    /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
    35,
    'a language code such as en',
    'optional',
  );
  return code ?? 'en';
}

function reviewOf(read: FieldReader): ArticleRecord['review'] {
  const fields = read.someOf('review', reviewableFields);
  return fields.length > 0 ? fields : undefined;
}

function sourceOf(read: FieldReader): ArticleRecord['source'] {
  const value = read.take('source');
  if (value === undefined) return undefined;
  const { file, sha256, url, retrieved, ...others } = isFields(value) ? value : {};
  const isName = typeof file === 'string' && file !== '' && file === cleanText(file);
  const isDigest = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  const address = typeof url === 'string' ? webAddress(url) : undefined;
  const day = typeof retrieved === 'string' ? readPartialDate(retrieved) : undefined;
  const isAddress = url === undefined || (address?.length ?? Infinity) <= longest.url;
  const isDay = retrieved === undefined || day?.length === 'YYYY-MM-DD'.length;
  const isKnown = Object.keys(others).length === 0 && isAddress && isDay;
  if (isName && isDigest && isKnown && file.length <= longest.file) {
    return { file, sha256, ...(address && { url: address }), ...(day && { retrieved: day }) };
  }
  return read.refuse(
    'source',
    value,
    'write { file: name, sha256: 64 lower-case hexadecimal digits }, with url and retrieved (YYYY-MM-DD) where it was fetched, or leave it out',
  );
}

function readPages(read: FieldReader): readonly string[] | undefined {
  const entries = read.list('pages');
  const pages = entries.map((entry) => (typeof entry === 'string' ? cleanText(entry) : ''));
  if (entries.length === 0) return undefined;
  if (pages.every((page) => page !== '' && page.length <= longest.page)) return pages;
  return read.refuse(
    'pages',
    entries,
    'write one page for each paragraph, in order, such as [1, 1, 1-2, PDF 9]',
  );
}

function withoutAbsent(record: ArticleRecord): ArticleRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as ArticleRecord;
}
