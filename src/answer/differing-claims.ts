import type {
  AmountTopic,
  DifferingTopics,
  EventTopic,
  FoundingTopic,
  LengthTopic,
} from '../library/differing-topics.ts';
import { oneOf, type Parties } from './differing-parties.ts';
import { type Range, rangeOfFigure, rangeOfYears } from './differing-values.ts';

/** A figure or date that a sentence gives for something that can be told from anything else. */
export interface Claim {
  /** What it is about, as people read it; claims about one thing have the same. */
  readonly title: string;
  /** A word of these has to be in the question. */
  readonly words: readonly string[];
  readonly kind: 'figure' | 'date';
  readonly range: Range;
  /** The figure or date, as it stands in the sentence. */
  readonly figure: string;
}

/** The claims of a sentence; `before` is the sentence before it, which may name who is meant. */
type Finder = (sentence: string, before: string, parties: Parties) => Claim[];

/** What may come about, or is only planned, is no fact that another source contradicts. */
const unreal =
  /\b(?:would|could|might|may|if|plan(?:s|ned)?|aims?|target|forecasts?|expect(?:s|ed)?|projected|proposed|should|will)\b/i;

const number = String.raw`\d[\d,]*(?:\.\d+)?`;
const distance = new RegExp(
  String.raw`(?<digits>${number})(?:\s|-)(?<unit>km|kilomet(?:er|re)s?|miles?)\b`,
  'g',
);
const distanceWords = ['km', 'kilometers'];
const name = String.raw`(?:the\s)?\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*`;
const someone = String.raw`(?:\s(?:with|between|of)\s(?:the\stwo|both|${name})(?:\sand\s${name})?)?`;
const about = String.raw`(?:\s(?:more|less|fewer|than|over|about|around|some|roughly|nearly|almost|at|least|up|to|approximately|a|an|estimated))*`;
const measures = String.raw`(?:\s(?:of|is|runs|stretches|measures|extends|spans)(?:\s(?:for|over))?)`;
const reaches = String.raw`(?:\s?,|(?:,|\sand)?\s(?:reached|was|totall?ed|stood at|amounted to|hit|rose to|grew to|fell to|dropped to|climbed to|exceeded|topped|exceeds))*`;
const happened = 'occurred|came|began|happened|opened|took place';

const money = new RegExp(
  String.raw`\$(?<digits>${number})\s(?<unit>million|billion|trillion)\s(?:dollars\s)?(?:in|during)\s(?<year>[12]\d{3})\b`,
  'g',
);
const partOfYear = /^\s(?:by|until|through|up to|in the|so far)\b/;
const date =
  /\b(?:in|during)\s+(?:the\s+)?(?<part>early|mid|late)?[\s-]?(?<digits>[12]\d{3})(?<decade>s)?\b/gi;
const anyYear = /\b([12]\d{3})s?\b/g;

/** One event of several. */
const oneOfMany = /\b(?:again|once more|another|new|second|third|latest)\b/i;

/** An event that is somebody's own affair: "occurred in 1991 in Yugoslavia". */
const elsewhere = /^\s+(?:in|within|among|inside|of|at)\s+(?:the\s+)?\p{Lu}/u;

/** What may stand before the name of a thing that a sentence is about. */
const subject =
  /(?:^|[,;:]\s|\b(?:that|and|when|since)\s)(?:(?!(?:of|on|for|at|in|to|from|first|second|third|last)\b)(?:\p{Ll}+|The|A)\s)*$/u;

/** How far behind the word for an event its date may stand, in characters. */
const nearby = 30;

/** Returns the function that finds the claims of sentences on these topics. */
export function claimFinder(topics: DifferingTopics): Finder {
  const finders = [
    ...topics.lengths.map(lengths),
    ...topics.amounts.map(amounts),
    ...topics.events.map(events),
    ...topics.foundings.map(foundings),
  ];
  return (sentence, before, parties) =>
    unreal.test(sentence) ? [] : finders.flatMap((find) => find(sentence, before, parties));
}

function lengths({ title, names, whole, parts, others, since }: LengthTopic): Finder {
  const thing = String.raw`\b(?:${oneOf(names)})\b`;
  const isPart = new RegExp(String.raw`\b(?:${oneOf(parts)})\s+(?:\p{L}+\s+)?${thing}`, 'iu');
  const behind = new RegExp(
    String.raw`^(?:[\s-](?:long|${oneOf(whole)}))*\s${thing}(?!\s(?:${oneOf(others)}))`,
  );
  const ahead = new RegExp(String.raw`${thing}${someone}${measures}${about}\s$`, 'u');
  return (sentence, before, parties) => {
    const years = [...sentence.matchAll(anyYear)].map(([, year]) => Number(year));
    if (years.some((year) => year < since) || isPart.test(sentence)) return [];
    return [...sentence.matchAll(distance)].flatMap((match) => {
      const { digits = '', unit = '' } = match.groups ?? {};
      const [start, end] = [match.index, match.index + match[0].length];
      const [start0, rest] = [sentence.slice(0, start), sentence.slice(end)];
      if (/^\s?(?:long\s)?(?:of\s)/.test(rest)) return [];
      const found = behind.exec(rest);
      const place = found
        ? { start, end: end + found[0].length }
        : placeOf(ahead.exec(start0), end);
      const who = place && parties.of(sentence, place, before);
      if (!who) return [];
      const range = rangeOfFigure(digits, unit, start0);
      const words = [...names, ...distanceWords];
      return [
        { title: fill(title, { parties: who }), words, kind: 'figure', range, figure: match[0] },
      ];
    });
  };
}

function placeOf(found: RegExpExecArray | null, end: number) {
  return found ? { start: found.index, end } : undefined;
}

function amounts({ title, names, whole }: AmountTopic): Finder {
  const alone = String.raw`(?:^|\b(?:${oneOf(whole)}|the|and)\s|\p{Lu}\p{L}*-\p{Lu}\p{L}*\s)`;
  const thing = new RegExp(
    String.raw`${alone}(?:(?:${oneOf(whole)})\s)?(?:${oneOf(names)})\b`,
    'iu',
  );
  const reached = new RegExp(String.raw`^(?:\s\([^)]*\))?${someone}${reaches}${about}\s$`, 'u');
  return (sentence, before, parties) => {
    const found = thing.exec(sentence);
    if (!found) return [];
    const place = { start: found.index, end: found.index + found[0].length };
    const who = parties.of(sentence, place, before);
    if (!who) return [];
    return [...sentence.matchAll(money)].flatMap((match) => {
      const { digits = '', unit = '', year = '' } = match.groups ?? {};
      // Earlier years of the same thing may stand before: "$69.6 billion in 2016, rose to …".
      const between = sentence.slice(place.end, match.index).replace(money, '');
      if (match.index < place.end || !reached.test(between)) return [];
      if (partOfYear.test(sentence.slice(match.index + match[0].length))) return [];
      const range = rangeOfFigure(digits, unit, sentence.slice(0, match.index));
      const full = fill(title, { parties: who, year });
      return [{ title: full, words: names, kind: 'figure', range, figure: match[0] }];
    });
  };
}

function events({ title, names, phrases, asked, same }: EventTopic): Finder {
  const nouns = String.raw`\b(?:${oneOf(names)})\b(?=\s+(?:${happened}))`;
  const event = new RegExp(String.raw`${nouns}|\b(?:${oneOf(phrases)})\b`, 'i');
  const words = [...names, ...asked];
  return (sentence, before, parties) => {
    const found = event.exec(sentence);
    if (!found || oneOfMany.test(sentence)) return [];
    const place = { start: found.index, end: found.index + found[0].length };
    const [when] = sentence.slice(place.end, place.end + nearby).matchAll(date);
    if (!when) return [];
    const end = place.end + when.index + when[0].length;
    if (elsewhere.test(sentence.slice(end))) return [];
    const who = parties.of(sentence, { ...place, end }, before, same);
    if (!who) return [];
    const { part, digits = '', decade } = when.groups ?? {};
    const range = rangeOfYears(part, digits, decade !== undefined);
    return [{ title: fill(title, { parties: who }), words, kind: 'date', range, figure: when[0] }];
  };
}

/** Things with a name of their own. */
function foundings({ title, verbs }: FoundingTopic): Finder {
  const founded = new RegExp(
    String.raw`(?<name>"[^"]{3,60}"|(?:\p{Lu}[\p{L}\d'’-]*)(?:\s(?:of\s|for\s|the\s)*\p{Lu}[\p{L}\d'’-]*)+),?\s(?:\([^)]*\)\s)?(?:which\s)?(?:was\s|were\s)?(?:${oneOf(verbs)})\s+in\s+(?<digits>[12]\d{3})\b`,
    'gu',
  );
  return (sentence) =>
    [...sentence.matchAll(founded)].flatMap((match) => {
      // "Work on the Power of Siberia was launched" is not about the thing itself.
      if (!subject.test(sentence.slice(0, match.index)) || /^In\s/.test(sentence)) return [];
      const { name: named = '', digits = '' } = match.groups ?? {};
      const bare = named.replace(/^The\s|["“”]/g, '');
      const range = rangeOfYears(undefined, digits, false);
      const words = bare.split(/[\s-]/);
      return [{ title: fill(title, { name: bare }), words, kind: 'date', range, figure: digits }];
    });
}

function fill(title: string, values: Readonly<Record<string, string>>): string {
  return title.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
