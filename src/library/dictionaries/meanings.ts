import { type LanguageCode, languageOf } from '../../language/languages.ts';

/** One meaning of a word in another language, and how far down among its meanings it stands. */
export interface Meaning {
  readonly word: string;
  readonly meaning: string;
  /** 0 for the first. */
  readonly place: number;
}

/** So many meanings of a word count. */
const maxMeanings = 12;

const maxWords = 4;
const maxLength = 60;

/** Grammar, subject and style: "_n.", "_юр.", and what tags of DSL hold. */
const labels = /_[\p{L}.]+|\[(p|i|c|ex|com|!trs|s|t)\b[^\]]*\].*?\[\/\1\]|\[[^\]]*\]|<[^>]*>/gsu;

/** What stands between meanings, numbers and letters of a list; and between words for one meaning. */
const betweenMeanings = /\/|(?:^|\s)(?:\d+|[а-яa-z])[).>]/u;
const betweenWords = /[;,\n]|\.\s|\\n/u;

const brackets = /\([^()]*\)|（[^（）]*）|\{[^{}]*\}/g;

/** Not what a word means but what it is. */
const remarks =
  /^(?:variant|old variant|erhua variant|also written|see|see also|same as|abbr|surname|used in|classifier|CL:|Taiwan pr|also pr|\(|=)/i;

/**
 * The meanings that the body of an entry gives: pieces in another language than the word's, without
 * remarks, examples and labels.
 */
export function meaningsIn(word: string, body: string): Meaning[] {
  const from = languageOf(word);
  const text = body.replace(labels, ' ').replace(brackets, ' ').replace(/\s+/g, ' ');
  const meanings = new Map<string, number>();
  let place = 0;
  for (const sense of text.split(betweenMeanings)) {
    const pieces = sense.split(betweenWords).filter((piece) => !remarks.test(piece.trim()));
    const said = pieces.map(plain).filter((piece) => isMeaning(piece, from));
    for (const each of said) if (!meanings.has(each)) meanings.set(each, place);
    if (said.length > 0) place += 1;
  }
  return Array.from(meanings, ([meaning, at]) => ({ word, meaning, place: at })).slice(
    0,
    maxMeanings,
  );
}

/** Without the article or particle that English dictionaries put before a word. */
function plain(piece: string): string {
  return piece.trim().replace(/^(?:to be|to|an?|the|sb|sth)\s+/i, '');
}

/** An example in both languages is none: every letter has to be of the other one. */
function isMeaning(piece: string, from: LanguageCode): boolean {
  if (piece.length > maxLength || !/\p{L}/u.test(piece)) return false;
  if (piece.split(/\s+/).length > maxWords || languageOf(piece) === from) return false;
  return !(/\p{Script=Latin}/u.test(piece) && /[\p{Script=Cyrillic}\p{Script=Han}]/u.test(piece));
}
