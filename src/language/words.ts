import { pairsOf, stopPairs } from './chinese/pairs.ts';
import { formOf as englishForm, stemOf as englishStem } from './english/words.ts';
import type { LanguageCode } from './languages.ts';
import { formOf as russianForm, stemOf as russianStem } from './russian/words.ts';

/** A word of a text: where it stands, and the forms under which it is found. */
export interface Word {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents, possessive and thousands separators; simplified characters. */
  readonly form: string;
  /** What the index holds: the stem of the form; undefined for a stop word. */
  readonly term: string | undefined;
}

const han = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const letter = String.raw`[\p{L}--${han}]`;
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** A comma before decimals, and spaces between thousands. */
const russianNumber = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+,\d{1,2}(?!\d)|${number}`;
const dottedAcronym = String.raw`(?<!\p{L})${letter}(?:\.${letter})+(?!\p{L})`;
const plainWord = String.raw`[${letter}\p{M}][${letter}\p{M}\p{N}]*(?:['’][${letter}\p{M}]+)*`;
const perCent = String.raw`(?<!\p{L})per cent(?!\p{L})`;
const sign = '[\\$€£%¥₽]';
const rest = [dottedAcronym, perCent, plainWord, `${han}+`, sign].join('|');
const pattern = new RegExp(`${number}|${rest}`, 'gv');
const russianPattern = new RegExp(`${russianNumber}|${rest}`, 'gv');

/** One form for what is written in several ways beside numbers: $400bn, 400 billion dollars. */
const unitForms = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['%', 'percent'],
  ['per cent', 'percent'],
  ['bn', 'billion'],
  ['tn', 'trillion'],
]);

const cyrillic = /\p{Script=Cyrillic}/u;
const startsHan = new RegExp(`^${han}`, 'v');

/**
 * Splits a text into its words, in order, each by the rules of its script: stems of English and
 * Russian words, and all pairs of neighbouring Chinese characters. "U.S." and "US" are one word that
 * is no stop word, unless the text is shouted: all in capitals.
 */
export function wordsOf(text: string, shouted = !/[\p{Ll}\p{Lo}]/u.test(text)): Word[] {
  const words: Word[] = [];
  // Full-width digits and signs are as long as the others.
  const plain = text.replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'));
  for (const match of plain.matchAll(cyrillic.test(text) ? russianPattern : pattern)) {
    const [raw] = match;
    const start = match.index;
    if (startsHan.test(raw)) {
      for (const pair of pairsOf(raw, start)) words.push({ ...pair, term: termOf(pair.form) });
    } else if (!isSuffixOfNumber(raw, plain[start - 1])) {
      const form = unitForms.get(raw) ?? formOf(raw, shouted);
      if (form !== '') words.push({ start, end: start + raw.length, form, term: termOf(form) });
    }
  }
  return words;
}

function formOf(raw: string, shouted: boolean): string {
  if (/^\d/.test(raw)) return plainNumber(raw);
  return cyrillic.test(raw) ? russianForm(raw) : englishForm(raw, shouted);
}

/** `4,200`, `4 200` and `4200` are one number, and so are `1,5` and `1.5`. */
function plainNumber(raw: string): string {
  const digits = raw.replace(/[ \u00a0\u202f]/g, '');
  return /^\d{1,3}(?:,\d{3})+/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
}

/**
 * A longer word, in characters, is none of any language: it is taken as it stands. Stemming costs the
 * square of a word's length, and looking for its parts or for a misspelling more.
 */
const maxWordLength = 64;

/** Whether a word may be stemmed, divided and corrected, all of which cost more than its length. */
export function isReadable(form: string): boolean {
  return form.length <= maxWordLength;
}

/** The stem of a word's form; undefined for a stop word. */
export function termOf(form: string): string | undefined {
  if (!isReadable(form)) return form;
  const known = stems.get(form);
  if (known !== undefined) return known === '' ? undefined : known;
  // Questions are hostile too: a memo without bounds would grow for ever.
  if (stems.size >= maxStems) stems.clear();
  const term = stem(form);
  stems.set(form, term ?? '');
  return term;
}

const stems = new Map<string, string>();
const maxStems = 50_000;

/** The language whose words are like a term. */
export function scriptOfTerm(term: string): LanguageCode {
  if (startsHan.test(term)) return 'zh';
  return cyrillic.test(term) ? 'ru' : 'en';
}

function stem(form: string): string | undefined {
  if (cyrillic.test(form)) return russianStem(form);
  if (startsHan.test(form)) return stopPairs.has(form) ? undefined : form;
  return englishStem(form);
}

/** The "s" of "2000s" and the "st" of "21st" are no words. */
function isSuffixOfNumber(raw: string, before: string | undefined): boolean {
  return before !== undefined && /\d/.test(before) && /^(?:s|st|nd|rd|th)$/i.test(raw);
}
