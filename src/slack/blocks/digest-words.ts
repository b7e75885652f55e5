import type { Change, DigestSettings } from '../../digests/subscription.ts';
import { weekdayName } from '../../language/calendar.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { shorten } from '../text.ts';

/** Longest run of topics, in characters. */
const maxTopicsLength = 500;

/** Settings in a sentence or two: when, about what, how many passages. */
export function describeSettings(settings: DigestSettings, say: Say): string {
  const { rhythm, time, zone, topics, passages, archive } = settings;
  const days = describeWeekdays(settings.weekdays, say);
  return say(texts.settings, {
    when: rhythm === 'news' ? say(texts.onNews) : say(texts.atTimes, { days, time, zone }),
    topics:
      topics === ''
        ? say(texts.aboutEverything)
        : say(texts.aboutTopics, { topics: shorten(topics, maxTopicsLength) }),
    passages,
    archive: say(archive ? texts.archiveToo : texts.newsOnly),
  });
}

/** `Every day`, `Monday to Friday`, or the days: ISO weekdays, 1 for Monday. */
function describeWeekdays(weekdays: readonly number[], say: Say): string {
  const key = weekdays.join('');
  if (key === '1234567') return say(texts.everyDay);
  if (key === '12345') return say(texts.weekdays);
  return say.list(weekdays.map((day) => weekdayName(day, say.locale)));
}

/** What somebody changed. */
export function describeChange(change: Change, say: Say): string {
  switch (change.kind) {
    case 'on':
      return say(texts.switchedOn, { settings: describeSettings(change.settings, say) });
    case 'changed':
      return say(texts.changed, { settings: describeSettings(change.settings, say) });
    case 'paused':
      return say(texts.paused, { date: describeDate(change.until, say) });
    case 'unchanged':
      return say(texts.unchanged);
    case 'resumed':
      return say(texts.resumed);
    case 'off':
      return say(texts.switchedOff);
    case 'words':
      return change.words;
  }
}

/** `Monday, 23 November 2026` for `2026-11-23`. */
export function describeDate(date: string, { locale }: Say): string {
  const at = new Date(`${date}T00:00:00Z`);
  const rest = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  if (locale !== 'en') return at.toLocaleDateString(locale, { weekday: 'long', ...rest });
  const day = at.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return `${day}, ${at.toLocaleDateString('en-GB', rest)}`;
}

/** `Monday, 23 November 2026, 09:00 (Europe/Berlin)` for an instant (ms since 1970). */
export function describeInstant(at: number, zone: string, say: Say): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = parts.split(' ');
  return `${describeDate(date, say)}, ${time} (${zone})`;
}
