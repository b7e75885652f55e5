import type { ArticleRecord } from './article.ts';
import { type FieldReader, isFields } from './field-reader.ts';
import { cleanText } from './paragraphs.ts';

const maxAuthorLength = 120;
const maxAuthors = 30;

const listOfNames = `write a list of at most ${maxAuthors} names of at most ${maxAuthorLength} characters, such as [Andrew Hammond]`;

/** The authors of a record, and which of them are organisations. */
type Authors = Pick<ArticleRecord, 'authors' | 'organisations'>;

/**
 * Reads `authors`: a list of names, or one of them. A name in braces is whole, as in BibTeX:
 * `"{RAND Corporation}"`; so is every name beside `organisation: true`.
 */
export function readAuthors(read: FieldReader): Authors {
  const entries = read.list('authors');
  const areOrganisations = read.oneOf('organisation', ['true', 'false'] as const) === 'true';
  const names = entries.map((entry) => nameOf(entry));
  if (!areFit(names.map(({ name }) => name))) {
    read.refuse('authors', entries, listOfNames);
    return { authors: [] };
  }
  const several = names.find(({ name, isWhole }) => !isWhole && areSeveral(name));
  if (several) {
    const remedy =
      'write each name by itself, such as [Jane Doe, John Roe]; write "{…}" around one';
    read.refuse('authors', several.name, `${remedy} that is whole`);
  }
  const whole = names.filter(({ isWhole }) => isWhole || areOrganisations);
  return {
    authors: names.map(({ name }) => name),
    ...(whole.length > 0 && { organisations: whole.map(({ name }) => name) }),
  };
}

/** Reads `authorsRomanised`, which stands beside `authors` name by name. */
export function readRomanisedAuthors(
  read: FieldReader,
  authors: readonly string[],
): readonly string[] | undefined {
  const entries = read.list('authorsRomanised');
  const names = entries.map((entry) => nameOf(entry).name);
  if (entries.length === 0) return undefined;
  if (areFit(names) && names.length === authors.length) return names;
  return read.refuse(
    'authorsRomanised',
    entries,
    `write the names of \`authors\` in Latin letters, as many and in the same order`,
  );
}

function areFit(names: readonly string[]): boolean {
  const fit = names.every((name) => name !== '' && name.length <= maxAuthorLength);
  return fit && names.length <= maxAuthors;
}

/** Braces without quotation marks around them are a list of fields to YAML. */
function nameOf(entry: unknown): { readonly name: string; readonly isWhole: boolean } {
  if (isFields(entry)) {
    const [name, ...others] = Object.keys(entry);
    const isBraced = name !== undefined && others.length === 0 && !entry[name];
    return { name: isBraced ? cleanText(name) : '', isWhole: true };
  }
  const text = typeof entry === 'string' ? cleanText(entry) : '';
  const [, within] = /^\{(.+)\}$/.exec(text) ?? [];
  return { name: within?.trim() ?? text, isWhole: within !== undefined };
}

const person = String.raw`\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}`;
const persons = new RegExp(`^${person}(?:,|,? and|,? &) ${person}$`, 'u');

/** Whether one name is several: a citation would make initials of the first of them. */
function areSeveral(name: string): boolean {
  return /;|\bet al\b/.test(name) || persons.test(name);
}
