import type { CitedQuote } from '../answer/quote.ts';
import type { Library } from '../library/library.ts';
import { mostCells } from './alignment.ts';
import { type Comparison, compareWording } from './comparison.ts';
import type { Inquiry } from './inquiry.ts';
import { type Candidate, nearestPlaces } from './nearest.ts';
import { type Omission, omissionsIn } from './omissions.ts';
import type { Named } from './signature.ts';
import { contradictedSource } from './sources.ts';
import { judgeSpeaker, type Speaker, type SpokenWords } from './speaker/judge.ts';
import { passagesOf, runsOf, type StoredToken, stretchOf } from './stretch.ts';

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
  /** Whether those said or wrote the words whom the text names; absent where it names nobody. */
  readonly speaker: Speaker | undefined;
  /** What the quotation's ellipses pass over. */
  readonly omissions: readonly Omission[];
}

/** The places that hold the quotation, or nearly so: fewest changes first. */
export function matchesOf(inquiry: Inquiry): Match[] {
  const { index, numbers, tokens } = inquiry;
  const starts = index.find(numbers).slice(0, mostPlaces);
  const ellipses = tokens.filter(({ afterGap }) => afterGap).length;
  const places = starts.flatMap((start) => {
    const article = index.articleAt(start);
    return article ? [{ article, start, end: start + numbers.length }] : [];
  });
  const candidates = places.length > 0 ? places : nearestPlaces(index, numbers, ellipses);
  return candidates
    .flatMap((candidate) => matchAt(candidate, inquiry))
    .sort((a, b) => a.edits - b.edits || doubts(a) - doubts(b));
}

const doubtOf = { confirmed: 0, 'not-shown': 2, contradicted: 4 } as const;

function doubts({ speaker, candidate }: Match): number {
  return doubtOf[speaker?.status ?? 'confirmed'] + (candidate.article.text === 'brief' ? 1 : 0);
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
  const places = placesOf(runsOf(compared.steps, stored));
  const speaker = speakerOf(named, places, library);
  const omissions = omissionsIn(compared.steps, stored);
  return [{ ...compared, candidate, stored, passages, speaker, omissions }];
}

/** Stretches of stored words by the paragraphs that they stand in. */
export function placesOf(runs: readonly (readonly StoredToken[])[]): SpokenWords[] {
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const { article, paragraph } = first.home;
    return [{ article, paragraph, spans: [{ start: first.start, end: last.end }] }];
  });
}

/** Whether a text names the right people beside words of some places. */
export function speakerOf(
  { speaker, sources }: Named,
  places: readonly SpokenWords[],
  library: Library,
): Speaker | undefined {
  const judged = speaker ? judgeSpeaker(speaker, places, library) : undefined;
  const [place] = places;
  if (judged?.status === 'contradicted' || !place) return judged;
  const { article } = place;
  const wrong = contradictedSource(sources, article, library);
  if (!wrong) return judged;
  const to = [...article.authors, ...(article.publisher ? [article.publisher] : [])].join(', ');
  return { named: wrong, status: 'contradicted', isProse: true, ...(to && { to }) };
}

/** What a verdict says of the speaker. */
export function attribution(speaker: Speaker | undefined) {
  if (!speaker) return {};
  const { status, named, to, isProse } = speaker;
  return { speaker: status, named, isProse, ...(to && { saidBy: to }) };
}
