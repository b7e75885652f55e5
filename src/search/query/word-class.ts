import type { SoughtKind } from '../../language/asking.ts';
import { type WordClass, wordClasses } from '../../language/word-classes.ts';
import { termOf } from '../../language/words.ts';

/** What a word can be a part of, as flags. */
const flags = {
  figure: 1,
  /** Hardly ever a count, without a comma as words are. */
  recentYear: 2,
  year: 4,
  day: 8,
  length: 16,
  time: 32,
  money: 64,
  share: 128,
  scale: 256,
  unit: 512,
} as const;

const classes = new Map<string, number>();
for (const [name, list] of wordClasses.flatMap((lists) => Object.entries(lists))) {
  for (const word of list.trim().split(/\s+/)) {
    const term = termOf(word) ?? word;
    classes.set(term, (classes.get(term) ?? 0) | flags[name as WordClass]);
  }
}

/** The flags of a term. */
export function classOf(term: string): number {
  const figure = /^\d/.test(term) ? flags.figure : 0;
  const year = /^(?:1\d|20)\d\d$/.test(term) ? flags.year : 0;
  const recentYear = /^(?:1[89]|20)\d\d$/.test(term) ? flags.recentYear : 0;
  return (classes.get(term) ?? 0) | figure | year | recentYear;
}

/** The units that make a figure one of the kind. */
const units: Readonly<Record<Extract<SoughtKind, 'amount' | 'length' | 'share' | 'size'>, number>> =
  {
    amount: flags.length | flags.time | flags.money | flags.share | flags.scale | flags.unit,
    length: flags.length | flags.time,
    share: flags.share,
    size: flags.length | flags.money | flags.scale | flags.unit,
  };

/** The places at which something of the kind stands among words, given by their flags. */
export function placesOf(kind: SoughtKind, words: readonly number[]): number[] {
  return [...words.keys()].filter((at) => stands(kind, words, at));
}

function stands(kind: SoughtKind, words: readonly number[], at: number): boolean {
  const word = words[at] ?? 0;
  if (kind === 'person' || kind === 'place' || kind === 'reason') return false;
  if (kind === 'date') return (word & (flags.year | flags.day)) !== 0;
  if (kind === 'year') return (word & flags.year) !== 0;
  if (kind === 'share' && word & flags.share) return true;
  if (!(word & flags.figure)) return false;
  if (kind === 'age') return true;
  const beside = (words[at - 1] ?? 0) | (words[at + 1] ?? 0);
  if (kind === 'count') {
    const isShare = ((words[at + 1] ?? 0) & flags.share) !== 0;
    return !(isShare || word & flags.recentYear || beside & flags.day);
  }
  const before = (words[at - 1] ?? 0) & flags.money;
  const behind = (words[at + 1] ?? 0) | (words[at + 2] ?? 0);
  return ((before | behind | (word & flags.scale)) & units[kind]) !== 0;
}
