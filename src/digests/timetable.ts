import { addDays, instantOf, localDate } from './local-time.ts';
import type { DigestSettings, Due } from './subscription.ts';

/** When digests come: a local time on some weekdays. */
export type Timetable = Pick<DigestSettings, 'time' | 'zone' | 'weekdays'>;

/** A digest that is later than this, in ms, is left out; the next one covers its time too. */
export const maxDelay = 12 * 60 * 60_000;

/** News are told at most once in this time, in ms. */
export const watchPause = 60 * 60_000;

const day = 24 * 60 * 60_000;

/**
 * The first instant after `after` (ms since 1970) when a digest is due, for the local date `from` or a
 * later one. Each local date on its weekday has exactly one.
 */
export function nextDue({ time, zone, weekdays }: Timetable, after: number, from = ''): Due {
  // Where clocks are put forward over midnight, a digest of yesterday may still be to come.
  const yesterday = addDays(localDate(after, zone), -1);
  for (let date = from > yesterday ? from : yesterday; ; date = addDays(date, 1)) {
    if (!weekdays.includes(weekdayOf(date))) continue;
    const at = instantOf(date, time, zone);
    if (at !== undefined && at > after) return { at, date };
  }
}

/** Every due instant after `after`, `until` included, at most those of the last 60 days. */
export function duesBetween(timetable: Timetable, after: number, until: number): Due[] {
  const dues: Due[] = [];
  let due = nextDue(timetable, Math.max(after, until - 60 * day));
  while (due.at <= until) {
    dues.push(due);
    due = nextDue(timetable, due.at);
  }
  return dues;
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}
