import { orderTexts as texts } from '../../texts/digest-orders.ts';
import { type Saying, saying } from '../../texts/message.ts';
import { quarters } from '../settings.ts';
import { form, mark, type Phrases } from './phrases.ts';

/** A time that was read, what is wrong with those that were, or neither. */
export interface ReadTimes {
  readonly time?: string;
  readonly problems: readonly Saying[];
  /** Whether "every morning" or the like was said. */
  readonly isDaily: boolean;
}

type Part = 'morning' | 'afternoon' | 'evening' | 'night';

interface Clock {
  readonly said: string;
  readonly hour: number;
  readonly minute: number;
  /** `half`: a.m. or p.m. was said. `day`: minutes stand with it, as on a clock of 24 hours. */
  readonly sure?: 'half' | 'day';
}

const numbers = [
  ...['one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const named = numbers.join('|');
const hour = String.raw`(?<hour>\d{1,2}|${named})`;
const half = String.raw`(?<half>[ap])\.?\s?m\.?`;

/** Forms of a time, the most telling first; each names its parts. */
const forms = [
  String.raw`(?:12\s|twelve\s)?(?<name>noon|midday|midnight)`,
  String.raw`(?<part>half|quarter)\s(?<side>past|to)\s${hour}(?:\s?${half})?`,
  String.raw`${hour}(?:[:.h](?<minute>\d\d))?(?::00)?\s?${half}`,
  String.raw`(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?::00)?(?:\s?(?:h|hrs?|hours|uhr|o'clock))?`,
  String.raw`${hour}\s?(?:o'\s?clock|uhr|h)`,
  String.raw`(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?:\s?(?:h|hrs?|hours))?`,
].map((pattern) => form(pattern));

/** A bare number is an hour only where nothing else is counted. */
const bare = new RegExp(
  String.raw`(?<=^\s*|(?<![\p{L}\p{N}'])(?:at|to|by|around|daily|mornings?|evenings?|[${mark.time}${mark.other}])\s+)${hour}(?![\p{L}\p{N}:.,/+-]*[\p{L}\p{N}]|\s+(?:days?|weeks?|months?|hours?|minutes?|times?|passages?|quotes?|articles?|or|-|–)(?!\p{L}))`,
  'gu',
);

const parts = form(
  String.raw`(?:(?<each>every|each)\s|(?:in|during)\sthe\s|at\s)?(?<part>morning|afternoon|evening|night)s?`,
);

/** What "in the morning" means where no time is said. */
const defaultMorning = '09:00';

/** Takes the times of the day out of an order: there may be one. */
export function takeTimes(phrases: Phrases): ReadTimes {
  const clocks: Clock[] = [];
  for (const pattern of forms) {
    phrases.take(
      pattern,
      ({ groups = {}, 0: said }) => void clocks.push(clockOf(groups, said)),
      mark.time,
    );
  }
  phrases.take(
    bare,
    ({ groups = {}, 0: said }) => void clocks.push(clockOf(groups, said)),
    mark.time,
  );
  let part: Part | undefined;
  let isDaily = false;
  phrases.take(parts, ({ groups = {} }) => {
    part = groups.part as Part;
    isDaily ||= groups.each !== undefined;
  });
  const read = clocks.map((clock) => timeOf(clock, part));
  const problems = read.flatMap((each) => ('problem' in each ? each.problem : []));
  const times = [...new Set(read.flatMap((each) => ('time' in each ? each.time : [])))];
  if (times.length > 1) {
    problems.push(saying(texts.oneTime, { times: times.join(', ') }));
  }
  if (clocks.length > 0 || part === undefined) {
    return { ...(times.length === 1 && { time: times[0] }), problems, isDaily };
  }
  if (part === 'morning') return { time: defaultMorning, problems, isDaily };
  return { problems: [saying(texts.whichTime)], isDaily };
}

function clockOf(groups: Readonly<Record<string, string | undefined>>, said: string): Clock {
  if (groups.name)
    return { said, hour: groups.name === 'midnight' ? 0 : 12, minute: 0, sure: 'half' };
  const spoken = numbers.indexOf(groups.hour ?? '') + 1;
  const whole = spoken > 0 ? spoken : Number(groups.hour);
  const minutes = Number(groups.minute ?? 0);
  const [hours, minute] = groups.part ? spokenMinutes(whole, groups) : [whole, minutes];
  if (!groups.half) return { said, hour: hours, minute, ...(groups.minute && { sure: 'day' }) };
  // 13pm is no time.
  const isHour = whole >= 1 && whole <= 12;
  const inHalf = (hours % 12) + (groups.half === 'p' ? 12 : 0);
  return { said, hour: isHour ? inHalf : 99, minute, sure: 'half' };
}

/** "Half past nine", "quarter to ten". */
function spokenMinutes(
  whole: number,
  { part, side }: Readonly<Record<string, string | undefined>>,
): [number, number] {
  const minutes = part === 'half' ? 30 : 15;
  return side === 'to' ? [(whole + 23) % 24, 60 - minutes] : [whole, minutes];
}

function timeOf(
  clock: Clock,
  part?: Part,
): { readonly time: string } | { readonly problem: Saying } {
  const { said, minute, sure } = clock;
  const hours = sure === 'half' ? clock.hour : inPart(clock.hour, part);
  const time = written(hours, minute);
  if (hours > 23 || minute > 59) {
    return { problem: saying(texts.noTime, { said }) };
  }
  if (!sure && !part && (hours <= 6 || hours === 12) && hours > 0) {
    const other = written((hours + 12) % 24, minute);
    return { problem: saying(texts.twoHalves, { said, first: time, second: other }) };
  }
  return quarters.includes(time) ? { time } : { problem: saying(texts.quarters, { said }) };
}

/** The hour of 24 that one of 12 means in a part of the day. */
function inPart(hours: number, part: Part | undefined): number {
  if (part === undefined || hours > 12 || hours === 0) return hours;
  if (part === 'morning') return hours === 12 ? 0 : hours;
  if (part === 'night' && (hours === 12 || hours < 6)) return hours % 12;
  return (hours % 12) + 12;
}

function written(hours: number, minute: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
