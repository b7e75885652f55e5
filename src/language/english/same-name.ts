import { termOf } from '../words.ts';

/** What makes another form of a name: Korean of Korea, Congressional of Congress. */
const suffix = /^(?:s|n|ns|an|ans|ian|ians|ean|eans|ese|i|is|ish|ite|ites|er|ers|al|ional|ic|y)$/;

/** A shorter beginning is shared by names of different things. */
const minRoot = 4;

/** Whether two forms of words are of one name: "malaysia" and "malaysian". */
export function isSameName(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long) return true;
  return [short, short.replace(/[aeiouy]$/, '')].some(
    (root) =>
      root.length >= minRoot && long.startsWith(root) && suffix.test(long.slice(root.length)),
  );
}

const numerals = [
  ['two', 'second', 'twice', 'ii'],
  ['three', 'third', 'iii'],
  ['four', 'fourth', 'iv'],
  ['five', 'fifth'],
  ['six', 'sixth', 'vi'],
  ['seven', 'seventh', 'vii'],
  ['eight', 'eighth', 'viii'],
  ['nine', 'ninth', 'ix'],
  ['ten', 'tenth'],
  ['eleven', 'eleventh', 'xi'],
  ['twelve', 'twelfth', 'xii'],
  ['thirteen', 'thirteenth', 'xiii'],
  ['fourteen', 'fourteenth', 'xiv'],
  ['fifteen', 'fifteenth', 'xv'],
  ['sixteen', 'sixteenth', 'xvi'],
  ['seventeen', 'seventeenth', 'xvii'],
  ['eighteen', 'eighteenth', 'xviii'],
  ['nineteen', 'nineteenth', 'xix'],
  ['twenty', 'twentieth', 'xx'],
];

/** The stems of the words for a number of two to twenty in digits, and its Roman numeral if that is no letter. */
export function numeralsOf(digits: string): string[] {
  return (numerals[Number(digits) - 2] ?? []).flatMap((word) => termOf(word) ?? []);
}
