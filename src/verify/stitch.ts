import { wordsOfGram } from './word-list.ts';
import type { WordingIndex } from './wording-index.ts';

/** A run of a quotation's words that stands in the library. */
export interface Stitch {
  /** Position of its first word in the quotation, and in the library. */
  readonly at: number;
  readonly place: number;
  readonly length: number;
}

/** Shorter runs stand in many articles by chance. */
const leastLength = 5;

/** Runs of one place that only a few changed or missing words divide are one quotation. */
const mostDrift = 8;

/**
 * The longest runs of a quotation's words that stand in the library, one after the other. What stands
 * between two ellipses (`gaps` are the words behind them) may be shorter.
 */
export function findStitches(
  index: WordingIndex,
  numbers: readonly number[],
  gaps: readonly number[] = [],
): Stitch[] {
  const bounds = [0, ...gaps, numbers.length];
  const stitches: Stitch[] = [];
  for (let at = 0; at + wordsOfGram <= numbers.length; ) {
    const longest = longestFrom(index, numbers, at, stitches.at(-1));
    const room = (bounds.find((bound) => bound > at) ?? at) - at;
    const length = Math.min(longest?.length ?? 0, room);
    const isPiece = length === room && bounds.includes(at);
    if (longest && (length >= leastLength || isPiece)) {
      stitches.push({ ...longest, length });
      at += length;
    } else at += 1;
  }
  return stitches;
}

/** Of runs of one length, the one nearest behind the last stitch. */
function longestFrom(
  index: WordingIndex,
  numbers: readonly number[],
  at: number,
  last: Stitch | undefined,
): Stitch | undefined {
  const behind = last ? last.place + last.length : 0;
  let best: Stitch | undefined;
  for (const place of index.placesOf(numbers, at)) {
    const length = index.runLength(numbers, at, place);
    const isNearer =
      length === best?.length && distance(place, behind) < distance(best.place, behind);
    if (!best || length > best.length || isNearer) best = { at, place, length };
  }
  return best;
}

function distance(place: number, behind: number): number {
  return place >= behind ? place - behind : Number.MAX_SAFE_INTEGER;
}

/** Whether two neighbouring stitches are of one place, with a few words changed in between. */
export function isOnePlace(first: Stitch, second: Stitch): boolean {
  const inQuotation = second.at - first.at - first.length;
  const inLibrary = second.place - first.place - first.length;
  return inLibrary >= 0 && Math.abs(inLibrary - inQuotation) <= mostDrift;
}
