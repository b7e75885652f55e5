import { monthNumber } from './calendar.ts';
import { chineseDates } from './chinese/dates.ts';
import { englishDates } from './english/dates.ts';
import { languageOf } from './languages.ts';
import { russianDates } from './russian/dates.ts';
import type { Span } from './sentences.ts';

/** A date that stands in a text, with the days (`YYYY-MM-DD`) that it may stand for. */
export interface WrittenDate extends Span {
  readonly first: string;
  readonly last: string;
  /** `2017`, `2017-11` or `2017-11-05`; undefined where the text is vague: "late 1950s". */
  readonly exact?: string;
}

const rules = { en: englishDates, ru: russianDates, zh: chineseDates };

/** A text that is longer is read up to here: no sentence or quote is. */
const maxLength = 5_000;

/**
 * The dates of a text that name their year, in order; what leans on another date ("that May") is left
 * out. Takes time in proportion to the text.
 */
export function datesIn(text: string): WrittenDate[] {
  const read = text.slice(0, maxLength);
  const found: WrittenDate[] = [];
  for (const rule of rules[languageOf(read)]) {
    for (const { 0: words, index: start, groups = {} } of read.matchAll(rule)) {
      const end = start + words.length;
      if (found.some((date) => date.start < end && start < date.end)) continue;
      const meant = daysMeant(groups);
      if (meant) found.push({ start, end, ...meant });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Meant = Omit<WrittenDate, 'start' | 'end'>;

function daysMeant(groups: Groups): Meant | undefined {
  const { decade, twentieth, season, part, rough } = groups;
  const year = Number(groups.year ?? decade ?? 1900 + Number(twentieth));
  if (decade ?? twentieth) return years(year, yearsOfDecade(partOf(part)));
  if (season) return seasonOf(season, year);
  if (groups.month) return inMonth(year, groups);
  if (part) return monthsOf(year, monthsOfPart[partOf(part) ?? 'mid']);
  return { ...years(year, { from: 0, to: 0 }), ...(!rough && { exact: String(year) }) };
}

/** A part of a decade, a year or a month. */
type Part = 'early' | 'mid' | 'late';

/** The words for parts in all languages, by their beginnings. */
const parts: readonly (readonly [Part, RegExp])[] = [
  ['early', /^(?:early|beginning|start|начал|初)/i],
  ['mid', /^(?:mid|середин|中)/i],
  ['late', /^(?:late|end|кон|[底末])/i],
];

function partOf(word: string | undefined): Part | undefined {
  return word === undefined ? undefined : parts.find(([, pattern]) => pattern.test(word))?.[0];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Which years of a decade, 0 to 9, "early", "mid" and "late" may mean. */
export function yearsOfDecade(part?: string): Stretch {
  if (part === 'early') return { from: 0, to: 4 };
  if (part === 'mid') return { from: 3, to: 6 };
  return part === 'late' ? { from: 5, to: 9 } : { from: 0, to: 9 };
}

const monthsOfPart: Readonly<Record<Part, Stretch>> = {
  early: { from: 1, to: 4 },
  mid: { from: 5, to: 8 },
  late: { from: 9, to: 12 },
};

/** The seasons of the north; a winter is taken for the one that begins in its year. */
const seasons: readonly (readonly [RegExp, Stretch])[] = [
  [/^(?:spring|вес|春)/i, { from: 3, to: 5 }],
  [/^(?:summer|лет|夏)/i, { from: 6, to: 8 }],
  [/^(?:autumn|fall|осен|秋)/i, { from: 9, to: 11 }],
  [/^(?:winter|зим|冬)/i, { from: 12, to: 14 }],
];

function seasonOf(word: string, year: number): Meant | undefined {
  const months = seasons.find(([pattern]) => pattern.test(word))?.[1];
  return months && monthsOf(year, months);
}

function inMonth(year: number, { month = '', day, part }: Groups): Meant | undefined {
  const number = monthNumber(month) ?? Number(month);
  if (!(number >= 1 && number <= 12)) return undefined;
  const whole = monthsOf(year, { from: number, to: number });
  if (part) return whole;
  if (!day) return { ...whole, exact: whole.first.slice(0, -3) };
  const exact = isoDay(year, number, Number(day));
  return exact >= whole.first && exact <= whole.last
    ? { first: exact, last: exact, exact }
    : undefined;
}

function years(year: number, { from, to }: Stretch): Meant {
  return { first: `${year + from}-01-01`, last: `${year + to}-12-31` };
}

function monthsOf(year: number, { from, to }: Stretch): Meant {
  return { first: isoDay(year, from, 1), last: isoDay(year, to + 1, 0) };
}

/** A day of UTC; the day 0 of a month is the last one of the month before. */
function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
