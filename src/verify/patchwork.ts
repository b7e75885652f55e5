import type { CitedQuote } from '../answer/quote.ts';
import { saying } from '../texts/message.ts';
import { verdictNoteTexts as texts } from '../texts/verify.ts';
import type { DiffPiece } from './diff.ts';
import type { Inquiry } from './inquiry.ts';
import { attribution, placesOf, speakerOf } from './match.ts';
import { type Omission, omissionOf } from './omissions.ts';
import { findStitches, isOnePlace, type Stitch } from './stitch.ts';
import { passagesOf, type StoredToken, stretchOf } from './stretch.ts';
import type { Altered, BriefOnly, Exact, Stitched } from './verdict.ts';
import { isSameWord } from './wording.ts';

/** How much of a stitched quotation may stand nowhere. */
const mostUnfound = 0.15;

/** Most words of what an ellipsis passes over that are looked at. */
const mostOmitted = 2000;

/** A piece of the quotation: runs of one place. */
type Group = readonly Stitch[];

/**
 * The verdict on a quotation that is put together of several places; undefined when there is one only,
 * or `mostMissing` words are in none. Pieces of one article in their order, with an ellipsis between
 * any two, are what they are said to be, as far as the ellipses do no harm.
 */
export function findPatchwork(
  inquiry: Inquiry,
  mostMissing: number,
): Exact | Altered | Stitched | BriefOnly | undefined {
  const { quotation, tokens } = inquiry;
  const groups = groupsOf(inquiry);
  const covered = new Set(groups.flat().flatMap(({ at, length }) => tokens.slice(at, at + length)));
  const unfound = tokens.filter((token) => !covered.has(token));
  const isEnough = unfound.length < mostMissing && unfound.length <= tokens.length * mostUnfound;
  if (groups.length < 2 || !isEnough) return undefined;
  const pieces = groups.map((group) => pieceOf(inquiry, group));
  const passages = distinct(pieces.flatMap((piece) => piece.passages));
  const ofBrief = passages.find(
    ({ article }) => inquiry.library.articles.get(article)?.text === 'brief',
  );
  if (ofBrief)
    return { kind: 'brief-only', quotation, notes: [], nearBrief: ofBrief, isBriefsWording: true };
  const stored = groups.map((group) => group.flatMap((each) => storedAt(inquiry, each)));
  const speaker = attribution(speakerOf(inquiry.named, placesOf(stored), inquiry.library));
  const isOpen = unfound.length === 0 && isLeftOutOpenly(groups, inquiry);
  if (isOpen && groups.flat().every((each) => hasCapitals(each, inquiry))) {
    return { ...openly(inquiry, groups, stored), passages, ...speaker };
  }
  return {
    kind: 'stitched',
    quotation,
    notes: isReordered(groups, inquiry) ? [saying(texts.reordered)] : [],
    pieces,
    unfound: unfound.map(({ start, end }) => quotation.slice(start, end)),
    ...speaker,
  };
}

function groupsOf({ tokens, index, numbers }: Inquiry): Group[] {
  const gaps = tokens.flatMap(({ afterGap }, at) => (afterGap && at > 0 ? [at] : []));
  const groups: Stitch[][] = [];
  for (const next of findStitches(index, numbers, gaps)) {
    const last = groups.at(-1)?.at(-1);
    if (last && isOnePlace(last, next)) groups.at(-1)?.push(next);
    else groups.push([next]);
  }
  return groups;
}

/** The verdict on pieces that are left apart openly: by what lies between them. */
function openly(inquiry: Inquiry, groups: readonly Group[], stored: readonly StoredToken[][]) {
  const { quotation } = inquiry;
  const omissions = groups.slice(1).flatMap((group, at): Omission[] => {
    const upper = groups[at]?.at(-1);
    const [before, behind] = [stored[at]?.at(-1), stored[at + 1]?.[0]];
    const [lower] = group;
    if (!upper || !lower || !before || !behind) return [];
    const start = upper.place + upper.length;
    const end = Math.min(lower.place, start + mostOmitted);
    return [
      omissionOf(before, stretchOf(inquiry.index, before.home.article, { start, end }), behind),
    ];
  });
  const common = { quotation, omissions, notes: [] };
  if (omissions.every(({ reasons }) => reasons.length === 0)) {
    return { kind: 'exact' as const, ...common, elsewhere: [] };
  }
  const diff = stored.flatMap((words, at): DiffPiece[] => [
    ...(at > 0 ? [{ kind: 'omitted', text: ` ${omissions[at - 1]?.text ?? ''} ` } as const] : []),
    { kind: 'same', text: wordingOf(words) },
  ]);
  return { kind: 'altered' as const, ...common, diff, edits: 0 };
}

function wordingOf(words: readonly StoredToken[]): string {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return '';
  return first.home === last.home
    ? first.home.paragraph.text.slice(first.start, last.end)
    : words.map(({ home, start, end }) => home.paragraph.text.slice(start, end)).join(' ');
}

function storedAt({ index }: Inquiry, { place, length }: Stitch): StoredToken[] {
  const article = index.articleAt(place);
  return article ? stretchOf(index, article, { start: place, end: place + length }) : [];
}

function hasCapitals(stitch: Stitch, inquiry: Inquiry): boolean {
  return storedAt(inquiry, stitch).every((ours, offset) => {
    const theirs = inquiry.tokens[stitch.at + offset];
    const isStart = stitch.at + offset === 0 || theirs?.afterGap === true;
    return theirs !== undefined && isSameWord(ours, theirs, isStart);
  });
}

/** The last run of each piece beside the first one of the next. */
function pairsOf(groups: readonly Group[]) {
  return groups.slice(1).flatMap((group, at) => {
    const [upper, lower] = [groups[at]?.at(-1), group[0]];
    return upper && lower ? [{ upper, lower }] : [];
  });
}

/** Whether the pieces follow each other in one article, with an ellipsis between any two. */
function isLeftOutOpenly(groups: readonly Group[], { tokens, index }: Inquiry): boolean {
  const articleAt = (place: number) => index.articleAt(place);
  return pairsOf(groups).every(
    ({ upper, lower }) =>
      tokens[lower.at]?.afterGap &&
      upper.place < lower.place &&
      articleAt(upper.place) === articleAt(lower.place),
  );
}

function isReordered(groups: readonly Group[], { index }: Inquiry): boolean {
  const articles = new Set(groups.flat().map(({ place }) => index.articleAt(place)));
  return (
    articles.size === 1 && pairsOf(groups).some(({ upper, lower }) => upper.place > lower.place)
  );
}

function pieceOf(inquiry: Inquiry, group: Group) {
  const { quotation, tokens } = inquiry;
  const passages = group.flatMap((stitch) => {
    const stored = storedAt(inquiry, stitch);
    return passagesOf(
      stored.map((_, at) => ({ kind: 'joined', stored: at })),
      stored,
    );
  });
  const [first] = group;
  const last = group.at(-1);
  const start = tokens[first?.at ?? 0]?.start ?? 0;
  const end = tokens[(last?.at ?? 0) + (last?.length ?? 1) - 1]?.end ?? quotation.length;
  return { text: quotation.slice(start, end), passages: distinct(passages) };
}

/** Each passage once. */
function distinct(passages: readonly CitedQuote[]): CitedQuote[] {
  const keyOf = ({ article, paragraph, start }: CitedQuote) => `${article}:${paragraph}:${start}`;
  return [...new Map(passages.map((passage) => [keyOf(passage), passage])).values()];
}
