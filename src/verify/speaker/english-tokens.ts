import { bodies, notNames, particles } from './english-words.ts';

/** A word or mark of English prose. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'possessive' | 'mark';
  /** Written with a capital, and not one of the words that have one at the start of sentences. */
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
}

const piece =
  /(?:['’][sS](?![\p{L}\p{N}]))|(?:al|el|an|ash|ad)-\p{Lu}[\p{L}\p{M}’'-]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’‑-](?!['’]?[sS](?![\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:(?<=\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Capt|Lt|Maj|Sgt|Adm|Gov|Sen|Rep|Rev|Prof|St|Jr|Sr))\.)?|[^\s\p{L}\p{N}]/gu;

/** Splits prose into words and marks; "'s" is one of its own. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(piece)].map(({ 0: raw, index }, at, pieces) => {
    const lower = raw.toLowerCase().replaceAll('’', "'");
    const kind = /^['’]s$/i.test(raw) ? 'possessive' : /[\p{L}\p{N}]/u.test(raw) ? 'word' : 'mark';
    const isCapital = /^(?:\p{Lu}|(?:al|el|an|ash|ad)-\p{Lu})/u.test(raw);
    const isNone = notNames.has(lower.replace(/\.$/, '')) && !isFamilyHe(raw, pieces[at + 1]?.[0]);
    const isName = kind === 'word' && isCapital && !isNone;
    return { text: raw, lower, kind, isName, start: index, end: index + raw.length };
  });
}

/** "He Qiang" begins with no pronoun. */
function isFamilyHe(raw: string, next = ''): boolean {
  return raw === 'He' && /^\p{Lu}\p{Ll}/u.test(next) && !notNames.has(next.toLowerCase());
}

/** A run of capitals: from the first to behind the last of its tokens. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The run of capitals that ends before a token, particles within. */
export function runBefore(tokens: readonly Token[], end: number): Run | undefined {
  let from = end;
  for (let at = end - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.isName) from = at;
    else if (!token || !particles.has(token.lower) || from === end) break;
    else if (token.lower === 'of' && !bodies.has(tokens[at - 1]?.lower ?? '')) break;
  }
  if (from === end) return undefined;
  while (isLeadingParticle(tokens[from - 1])) from -= 1;
  return { from, to: end };
}

/** "De la Croix" may begin with small letters. */
function isLeadingParticle(token: Token | undefined): boolean {
  return token !== undefined && token.lower !== 'of' && particles.has(token.lower);
}

/** The run of capitals that begins at a token. */
export function runFrom(tokens: readonly Token[], start: number): Run | undefined {
  let to = start;
  let first = start;
  while (isLeadingParticle(tokens[first])) first += 1;
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.isName) to = at + 1;
    else if (!token || !particles.has(token.lower) || to === start) break;
    else if (token.lower === 'of' && !bodies.has(tokens[at - 1]?.lower ?? '')) break;
  }
  return to > start ? { from: start, to } : undefined;
}

/** All runs of capitals. */
export function runsIn(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = runFrom(tokens, at);
    if (!run) continue;
    runs.push(run);
    at = run.to - 1;
  }
  return runs;
}

/** The text of some tokens as it stands. */
export function textOf(source: string, tokens: readonly Token[]): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? source.slice(first.start, last.end) : '';
}
