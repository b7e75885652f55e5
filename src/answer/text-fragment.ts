const maxWordsWhole = 8;
const wordsAtEachEnd = 4;

/** How much of each end of a quote is looked at, in characters. */
const stretch = 300;

/** Longer fragments are left out: Slack takes 3,000 characters of address. */
const maxFragmentLength = 1500;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The part of an address that makes a browser scroll to a quote and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/): the whole of a short quote, the first and the
 * last words of a longer one. Browsers look for whole words, in Chinese as in English. Empty for a
 * quote without words to go by.
 */
export function textFragment(url: string, quote: string): string {
  const head = quote.slice(0, stretch);
  const tail = quote.slice(-stretch);
  const firstWords = wordsOf(head);
  const lastWords = wordsOf(tail);
  const start = firstWords[wordsAtEachEnd - 1];
  const end = lastWords.at(-wordsAtEachEnd);
  if (quote.length <= stretch && firstWords.length <= maxWordsWhole) {
    return fragmentOf(url, encode(quote));
  }
  // A stretch of so few words may end within one.
  if (!start || !end || Math.min(firstWords.length, lastWords.length) <= wordsAtEachEnd) return '';
  const startText = head.slice(0, start.index + start.segment.length);
  return fragmentOf(url, `${encode(startText)},${encode(tail.slice(end.index))}`);
}

function wordsOf(text: string): Intl.SegmentData[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
}

/** An address may have a place in the page already, or another text to mark. */
function fragmentOf(url: string, text: string): string {
  if (text.length > maxFragmentLength) return '';
  const place = url.includes('#') ? ':~:' : '#:~:';
  return `${url.includes(':~:') ? '&' : place}text=${text}`;
}

/** The syntax gives `-`, `&` and `,` a meaning; encodeURIComponent leaves the first alone and throws at half a character. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('-', '%2D');
}
