/** `[sic]` and `(emphasis added)`. */
const remark = /[[(](?:sic|(?:my |our )?(?:emphasis|italics))\b[^()[\]]{0,30}[\])]/gi;

/** The mark of a note: `[12]`, or a raised number that lost its place in "China.12" and "price3". */
const noteMark =
  /\[\^?\d{1,3}\]|(?<=\p{L}["'”’)]?[.,;:!?]["'”’]?|\p{Ll}{3}["'”’)]?)\d{1,3}(?=["'”’]?(?:\s|$))/gu;

/** Words that stand for others: "[they] agreed"; the letter of "[T]he" is compared. */
const ownWords = /(?<![\p{L}\p{N}])\[(?=[^[\]]*\p{L})[^[\]]{2,80}\](?!\p{L})/gu;

/** A quotation without what the quoting person put into it, and these pieces. */
export function withoutAsides(quotation: string): {
  readonly words: string;
  readonly asides: readonly string[];
} {
  const asides: string[] = [];
  const take = (kept: string) => (aside: string) => {
    asides.push(aside);
    return kept;
  };
  const words = quotation
    .replace(remark, take(''))
    .replace(noteMark, take(''))
    .replace(ownWords, take(' … '));
  return { words, asides };
}
