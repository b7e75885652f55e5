import { saying } from '../texts/message.ts';
import { verdictNoteTexts as texts } from '../texts/verify.ts';
import { withoutAsides } from './asides.ts';
import { briefOnly } from './brief-only.ts';
import { type Claim, markedClaims, nobody, outermostClaim, signedClaim } from './claim.ts';
import { diffOf } from './diff.ts';
import { type Inquiry, inquire, lengthOf, shortest } from './inquiry.ts';
import { attribution, type Match, matchesOf } from './match.ts';
import { findPatchwork } from './patchwork.ts';
import { isSamePunctuation } from './punctuation.ts';
import type { Altered, Exact, Verdict } from './verdict.ts';
import { readWording } from './wording.ts';
import type { ReadLibrary } from './wording-writer.ts';

/** Quotations with as many changes may as well be put together of several places. */
const fewChanges = 4;

/** Fewer words around the marks than this, with a name among them, only say who speaks. */
const fewestOfPassage = 5;

/**
 * Checks every quotation of a text; one without quotation marks is checked whole. What stands around
 * the marks, or behind a dash or in brackets at the end, is read as whom the text names.
 *
 * Spelling that printers and editors vary does not count: quotation marks, dashes, hyphens, white
 * space, a capital at the start. Nor does what is put in openly: [sic], words in brackets, notes'
 * numbers; a note of the verdict repeats it. Each changed word, number or sign does, and so does what
 * an ellipsis passes over where that may change what is said.
 */
export function verifyAll(text: string, library: ReadLibrary): readonly Verdict[] {
  const { titles } = library.wording;
  const marked = outermostClaim(text, titles);
  const whole = check({ quotation: text, named: nobody, around: '' }, library);
  // Paragraphs hold quotation marks and dashes too: what stands in the library with all that is
  // around them is one quotation. A signature behind the marks is none of it.
  const isSigned = marked?.around === '' && marked.named.speaker !== undefined;
  const isThere = whole.kind === 'exact' || (whole.kind === 'altered' && whole.edits === 0);
  if (isThere && !isSigned) return [whole];
  const outermost = marked ?? signedClaim(text);
  if (!outermost || isPassage(whole, outermost)) return [whole];
  const claims = markedClaims(text, titles).filter(isLongEnough);
  const one = checkSigned(outermost, library);
  if (one.kind === 'exact' || claims.length === 0) return [preferred(one, whole, text)];
  const several = claims.map((claim) => checkSigned(claim, library));
  if (several.length > 1 && !(one.kind === 'altered' && several.some(isLost))) return several;
  const [only = one] = several;
  return [preferred(several.length > 1 || isLost(only) ? one : only, whole, text)];
}

/** The verdict on a text's first quotation. */
export function verify(text: string, library: ReadLibrary): Verdict {
  const [verdict] = verifyAll(text, library);
  if (!verdict) throw new Error('A text has no verdict');
  return verdict;
}

function isLongEnough({ quotation }: Claim): boolean {
  return lengthOf(quotation.trim()) >= shortest;
}

function isLost({ kind }: Verdict): boolean {
  return kind === 'not-found' || kind === 'refused';
}

/** Prose with a short quoted word in it is checked whole. */
function preferred(one: Verdict, whole: Verdict, text: string): Verdict {
  return one.kind === 'refused' && !/^\s*["“«„「]/.test(text) ? whole : one;
}

/** A signature may stand within the marks too. */
function checkSigned(claim: Claim, library: ReadLibrary): Verdict {
  const verdict = check(claim, library);
  const signed =
    verdict.kind === 'exact' || claim.named.speaker ? undefined : signedClaim(claim.quotation);
  const without = signed && check(signed, library);
  return without && changesIn(without) < changesIn(verdict) ? without : verdict;
}

/** Whether what stands around the claim's quotation is of the stored passage too, for the most part. */
function isPassage(whole: Verdict, { around, named }: Claim): boolean {
  const words = readWording(around).length;
  // "…", said X: who is named is looked at by itself.
  if (named.speaker !== undefined && words < fewestOfPassage) return false;
  return whole.kind === 'altered' && words > 0 && whole.edits * 2 <= words;
}

function check(claim: Claim, library: ReadLibrary): Verdict {
  const asWritten = checkWords(claim, library);
  const { words, asides } = withoutAsides(claim.quotation);
  if (asides.length === 0 || changesIn(asWritten) === 0) return asWritten;
  const verdict = checkWords({ ...claim, quotation: words }, library);
  if (verdict.kind === 'refused' || changesIn(verdict) >= changesIn(asWritten)) return asWritten;
  const note = saying(texts.notCompared, {
    asides: asides.map((word) => saying(texts.word, { word })),
  });
  return { ...verdict, quotation: claim.quotation.trim(), notes: [...verdict.notes, note] };
}

function checkWords(claim: Claim, library: ReadLibrary): Verdict {
  const inquiry = inquire(claim, library);
  return 'kind' in inquiry ? inquiry : judge(inquiry);
}

function changesIn(verdict: Verdict): number {
  if (verdict.kind === 'altered') return verdict.edits;
  return verdict.kind === 'exact' || verdict.kind === 'brief-only' ? 0 : Infinity;
}

function judge(inquiry: Inquiry): Verdict {
  const [best, ...others] = matchesOf(inquiry);
  if (best?.edits === 0)
    return isOfBrief(best) ? briefOnly(inquiry, best) : found(inquiry, best, others);
  const isNear = best !== undefined && best.edits - best.capitals <= fewChanges;
  const patchwork = isNear ? undefined : findPatchwork(inquiry, best?.edits ?? Infinity);
  if (patchwork) return patchwork;
  // A brief says the same in other words: that its words differ proves nothing.
  if (best && !isOfBrief(best)) return altered(inquiry, best);
  return briefOnly(inquiry, best);
}

function isOfBrief({ candidate }: Match): boolean {
  return candidate.article.text === 'brief';
}

function found(inquiry: Inquiry, best: Match, others: readonly Match[]): Exact | Altered {
  if (best.omissions.some(({ reasons }) => reasons.length > 0)) return altered(inquiry, best);
  const { quotation } = inquiry;
  const { passages, speaker, omissions } = best;
  const keyOf = ({ passages: [first] }: Match) => `${first?.article}:${first?.paragraph}`;
  const known = new Set([keyOf(best)]);
  const elsewhere = others.filter((other) => {
    const isNew = other.edits === 0 && !isOfBrief(other) && !known.has(keyOf(other));
    known.add(keyOf(other));
    return isNew;
  });
  const notes = isSamePunctuation(inquiry, best) ? [] : [saying(texts.punctuation)];
  return {
    kind: 'exact',
    quotation,
    notes,
    passages,
    omissions,
    elsewhere: elsewhere.flatMap((each) => each.passages),
    ...attribution(speaker),
  };
}

function altered({ quotation, tokens }: Inquiry, best: Match): Altered {
  const { passages, steps, stored, edits, capitals, speaker, omissions } = best;
  const interjection = interjectionIn(best);
  return {
    kind: 'altered',
    quotation,
    passages,
    omissions,
    diff: diffOf(steps, stored, { text: quotation, tokens }),
    edits,
    notes: edits > 0 && capitals === edits ? [saying(texts.capitals)] : [],
    ...(interjection && { interjection }),
    ...attribution(speaker),
  };
}

/** Who speaks, left out between two halves without an ellipsis. */
function interjectionIn({ steps, stored }: Match): string | undefined {
  const put = steps.flatMap((step) => {
    const token = step.kind === 'removed' ? stored[step.stored] : undefined;
    return token?.isInterjected ? [token] : [];
  });
  const [first] = put;
  const last = put.at(-1);
  if (!first || last?.home !== first.home) return undefined;
  return first.home.paragraph.text.slice(first.start, last.end);
}
