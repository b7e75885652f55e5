import { type Named, readSignature } from './signature.ts';
import { type Quoted, quotedIn } from './speaker/quoted.ts';
import { readerFor, type Speech, speechesIn } from './speaker/voices.ts';

/** What a text says: these words, and by whom. */
export interface Claim {
  readonly quotation: string;
  readonly named: Named;
  /** What stands around the quotation, as it was written; nothing where it is a signature alone. */
  readonly around: string;
}

export const nobody: Named = { sources: [] };

const opening = /["“«„「]/;
const closing = /["”»“」](?=[^"”»“」]*$)/;

/** "…" — Andrew Hammond, "…" (Hammond 2017) without marks: at the very end. */
const signature = /\s(?:(?:[—–]|--?)\s*([^—–\s][^—–]{1,89})|\(((?=[\p{Lu}@])[^()]{2,90})\)[.]?)$/u;

/** "The words, said John Smith" without marks. */
const saidBehind =
  /,\s+(?:said|says|according to|сказал[аи]?|заявил[аи]?)\s+((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,4})[.]?$/u;

/** "John Smith: the words", also without marks. */
const label = /^\s*((?:\p{Lu}[\p{L}\p{M}.'’-]*\s){1,3}\p{Lu}[\p{L}\p{M}.'’-]*):\s+(\S[\s\S]*)$/u;

/** Only in the last so many characters is a signature looked for. */
const longestSignature = 100;

/** Shorter ones are no quotation. */
const leastSigned = 12;

/** Longest phrase that stands between two halves of one quotation, in characters. */
const longestBetween = 160;

/**
 * The quotations of a text, each with whom the text names beside it: `“…,” he said, “…”` is one of
 * them, with an ellipsis for what is between. `titles` are no quotations.
 */
export function markedClaims(text: string, titles: ReadonlySet<string>): Claim[] {
  const plain = withoutTitles(text, titles);
  const quotes = quotedIn(plain).filter(({ start, end }) => plain.slice(start, end).trim() !== '');
  const speeches = speechesIn(plain);
  const groups: Quoted[][] = [];
  for (const quoted of quotes) {
    const last = groups.at(-1)?.at(-1);
    if (last && isOneQuotation(plain, last, quoted)) groups.at(-1)?.push(quoted);
    else groups.push([quoted]);
  }
  return groups.map((group, at) => {
    const first = group[0]?.outer.start ?? 0;
    const last = group.at(-1)?.outer.end ?? 0;
    const before = plain.slice(groups[at - 1]?.at(-1)?.outer.end ?? 0, first);
    const behind = plain.slice(last, groups[at + 1]?.[0]?.outer.start);
    const speech = speeches.find(({ quoted }) => quoted.outer.start === first);
    return {
      quotation: group.map(({ start, end }) => plain.slice(start, end)).join(' … '),
      named: namedBeside(speech, before, behind),
      around: aroundOf(before, behind),
    };
  });
}

/** All from the first to the last quotation mark; undefined without two of them. */
export function outermostClaim(text: string, titles: ReadonlySet<string>): Claim | undefined {
  const plain = withoutTitles(text, titles);
  const from = plain.search(opening);
  const to = plain.search(closing);
  if (from === -1 || to <= from) return undefined;
  const [before, behind] = [plain.slice(0, from), plain.slice(to + 1)];
  const masked = `${before}“${'x'.repeat(Math.max(1, to - from - 2))}${plain.slice(to - 1, to)}”${behind}`;
  const [speech] = speechesIn(masked);
  return {
    quotation: plain.slice(from + 1, to),
    named: namedBeside(speech, before, behind),
    around: aroundOf(before, behind),
  };
}

/** A text without quotation marks that ends in a dash and a name, or in a name in brackets. */
export function signedClaim(text: string): Claim | undefined {
  const whole = text.trimEnd();
  const [end, dashed, bracketed] = signature.exec(whole.slice(-longestSignature)) ?? [];
  if (end === undefined) return labelledClaim(whole);
  const quotation = whole.slice(0, -end.length).trim();
  if (quotation.length < leastSigned) return undefined;
  const named = readSignature(bracketed ? `(${bracketed})` : `— ${dashed}`);
  return { quotation, named: named ?? nobody, around: named ? '' : end };
}

function labelledClaim(text: string): Claim | undefined {
  const [said, speaker] = saidBehind.exec(text.slice(-longestSignature)) ?? [];
  if (said && speaker && text.length - said.length >= leastSigned)
    return {
      quotation: text.slice(0, -said.length),
      named: { speaker, sources: [] },
      around: said,
    };
  const [, name, quotation] = label.exec(text) ?? [];
  if (!name || !quotation || quotation.length < leastSigned) return undefined;
  return { quotation, named: { speaker: name, sources: [] }, around: name };
}

function aroundOf(before: string, behind: string): string {
  const isSigned = before.trim() === '' && readSignature(behind) !== undefined;
  return isSigned ? '' : `${before} ${behind}`;
}

/** `“…,” he said, “…”`: a comma on each side of some words of the same sentence. */
function isOneQuotation(text: string, first: Quoted, second: Quoted): boolean {
  const between = text.slice(first.outer.end, second.outer.start);
  if (between.length > longestBetween || /[.!?;:]\s|[。；：]/u.test(between)) return false;
  const isOpenEnded =
    /[,，…—–-]$/u.test(text.slice(first.start, first.end).trim()) || /^\s*[,，—–]/u.test(between);
  const goesOn =
    /[,，—–-]\s*$/u.test(between) &&
    /^[\s…]*\p{Ll}|^[\p{Script=Han}]/u.test(text.slice(second.start));
  return isOpenEnded && goesOn && /\p{L}/u.test(between);
}

const name = String.raw`((?:[Tt]he )?\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|of|for|and))*)`;
const byWhom = new RegExp(String.raw`\b(?:[Bb]y|[Pp]er|[Aa]ccording to)\s+${name}`, 'u');
const printedIn = new RegExp(String.raw`\b(?:[Ff]rom|[Ii]n)\s+${name}`, 'gu');

/** Whom the running text, or a signature behind the words, names as speaker and as source. */
function namedBeside(speech: Speech | undefined, before: string, behind: string): Named {
  const reading = speech?.reading;
  const [voice] = Array.isArray(reading) ? reading : [];
  const signed = readSignature(behind);
  const voiced = voice && voice.kind !== 'pronoun' ? voice.name || voice.phrase : undefined;
  const mentioned = [...`${before} ${behind}`.matchAll(printedIn)].map(([, found = '']) => found);
  const speaker =
    voiced ??
    signed?.speaker ??
    byWhom.exec(`${before} ${behind}`)?.[1] ??
    onlyName(before, behind, mentioned);
  const others = [
    ...(signed?.speaker ? [signed.speaker] : []),
    ...(signed?.sources ?? []),
    ...mentioned,
  ];
  const sources = others.filter((other) => other !== speaker);
  return { sources, ...(speaker && { speaker }) };
}

/** How far from a quotation a name still belongs to it, in characters. */
const nearby = 80;

/** Words that a request begins with. */
const request =
  /^(?:please|verify|check|quote|quotation|thanks|thank|hello|hi|hey|dear|true|false|real|exact|correct|source|text|words|can|could|find|show|tell|see|confirm)$/i;

/** `Did Xi Jinping say “…”?`, `“…” | Xi Jinping`: the one name beside the words is whom they are asked of. */
function onlyName(before: string, behind: string, sources: readonly string[]): string | undefined {
  const sides = [before.slice(-nearby), behind.slice(0, nearby)];
  const names = sides.flatMap((side) =>
    readerFor(side)
      .names(side)
      .filter(
        (found) =>
          found.includes(' ') || /[/|#@:~]\s*$|\p{Ll}\s$/u.test(side.slice(0, side.indexOf(found))),
      ),
  );
  const [one, ...others] = new Set(
    names.filter((found) => !sources.some((source) => source.includes(found))),
  );
  return one && others.length === 0 && !one.split(' ').some((word) => request.test(word))
    ? one
    : undefined;
}

/** A title of the library between quotation marks belongs to a citation. */
function withoutTitles(text: string, titles: ReadonlySet<string>): string {
  if (titles.size === 0) return text;
  return quotedIn(text)
    .toReversed()
    .reduce((rest, { start, end, outer }) => {
      const behindQuotation = isCitedTitle(text, start, end, outer.start);
      const isTitle = titles.has(titleKey(text.slice(start, end))) || behindQuotation;
      return isTitle ? `${rest.slice(0, outer.start)} ${rest.slice(outer.end)}` : rest;
    }, text);
}

/** `… countries.” Jane Doe, “Gas and Friendship,” The Gazette`: behind a name and a comma. */
function isCitedTitle(text: string, start: number, end: number, from: number): boolean {
  const isShort = text.slice(start, end).split(/\s+/).length <= 20;
  const before = text.slice(Math.max(0, from - 120), from);
  return (
    isShort &&
    /["”»][\s_*]*(?:[—–(]|--?)?\s*(?:\p{Lu}[\p{L}\p{M}.'’-]*,?\s+(?:(?:and|&|et al\.?),?\s+)?){1,6}$/u.test(
      before,
    ) &&
    /,\s*$/.test(before)
  );
}

/** A title as it is compared: letters and digits alone. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
