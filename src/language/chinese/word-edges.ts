/** A word as ICU's dictionary divides them; only questions are divided, since other versions divide otherwise. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What joins words or only asks, in either script: beside one of these a single character is no part of a name. */
const joining = /[的了是在和与與有为為被将將从從对對到及其这這那哪于於以中上下谁誰几幾何什个個]/u;

/**
 * Tells of each pair of characters of a text whether it belongs to two words, by its offsets. Two single
 * characters may be a name that the dictionary does not know, unless one of them joins words.
 */
export function readWordEdges(text: string): (start: number, end: number) => boolean {
  if (!/\p{Script=Han}/u.test(text)) return () => false;
  /** By the place of each character, where its word begins and ends. */
  const words: { readonly start: number; readonly end: number }[] = [];
  for (const { index: start, segment } of segmenter.segment(text)) {
    const end = start + segment.length;
    words.push(...new Array(segment.length).fill({ start, end }));
  }
  return (start, end) => {
    const [one, other] = [words[start], words[end - 1]];
    if (!one || !other || one === other) return false;
    const isName = one.end - one.start === 1 && other.end - other.start === 1;
    return !isName || joining.test(text.slice(start, end));
  };
}
