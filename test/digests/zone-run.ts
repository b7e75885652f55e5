import { nextDue } from '../../src/digests/timetable.ts';
import { expectedDues } from './zone-oracle.ts';

/** What a simulated clock found in one zone. */
export interface ZoneRun {
  readonly digests: number;
  /** What was wrong: lost, doubled or at another instant. */
  readonly errors: readonly string[];
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Runs the clock from `from` to `to` (ms since 1970), from one due digest to the next. */
export function runZone(zone: string, time: string, from: number, to: number): ZoneRun {
  const expected = expectedDues(zone, time, from, to);
  const errors: string[] = [];
  const seen = new Set<string>();
  for (let due = next(from); due.at <= to; due = next(due.at)) {
    const right = expected.get(due.date);
    if (seen.has(due.date)) errors.push(`${zone} ${time}: ${due.date} comes twice`);
    else if (right !== due.at) {
      errors.push(`${zone} ${time}: ${due.date} at ${iso(due.at)}, not ${iso(right)}`);
    }
    seen.add(due.date);
  }
  for (const date of expected.keys()) {
    if (!seen.has(date)) errors.push(`${zone} ${time}: ${date} is lost`);
  }
  return { digests: seen.size, errors };

  function next(after: number) {
    return nextDue({ time, zone, weekdays: everyDay }, after);
  }
}

function iso(at: number | undefined): string {
  return at === undefined ? 'nothing' : new Date(at).toISOString();
}
