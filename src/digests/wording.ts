import type { DigestSettings, Subscription } from './subscription.ts';

const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** `every day`, `Monday to Friday`, or the days: ISO weekdays, 1 for Monday. */
function describeWeekdays(weekdays: readonly number[]): string {
  const key = weekdays.join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'Monday to Friday';
  const names = weekdays.map((day) => dayNames[day - 1] ?? '');
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

/** Settings in one line: `09:00 Europe/Berlin, Monday to Friday, about energy, 3 passages`. */
export function describeSettings(settings: DigestSettings): string {
  const { time, zone, weekdays, topics, passages } = settings;
  const about = topics === '' ? 'about everything' : `about ${topics}`;
  const many = `${passages} ${passages === 1 ? 'passage' : 'passages'}`;
  return `${time} ${zone}, ${describeWeekdays(weekdays)}, ${about}, ${many}`;
}

/** What somebody changed, for the channel's status. */
export function describeChange(before: Subscription | undefined, after: DigestSettings): string {
  if (before?.status !== 'on') return `switched it on: ${describeSettings(after)}`;
  const parts = [
    before.time !== after.time && `time ${after.time}`,
    before.zone !== after.zone && `time zone ${after.zone}`,
    before.weekdays.join() !== after.weekdays.join() && describeWeekdays(after.weekdays),
    before.topics !== after.topics && (after.topics ? `about ${after.topics}` : 'about everything'),
    before.passages !== after.passages && `${after.passages} a digest`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `changed it: ${parts.join(', ')}` : 'confirmed it unchanged';
}

/** `Monday, 23 November 2026` for `2026-11-23`. */
export function describeDate(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  const day = at.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  const rest = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return `${day}, ${at.toLocaleDateString('en-GB', rest)}`;
}

/** `Monday, 23 November 2026, 09:00 (Europe/Berlin)` for an instant (ms since 1970). */
export function describeInstant(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = parts.split(' ');
  return `${describeDate(date)}, ${time} (${zone})`;
}
