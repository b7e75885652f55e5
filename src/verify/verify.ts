import type { Library } from '../library/library.ts';
import { withoutAsides } from './asides.ts';
import { misattributedTo } from './attribution.ts';
import { type Claim, markedClaims, outermostClaim, signedClaim } from './claim.ts';
import { type Inquiry, inquire, shortest } from './inquiry.ts';
import { type Match, matchesOf } from './match.ts';
import { nearestBrief } from './nearest.ts';
import { distinct, findPatchwork } from './patchwork.ts';
import { isSamePunctuation } from './punctuation.ts';
import { diffOf, passageOf } from './stretch.ts';
import type { Altered, Exact, Misattributed, NotFound, Stitched, Verdict } from './verdict.ts';
import { readWording } from './wording.ts';

/** Quotations with as many changes may as well be put together of several places. */
const fewChanges = 4;

/**
 * Finds where a quotation comes from. What stands outside the quotation marks, or behind a dash at
 * the end, is read as what the text says about its source.
 *
 * Spelling that printers and editors vary does not count: quotation marks, dashes, hyphens, white
 * space, ellipses ("…", "[…]"), a capital at the start. Nor does what is put in openly: [sic], words
 * in brackets, notes' numbers; a note of the verdict repeats it. Each changed word, number or sign does.
 */
export function verify(text: string, library: Library): Verdict {
  // Paragraphs hold quotation marks and dashes too: what stands in the library with all that is
  // around them is one quotation.
  const whole = check({ quotation: text, named: '' }, library);
  const claim = outermostClaim(text) ?? signedClaim(text);
  if (!claim || isPassage(whole, claim)) return whole;
  const inner = check(claim, library);
  // Prose with a short quoted word in it is checked whole.
  return inner.kind === 'refused' && !/^\s*["“«„「]/.test(text) ? whole : inner;
}

/** Whether what stands around the claim's quotation is of the stored passage too, for the most part. */
function isPassage(whole: Verdict, { named }: Claim): boolean {
  if (whole.kind === 'exact') return true;
  return whole.kind === 'altered' && whole.edits * 2 <= readWording(named).length;
}

/** Checks every quotation of a message, each as `verify` does; one that has none is checked whole. */
export function verifyAll(text: string, library: Library): readonly Verdict[] {
  const one = verify(text, library);
  const several = markedClaims(text).filter(({ quotation }) => quotation.trim().length >= shortest);
  // Marks within one quotation divide it too.
  const isOne = ['exact', 'misattributed', 'altered'].includes(one.kind);
  if (several.length < 2 || isOne) return [one];
  return several.map((claim) => check(claim, library));
}

function check(claim: Claim, library: Library): Verdict {
  const asWritten = checkWords(claim, library);
  const { words, asides } = withoutAsides(claim.quotation);
  if (asides.length === 0 || changesIn(asWritten) === 0) return asWritten;
  const verdict = checkWords({ ...claim, quotation: words }, library);
  if (verdict.kind === 'refused' || changesIn(verdict) >= changesIn(asWritten)) return asWritten;
  const note = `Not compared: ${asides.map((aside) => `“${aside}”`).join(', ')}.`;
  return { ...verdict, quotation: claim.quotation.trim(), notes: [...verdict.notes, note] };
}

function checkWords(claim: Claim, library: Library): Verdict {
  const inquiry = inquire(claim, library);
  return 'kind' in inquiry ? inquiry : judge(inquiry);
}

function changesIn(verdict: Verdict): number {
  if (verdict.kind === 'altered') return verdict.edits;
  return verdict.kind === 'exact' || verdict.kind === 'misattributed' ? 0 : Infinity;
}

function judge(inquiry: Inquiry): Verdict {
  const [best, ...others] = matchesOf(inquiry);
  if (best?.edits === 0) return found(inquiry, best, others);
  const isNear = best !== undefined && best.edits - best.capitals <= fewChanges;
  const patchwork = isNear ? undefined : findPatchwork(inquiry, best?.edits ?? Infinity);
  if (patchwork?.isOpen) return foundInPieces(inquiry, patchwork.verdict);
  if (patchwork) return patchwork.verdict;
  if (!best) return notFound(inquiry);
  // A brief says the same in other words: that its words differ proves nothing.
  return best.candidate.article.text === 'brief' ? notFound(inquiry, best) : altered(inquiry, best);
}

function found(inquiry: Inquiry, best: Match, others: readonly Match[]): Exact | Misattributed {
  const { quotation } = inquiry;
  const { passages, candidate, misnamed } = best;
  const common = { quotation, passages, wording: candidate.article.text };
  if (misnamed) return { kind: 'misattributed', named: misnamed, notes: [], ...common };
  const keyOf = ({ passages: [first] }: Match) => `${first?.article}:${first?.paragraph}`;
  const known = new Set([keyOf(best)]);
  const elsewhere = others.filter((other) => {
    const isNew = other.edits === 0 && !known.has(keyOf(other));
    known.add(keyOf(other));
    return isNew;
  });
  const notes = isSamePunctuation(inquiry, best)
    ? []
    : ['The words are the same; the punctuation is not.'];
  return { kind: 'exact', notes, ...common, elsewhere: elsewhere.flatMap((each) => each.passages) };
}

/** One article's words in their order, with an ellipsis wherever some are left out. */
function foundInPieces(
  { quotation, named, library }: Inquiry,
  { pieces }: Stitched,
): Exact | Misattributed {
  const passages = distinct(pieces.flatMap((piece) => piece.passages));
  const article = library.articles.get(passages[0]?.article ?? '');
  const common = { quotation, passages, wording: article?.text ?? 'original', notes: [] };
  const misnamed = article && misattributedTo(named, article, passages[0]?.paragraph ?? 0, library);
  if (misnamed) return { kind: 'misattributed', named: misnamed, ...common };
  return { kind: 'exact', elsewhere: [], ...common };
}

function altered({ quotation, tokens }: Inquiry, best: Match): Altered {
  const { passages, steps, stored, edits, misnamed, candidate } = best;
  const diff = diffOf(steps, stored, { text: quotation, tokens });
  const notes = [
    ...(best.capitals === edits ? ['Only capitals differ.'] : []),
    ...(misnamed
      ? [`The text names ${misnamed}, who is not the source's author or publisher.`]
      : []),
  ];
  return {
    kind: 'altered',
    quotation,
    passages,
    wording: candidate.article.text,
    diff,
    edits,
    notes,
  };
}

function notFound({ quotation, index, numbers, library }: Inquiry, best?: Match): NotFound {
  const articles = [...library.articles.values()];
  const briefs = articles.filter(({ text }) => text === 'brief').length;
  const near = best ? undefined : nearestBrief(index, numbers);
  const nearBrief = best?.passages[0] ?? (near && passageOf(near, wholeOf(near.paragraph.text)));
  const held =
    briefs === articles.length
      ? "I hold only briefs, so I can't verify the publishers' wording."
      : `I hold only a brief of ${briefs} of the ${articles.length} articles, so I can't verify its publisher's wording.`;
  const notes = briefs > 0 ? [held] : [];
  return { kind: 'not-found', quotation, notes, ...(nearBrief && { nearBrief }) };
}

function wholeOf(text: string) {
  return { start: 0, end: text.length };
}
