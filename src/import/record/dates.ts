import { monthNumber, monthPattern } from '../../language/calendar.ts';
import { type PartialDate, readPartialDate } from '../../library/partial-date.ts';

/** A date with its year that stands in a text, as precise and in the day of the page itself. */
export interface FoundDate {
  readonly date: PartialDate;
  /** False where day and month could be the other way round: `03/05/2024` is only a year. */
  readonly isCertain: boolean;
  readonly start: number;
  readonly end: number;
}

const year = String.raw`(?<year>[12]\d{3})`;
const month = String.raw`(?<month>${monthPattern})\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.)?`;
const edge = String.raw`(?<![\p{L}\p{N}])`;
const close = String.raw`(?![\p{L}\p{N}])`;
const numerals = '〇一二三四五六七八九十';

/** The ways in which papers write a date with its year, most precise first. */
const forms = [
  String.raw`${edge}${year}(?<mark>[-/.])(?<digits>\d{1,2})\k<mark>(?<day>\d{1,2})(?:T\d{2}:?\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?${close}`,
  String.raw`(?<!\d)(?<year>[12]\d{3})\s*年\s*(?<digits>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号號]`,
  `(?<han>[${numerals}]{4})年(?<hanMonth>[${numerals}]{1,3})月(?<hanDay>[${numerals}]{1,3})[日号號]`,
  String.raw`${edge}${month}\s+${day},?\s+${year}${close}`,
  String.raw`${edge}${day}[\s-]+(?:de\s+)?${month}(?:,?\s+|-)${year}${close}`,
  String.raw`${edge}(?<first>\d{1,2})(?<mark>[./])(?<second>\d{1,2})\k<mark>(?<year>[12]\d{3}|\d{2})${close}`,
  String.raw`(?<!\d)(?<year>[12]\d{3})\s*年\s*(?<digits>\d{1,2})\s*月`,
  String.raw`${edge}${month}(?:\s*[/–—-]\s*(?:${monthPattern})\.?)?,?\s+${year}${close}`,
  String.raw`${edge}(?:spring|summer|autumn|fall|winter),?\s+${year}${close}`,
].map((form) => new RegExp(form, 'giu'));

/** Longest text that is looked through; a date beside an article stands in a line of its own. */
const maxTextLength = 2_000;

/** Every date of a text that names its year, in the order in which they stand there. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const form of forms) {
    for (const match of text.slice(0, maxTextLength).matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      const isTaken = found.some((other) => start < other.end && end > other.start);
      const read = isTaken ? undefined : readGroups(match.groups ?? {});
      if (read) found.push({ ...read, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function readGroups(groups: Groups): Pick<FoundDate, 'date' | 'isCertain'> | undefined {
  if (groups.han) return readHan(groups);
  if (groups.first) return readNumeric(groups);
  if (!groups.month && !groups.digits) {
    // A season has no month of its own.
    const date = readPartialDate(groups.year ?? '');
    return date && { date, isCertain: true };
  }
  const named = groups.month && monthNumber(groups.month);
  return certain(groups.year, named || Number(groups.digits), groups.day);
}

/** `08.03.2017` is the 8th of March wherever dots are written; with strokes it may be August the 3rd. */
function readNumeric({ first = '', second = '', mark, year: written = '' }: Groups) {
  const [a, b] = [Number(first), Number(second)];
  // Of a year in two digits it can't be told whether it is one at all, unless the others show it.
  const year = written.length === 2 ? `20${written}` : written;
  if (written.length === 2 && Math.max(a, b) <= 12) return undefined;
  if (mark === '.' || (a > 12 && b <= 12) || a === b) return certain(year, b, first);
  if (b > 12) return certain(year, a, second);
  const date = readPartialDate(year);
  return date && { date, isCertain: false };
}

function readHan({ han = '', hanMonth = '', hanDay = '' }: Groups) {
  const digits = Array.from(han, (numeral) => numerals.indexOf(numeral)).join('');
  return certain(digits, hanNumber(hanMonth), String(hanNumber(hanDay)));
}

/** `十` is 10, `二十五` 25. */
function hanNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  const value = (numeral: string) => Math.max(0, numerals.indexOf(numeral));
  return (tens === '' ? 1 : value(tens)) * 10 + value(ones);
}

function certain(year = '', month = 0, day?: string) {
  const parts = [year, String(month).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
  const date = readPartialDate(parts.join('-'));
  return date && { date, isCertain: true };
}
