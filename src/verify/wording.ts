import type { Span } from '../language/sentences.ts';

/** A word, number or sign of a text as it is compared: quotes, dashes and white space do not count. */
export interface Token extends Span {
  /** One form for all spellings of the same character; capitals count. */
  readonly form: string;
  /** The form in lower case, under which it is looked up. */
  readonly key: string;
  /** Written with a hyphen, which others leave out or replace by a space. */
  readonly hyphenated: boolean;
  /** An ellipsis stands before it. */
  readonly afterGap: boolean;
  /** Its first letter was changed openly, as in "[T]he". */
  readonly bracketed: boolean;
}

const han = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const letter = String.raw`[\p{L}--${han}]`;
/** What keyboards, scanners and fonts have for an apostrophe. */
const apostrophe = "['’ʼ‘`´′＇]";
const word = String.raw`${letter}[[\p{L}--${han}]\p{M}\p{Nd}]*(?:${apostrophe}${letter}[\p{L}\p{M}]*)*`;
const hyphen = '[\\-‐‑]';
const patterns = [
  // "-5" is another number than "5"; the hyphen of "Su-35" and "2013-2017" is no minus.
  String.raw`(?<![\p{L}\p{N}\p{Pd}])[\-−]?\p{Nd}+(?:[.,]\p{Nd}+)*`,
  String.raw`(?<!\p{L})${letter}(?:\.${letter})+(?!\p{L})`,
  String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*`,
  String.raw`\[\p{L}{1,2}\]${word}`,
  String.raw`${word}(?:${hyphen}(?:${word}|\p{Nd}+))*`,
  han,
  String.raw`[\p{Sc}%‰°&§@+=±×÷]`,
];
const pattern = new RegExp(patterns.map((each) => `(?:${each})`).join('|'), 'gv');

const ellipsis = /…|\.\s?\.\s?\./;

/** Splits a text into the words, numbers and signs that make its wording. */
export function readWording(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [raw] = match;
    const form = formOf(raw);
    const between = text.slice(end, match.index);
    const start = match.index;
    end = start + raw.length;
    tokens.push({
      start,
      end,
      form,
      key: form.toLowerCase(),
      hyphenated: /[-‐‑]/.test(raw) || /^[-‐‑]/.test(text.slice(end)) || /[-‐‑]\s*$/.test(between),
      afterGap: ellipsis.test(between),
      bracketed: raw.startsWith('['),
    });
  }
  return tokens;
}

const apostrophes = new RegExp(apostrophe, 'g');

function formOf(raw: string): string {
  const folded = raw.replace(apostrophes, "'").normalize('NFKC');
  if (/^[-−]?\d/.test(folded)) {
    const plain = folded.replace('−', '-');
    return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  }
  return folded.replace(/[-‐‑[\].]/g, '');
}

/** Whether two words are one, for capitals at the start where `isStart`. */
export function isSameWord(a: Token, b: Token, isStart: boolean): boolean {
  if (a.form === b.form) return true;
  const mayDiffer = isStart || a.bracketed || b.bracketed;
  return mayDiffer && a.key === b.key && a.form.slice(1) === b.form.slice(1);
}
