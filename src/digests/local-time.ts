import { Temporal } from 'temporal-polyfill';

/**
 * The instant (ms since 1970) of a local time `HH:MM` on a local date `YYYY-MM-DD`. A time that the
 * clocks skip in spring is the first instant after the gap; one that comes twice in autumn is the
 * first of both. Undefined for a date that a zone skips, as Samoa did 2011-12-30.
 */
export function instantOf(date: string, time: string, zone: string): number | undefined {
  const wanted = Temporal.PlainDateTime.from(`${date}T${time}`);
  const found = wanted.toZonedDateTime(zone);
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const gap = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  if (!gap) return undefined;
  const sides = [gap, gap.subtract({ milliseconds: 1 })];
  const isOnDate = sides.some((side) => side.toPlainDate().toString() === date);
  return isOnDate ? gap.epochMilliseconds : undefined;
}

/** The local date of an instant (ms since 1970), `YYYY-MM-DD`. */
export function localDate(at: number, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(at));
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The date some days later; both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
