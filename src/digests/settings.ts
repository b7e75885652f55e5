import type { DigestSettings } from './subscription.ts';

/** What a channel gets that says nothing else; the time zone is that of the person who sets it up. */
export const defaultSettings = {
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  topics: '',
  passages: 3,
} as const satisfies Omit<DigestSettings, 'zone'>;

/** Digests come at quarters of an hour. */
export const quarters = Array.from({ length: 96 }, (_, quarter) => {
  const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
});

/** Reads `9:00`, `09:30`, `9am` or `5:45pm` as `HH:MM`. */
export function readTime(text: string): { readonly time: string } | { readonly problem: string } {
  const [, hours = '', minutes = '00', half = ''] =
    /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/i.exec(text) ?? [];
  const isHalf = half !== '';
  const hour = isHalf ? (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hours);
  const isPossible = hours !== '' && (!isHalf || (Number(hours) >= 1 && Number(hours) <= 12));
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  if (isPossible && quarters.includes(time)) return { time };
  return isPossible && hour < 24 && Number(minutes) < 60
    ? { problem: `“${text}”: digests come at quarters of an hour, such as 09:00 or 17:45.` }
    : { problem: `“${text}” is no time. Write one such as 09:00 or 17:45.` };
}

const dayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads `weekdays`, `daily`, `mon,wed,fri`, `mon-fri` or `tuesday`; undefined for anything else. */
export function readWeekdays(text: string): number[] | undefined {
  const word = text.toLowerCase().replace(/,+$/, '');
  if (/^(?:daily|everyday)$/.test(word)) return [1, 2, 3, 4, 5, 6, 7];
  if (/^weekdays?$/.test(word)) return [1, 2, 3, 4, 5];
  if (/^weekends?$/.test(word)) return [6, 7];
  const days = word.split(',').flatMap((part) => {
    const [first, last] = part.split(/[-–]/).map(dayOf);
    if (first === undefined) return [Number.NaN];
    if (!/[-–]/.test(part)) return [first];
    if (last === undefined) return [Number.NaN];
    // `sat-mon` goes round the week's end.
    return Array.from(
      { length: ((last - first + 7) % 7) + 1 },
      (_, i) => ((first - 1 + i) % 7) + 1,
    );
  });
  return days.some(Number.isNaN) ? undefined : [...new Set(days)].sort((a, b) => a - b);
}

function dayOf(name: string): number | undefined {
  const index = dayStarts.findIndex((start) => name.startsWith(start));
  const isDay = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/.test(name);
  return isDay ? index + 1 : undefined;
}

/** All time zones that this machine knows, by their IANA names. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Reads a time zone by its IANA name, however it is spelled in capitals. */
export function readZone(text: string): { readonly zone: string } | { readonly problem: string } {
  const wanted = text.toLowerCase();
  const known = zones.find((zone) => zone.toLowerCase() === wanted);
  if (known) return { zone: known };
  // Older and newer names, such as Asia/Kolkata; EST and +02:00 have no summer time and stay out.
  if (/^[a-z]+\/[a-z0-9_+/-]+$/.test(wanted) && !wanted.startsWith('etc/') && isZone(text)) {
    return { zone: text };
  }
  const sound = sounds(text);
  const near = sound === '' ? [] : zones.filter((zone) => sounds(zone).includes(sound)).slice(0, 3);
  const remedy =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Write its IANA name, such as Europe/Berlin or Asia/Shanghai.';
  return { problem: `“${text}” is no time zone that I know. ${remedy}` };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

function sounds(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '');
}
