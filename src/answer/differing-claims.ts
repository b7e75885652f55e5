import type { Parties } from './differing-parties.ts';
import { type Range, rangeOfFigure, rangeOfYears } from './differing-values.ts';

/** A figure or date that a sentence gives for something that can be told from anything else. */
export interface Claim {
  /** What it is about; claims about one thing have the same. */
  readonly topic: string;
  /** The topic as people read it: "length of the border of China and Russia". */
  readonly title: string;
  /** A word of these has to be in the question. */
  readonly words: readonly string[];
  readonly kind: 'figure' | 'date';
  readonly range: Range;
  /** The figure or date, as it stands in the sentence. */
  readonly figure: string;
}

/** What may come about, or is only planned, is no fact that another source contradicts. */
const unreal =
  /\b(?:would|could|might|may|if|plan(?:s|ned)?|aims?|target|forecasts?|expect(?:s|ed)?|projected|proposed|should|will)\b/i;

const number = String.raw`\d[\d,]*(?:\.\d+)?`;
const distance = new RegExp(
  String.raw`(?<digits>${number})(?:\s|-)(?<unit>km|kilomet(?:er|re)s?|miles?)\b`,
  'g',
);
const border = String.raw`\b(?:border|frontier|boundary)\b`;
const name = String.raw`(?:the\s)?\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*`;
const someone = String.raw`(?:\s(?:with|between|of)\s(?:the\stwo|both|${name})(?:\sand\s${name})?)?`;
const about = String.raw`(?:\s(?:more|less|fewer|than|over|about|around|some|roughly|nearly|almost|at|least|up|to|approximately|a|an|estimated))*`;
const borderBehind = new RegExp(
  String.raw`^(?:[\s-](?:long|land|common|shared|joint))*\s${border}(?!\s(?:conflict|clash|confrontation|dispute|war|guard|region|area|zone|strip|section|stretch|segment|fence|wall))`,
);
const borderAhead = new RegExp(
  String.raw`${border}${someone}(?:\s(?:of|is|runs|stretches|measures|extends|spans)(?:\s(?:for|over))?)${about}\s$`,
  'u',
);
const money = new RegExp(
  String.raw`\$(?<digits>${number})\s(?<unit>million|billion|trillion)\s(?:dollars\s)?(?:in|during)\s(?<year>[12]\d{3})\b`,
  'g',
);
const wholeTrade =
  /(?:^|\b(?:bilateral|total|overall|two-way|mutual|their|annual|the|and)\s|\p{Lu}\p{L}*-\p{Lu}\p{L}*\s)(?:bilateral\s)?trade\b/iu;
const tradeReaches = new RegExp(
  String.raw`^(?:\s\([^)]*\))?${someone}(?:\s?,|(?:,|\sand)?\s(?:reached|was|totall?ed|stood at|amounted to|hit|rose to|grew to|fell to|dropped to|climbed to|exceeded|topped|exceeds))*${about}\s$`,
  'u',
);
const partOfYear = /^\s(?:by|until|through|up to|in the|so far)\b/;
const rupture =
  /\b(?:split|break|rift|rupture|schism)\b(?=\s+(?:occurred|came|began|happened|opened|took place))|\b(?:grew|became)\s+strained\b|\bfell out\b|\bbroke (?:apart|with each other)\b/i;
const date =
  /\b(?:in|during)\s+(?:the\s+)?(?<part>early|mid|late)?[\s-]?(?<digits>[12]\d{3})(?<decade>s)?\b/gi;
const founded =
  /(?<name>"[^"]{3,60}"|(?:\p{Lu}[\p{L}\d'’-]*)(?:\s(?:of\s|for\s|the\s)*\p{Lu}[\p{L}\d'’-]*)+),?\s(?:\([^)]*\)\s)?(?:which\s)?(?:was\s|were\s)?(?<verb>set up|founded|established|completed|finished|opened|signed|launched)\s+in\s+(?<digits>[12]\d{3})\b/gu;

/** Part of a border, or another kind of it. */
const partial =
  /\b(?:maritime|sea|river|coastal|eastern|western|northern|southern|disputed|remaining|internal|fenced|patrolled)\s+(?:\p{L}+\s+)?(?:border|frontier|boundary)\b/iu;

/** Borders of other times were others. */
const bygone = /\b(?:1[0-8]\d{2}|19[0-8]\d)s?\b/;

/** One break of several. */
const oneOfMany = /\b(?:again|once more|another|new|second|third|latest)\b/i;

/** A break that is somebody's own affair: "occurred in 1991 in Yugoslavia". */
const elsewhere = /^\s+(?:in|within|among|inside|of|at)\s+(?:the\s+)?\p{Lu}/u;

/** What may stand before the name of a thing that a sentence is about. */
const subject =
  /(?:^|[,;:]\s|\b(?:that|and|when|since)\s)(?:(?!(?:of|on|for|at|in|to|from|first|second|third|last)\b)(?:\p{Ll}+|The|A)\s)*$/u;

/** How far behind the word for a break its date may stand, in characters. */
const nearby = 30;

/** The claims of a sentence; `before` is the sentence before it, which may name who is meant. */
export function claimsOf(sentence: string, before: string, parties: Parties): Claim[] {
  if (unreal.test(sentence)) return [];
  return [
    ...borders(sentence, before, parties),
    ...trades(sentence, before, parties),
    ...ruptures(sentence, before, parties),
    ...foundings(sentence),
  ];
}

function borders(sentence: string, before: string, parties: Parties): Claim[] {
  if (bygone.test(sentence)) return [];
  return [...sentence.matchAll(distance)].flatMap((match) => {
    const { digits = '', unit = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const head = measuredBorder(sentence, start, end);
    if (!head || partial.test(sentence) || /^\s?(?:long\s)?(?:of\s)/.test(sentence.slice(end)))
      return [];
    const who = parties.of(sentence, head, before);
    if (!who) return [];
    const range = rangeOfFigure(digits, unit, sentence.slice(0, start));
    const words = ['border', 'frontier', 'boundary', 'km', 'kilometers'];
    const title = `length of the border of ${who}`;
    return [{ topic: `border ${who}`, title, words, kind: 'figure', range, figure: match[0] }];
  });
}

function trades(sentence: string, before: string, parties: Parties): Claim[] {
  const trade = wholeTrade.exec(sentence);
  if (!trade) return [];
  const place = { start: trade.index, end: trade.index + trade[0].length };
  const who = parties.of(sentence, place, before);
  if (!who) return [];
  return [...sentence.matchAll(money)].flatMap((match) => {
    const { digits = '', unit = '', year = '' } = match.groups ?? {};
    // Earlier years of the same trade may stand before: "$69.6 billion in 2016, rose to …".
    const between = sentence.slice(place.end, match.index).replace(money, '');
    if (match.index < place.end || !tradeReaches.test(between)) return [];
    if (partOfYear.test(sentence.slice(match.index + match[0].length))) return [];
    const range = rangeOfFigure(digits, unit, sentence.slice(0, match.index));
    const title = `trade of ${who} in ${year}`;
    const topic = `trade ${who} ${year}`;
    return [{ topic, title, words: ['trade'], kind: 'figure', range, figure: match[0] }];
  });
}

function ruptures(sentence: string, before: string, parties: Parties): Claim[] {
  const event = rupture.exec(sentence);
  if (!event || oneOfMany.test(sentence)) return [];
  const place = { start: event.index, end: event.index + event[0].length };
  const [when] = sentence.slice(place.end, place.end + nearby).matchAll(date);
  if (!when) return [];
  const end = place.end + when.index + when[0].length;
  if (elsewhere.test(sentence.slice(end))) return [];
  // Sources speak of Russia where they mean the Soviet Union; its border or trade is another matter.
  const who = parties.of(sentence, { ...place, end }, before)?.replace('Soviet Union', 'Russia');
  if (!who || who === 'Russia and Russia') return [];
  const { part, digits = '', decade } = when.groups ?? {};
  const words = ['split', 'break', 'rift', 'rupture', 'schism', 'strained', 'strain', 'fall'];
  return [
    {
      topic: `rupture ${who}`,
      title: `time of the break between ${who}`,
      words,
      kind: 'date',
      range: rangeOfYears(part, digits, decade !== undefined),
      figure: when[0],
    },
  ];
}

/** Things with a name of their own: when they were set up, completed, signed. */
function foundings(sentence: string): Claim[] {
  return [...sentence.matchAll(founded)].flatMap((match) => {
    // "Work on the Power of Siberia was launched" is not about the thing itself.
    if (!subject.test(sentence.slice(0, match.index)) || /^In\s/.test(sentence)) return [];
    const { name: named = '', verb = '', digits = '' } = match.groups ?? {};
    const bare = named.replace(/^The\s|["“”]/g, '');
    const isSetUp = /set up|founded|established/.test(verb);
    const kind = isSetUp ? 'set up' : verb.replace('finished', 'completed');
    const title = `year in which ${bare} was ${kind}`;
    const range = rangeOfYears(undefined, digits, false);
    const words = bare.split(/[\s-]/);
    const topic = `${kind} ${bare.toLowerCase()}`;
    return [{ topic, title, words, kind: 'date', range, figure: digits }];
  });
}

/** Where the border stands that a figure measures: right before it or right behind it. */
function measuredBorder(sentence: string, start: number, end: number) {
  const behind = borderBehind.exec(sentence.slice(end));
  if (behind) return { start, end: end + behind[0].length };
  const ahead = borderAhead.exec(sentence.slice(0, start));
  return ahead ? { start: ahead.index, end } : undefined;
}
