import { termOf } from '../words.ts';

/** What makes another form of a name: Korean of Korea, Congressional of Congress. */
const suffix = /^(?:s|n|ns|an|ans|ian|ians|ean|eans|ese|i|is|ish|ite|ites|er|ers|al|ional|ic)$/;

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
  ['two', 'second', 'twice'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['ten', 'tenth'],
  ['eleven', 'eleventh'],
  ['twelve', 'twelfth'],
  ['thirteen', 'thirteenth'],
  ['fourteen', 'fourteenth'],
  ['fifteen', 'fifteenth'],
  ['sixteen', 'sixteenth'],
  ['seventeen', 'seventeenth'],
  ['eighteen', 'eighteenth'],
  ['nineteen', 'nineteenth'],
  ['twenty', 'twentieth'],
];

/** The stems of the words for a number of two to twenty in digits. */
export function numeralsOf(digits: string): string[] {
  return (numerals[Number(digits) - 2] ?? []).flatMap((word) => termOf(word) ?? []);
}
