import { initialedName, shortName } from './author-name.ts';
import {
  italic,
  joined,
  type Printed,
  print,
  type Run,
  sentence,
  withComma,
  withStop,
} from './printed.ts';
import { datePartsOf, monthAndDay } from './printed-date.ts';
import { setQuotationMarks } from './quotation-marks.ts';
import {
  authorsOf,
  bracketed,
  noteOfBrief,
  pageOf,
  type Source,
  titleOf as titleForms,
} from './source.ts';

/** More than 20 authors: the first 19 and the last (APA 7, 9.8). */
const maxAuthors = 20;

/** APA 7: the entry of the list of references. */
export function apaReference(source: Source): Printed {
  const { record } = source;
  const { url } = record;
  const names = namesIn(source);
  const title = titleOf(source);
  const date = `(${dateOf(source)}).`;
  const lead = names && sentence(print(bracketed(record, 'authors', names)));
  const place = record.publisher && withStop(record.publisher);
  const publisher =
    place &&
    (record.inferred.includes('publisher')
      ? print('[', slanted(record.publisher ?? ''), '].')
      : print(slanted(record.publisher ?? ''), place === record.publisher ? '' : '.'));
  return joined(
    lead ? [lead, date, sentence(title), publisher, url] : [sentence(title), date, publisher, url],
    ' ',
  );
}

/**
 * APA 7: the citation in the text. For texts without page numbers it takes a heading with the
 * paragraph below it, or a paragraph that one counts oneself (8.28).
 */
export function apaInText(source: Source): Printed {
  const { record, pinpoint } = source;
  const names = authorsOf(record).map(shortName);
  const [first = ''] = names;
  const authors = names.length > 2 ? `${first} et al.` : names.join(' & ');
  const { published } = record;
  const year = published ? bracketed(record, 'published', datePartsOf(published).year) : 'n.d.';
  const lead = authors ? print(bracketed(record, 'authors', authors), ',') : titleInText(source);
  const place = pinpoint && placeOf(pinpoint);
  return print('(', lead, ' ', joined([year, place, noteOfBrief(source)], ', '), ')');
}

function placeOf(pinpoint: NonNullable<Source['pinpoint']>): string {
  const { heading, underHeading, paragraph } = pinpoint;
  const page = pageOf(pinpoint);
  if (page) {
    const mark = page.text.includes('–') ? 'pp.' : 'p.';
    return `${page.isOfFile ? 'PDF ' : ''}${mark} ${page.text}`;
  }
  return heading
    ? `“${setQuotationMarks(heading, 'quoted')}” section, para. ${underHeading}`
    : `para. ${paragraph}`;
}

function namesIn({ record }: Source): string {
  const names = authorsOf(record).map(initialedName);
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return names.length > maxAuthors
    ? `${names.slice(0, maxAuthors - 1).join(', ')}, . . . ${last}`
    : `${names.slice(0, -1).join(', ')}, & ${last}`;
}

/** An article's title stands plain beside its newspaper; without one it is the work itself. */
function titleOf({ record }: Source): Printed {
  const { printed, translated } = titleForms(record);
  const title = [setQuotationMarks(printed, 'bare'), translated].filter(Boolean).join(' ');
  const piece = record.publisher ? title : slanted(title);
  return record.inferred.includes('title') ? print('[', piece, ']') : print(piece);
}

/** The title with its comma, as it stands before the year. */
function titleInText({ record }: Source): Printed {
  if (record.publisher) {
    const title = withComma(`“${setQuotationMarks(titleForms(record).printed, 'quoted')}”`);
    return print(bracketed(record, 'title', title));
  }
  const title = setQuotationMarks(titleForms(record).printed, 'bare');
  const printed = title.endsWith('”') ? [italic(withComma(title))] : [italic(title), ','];
  return record.inferred.includes('title') ? print('[', ...printed, ']') : print(...printed);
}

/** APA sets names in italics in every script. */
function slanted(text: string): Run {
  return { text, italic: true };
}

function dateOf({ record }: Source): string {
  if (!record.published) return 'n.d.';
  const parts = datePartsOf(record.published);
  const day = monthAndDay(parts);
  return bracketed(record, 'published', day ? `${parts.year}, ${day}` : parts.year);
}
