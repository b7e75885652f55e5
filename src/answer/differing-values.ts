import { yearsOfDecade } from '../language/dates.ts';

/** What a figure or date may stand for: everything from `low` to `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Of a decade or of a rounded number: its ends are not exact. */
  readonly isVague: boolean;
}

const kilometresInMile = 1.609344;
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const least = /(?:more than|over|at least|exceed(?:s|ed|ing)?|above|upwards of|topped)\s*$/i;
const most = /(?:less than|under|below|up to|at most|fewer than|nearly|almost)\s*$/i;
const roughly =
  /(?:about|around|some|roughly|approximately|an? estimated|nearly|almost|close to)\s*$/i;

/** How far off a figure may be that is called rough. */
const roughness = 0.1;

/**
 * The range of a figure by its digits and the words before it: `4,200` is anything that rounds to
 * it, "more than 100" has no upper end.
 */
export function rangeOfFigure(digits: string, unit: string, before: string): Range {
  const bare = digits.replaceAll(',', '');
  const scale = scaleOf(unit);
  const value = Number(bare) * scale;
  const lastDigit = bare.includes('.')
    ? 10 ** -(bare.split('.')[1]?.length ?? 0)
    : 10 ** (/0*$/.exec(bare)?.[0].length ?? 0);
  const rounding = (lastDigit * scale) / 2;
  const off = roughly.test(before) ? Math.max(rounding, value * roughness) : rounding;
  if (least.test(before))
    return { low: value - off, high: Number.POSITIVE_INFINITY, isVague: true };
  if (most.test(before)) return { low: value * (1 - roughness), high: value + off, isVague: true };
  return { low: value - off, high: value + off, isVague: false };
}

function scaleOf(unit: string): number {
  if (/mile/i.test(unit)) return kilometresInMile;
  return scales[/thousand|million|billion|trillion/i.exec(unit)?.[0].toLowerCase() ?? ''] ?? 1;
}

/** The years of a date: `2012`, `1970s`, `the late 1950s`. */
export function rangeOfYears(part: string | undefined, digits: string, isDecade: boolean): Range {
  const year = Number(digits);
  if (!isDecade) return { low: year, high: year, isVague: false };
  const { from, to } = yearsOfDecade(part?.toLowerCase());
  return { low: year + from, high: year + to, isVague: true };
}

/** Figures that are as near as this differ by how they were measured, not by what they say. */
const minShare = 0.02;

/** Whether no date fits both; ends of decades that touch are no contradiction. */
export function datesContradict(a: Range, b: Range): boolean {
  return gapOf(a, b) > (a.isVague || b.isVague ? 1 : 0);
}

/** Whether no value fits both, by more than sources commonly are apart. */
export function figuresContradict(a: Range, b: Range): boolean {
  return gapOf(a, b) > minShare * Math.max(a.low, b.low);
}

function gapOf(a: Range, b: Range): number {
  return Math.max(a.low - b.high, b.low - a.high);
}
