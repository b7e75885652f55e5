const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The instant (ms since 1970) of a local time `HH:MM` on a local date `YYYY-MM-DD`. A time that the
 * clocks skip in spring is the first instant after the gap; one that comes twice in autumn is the
 * first of both. Undefined for a date that a zone skips, as Samoa did 2011-12-30.
 *
 * Written out because croner 11 loses a date where the gap ends at midnight (23:45 in
 * America/Godthab, 2027-03-27) and takes twenty times as long.
 */
export function instantOf(date: string, time: string, zone: string): number | undefined {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // Clocks are never changed twice within two days.
  const before = offsetAt(wall - day, zone);
  const after = offsetAt(wall + day, zone);
  for (const offset of [before, after]) {
    if (offsetAt(wall - offset, zone) === offset) return wall - offset;
  }
  const at = changeBetween(wall - day, wall + day, zone);
  return [at - minute, at].some((near) => localDate(near, zone) === date) ? at : undefined;
}

/** The local date of an instant (ms since 1970), `YYYY-MM-DD`. */
export function localDate(at: number, zone: string): string {
  return formatterOf(zone).format(at).slice(0, 10);
}

/** The date some days later; both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** How far a zone is ahead of UTC at a whole minute, in ms. */
function offsetAt(at: number, zone: string): number {
  const local = formatterOf(zone).format(at).replace(' ', 'T');
  return Date.parse(`${local}Z`) - at;
}

/** The first minute with the offset of the later one of two instants. */
function changeBetween(from: number, to: number, zone: string): number {
  const offset = offsetAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offsetAt(middle, zone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Making one takes longer than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  // Swedish writes dates as ISO 8601 does: `2026-11-23 09:00:00`.
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formatters.set(zone, formatter);
  return formatter;
}
