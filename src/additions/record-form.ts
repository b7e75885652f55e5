import type { Article, ArticleRecord, InferableField } from '../library/article.ts';
import { readRecordFields } from '../library/front-matter.ts';

/** The fields of a record that people correct. */
export const formFields = [
  'title',
  'titleRomanised',
  'titleTranslated',
  'authors',
  'authorsRomanised',
  'organisations',
  'publisher',
  'published',
  'url',
  'language',
  'text',
] as const;
export type FormField = (typeof formFields)[number];

/** What was typed into each; several names stand in lines of their own. */
export type Typed = Readonly<Record<FormField, string>>;

/** A record as it was typed, and which of its parts stay in brackets as deduced. */
export interface TypedRecord {
  readonly typed: Typed;
  readonly inferred: readonly InferableField[];
}

/** The record that was typed, or what is wrong with which field. */
export type ReadForm =
  | { readonly article: Article }
  | { readonly problems: Readonly<Partial<Record<FormField, string>>> };

/** What a form shows of an article's record at first. */
export function typedOf(record: ArticleRecord): Typed {
  const { authors, authorsRomanised = [], organisations = [] } = record;
  const text = (name: FormField) => String(record[name] ?? '');
  return {
    title: record.title,
    titleRomanised: text('titleRomanised'),
    titleTranslated: text('titleTranslated'),
    authors: authors.join('\n'),
    authorsRomanised: authorsRomanised.join('\n'),
    organisations: organisations.join('\n'),
    publisher: text('publisher'),
    published: text('published'),
    url: text('url'),
    language: record.language,
    text: record.text,
  };
}

/**
 * Reads what was typed with the reader of records, so that its messages are the same. A part that was
 * changed is stated from then on, and nothing is left to be looked over.
 */
export function readForm(before: Article, { typed, inferred }: TypedRecord): ReadForm {
  const { organisations: whole, ...fields } = typed;
  const organisations = linesOf(whole);
  const authors = linesOf(typed.authors);
  const stranger = organisations.find((name) => !authors.includes(name));
  const read = readRecordFields({
    ...fields,
    authors: authors.map((name) => (organisations.includes(name) ? `{${name}}` : name)),
    authorsRomanised: linesOf(typed.authorsRomanised),
    id: before.id,
    inferred: inferred.filter((field) => typed[field] === typedOf(before)[field]),
    source: before.source && { ...before.source },
  });
  const problems = 'problems' in read ? byField(read.problems) : {};
  if (stranger !== undefined) {
    problems.organisations = `\`organisations\` names "${stranger}", which is none of the authors; write it as it stands there`;
  }
  if ('problems' in read || stranger !== undefined) return { problems };
  return { article: { ...read.record, paragraphs: before.paragraphs } };
}

function linesOf(text: string): string[] {
  return text
    .split(/\n|;\s/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Each message begins with the name of its field. */
function byField(problems: readonly string[]): Partial<Record<FormField, string>> {
  const found: Partial<Record<FormField, string>> = {};
  for (const problem of problems) {
    const [, name] = /^`(\w+)`/.exec(problem) ?? [];
    found[formFields.find((field) => field === name) ?? 'title'] ??= problem;
  }
  return found;
}
