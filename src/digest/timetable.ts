import { Cron } from 'croner';
import type { DigestSettings, Due } from '../store/subscriptions.ts';

/** When digests come: a local time on some weekdays. */
export type Timetable = Pick<DigestSettings, 'time' | 'zone' | 'weekdays'>;

/** A digest that is later than this, in ms, is left out; the next one covers its time too. */
export const latest = 12 * 60 * 60_000;

/** Local times differ from UTC by up to 14 hours; with a margin. */
const widestOffset = 26 * 60 * 60_000;

const day = 24 * 60 * 60_000;

/**
 * The first instant after `after` (ms since 1970) when a digest is due, on the local date `from` or
 * later. Each local date has one: a time that the clocks skip in spring comes at the next instant that
 * exists, one that comes twice in autumn counts the first time.
 */
export function nextDue(timetable: Timetable, after: number, from = ''): Due {
  let at = from === '' ? after : Math.max(after, Date.parse(from) - widestOffset);
  const cron = cronOf(timetable);
  for (;;) {
    const next = cron.nextRun(new Date(at))?.getTime();
    if (next === undefined) throw new Error(`${timetable.time} ${timetable.zone} never comes`);
    const date = localDate(next, timetable.zone);
    if (date >= from) return { at: next, date };
    at = next;
  }
}

/** Every due instant after `after`, `until` included, at most the last 60. */
export function duesBetween(timetable: Timetable, after: number, until: number): Due[] {
  const dues: Due[] = [];
  let due = nextDue(timetable, Math.max(after, until - 60 * day));
  while (due.at <= until) {
    dues.push(due);
    due = nextDue(timetable, due.at);
  }
  return dues;
}

/** The local date of an instant (ms since 1970), `YYYY-MM-DD`. */
export function localDate(at: number, zone: string): string {
  return formatterOf(zone).format(at);
}

/** The date some days later; both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** Making one takes longer than using it a hundred times. */
const crons = new Map<string, Cron>();
const formatters = new Map<string, Intl.DateTimeFormat>();

function cronOf({ time, zone, weekdays }: Timetable): Cron {
  const [hour, minute] = time.split(':').map(Number);
  const pattern = `0 ${minute} ${hour} * * ${weekdays.join(',')}`;
  const key = `${pattern} ${zone}`;
  const cron = crons.get(key) ?? new Cron(pattern, { timezone: zone, paused: true });
  crons.set(key, cron);
  return cron;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  // Swedish writes dates as ISO 8601 does.
  const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options);
  formatters.set(zone, formatter);
  return formatter;
}
