/** Local times by Intl alone: what the timetable is checked against. Knows nothing of croner. */

/** A stretch of time with one offset from UTC; all in ms. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The instants when a local time comes: the first one of each local date from `from` to `to`. */
export function expectedDues(
  zone: string,
  time: string,
  from: number,
  to: number,
): Map<string, number> {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const ofDay = (hours * 60 + minutes) * minute;
  const stretches = stretchesOf(zone, from - 3 * day, to + 3 * day);
  const dues = new Map<string, number>();
  for (let date = from - 2 * day; date <= to + 2 * day; date += day) {
    const wall = Math.floor(date / day) * day + ofDay;
    const at = instantOf(wall, stretches);
    if (at > from && at <= to) dues.set(new Date(wall).toISOString().slice(0, 10), at);
  }
  return dues;
}

/** The first instant that shows this local time, or where none does, the one after the gap. */
function instantOf(wall: number, stretches: readonly Stretch[]): number {
  for (const { start, end, offset } of stretches) {
    const at = wall - offset;
    if (at < end) return Math.max(at, start);
  }
  throw new Error('beyond the last stretch');
}

const known = new Map<string, Stretch[]>();

function stretchesOf(zone: string, from: number, to: number): Stretch[] {
  const key = `${zone} ${from} ${to}`;
  const stretches = known.get(key) ?? findStretches(zone, from, to);
  known.set(key, stretches);
  return stretches;
}

function findStretches(zone: string, from: number, to: number): Stretch[] {
  const offsetAt = offsetReader(zone);
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at += day / 4) {
    if (offsetAt(at) === offsetAt(at + day / 4)) continue;
    let [low, high] = [at, at + day / 4];
    while (high - low > minute) {
      const middle = Math.floor((low + high) / 2 / minute) * minute;
      if (offsetAt(middle) === offsetAt(low)) low = middle;
      else high = middle;
    }
    stretches.push({ start, end: high, offset: offsetAt(start) });
    start = high;
  }
  return [...stretches, { start, end: Number.POSITIVE_INFINITY, offset: offsetAt(start) }];
}

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return (
      Date.UTC(
        read('year'),
        read('month') - 1,
        read('day'),
        read('hour'),
        read('minute'),
        read('second'),
      ) - at
    );
  };
}
