import { Temporal } from 'temporal-polyfill';
import {
  monthNumber,
  monthPattern,
  weekdayNumber,
  weekdayPattern,
} from '../../language/calendar.ts';

/** When a pause ends: on a date, after some time, or on the next day of a name. */
export type Until =
  | { readonly kind: 'date'; readonly month: number; readonly day: number; readonly year?: number }
  | {
      readonly kind: 'after';
      readonly days?: number;
      readonly weeks?: number;
      readonly months?: number;
    }
  | { readonly kind: 'weekday'; readonly weekday: number };

const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Reads what stands after "pause until" or "pause for"; undefined for what is no date. */
export function readUntil(text: string): Until | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.,]+$/, '')
    .replace(/^the\s/, '');
  if (said === 'tomorrow') return { kind: 'after', days: 1 };
  const weekday = new RegExp(
    String.raw`^(?:next |this |coming )?(${weekdayPattern})\.?$`,
    'u',
  ).exec(said);
  if (weekday) return { kind: 'weekday', weekday: weekdayNumber(weekday[1] ?? '') ?? 1 };
  return readSpan(said) ?? readDate(said);
}

function readSpan(said: string): Until | undefined {
  const span =
    /^(?:(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|next)\s)?(day|week|fortnight|month)s?$/;
  const [, number = '', unit] = span.exec(said) ?? [];
  if (!unit || number === '') return undefined;
  const spoken = counts.indexOf(number) + 1;
  const count = /^\d/.test(number) ? Number(number) : Math.max(1, spoken);
  if (unit === 'day') return { kind: 'after', days: count };
  if (unit === 'month') return { kind: 'after', months: count };
  return { kind: 'after', weeks: unit === 'week' ? count : count * 2 };
}

const written: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u,
  // Only a day that can be no month tells which of both stands first.
  /^(?<day>1[3-9]|2\d|3[01])[./](?<month>\d{1,2})[./](?<year>\d{4})$/u,
  /^(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})$/u,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?<year>\d{4})$/u,
  new RegExp(
    String.raw`^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s)?(?<name>${monthPattern})\.?(?:,?\s(?<year>\d{4}))?$`,
    'u',
  ),
  new RegExp(
    String.raw`^(?<name>${monthPattern})\.?\s(?:the\s)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>\d{4}))?$`,
    'u',
  ),
];

function readDate(said: string): Until | undefined {
  const groups = written.map((form) => form.exec(said)?.groups).find((found) => found);
  if (!groups) return undefined;
  const month = groups.name ? monthNumber(groups.name) : Number(groups.month);
  const day = Number(groups.day);
  const year = groups.year ? Number(groups.year) : undefined;
  // A leap year takes every date that there is.
  if (
    !month ||
    month > 12 ||
    day < 1 ||
    day > new Date(Date.UTC(year ?? 2028, month, 0)).getUTCDate()
  ) {
    return undefined;
  }
  return { kind: 'date', month, day, ...(year && { year }) };
}

/** The local date on which a pause ends that begins `today`; both `YYYY-MM-DD`. */
export function dateOf(until: Until, today: string): string {
  const from = Temporal.PlainDate.from(today);
  if (until.kind === 'after') {
    const { days = 0, weeks = 0, months = 0 } = until;
    return from.add({ days, weeks, months }).toString();
  }
  if (until.kind === 'weekday') {
    return from.add({ days: (until.weekday - from.dayOfWeek + 7) % 7 || 7 }).toString();
  }
  const { month, day, year } = until;
  const inYear = (wanted: number) => Temporal.PlainDate.from({ year: wanted, month, day });
  if (year) return inYear(year).toString();
  const thisYear = inYear(from.year);
  return (
    Temporal.PlainDate.compare(thisYear, from) > 0 ? thisYear : inYear(from.year + 1)
  ).toString();
}
