import stemmer from 'wink-porter2-stemmer';
import { baseOf } from './irregular-words.ts';
import { stopWords } from './stop-words.ts';

/** Letters that Unicode does not take apart. */
const plainLetters = new Map(
  Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }),
);

/**
 * The form of a word in Latin letters: lower case, without accents, possessive and the full stops of
 * an acronym. `shouted`: the text is all in capitals, which say nothing then.
 */
export function formOf(raw: string, shouted: boolean): string {
  const folded = raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþŁØĐÆŒÞ]/g, (letter) => plainLetters.get(letter.toLowerCase()) ?? letter)
    .replaceAll('’', "'");
  const bare = folded.replace(/'(?:s|re|ve|ll|d|m)$/iu, '').replace(/n't$/i, '');
  const joined = bare.replace(/[.']/g, '');
  const form = joined.toLowerCase();
  const isAcronym =
    /^\p{Lu}{2,}$/u.test(joined) && (!shouted || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(bare));
  // The trailing dot keeps US, WHO and IT apart from the stop words us, who and it.
  return isAcronym && stopWords.has(form) ? `${form}.` : form;
}

/** The stem of a form, by Porter's second algorithm and a list of irregular words; none for a stop word. */
export function stemOf(form: string): string | undefined {
  if (stopWords.has(form)) return undefined;
  const base = baseOf(form);
  // The stemmer writes a 3 for a consonant y while it works, and so would turn 2013 into 201y.
  return /\d/.test(base) ? base : stemmer(base);
}
