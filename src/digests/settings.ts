import type { DigestSettings } from './subscription.ts';

/** What a channel gets that says nothing else; the time zone is that of the person who sets it up. */
export const defaultSettings = {
  rhythm: 'times',
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  topics: '',
  passages: 5,
  archive: false,
} as const satisfies Omit<DigestSettings, 'zone'>;

/** Digests come at quarters of an hour. */
export const quarters = Array.from({ length: 96 }, (_, quarter) => {
  const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
});
