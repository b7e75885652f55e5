import type { Span } from '../../language/sentences.ts';

/** A stretch of a text between quotation marks; start and end leave the marks out. */
export interface Quoted extends Span {
  /** With the marks. */
  readonly outer: Span;
  /** Without a closing mark, as where the next paragraph goes on. */
  readonly isOpen: boolean;
}

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
  "'": "'",
};

/** Longest quotation between single marks, in characters. */
const longestSingle = 1500;

/** "…, — сказал X, — …": what Russian puts into the marks without being said. */
const interjection =
  /[,!?…]\s*[—–-]\s+(?:\p{Lu}[\p{L}-]+\s+){0,3}\p{Ll}[\p{L}-]*(?:\s+[\p{L}.«»-]+){0,8}[,.]\s*[—–-]\s+/gu;

/** The quoted stretches of a text, outermost ones only, in their order. */
export function quotedIn(text: string): Quoted[] {
  const dialogue = dialogueIn(text);
  if (dialogue.length > 0) return dialogue;
  const found: Quoted[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closer = closers[text[at] ?? ''];
    if (!closer || !opensAt(text, at)) continue;
    const end = closingFrom(text, at, closer);
    // An apostrophe that nothing closes is none of a quotation.
    if (end === undefined && /['‘]/.test(text[at] ?? '')) continue;
    const stop = end ?? text.length;
    found.push({
      start: at + 1,
      end: stop,
      outer: { start: at, end: Math.min(text.length, stop + 1) },
      isOpen: end === undefined,
    });
    at = stop;
  }
  return found
    .filter((quoted) => !isTitle(text, quoted))
    .flatMap((quoted) => withoutInterjections(text, quoted));
}

const holder =
  /(?:агентств|газет|издани|телеканал|журнал|радио|компани|корпораци|концерн|заяви|сообщи|рассказа|сказа|поясни|подтверди|приводи|переда|пише|цитиру)\p{Ll}{1,4}\s$/iu;

/** "агентство «Интерфакс»", "заявил «Известиям»": a name that Russian sets between marks. */
function isTitle(text: string, { start, end, outer }: Quoted): boolean {
  const isName = text[outer.start] === '«' && end - start <= 30;
  return (
    isName &&
    /^\p{Lu}[\p{L}-]*(?:\s\p{L}+)?$/u.test(text.slice(start, end)) &&
    holder.test(text.slice(Math.max(0, outer.start - 30), outer.start))
  );
}

/** "— …, — сказал X. — …": Russian speech behind a dash instead of between marks. */
function dialogueIn(text: string): Quoted[] {
  const parts =
    /^(\s*[—–]\s+)([^—–]{3,600}?[,!?…])\s*[—–]\s+\p{Ll}[^—–]{2,120}?[.,](?:\s*[—–]\s+|\s*$)/u.exec(
      text,
    );
  if (!parts || !/\p{Script=Cyrillic}/u.test(text)) return [];
  const [whole = '', dash = '', first = ''] = parts;
  const start = dash.length;
  const said = {
    start,
    end: start + first.length,
    outer: { start: 0, end: start + first.length },
    isOpen: false,
  };
  if (whole.length >= text.trimEnd().length) return [said];
  const rest = { start: whole.length, end: text.length };
  return [said, { ...rest, outer: rest, isOpen: false }];
}

function opensAt(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (mark === "'" || mark === '‘') {
    return (
      /(?:^|[\s([{—–“"-])$/.test(text.slice(Math.max(0, at - 1), at)) &&
      /\S/.test(text[at + 1] ?? '')
    );
  }
  return true;
}

/** Where the mark that closes stands; marks of the same kind within are passed over. */
function closingFrom(text: string, at: number, closer: string): number | undefined {
  const opener = text[at] ?? '';
  // Every apostrophe may open: none is looked behind for long.
  const stop = /['‘]/.test(opener) ? Math.min(text.length, at + longestSingle) : text.length;
  let depth = 0;
  for (let next = at + 1; next < stop; next += 1) {
    const mark = text[next] ?? '';
    if (mark === opener && !closer.includes(opener)) depth += 1;
    else if (closer.includes(mark) && closesAt(text, next)) {
      if (depth === 0) return next;
      depth -= 1;
    }
  }
  return undefined;
}

/** Between letters, and behind the s of a plural within a sentence, the mark is an apostrophe. */
function closesAt(text: string, at: number): boolean {
  if (!/['’]/.test(text[at] ?? '')) return true;
  const [before, next, afterNext] = [text[at - 1] ?? '', text[at + 1] ?? '', text[at + 2] ?? ''];
  if (/[\p{L}\p{N}]/u.test(next)) return false;
  const isPlural = before === 's' && next === ' ' && /\p{Ll}/u.test(afterNext);
  return !isPlural || !/[^\p{L}][’'](?![\p{L}])|[.,!?][’']/u.test(text.slice(at + 1, at + 400));
}

function withoutInterjections(text: string, quoted: Quoted): Quoted[] {
  const inside = text.slice(quoted.start, quoted.end);
  if (!/\p{Script=Cyrillic}/u.test(inside)) return [quoted];
  const pieces: Quoted[] = [];
  let start = quoted.start;
  for (const { index, 0: put } of inside.matchAll(interjection)) {
    const end = quoted.start + index;
    if (end <= start) continue;
    pieces.push({
      start,
      end,
      outer: { start: start === quoted.start ? quoted.outer.start : start, end },
      isOpen: false,
    });
    start = end + put.length;
  }
  const isWhole = pieces.length === 0;
  const outer = { start: isWhole ? quoted.outer.start : start, end: quoted.outer.end };
  return [...pieces, { ...quoted, start, outer }];
}
