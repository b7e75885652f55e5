import type { Token } from './english-tokens.ts';
import { prepositions, speechNouns, speechVerbs, titles } from './english-words.ts';

/** A verb of speech, one that leaves it open, a noun that somebody owns, or a fixed phrase. */
export type Cue = 'verb' | 'doubt' | 'noun' | 'according' | 'words of';

/** What a token says about who speaks. */
export function cueAt(tokens: readonly Token[], at: number): Cue | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return undefined;
  if (token.lower === 'to' && before?.lower === 'according') return 'according';
  if (token.lower === 'of' && /^words?$/.test(before?.lower ?? '')) return 'words of';
  if (speechNouns.has(token.lower) && ownerOf(tokens, at) !== undefined) return 'noun';
  // "Would go ahead": only before words it brings them.
  const isMotion = /^(?:go|goes|went|going)$/.test(token.lower) && tokens[at + 1]?.kind === 'word';
  const verb = token.isName || isMotion ? undefined : speechVerbs.get(token.lower);
  if (!verb || isNoun(tokens, at)) return undefined;
  if (verb.kind === 'doubtful') return 'doubt';
  return 'verb';
}

/** "The claims", "of doubt", "no comment", "his answers" are no verbs. */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (before.kind === 'possessive') return true;
  const form = speechVerbs.get(tokens[at]?.lower ?? '')?.form;
  if (
    /^(?:the|an?|this|these|those|his|her|their|its|our|my|your|no|any|some|of)$/.test(before.lower)
  ) {
    return form !== 'ing' || before.lower !== 'of';
  }
  if (form === 'base' && speechVerbs.get(tokens[at]?.lower ?? '')?.kind === 'report') {
    return !takesBareForm(before);
  }
  return form !== 'ing' && prepositions.has(before.lower) && before.lower !== 'to';
}

/** "They say", "officials say", "to say", "heard Putin say"; but "Chinese state television". */
function takesBareForm({ lower, isName }: Token): boolean {
  if (isName) return !titles.has(lower) || /[^s]s$/.test(lower);
  return /^(?:to|i|we|they|you|who|people|did|does|do|will|would|can|could|may|might|should|must|shall|not|also)$|n't$|[^s]s$/.test(
    lower,
  );
}

/** Where the name ends that owns a noun: "Lisina's short answer". */
export function ownerOf(tokens: readonly Token[], noun: number): number | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'possessive') return at;
    if (token?.kind !== 'word' || token.isName) return undefined;
  }
  return undefined;
}
