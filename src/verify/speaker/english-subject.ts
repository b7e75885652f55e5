import { cueAt } from './english-cues.ts';
import { nameOf, voiceFrom, voiceOf } from './english-phrase.ts';
import { type Run, runFrom, runsIn, type Token, textOf } from './english-tokens.ts';
import {
  auxiliaries,
  beForms,
  conjunctions,
  isAdverb,
  modals,
  negations,
  prepositions,
  speechVerbs,
} from './english-words.ts';
import type { Reading } from './voice.ts';

/** How far back a subject may stand, in tokens. */
const farthest = 24;

/** What stands between a subject and its verb. */
interface Manner {
  /** Behind the last token of the subject. */
  readonly end: number;
  readonly isPassive: boolean;
  readonly isDoubtful: boolean;
}

/**
 * Whose verb it is: the subject before it; behind it where the verb stands first; the agent of a
 * passive. `isStart` asks that the subject stands at the very beginning.
 */
export function subjectOf(
  source: string,
  tokens: readonly Token[],
  verb: number,
  followsQuote: boolean,
  isStart = false,
): Reading {
  const agent = agentOf(source, tokens, verb);
  if (agent) return agent;
  const { end, isPassive, isDoubtful } = mannerOf(tokens, verb);
  if (isDoubtful) return 'unclear';
  if (isPassive) return 'unclear';
  const form = speechVerbs.get(tokens[verb]?.lower ?? '')?.form;
  const marks = leadingMarks(tokens);
  // `…,” said Lapin, “…`: it names who said what stands before.
  if (end <= marks) return followsQuote ? undefined : inverted(source, tokens, verb);
  const phrase = phraseTo(tokens, end);
  // "A statement calling for": of no subject for certain.
  if (form === 'ing' && phrase.length > 0 && end === verb && !isGerund(tokens, end))
    return 'unclear';
  if (form === 'ing' && (phrase.length === 0 || isGerund(tokens, end))) {
    return /^(?:of|for|with|from)$/.test(tokens[end - 1]?.lower ?? '')
      ? 'unclear'
      : mainSubject(source, tokens, verb);
  }
  if (tokens[end - 1]?.lower === 'to') return chooser(source, tokens, end - 1);
  if (tokens[end - 1]?.lower === 'who') return antecedent(source, tokens, end - 1);
  const isConditional = /^(?:if|unless|whether|did|does|do|had|nor|neither)$/.test(
    tokens[end - phrase.length - 1]?.lower ?? '',
  );
  if (isConditional || isJoined(tokens, end - phrase.length)) return 'unclear';
  if (isStart && end - phrase.length > marks && tokens[end - 1]?.text !== ',') return undefined;
  const doer = phrase.length === 0 ? doerBefore(source, tokens, end) : undefined;
  if (doer) return doer;
  if (phrase.length === 0) {
    return tokens[end - 1]?.text === ','
      ? behindCommas(source, tokens, end - 1, isStart)
      : 'unclear';
  }
  const reading = voiceOf(source, phrase) ?? 'unclear';
  // "heard Putin say": the form of no statement.
  const isName = Array.isArray(reading) && reading.length === 1 && reading[0]?.kind === 'name';
  const isHeard = form === 'base' && tokens[verb - 1]?.lower !== 'would';
  return isHeard && isName ? 'unclear' : reading;
}

/** "Tang preferred to call it": the one who chooses also speaks. */
function chooser(source: string, tokens: readonly Token[], to: number): Reading {
  const isChoice =
    /^(?:preferred|prefers|chose|chooses|continued|continues|liked|likes|hastened|used|loved|decided|began|took)$/.test(
      tokens[to - 1]?.lower ?? '',
    );
  const phrase = phraseTo(tokens, to - 1);
  const reading = isChoice && phrase.length > 0 ? voiceOf(source, phrase) : undefined;
  return reading ?? 'unclear';
}

/** "Asked about the tariffs, Xi paused and said": the one who did the one thing also did the other. */
function doerBefore(source: string, tokens: readonly Token[], end: number): Reading {
  if (tokens[end - 1]?.lower !== 'and') return undefined;
  const comma = tokens.findLastIndex(({ kind }, at) => at < end - 1 && kind === 'mark');
  const clause = tokens.slice(comma + 1, end - 1);
  const run = runFrom(clause, 0);
  if (!run || runsIn(clause).length > 1) return undefined;
  const doing = clause.slice(run.to);
  const isPlain =
    doing.length > 0 &&
    doing.every(
      ({ kind, lower }) => kind === 'word' && !conjunctions.has(lower) && !negations.has(lower),
    );
  return isPlain && /(?:ed|s)$/.test(doing[0]?.lower ?? '')
    ? voiceOf(source, clause.slice(0, run.to))
    : undefined;
}

function leadingMarks(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ kind }) => kind !== 'mark');
  return at === -1 ? tokens.length : at;
}

function isGerund(tokens: readonly Token[], end: number): boolean {
  return (
    prepositions.has(tokens[end - 1]?.lower ?? '') ||
    /^(?:when|while)$/.test(tokens[end - 1]?.lower ?? '')
  );
}

function agentOf(source: string, tokens: readonly Token[], verb: number): Reading {
  const isParticiple = /(?:ed|told|said|put|written)$/.test(tokens[verb]?.lower ?? '');
  if (!isParticiple || tokens[verb + 1]?.lower !== 'by') return undefined;
  if (tokens[verb]?.lower === 'said') return undefined;
  // "Asked by Bai whether he was worried, Tulin …": the one who asks says nothing more.
  const opens = verb <= leadingMarks(tokens);
  if (opens && tokens.slice(verb).some(({ text }) => text === ',')) return 'unclear';
  return voiceFrom(source, tokens, verb + 2) ?? 'unclear';
}

function mannerOf(tokens: readonly Token[], verb: number): Manner {
  let end = verb;
  let isPassive = false;
  let isDoubtful = false;
  const isIng = speechVerbs.get(tokens[verb]?.lower ?? '')?.form === 'ing';
  while (end > 0) {
    const token = tokens[end - 1];
    if (token?.kind !== 'word' || token.isName) break;
    const { lower } = token;
    if (negations.has(lower) || lower.endsWith("n't")) isDoubtful = true;
    else if (modals.has(lower)) isDoubtful ||= lower !== 'would' || !isLater(tokens, verb);
    else if (beForms.has(lower)) isPassive ||= !isIng;
    else if (!auxiliaries.has(lower) && !isAdverb(lower)) break;
    end -= 1;
  }
  return { end, isPassive, isDoubtful };
}

/** "Years later Feldt would write": what came, and no condition. */
function isLater(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(0, verb);
  return (
    before.some(({ lower }) => lower === 'later') &&
    before.every(({ lower }) => !/^(?:if|unless|had|whether)$/.test(lower))
  );
}

/** "Varnin and his wife said", "Wang, the minister, and Lavrov said": more speak than the phrase names. */
function isJoined(tokens: readonly Token[], start: number): boolean {
  if (tokens[start - 1]?.lower !== 'and') return false;
  const before = tokens[start - 2];
  if (before?.isName) return true;
  const first = runsIn(tokens.slice(0, start - 1))[0];
  return before?.text === ',' && first !== undefined && tokens[first.to]?.text === ',';
}

/** The tokens before `end` that may be one noun phrase. */
function phraseTo(tokens: readonly Token[], end: number): readonly Token[] {
  let from = end;
  while (from > 0 && end - from < farthest) {
    const token = tokens[from - 1];
    if (!token || (token.kind === 'mark' && token.text !== '&')) break;
    const isAnd =
      token.lower === 'and' && from < end && tokens[from]?.isName && tokens[from - 2]?.isName;
    if (conjunctions.has(token.lower) && !isAnd) break;
    // "A day after Lavrov called for": here they begin a clause.
    if (/^(?:after|before)$/.test(token.lower)) break;
    if (!token.isName && from < end && isFiniteVerb(tokens, from - 1)) break;
    from -= 1;
  }
  return tokens.slice(from, end);
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  return auxiliaries.has(lower) || modals.has(lower) || speechVerbs.get(lower)?.form === 'finite';
}

/** "Bo Sun, the mayor, said": the phrase before the commas, or the name between them. */
function behindCommas(
  source: string,
  tokens: readonly Token[],
  comma: number,
  isStart: boolean,
): Reading {
  const open = tokens.findLastIndex(
    ({ text }, at) => at < comma && text === ',' && comma - at < farthest,
  );
  if (open <= 0) return 'unclear';
  const inside = tokens.slice(open + 1, comma);
  if (
    inside.some(
      ({ lower, isName }) =>
        !isName && /^(?:according|quoting|citing|like|echoing|joined|and|but|or)$/.test(lower),
    )
  ) {
    return 'unclear';
  }
  if (
    inside.some(
      (token, at) =>
        /^(?:verb|doubt)$/.test(cueAt(inside, at) ?? '') &&
        speechVerbs.get(token.lower)?.form !== 'ing' &&
        !/^(?:asked|called|described|quoted|cited)$/.test(token.lower) &&
        !/^(?:by|out|aloud)$/.test(inside[at + 1]?.lower ?? ''),
    )
  ) {
    return 'unclear';
  }
  // "The Kremlin, through Peskov, said": the words of either.
  if (inside[0]?.lower === 'through') return 'unclear';
  const before = phraseTo(tokens, mannerOf(tokens, open).end);
  if (isStart && open - before.length > leadingMarks(tokens)) return undefined;
  const outer = voiceOf(source, before);
  const run = runFrom(inside, 0);
  const isNamedInside = run !== undefined && run.to === inside.length;
  const name = isNamedInside ? nameOf(source, inside) : '';
  const isOuterName = Array.isArray(outer) && outer[0]?.kind === 'name';
  if (name && isOuterName) return 'unclear';
  if (name && Array.isArray(outer))
    return [
      { phrase: textOf(source, tokens.slice(open - before.length, comma)), kind: 'name', name },
    ];
  return outer ?? 'unclear';
}

/** "…, who said": the name before. */
function antecedent(source: string, tokens: readonly Token[], who: number): Reading {
  // "It was Huang, not his cousin, who": the first.
  const opening = leadingMarks(tokens);
  if (tokens[opening]?.lower === 'it' && /^(?:is|was)$/.test(tokens[opening + 1]?.lower ?? '')) {
    const stressed = voiceFrom(source, tokens, opening + 2);
    return Array.isArray(stressed) && stressed[0]?.kind === 'name' ? stressed : 'unclear';
  }
  const end = tokens[who - 1]?.text === ',' ? who - 1 : who;
  const phrase = phraseTo(tokens, end);
  const reading = voiceOf(
    source,
    phrase.slice(phrase.findLastIndex(({ lower }) => prepositions.has(lower)) + 1),
  );
  const isSure =
    Array.isArray(reading) && reading[0]?.kind === 'name' && tokens[who - 1]?.text === ',';
  return isSure ? reading : 'unclear';
}

/** Whose sentence it is: of the verb of speech before, else of the name that it begins with. */
function mainSubject(source: string, tokens: readonly Token[], verb: number): Reading {
  for (let at = verb - 1; at >= 0; at -= 1) {
    const known = speechVerbs.get(tokens[at]?.lower ?? '');
    if (known?.kind === 'report' && known.form === 'finite' && !tokens[at]?.isName) {
      return subjectOf(source, tokens, at, false);
    }
  }
  const runs = runsIn(tokens.slice(0, verb));
  const first = runs[0];
  return first && isOpening(tokens, first) && runs.length === 1
    ? (voiceOf(source, tokens.slice(leadingMarks(tokens), first.to)) ?? 'unclear')
    : 'unclear';
}

function isOpening(tokens: readonly Token[], { from, to }: Run): boolean {
  const before = tokens.slice(leadingMarks(tokens), from);
  const next = tokens[to];
  return (
    before.every(
      ({ lower, kind }) => kind === 'word' && !prepositions.has(lower) && !conjunctions.has(lower),
    ) &&
    next?.kind === 'word' &&
    next.lower !== 'and'
  );
}

/** "Said Lapin: …" */
function inverted(source: string, tokens: readonly Token[], verb: number): Reading {
  return speechVerbs.get(tokens[verb]?.lower ?? '')?.form === 'finite'
    ? (voiceFrom(source, tokens, verb + 1) ?? 'unclear')
    : 'unclear';
}
