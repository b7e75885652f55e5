import { months } from '../language/calendar.ts';
import type { PartialDate } from '../library/partial-date.ts';

/** The parts of a date that are known. */
export interface DateParts {
  readonly year: string;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

export function datePartsOf(date: PartialDate): DateParts {
  const [year = '', month, day] = date.split('-');
  return { year, ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

/** `November`. */
function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** `Nov.`; MLA leaves the short months whole (MLA 9, appendix 1). */
export function shortMonthName(month: number): string {
  const name = monthName(month);
  if (name.length <= 4) return name;
  return name === 'September' ? 'Sept.' : `${name.slice(0, 3)}.`;
}

/** `November`, `November 5`, or nothing when only the year is known. */
export function monthAndDay({ month, day }: DateParts): string | undefined {
  if (!month) return undefined;
  return day ? `${monthName(month)} ${day}` : monthName(month);
}
