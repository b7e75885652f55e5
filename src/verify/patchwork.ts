import type { CitedQuote } from '../answer/quote.ts';
import type { Inquiry } from './inquiry.ts';
import { findStitches, isOnePlace, type Stitch } from './stitch.ts';
import { passagesOf, stretchOf } from './stretch.ts';
import type { Stitched } from './verdict.ts';
import { isSameWord } from './wording.ts';

/** How much of a stitched quotation may stand nowhere. */
const mostUnfound = 0.15;

/** Pieces of several places that make up a quotation, and whether it leaves out openly what is between. */
export interface Patchwork {
  readonly verdict: Stitched;
  readonly isOpen: boolean;
}

/** The pieces of a quotation; undefined when there is one only, or `mostMissing` words are in none. */
export function findPatchwork(inquiry: Inquiry, mostMissing: number): Patchwork | undefined {
  const { quotation, tokens, index, numbers } = inquiry;
  const groups: Stitch[][] = [];
  for (const next of findStitches(index, numbers)) {
    const last = groups.at(-1)?.at(-1);
    if (last && isOnePlace(last, next)) groups.at(-1)?.push(next);
    else groups.push([next]);
  }
  const covered = new Set(groups.flat().flatMap(({ at, length }) => tokens.slice(at, at + length)));
  const unfound = tokens.filter((token) => !covered.has(token));
  const isEnough = unfound.length < mostMissing && unfound.length <= tokens.length * mostUnfound;
  if (groups.length < 2 || !isEnough) return undefined;
  const verdict: Stitched = {
    kind: 'stitched',
    quotation,
    notes: [],
    pieces: groups.map((group) => pieceOf(inquiry, group)),
    unfound: unfound.map(({ start, end }) => quotation.slice(start, end)),
  };
  const isOpen = unfound.length === 0 && isLeftOutOpenly(groups, inquiry);
  return { verdict, isOpen: isOpen && groups.flat().every((each) => hasCapitals(each, inquiry)) };
}

function hasCapitals({ at, place, length }: Stitch, { tokens, index }: Inquiry): boolean {
  const article = index.homeOf(place)?.article;
  const stored = article ? stretchOf(index, article, { start: place, end: place + length }) : [];
  return stored.every((ours, offset) => {
    const theirs = tokens[at + offset];
    const isStart = at + offset === 0 || theirs?.afterGap === true;
    return theirs !== undefined && isSameWord(ours, theirs, isStart);
  });
}

/** Whether the pieces follow each other in one article, with an ellipsis between any two. */
function isLeftOutOpenly(groups: readonly Stitch[][], { tokens, index }: Inquiry): boolean {
  const pairs = groups.slice(1).map((group, at) => [groups[at]?.at(-1), group[0]] as const);
  const articleAt = (place: number) => index.homeOf(place)?.article;
  return pairs.every(
    ([upper, lower]) =>
      upper &&
      lower &&
      tokens[lower.at]?.afterGap &&
      upper.place < lower.place &&
      articleAt(upper.place) === articleAt(lower.place),
  );
}

function pieceOf({ quotation, tokens, index }: Inquiry, group: readonly Stitch[]) {
  const passages = group.flatMap(({ place, length }) => {
    const home = index.homeOf(place);
    if (!home) return [];
    const stored = stretchOf(index, home.article, { start: place, end: place + length });
    return passagesOf(
      stored.map((_, at) => ({ kind: 'joined', stored: at })),
      stored,
    );
  });
  const first = group[0];
  const last = group.at(-1);
  const start = tokens[first?.at ?? 0]?.start ?? 0;
  const end = tokens[(last?.at ?? 0) + (last?.length ?? 1) - 1]?.end ?? quotation.length;
  return { text: quotation.slice(start, end), passages: distinct(passages) };
}

/** Each passage once. */
export function distinct(passages: readonly CitedQuote[]): CitedQuote[] {
  const keyOf = ({ article, paragraph, start }: CitedQuote) => `${article}:${paragraph}:${start}`;
  return [...new Map(passages.map((passage) => [keyOf(passage), passage])).values()];
}
