import { type AuthorName, shortName, sortedName, spokenName } from './author-name.ts';
import { italic, joined, type Printed, print, sentence, withComma, withStop } from './printed.ts';
import { datePartsOf, monthAndDay } from './printed-date.ts';
import { setQuotationMarks } from './quotation-marks.ts';
import {
  authorsOf,
  bracketed,
  linkOf,
  noteOfBrief,
  pageOf,
  type Source,
  titleWith,
} from './source.ts';

/** More than two are "et al." in notes, more than six in lists (Chicago 18, 13.23 and 13.78). */
const maxInNote = 2;
const maxInList = 6;
const namedOfMany = 3;

/**
 * Chicago 18, notes and bibliography: the note, with the place of the quote. A counted paragraph
 * would mislead there, so the heading stands for it, and the quoted words are the key to the place
 * (Chicago 18, 14.104 and the Q&A).
 */
export function chicagoNote(source: Source): Printed {
  const { record } = source;
  const { publisher } = record;
  const authors = namesInNote(authorsOf(record));
  const brief = noteOfBrief(source);
  const elements = [
    authors && bracketed(record, 'authors', authors),
    print(titleIn(source, withComma), publisher ? ' ' : '', container(source)),
  ];
  const tail = [monthAndYear(source), placeIn(source), linkOf(source)];
  const title = joined(elements, ', ');
  const gap = publisher ? ', ' : ' ';
  const note = print(title, gap, joined(tail, ', '), brief && ` (${brief})`);
  return sentence(note) ?? note;
}

/** Chicago 18, notes and bibliography: the entry of the bibliography. */
export function chicagoBibliography(source: Source): Printed {
  const { record } = source;
  const { url, authors } = record;
  const place = authors.length > 0 ? container(source) : undefined;
  return joined(
    [
      leadOf(source),
      titleIn(source, withStop),
      sentence(joined([place, monthAndYear(source)], ', ')),
      url && `${url}.`,
    ],
    ' ',
  );
}

/** Chicago 18, author and date: the entry of the list of references. */
export function chicagoReference(source: Source): Printed {
  const { record } = source;
  const { published, url, authors } = record;
  const parts = published && datePartsOf(published);
  const year = parts ? bracketed(record, 'published', parts.year) : 'n.d.';
  const day = parts && monthAndDay(parts);
  const lead = leadOf(source);
  const title = titleIn(source, withStop);
  const place = authors.length > 0 ? container(source) : undefined;
  const rest = joined([place, day && bracketed(record, 'published', day)], ', ');
  const stoppedYear = year.endsWith('.') ? year : `${year}.`;
  return joined(
    lead
      ? [lead, stoppedYear, title, sentence(rest), url && `${url}.`]
      : [title, stoppedYear, sentence(rest), url && `${url}.`],
    ' ',
  );
}

/** Chicago 18, author and date: the citation in the text, with the place of the quote. */
export function chicagoInText(source: Source): Printed {
  const { record } = source;
  const { published } = record;
  const names = shortNames(authorsOf(record));
  const lead = names
    ? print(bracketed(record, 'authors', names))
    : (container(source) ?? titleIn(source, (title) => title));
  const year = published ? bracketed(record, 'published', datePartsOf(published).year) : 'n.d.';
  const dated = joined([lead, year], published ? ' ' : ', ');
  return print('(', joined([dated, placeIn(source), noteOfBrief(source)], ', '), ')');
}

/** Whom the entry is sorted by: the authors, or the newspaper when nobody is named. */
function leadOf(source: Source): Printed | undefined {
  const { record } = source;
  const names = namesInList(authorsOf(record));
  if (names) return sentence(print(bracketed(record, 'authors', names)));
  return sentence(container(source));
}

function container({ record }: Source): Printed | undefined {
  const { publisher } = record;
  if (!publisher) return undefined;
  return record.inferred.includes('publisher')
    ? print('[', italic(publisher), ']')
    : print(italic(publisher));
}

function titleIn({ record }: Source, end: (title: string) => string): string {
  const title = titleWith(record, end, (each) => `“${setQuotationMarks(each, 'quoted')}”`);
  return bracketed(record, 'title', title);
}

function monthAndYear({ record }: Source): string {
  const parts = record.published && datePartsOf(record.published);
  if (!parts) return 'n.d.';
  const date = [monthAndDay(parts), parts.year].filter(Boolean).join(parts.day ? ', ' : ' ');
  return bracketed(record, 'published', date);
}

/** The page where the source has pages, else the heading above the words. */
function placeIn({ pinpoint }: Source): string | undefined {
  const page = pageOf(pinpoint);
  if (page) return page.isOfFile ? `PDF page ${page.text}` : page.text;
  const heading = pinpoint?.heading;
  return heading && withoutComma(`under “${setQuotationMarks(heading, 'quoted')}”`);
}

function withoutComma(text: string): string {
  return text.replace(/,(?=”$)/, '');
}

function namesInNote(authors: readonly AuthorName[]): string {
  const names = authors.map(spokenName);
  return names.length > maxInNote ? `${names[0]} et al.` : names.join(' and ');
}

function namesInList(authors: readonly AuthorName[]): string {
  const names = authors.map((name, index) =>
    index === 0 ? sortedName(name, 'Chicago') : spokenName(name),
  );
  const shown = names.length > maxInList ? names.slice(0, namedOfMany) : names;
  if (shown.length < names.length) return `${shown.join(', ')}, et al.`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')}, and ${last}`;
}

function shortNames(authors: readonly AuthorName[]): string {
  const names = authors.map(shortName);
  return names.length > maxInNote ? `${names[0]} et al.` : names.join(' and ');
}
