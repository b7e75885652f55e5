import { type AuthorName, shortName, sortedName, spokenName } from './author-name.ts';
import { italic, joined, type Printed, print, sentence, withStop } from './printed.ts';
import { datePartsOf, shortMonthName } from './printed-date.ts';
import { setQuotationMarks } from './quotation-marks.ts';
import {
  authorsOf,
  bracketed,
  noteOfBrief,
  pageOf,
  type Source,
  titleOf as titleForms,
  titleWith,
} from './source.ts';

/** MLA 9: the entry of the list of works cited. An unknown date is left out (5.68). */
export function mlaEntry(source: Source): Printed {
  const { record } = source;
  const names = namesIn(authorsOf(record));
  const { publisher } = record;
  const container =
    publisher &&
    (record.inferred.includes('publisher')
      ? print('[', italic(publisher), ']')
      : print(italic(publisher)));
  return joined(
    [
      names && sentence(print(bracketed(record, 'authors', names))),
      titleOf(source),
      sentence(joined([container, dateOf(source), record.url], ', ')),
    ],
    ' ',
  );
}

/** MLA 9: the citation in the text. It takes numbers that the source prints, and none that one counts (6.26). */
export function mlaInText(source: Source): Printed {
  const { record, pinpoint } = source;
  const names = authorsOf(record).map(shortName);
  const [first = ''] = names;
  const authors = names.length > 2 ? `${first} et al.` : names.join(' and ');
  const lead = authors ? print(bracketed(record, 'authors', authors)) : titleInText(source);
  const page = pageOf(pinpoint);
  // A page that only the file counts is none that the source prints.
  const paged = joined([lead, page && !page.isOfFile ? page.text : undefined], ' ');
  return print('(', joined([paged, noteOfBrief(source)], '; '), ')');
}

function namesIn(authors: readonly AuthorName[]): string {
  const [first, second, ...more] = authors;
  if (!first) return '';
  if (!second) return sortedName(first, 'MLA');
  return `${sortedName(first, 'MLA')}, ${more.length > 0 ? 'et al.' : `and ${spokenName(second)}`}`;
}

/** An article stands in quotation marks; a work without a container in italics. */
function titleOf({ record }: Source): Printed | undefined {
  if (record.publisher) {
    const title = titleWith(record, withStop, (each) => `“${setQuotationMarks(each, 'quoted')}”`);
    return print(bracketed(record, 'title', title));
  }
  const { printed, original, translated } = titleForms(record);
  const behind = [original, translated].filter(Boolean).join(' ');
  const title = print(italic(setQuotationMarks(printed, 'bare')), behind && ` ${behind}`);
  return sentence(record.inferred.includes('title') ? print('[', title, ']') : print(title));
}

function titleInText({ record }: Source): Printed {
  const printed = record.publisher
    ? `“${setQuotationMarks(titleForms(record).printed, 'quoted')}”`
    : italic(setQuotationMarks(titleForms(record).printed, 'bare'));
  return record.inferred.includes('title') ? print('[', printed, ']') : print(printed);
}

function dateOf({ record }: Source): string | undefined {
  if (!record.published) return undefined;
  const { year, month, day } = datePartsOf(record.published);
  const date = [day, month && shortMonthName(month), year].filter(Boolean).join(' ');
  return bracketed(record, 'published', date);
}
