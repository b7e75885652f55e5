import { isCommonEnglishWord } from '../../language/english/common-words.ts';

/**
 * Joins a line that ends in a hyphen with the next one. The hyphen goes where the text or general
 * English knows the whole word ("pipe-" "line"), and stays where it knows the parts only ("self-"
 * "attention") or the text writes the word with it elsewhere.
 */
export function joinHyphenated(above: string, below: string, known: ReadonlySet<string>): string {
  const open = above.replace(/[-\u2010\u00ad]$/u, '');
  const [head = ''] = /[\p{L}’'-]+$/u.exec(open) ?? [];
  const [tail = ''] = /^[\p{L}’'-]+/u.exec(below) ?? [];
  const stays = tail === '' || !/^\p{Ll}/u.test(tail) || keepsHyphen(head, tail, known);
  return stays ? `${open}-${below}` : open + below;
}

function keepsHyphen(head: string, tail: string, known: ReadonlySet<string>): boolean {
  const whole = (head + tail).toLowerCase();
  if (known.has(whole) || isCommonEnglishWord(whole)) return false;
  if (known.has(`${head}-${tail}`.toLowerCase())) return true;
  return isCommonEnglishWord(head) && isCommonEnglishWord(tail);
}
