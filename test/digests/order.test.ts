import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWholeOrder, looksLikeOrder, type Order, readOrder } from '../../src/digests/order.ts';
import { dateOf, readUntil } from '../../src/digests/orders/until.ts';
import { weekdays as dayNames } from '../../src/language/calendar.ts';
import { sayIn } from '../../src/texts/say.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

/** The settings that an order sets, but for the rhythm that follows from them. */
function set(order: Order) {
  if (order.kind !== 'set') return order;
  const { rhythm: _, ...settings } = order.settings;
  return settings;
}

describe('an order as people write it', () => {
  it.each([
    ['mon, wed, fri 09:00', { weekdays: [1, 3, 5], time: '09:00' }],
    ['Mon and Thu 9:00', { weekdays: [1, 4], time: '09:00' }],
    ['mon - fri', { weekdays: workdays }],
    ['Monday to Friday', { weekdays: workdays }],
    ['saturday to monday 9h30', { weekdays: [1, 6, 7], time: '09:30' }],
    ['mo-fr 8:15', { weekdays: workdays, time: '08:15' }],
    ['daily except weekends at noon', { weekdays: workdays, time: '12:00' }],
    ['every day but Sunday', { weekdays: [1, 2, 3, 4, 5, 6] }],
    ['weekly', { weekdays: [1] }],
    ['weekly on Friday at 17:45', { weekdays: [5], time: '17:45' }],
    ['четверг 9:00', { weekdays: [4], time: '09:00' }],
    ['周一和周四 9:00', { weekdays: [1, 4], time: '09:00' }],
    ['9:00 PM Europe/Berlin', { time: '21:00', zone: 'Europe/Berlin' }],
    ['at 9 am', { time: '09:00' }],
    ['9:00 a.m.', { time: '09:00' }],
    ['noon', { time: '12:00' }],
    ['midnight Europe/Kyiv', { time: '00:00', zone: 'Europe/Kyiv' }],
    ['12am', { time: '00:00' }],
    ['12pm', { time: '12:00' }],
    ['12 noon', { time: '12:00' }],
    ['half past nine on weekdays', { time: '09:30', weekdays: workdays }],
    ['Monday evenings at 7', { time: '19:00', weekdays: [1] }],
    ['every morning at 6', { time: '06:00', weekdays: all }],
    ['9 CET', { time: '09:00', zone: 'Europe/Berlin' }],
    ['09:00 ET', { time: '09:00', zone: 'America/New_York' }],
    ['9am MSK weekdays', { time: '09:00', zone: 'Europe/Moscow', weekdays: workdays }],
    ['9am New York', { time: '09:00', zone: 'America/New_York' }],
    ['9am Beijing time', { time: '09:00', zone: 'Asia/Shanghai' }],
    ['9am St. Petersburg time', { time: '09:00', zone: 'Europe/Moscow' }],
    ['9am in Washington, D.C.', { time: '09:00', zone: 'America/New_York' }],
    ['9:00 Kyiv', { time: '09:00', zone: 'Europe/Kyiv' }],
    ['change to 10:00', { time: '10:00' }],
    ['5 passages', { passages: 5 }],
    ['about everything', { topics: '' }],
    ['about the China Daily', { topics: 'the China Daily' }],
    [
      'send me a digest every Monday and Thursday at half past nine in the morning Berlin time about gas, THAAD please',
      { weekdays: [1, 4], time: '09:30', zone: 'Europe/Berlin', topics: 'gas, THAAD' },
    ],
    [
      'about energy every Monday at 9am Moscow time',
      { topics: 'energy', weekdays: [1], time: '09:00', zone: 'Europe/Moscow' },
    ],
    ['daily from the archive', { weekdays: all, archive: true }],
  ])('%j is read', (typed, settings) => {
    expect(looksLikeOrder(typed)).toBe(true);
    expect(set(readOrder(typed))).toEqual(settings);
  });

  it.each([
    ['when something new comes about THAAD', 'THAAD'],
    ['whenever there is something new about energy, at most once an hour', 'energy'],
    ['as soon as a new article arrives about gas', 'gas'],
    ['watch THAAD', 'THAAD'],
  ])('%j is a watch', (typed, topics) => {
    expect(readOrder(typed)).toEqual({ kind: 'set', settings: { rhythm: 'news', topics } });
  });

  it.each([
    ...['stop', 'off', 'cancel', 'unsubscribe', 'turn it off', 'please stop the digest'].map(
      (typed) => [typed, { kind: 'off' }] as const,
    ),
    ['resume', { kind: 'resume' }],
    ['help', { kind: 'help' }],
    ['now please', { kind: 'now', archive: false }],
    ['now from the archive', { kind: 'now', archive: true }],
    ['preview', { kind: 'preview', archive: false }],
    ['status', { kind: 'status' }],
    ['', { kind: 'open' }],
    ['pause', { kind: 'pause', until: undefined }],
    ['pause for 2 weeks', { kind: 'pause', until: { kind: 'after', weeks: 2 } }],
    ['stop until Monday', { kind: 'pause', until: { kind: 'weekday', weekday: 1 } }],
  ] as const)('%j does what it says', (typed, order) => {
    expect(readOrder(typed)).toEqual(order);
  });

  it.each([
    ...[
      '25:00 Europe/Berlin',
      '09:07',
      '13pm',
      '9am and 5pm',
      'at 9 or 10',
      'at 5',
      'in the evening',
    ],
    ...[
      '9am CST',
      '9am IST',
      '9am Birmingham',
      '9am Russia time',
      '9am Atlantis time',
      '09:00 +02:00',
    ],
    ...['9am Berlin, Moscow time', 'mon-fri 9-5', 'every other Friday', 'every 8 days', 'monthly'],
    ...[
      'twice a week',
      'daily on Mondays',
      'not on Friday',
      'daily except daily',
      'stop on Fridays',
    ],
    ...[
      'until Friday',
      'tomorrow at 9',
      'pause until 5/6/2027',
      'pause on Monday',
      'now at 9',
      'satus',
    ],
    ...['9 passages', 'about energy at 25:00', 'about talks every other day', 'about before:soon'],
    ...[
      'China',
      'when something new comes at 9am',
      '9am MondayTuesday',
      'on Wensday at 9am',
      'never',
    ],
    ...['do not send it on Mondays', `daily about ${'gas '.repeat(200)}`],
  ])('%j sets nothing, and says why', (typed) => {
    const order = readOrder(typed);
    expect(order.kind).toBe('unclear');
    const problems = order.kind === 'unclear' ? order.problems : [];
    expect(problems.map((problem) => sayIn('en')(problem)).join('')).toMatch(/\w/);
  });

  it.each([
    'of Chinese views on Ukraine',
    'of what Hammond says about THAAD',
    'the talks in Moscow',
  ])('digest %j is a question', (typed) => expect(looksLikeOrder(typed)).toBe(false));

  it.each([
    ['stop the digest', true],
    ['could you send us a daily digest about gas at 9am', true],
    ['tell me when something new comes about THAAD', true],
    ['what does the digest of the talks say about gas', false],
    ['tell me about THAAD', false],
  ])('%j is a whole order: %s', (sentence, isOrder) => {
    expect(isWholeOrder(sentence)).toBe(isOrder);
  });

  it('takes time in proportion to its length, whatever it is', () => {
    const parts = fc.constantFrom(
      'mon',
      '-',
      'to ',
      'every ',
      ' ',
      '9',
      ':',
      'about ',
      '"',
      'а',
      '周',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 600 }), (words) => {
        expect(readOrder(words.join('')).kind).toMatch(/\w/);
      }),
      { numRuns: 100 },
    );
  });
});

/** Ways to write a time; each knows what it means. */
const hours = fc.integer({ min: 0, max: 23 });
const minutes = fc.constantFrom('00', '15', '30', '45');
const time = fc
  .tuple(hours, minutes, fc.integer({ min: 0, max: 5 }))
  .map(([hour, minute, shape]) => {
    const padded = `${String(hour).padStart(2, '0')}:${minute}`;
    const [twelve, half] = [hour % 12 || 12, hour < 12 ? 'am' : 'pm'];
    const dotted = half === 'am' ? 'a.m.' : 'p.m.';
    const written = [
      padded,
      `at ${hour}:${minute}`,
      `${twelve}:${minute}${half}`,
      `at ${twelve}.${minute} ${half.toUpperCase()}`,
      `${twelve}:${minute} ${dotted}`,
      `at ${twelve}${minute === '00' ? '' : `:${minute}`} ${half}`,
    ];
    return { said: written[shape] ?? padded, time: padded };
  });

const shapes = [
  (name: string) => name,
  (name: string) => name.toLowerCase(),
  (name: string) => name.slice(0, 3).toLowerCase(),
  (name: string) => `${name}s`,
  (name: string) => `${name.slice(0, 3)}.`,
];
const days = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 7 }),
    fc.constantFrom(...shapes),
    fc.constantFrom(', ', ' and ', ' & ', '/', ' ', ', and '),
    fc.constantFrom('', 'on ', 'every '),
  )
  .map(([chosen, shape, joint, before]) => ({
    said: before + chosen.map((day) => shape(dayNames[day - 1] ?? '')).join(joint),
    weekdays: [...chosen].sort((a, b) => a - b),
  }));
const ranges = fc
  .tuple(
    fc.constantFrom(...all),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom(...shapes),
    fc.constantFrom('-', ' - ', '–', ' to ', ' through '),
  )
  .map(([first, length, shape, dash]) => {
    const last = ((first - 1 + length) % 7) + 1;
    const names = [first, last].map((day) => shape(dayNames[day - 1] ?? ''));
    const weekdays = Array.from(
      { length: length + 1 },
      (_, index) => ((first - 1 + index) % 7) + 1,
    );
    return { said: names.join(dash), weekdays: weekdays.sort((a, b) => a - b) };
  });
const groups = fc.constantFrom(
  { said: 'daily', weekdays: all },
  { said: 'every day', weekdays: all },
  { said: 'on weekdays', weekdays: workdays },
  { said: 'weekends', weekdays: [6, 7] },
  { said: 'every day except Friday', weekdays: [1, 2, 3, 4, 6, 7] },
);
const zone = fc.constantFrom(
  { said: 'Europe/Berlin', zone: 'Europe/Berlin' },
  { said: 'america/new_york', zone: 'America/New_York' },
  { said: 'Moscow time', zone: 'Europe/Moscow' },
  { said: 'in Beijing time', zone: 'Asia/Shanghai' },
  { said: '(New York time)', zone: 'America/New_York' },
  { said: 'MSK', zone: 'Europe/Moscow' },
  { said: 'ET', zone: 'America/New_York' },
  { said: 'zone Asia/Tokyo', zone: 'Asia/Tokyo' },
);
const topics = fc.constantFrom(
  'energy',
  'gas, THAAD',
  '"dual freeze"',
  'North Korea, publisher:CNN',
);

describe('orders of many shapes', () => {
  it('are read whole, in any sequence, wherever the topics stand', () => {
    fc.assert(
      fc.property(
        time,
        fc.oneof(days, ranges, groups),
        fc.option(zone, { nil: undefined }),
        fc.option(topics, { nil: undefined }),
        fc.constantFrom('', 'please ', 'send it ', 'set up a digest '),
        fc.constantFrom(' ', ', '),
        fc.boolean(),
        (at, on, where, about, start, joint, isLast) => {
          const settings = [at.said, ...(where ? [where.said] : [])].join(' ');
          const schedule = isLast ? [on.said, settings] : [settings, on.said];
          const typed = `${start}${schedule.join(joint)}${about ? ` about ${about}` : ''}`;
          const { time: clock } = at;
          expect({ typed, ...set(readOrder(typed)) }).toEqual({
            typed,
            time: clock,
            weekdays: on.weekdays,
            ...(where && { zone: where.zone }),
            ...(about && { topics: about }),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are read with their topics first', () => {
    fc.assert(
      fc.property(time, groups, topics, (at, on, about) => {
        const when = at.said.startsWith('at') ? at.said : `at ${at.said}`;
        const typed = `about ${about} ${on.said.startsWith('weekends') ? 'on weekends' : on.said} ${when}`;
        expect({ typed, ...set(readOrder(typed)) }).toEqual({
          typed,
          ...{ time: at.time, weekdays: on.weekdays, topics: about },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('with a word that nobody knows set nothing', () => {
    const strange = fc.stringMatching(/^[b-df-hj-np-tv-z]{5,9}$/);
    fc.assert(
      fc.property(time, groups, strange, fc.nat(2), (at, on, word, place) => {
        const parts = [at.said, on.said];
        parts.splice(place, 0, word);
        expect(readOrder(parts.join(' ')).kind).toBe('unclear');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the end of a pause', () => {
  // A Sunday.
  const today = '2026-11-22';

  it.each([
    ['tomorrow', '2026-11-23'],
    ['Friday', '2026-11-27'],
    ['next Sunday', '2026-11-29'],
    ['2 weeks', '2026-12-06'],
    ['a month', '2026-12-22'],
    ['2026-12-27', '2026-12-27'],
    ['27.12.2026', '2026-12-27'],
    ['12/27/2026', '2026-12-27'],
    ['5 January', '2027-01-05'],
    ['January 5th', '2027-01-05'],
    ['Dec. 1', '2026-12-01'],
    ['1 декабря', '2026-12-01'],
  ])('%j is %s', (said, date) => {
    const until = readUntil(said);
    expect(until && dateOf(until, today)).toBe(date);
  });

  it.each(['5/6/2027', '31 February', '2026-13-01', 'soon', 'the end of it', '0 January'])(
    '%j is none',
    (said) => expect(readUntil(said)).toBeUndefined(),
  );
});
