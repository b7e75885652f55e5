import { weekdayNumber, weekdayPattern } from '../../language/calendar.ts';
import { orderTexts as texts } from '../../texts/digest-orders.ts';
import { type Saying, saying } from '../../texts/message.ts';
import { form, type Phrases } from './phrases.ts';

/** The weekdays that were read, 1 for Monday, in order; or what is wrong with them. */
export interface ReadDays {
  readonly weekdays?: readonly number[];
  readonly problems: readonly Saying[];
}

const day = String.raw`(?:${weekdayPattern})\.?`;
const short = 'mo|tu|we|th|fr|sa|su';
const dash = String.raw`\s?(?:[-–—−]|to|till|until|through|thru|по|至|到)\s?`;
const range = String.raw`(?:from\s)?(?:${day})${dash}(?:${day})|(?:${short})[-–](?:${short})`;
const group = String.raw`weekdays?|week\sdays|work(?:ing|\s)?\s?days?|business\sdays?|weekends?`;
const some = String.raw`(?:${range}|${group}|${day})`;
const joint = String.raw`(?:\s?[,&+/、和]\s?|\s(?:and|or)\s|\s)(?:(?:and|on|every)\s)?`;
const list = String.raw`${some}(?:${joint}${some})*`;

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Every day, and once a week, in the words of people. */
const daily = form(
  String.raw`(?:daily|everyday|(?:every|each|per)\s(?:single\s)?day|all\sdays|once\sa\sday|(?:7|seven)\sdays\sa\sweek)`,
);
const weekly = form(String.raw`(?:weekly|(?:every|each|per)\sweek|once\s(?:a|per|every)\sweek)`);
const except = form(
  String.raw`(?:except|excepting|excluding|but\snot|but|other\sthan|apart\sfrom|without|not)(?:\s(?:for|on))?\s(?<days>${list})`,
);

/** Said of a day, these make it another one. */
const qualified = form(
  String.raw`(?:every\s)?(?:other|second|2nd|third|3rd|fourth|4th|alternate)(?=\s)|(?:first|1st|last|next|this)(?=\s(?:${day}|day|week)(?!\p{L}))|bi-?weekly|fortnightly|monthly|quarterly|yearly|twice`,
);

/** Takes the weekdays out of an order. */
export function takeDays(phrases: Phrases): ReadDays {
  const problems: Saying[] = [];
  phrases.take(qualified, ({ 0: said }) => {
    problems.push(saying(texts.rarer, { said }));
  });
  const left = new Set<number>();
  phrases.take(except, ({ groups = {} }) => {
    for (const one of daysIn(groups.days ?? '')) left.add(one);
  });
  const said = new Set<number>();
  phrases.take(form(list), ({ 0: words }) => {
    for (const one of daysIn(words)) said.add(one);
  });
  let [isDaily, isWeekly] = [false, false];
  phrases.take(daily, () => {
    isDaily = true;
  });
  phrases.take(weekly, () => {
    isWeekly = true;
  });
  if (isDaily && (isWeekly || said.size > 0)) {
    problems.push(saying(texts.dailyOrSome));
  }
  // A week's digest comes when the week begins.
  if (isWeekly && said.size === 0) said.add(1);
  const all = isDaily ? everyDay : [...said];
  const weekdays = all.filter((one) => !left.has(one)).sort((a, b) => a - b);
  if (left.size > 0 && (all.length === 0 || weekdays.length === 0)) {
    problems.push(saying(texts.whichDays, { example: 'mon, wed, fri' }));
  }
  return weekdays.length > 0 ? { weekdays, problems } : { problems };
}

const rangeForm = new RegExp(
  String.raw`(?<first>${day}|${short})${dash}(?<last>${day}|${short})`,
  'gu',
);

function daysIn(words: string): number[] {
  const days: number[] = [];
  const single = words.replace(rangeForm, (...match) => {
    const { first, last } = match.at(-1) as { first: string; last: string };
    days.push(...daysBetween(numberOf(first), numberOf(last)));
    return ' ';
  });
  for (const [word] of single.matchAll(new RegExp(`${group}|${day}`, 'gu'))) {
    if (/^weekend/.test(word)) days.push(6, 7);
    else if (/^(?:w(?:ee|or)k|business)/.test(word)) days.push(1, 2, 3, 4, 5);
    else days.push(numberOf(word));
  }
  return days;
}

function numberOf(word: string): number {
  return weekdayNumber(word) ?? short.split('|').indexOf(word) + 1;
}

/** From one day to another; `sat-mon` goes round the week's end. */
function daysBetween(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ((first - 1 + index) % 7) + 1);
}
