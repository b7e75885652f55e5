import stemmer from 'wink-porter2-stemmer';
import { baseOf } from './irregular-words.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text: where it stands, and the forms under which it is found. */
export interface Word {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents, possessive and thousands separators. */
  readonly form: string;
  /** What the index holds: the stem of the form; undefined for a stop word. */
  readonly term: string | undefined;
}

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const dottedAcronym = String.raw`(?<!\p{L})\p{L}(?:\.\p{L})+(?!\p{L})`;
const plainWord = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*`;
const perCent = String.raw`(?<!\p{L})per cent(?!\p{L})`;
const sign = '[$€£%]';
const pattern = new RegExp(`${number}|${dottedAcronym}|${perCent}|${plainWord}|${sign}`, 'gu');

/** Letters that Unicode does not take apart. */
const plainLetters = new Map(
  Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }),
);

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

/**
 * Splits a text into its words, in order. "U.S." and "US" are one word that is no stop word, unless
 * the text is shouted: all in capitals.
 */
export function wordsOf(text: string, shouted = !/\p{Ll}/u.test(text)): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const [raw] = match;
    const start = match.index;
    if (isSuffixOfNumber(raw, text[start - 1])) continue;
    const form = unitForms.get(raw) ?? formOf(raw, shouted);
    if (form === '') continue;
    words.push({ start, end: start + raw.length, form, term: termOf(form) });
  }
  return words;
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
  return stopWords.has(form) ? undefined : stem(form);
}

/** The "s" of "2000s" and the "st" of "21st" are no words. */
function isSuffixOfNumber(raw: string, before: string | undefined): boolean {
  return before !== undefined && /\d/.test(before) && /^(?:s|st|nd|rd|th)$/i.test(raw);
}

function formOf(raw: string, shouted: boolean): string {
  const folded = raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþŁØĐÆŒÞ]/g, (letter) => plainLetters.get(letter.toLowerCase()) ?? letter)
    .replaceAll('’', "'");
  if (/^\d/.test(folded)) return folded.replaceAll(',', '');
  const bare = folded.replace(/'(?:s|re|ve|ll|d|m)$/iu, '').replace(/n't$/i, '');
  const joined = bare.replace(/[.']/g, '');
  const form = joined.toLowerCase();
  const isAcronym =
    /^\p{Lu}{2,}$/u.test(joined) && (!shouted || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(bare));
  // The trailing dot keeps US, WHO and IT apart from the stop words us, who and it.
  return isAcronym && stopWords.has(form) ? `${form}.` : form;
}

const stems = new Map<string, string>();
const mostStems = 50_000;

function stem(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  // Questions are hostile too: a memo without bounds would grow for ever.
  if (stems.size >= mostStems) stems.clear();
  const base = baseOf(form);
  // The stemmer writes a 3 for a consonant y while it works, and so would turn 2013 into 201y.
  const stemmed = /\d/.test(base) ? base : stemmer(base);
  stems.set(form, stemmed);
  return stemmed;
}
