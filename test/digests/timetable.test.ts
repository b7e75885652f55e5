import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { duesBetween, nextDue } from '../../src/digests/timetable.ts';
import { runZone } from './zone-run.ts';

const from = Date.UTC(2026, 10, 22);
const to = Date.UTC(2028, 10, 22);
const everyDay = [1, 2, 3, 4, 5, 6, 7];

describe('a simulated clock over two years', () => {
  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Africa/Casablanca',
    'America/Godthab',
    'America/Havana',
    'Asia/Beirut',
    'Asia/Calcutta',
    'Pacific/Chatham',
    'UTC',
  ])('meets each local date of %s once, at the right instant', (zone) => {
    for (const time of ['02:30', '09:00', '00:00', '23:45']) {
      const { digests, errors } = runZone(zone, time, from, to);
      expect(errors).toEqual([]);
      expect(digests).toBeGreaterThanOrEqual(731);
    }
  });

  it('skips the date that Samoa skipped', () => {
    const apia = { time: '09:00', zone: 'Pacific/Apia', weekdays: everyDay };
    const dues = duesBetween(apia, Date.UTC(2011, 11, 28, 12), Date.UTC(2012, 0, 1, 12));
    expect(dues.map(({ date }) => date)).toEqual([
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });
});

describe('the next due instant', () => {
  it('is later than now, on a wanted weekday and date, whatever the settings', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const days = fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 });
    fc.assert(
      fc.property(
        zones,
        days,
        fc.nat(95),
        fc.integer({ min: from, max: to }),
        (zone, weekdays, quarter, now) => {
          const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
          const due = nextDue({ time, zone, weekdays }, now);
          expect(due.at).toBeGreaterThan(now);
          expect(due.at - now).toBeLessThanOrEqual(8 * 86_400_000);
          expect(weekdays).toContain(new Date(due.date).getUTCDay() || 7);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('waits for the date that a pause ends on', () => {
    const berlin = { time: '09:00', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5] };
    // 2026-12-27 is a Sunday.
    expect(nextDue(berlin, from, '2026-12-27')).toEqual({
      at: Date.UTC(2026, 11, 28, 8),
      date: '2026-12-28',
    });
  });
});
