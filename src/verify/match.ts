import type { CitedQuote } from '../answer/quote.ts';
import { mostCells } from './alignment.ts';
import { misattributedTo } from './attribution.ts';
import { type Comparison, compareWording } from './comparison.ts';
import type { Inquiry } from './inquiry.ts';
import { type Candidate, nearestPlaces } from './nearest.ts';
import { passagesOf, type StoredToken, stretchOf } from './stretch.ts';

/**
 * How many changed words leave a quotation one of that place: one of eight, then one of three more.
 * Short ones share two of eight words with other articles by chance.
 */
const mostEdits = (words: number) => Math.max(1, 1 + (words - 8) * 0.35);
const leastSame = 4;

/** How many places with the same words are looked at. */
const mostPlaces = 20;

/** A place of the library beside the quotation. */
export interface Match extends Comparison {
  readonly candidate: Candidate;
  readonly stored: readonly StoredToken[];
  readonly passages: readonly CitedQuote[];
  /** Whom the text names instead of this place's author or publisher. */
  readonly misnamed: string | undefined;
}

/** The places that hold the quotation, or nearly so: fewest changes first. */
export function matchesOf(inquiry: Inquiry): Match[] {
  const { index, numbers, tokens } = inquiry;
  const starts = index.find(numbers).slice(0, mostPlaces);
  const ellipses = tokens.filter(({ afterGap }) => afterGap).length;
  const places = starts.flatMap((start) => {
    const home = index.homeOf(start);
    return home ? [{ article: home.article, start, end: start + numbers.length }] : [];
  });
  const candidates = places.length > 0 ? places : nearestPlaces(index, numbers, ellipses);
  return candidates
    .flatMap((candidate) => matchAt(candidate, inquiry))
    .sort((a, b) => a.edits - b.edits || doubts(a) - doubts(b));
}

function doubts({ misnamed, candidate }: Match): number {
  return (misnamed ? 2 : 0) + (candidate.article.text === 'brief' ? 1 : 0);
}

function matchAt(candidate: Candidate, { index, tokens, named, library }: Inquiry): Match[] {
  const stored = stretchOf(index, candidate.article, candidate);
  if ((stored.length + 1) * (tokens.length + 1) > mostCells) return [];
  const compared = compareWording(stored, tokens);
  const edits = compared.edits - compared.capitals;
  const same = compared.steps.filter(({ kind }) => kind === 'same').length;
  const isNear =
    edits === 0 || (edits <= mostEdits(tokens.length) && same + compared.capitals >= leastSame);
  if (!isNear) return [];
  const passages = passagesOf(compared.steps, stored);
  const misnamed = misattributedTo(named, candidate.article, passages[0]?.paragraph ?? 0, library);
  return [{ ...compared, candidate, stored, passages, misnamed }];
}
