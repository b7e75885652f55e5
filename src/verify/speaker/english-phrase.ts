import { runBefore, runFrom, type Token, textOf } from './english-tokens.ts';
import {
  afterSubject,
  bodies,
  conjunctions,
  isAdverb,
  prepositions,
  pronouns,
  speechVerbs,
  states,
  titles,
} from './english-words.ts';
import type { Reading, Voice } from './voice.ts';

const determiners =
  /^(?:the|an?|this|that|his|her|their|its|our|my|your|one|some|another|several|many|two|three|four|no|both)$/;
const indefinite = /^(?:an?|one|some|another|several|many|two|three|four)$/;

/** Longest phrase that names somebody, in tokens. */
const longestPhrase = 16;

/** Whom a noun phrase names; undefined when it is none. Its last words are its head. */
export function voiceOf(source: string, phrase: readonly Token[]): Reading {
  const tokens = phrase.slice(-longestPhrase);
  const last = tokens.at(-1);
  if (!last || last.kind === 'mark') return undefined;
  if (last.kind === 'possessive') return undefined;
  const text = textOf(source, tokens);
  if (pronouns.has(last.lower) && !last.isName && tokens.length === 1) {
    return [{ phrase: text, kind: 'pronoun', name: '' }];
  }
  const run = runBefore(tokens, tokens.length);
  const before = run && tokens[run.from - 1];
  if (run && before && /^(?:and|&)$/.test(before.lower))
    return together(source, tokens, run.from - 1);
  const head = headBeforeModifier(tokens);
  if (head) return [{ phrase: textOf(source, head), kind: 'name', name: nameOf(source, head) }];
  // "In his diary for 3 March Strand notes": a time ends what the preposition began.
  const isTimed = isTime(before);
  const headless = !isTimed && tokens.slice(0, run?.from ?? 0).some(isPreposition);
  const owner = tokens[(run?.from ?? 0) - 2];
  const isOfOwner = isOwned(before) && !isBody(owner) && !states.has(owner?.lower ?? '');
  if (run && !headless && !isOfOwner) {
    const capitals = tokens.slice(run.from, run.to);
    const name = nameOf(source, capitals);
    return name ? [{ phrase: textOf(source, capitals), kind: 'name', name }] : undefined;
  }
  return description(text, tokens);
}

/** "Zhao Ming of Peking University", "Putin on Friday": the name that a preposition follows. */
function headBeforeModifier(tokens: readonly Token[]): readonly Token[] | undefined {
  const preposition = tokens.findIndex(isPreposition);
  if (isOfBody(tokens, preposition)) return undefined;
  const run = preposition > 0 ? runBefore(tokens, preposition) : undefined;
  if (!run || tokens.some(({ kind }) => kind !== 'word')) return undefined;
  const opens = tokens
    .slice(0, run.from)
    .every(({ lower }) => determiners.test(lower) || titles.has(lower));
  const isSpeaker = tokens.slice(run.from, run.to).some(({ lower }) => !titles.has(lower));
  return opens && isSpeaker ? tokens.slice(run.from, run.to) : undefined;
}

/** "The Ministry of Fisheries": one name. */
function isOfBody(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'of' &&
    tokens[at - 1]?.isName === true &&
    bodies.has(tokens[at - 1]?.lower ?? '') &&
    tokens[at + 1]?.isName === true
  );
}

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|.*day|\d{4})$/;

function isTime(token: Token | undefined): boolean {
  return token !== undefined && months.test(token.lower);
}

function isPreposition({ lower }: Token): boolean {
  return prepositions.has(lower);
}

/** "The European Commission's Greta Holm" is her name. */
function isBody(token: Token | undefined): boolean {
  return token?.isName === true && bodies.has(token.lower);
}

/** "Xi's Rogov" is nobody's name. */
function isOwned(token: Token | undefined): boolean {
  return token?.kind === 'possessive';
}

function description(phrase: string, tokens: readonly Token[]): Reading {
  const [first] = tokens;
  if (
    !first ||
    !tokens.some(
      ({ kind, lower }) => kind === 'word' && /\p{L}/u.test(lower) && !determiners.test(lower),
    )
  ) {
    return undefined;
  }
  const head = tokens.find((token) => isPreposition(token)) ?? undefined;
  const noun = head ? tokens[tokens.indexOf(head) - 1] : tokens.at(-1);
  const isPlural = !determiners.test(first.lower) && /[^s]s$/.test(noun?.lower ?? '');
  const isIndefinite =
    indefinite.test(first.lower) || (isPlural && !tokens.some(({ kind }) => kind === 'possessive'));
  return [{ phrase, kind: 'description', name: '', isIndefinite }];
}

/** "Xi and Putin said": both, where both are named. */
function together(source: string, tokens: readonly Token[], and: number): Reading {
  const left = runBefore(tokens, and);
  const others = tokens.slice(0, left?.from ?? 0);
  const isAtStart = others.every(({ lower }) => determiners.test(lower) || titles.has(lower));
  if (!left || !isAtStart) {
    const right = voiceOf(source, tokens.slice(and + 1));
    return left || others.length > 0 ? 'unclear' : right;
  }
  const names = [tokens.slice(left.from, and), tokens.slice(and + 1)];
  return names.map((name): Voice => {
    const text = textOf(source, name);
    return { phrase: text, kind: 'name', name: nameOf(source, name) || text };
  });
}

/** A run without the titles at its front; empty for titles alone. */
export function nameOf(source: string, run: readonly Token[]): string {
  const from = run.findIndex(({ lower }) => !titles.has(lower.replace(/\.$/, '')));
  const last = run.at(-1);
  // Papers say who speaks for a state by its seat.
  if (from === -1) return last?.lower === 'kremlin' ? last.text : '';
  // "Foreign Ministry" is no ministry of any kind.
  const isBody = run.some(({ lower }) => bodies.has(lower));
  return textOf(source, isBody ? run : run.slice(from));
}

/** The noun phrase that begins at a token: up to a mark, a verb, a time, or what no phrase holds. */
function phraseFrom(tokens: readonly Token[], start: number): Token[] {
  const phrase: Token[] = [];
  for (const [offset, token] of tokens.slice(start, start + longestPhrase).entries()) {
    const hasHead = phrase.some(({ isName }) => isName);
    if (token.kind === 'mark' && token.text !== '&') break;
    if (/^(?:and|&)$/.test(token.lower)) {
      if (!hasHead || !runFrom(tokens, start + offset + 1)) break;
    } else if (conjunctions.has(token.lower)) break;
    if (afterSubject.has(token.lower) && phrase.length > 0) break;
    if (isOfBody(tokens, start + offset)) {
      phrase.push(token);
      continue;
    }
    if (
      isPreposition(token) &&
      (hasHead || phrase.length === 0 || !/^(?:of|for|from|at|in|to|with)$/.test(token.lower))
    )
      break;
    if (isAdverb(token.lower) && hasHead && !token.isName) break;
    if (
      !token.isName &&
      speechVerbs.get(token.lower)?.form !== undefined &&
      phrase.length > 0 &&
      hasHead
    )
      break;
    phrase.push(token);
    if (pronouns.has(token.lower) && !token.isName) break;
  }
  return phrase;
}

/** Whom the phrase from a token on names, or the name in commas behind it. */
export function voiceFrom(source: string, tokens: readonly Token[], start: number): Reading {
  const phrase = phraseFrom(tokens, start);
  const reading = voiceOf(source, phrase);
  const behind = start + phrase.length;
  if (!Array.isArray(reading) || reading[0]?.kind !== 'description') return reading;
  if (tokens[behind]?.text !== ',') return reading;
  const run = runFrom(tokens, behind + 1);
  const isAlone = run && (run.to === tokens.length || /^[,.]$/.test(tokens[run.to]?.text ?? ''));
  const name = run && isAlone && nameOf(source, tokens.slice(run.from, run.to));
  const isOther =
    phrase.some((token) => isPreposition(token)) && phrase.some(({ isName }) => isName);
  if (!name || isOther) return reading;
  return [{ phrase: textOf(source, tokens.slice(start, run.to)), kind: 'name', name }];
}
