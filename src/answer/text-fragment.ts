const mostWordsWhole = 8;
const wordsAtEachEnd = 4;

/** Longer fragments, of text without words for instance, are left out: Slack takes 3,000 characters of address. */
const longestFragment = 1500;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The part of an address that makes a browser scroll to a quote and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/): the whole of a short quote, the first and the
 * last words of a longer one. Browsers look for whole words, in Chinese as in English.
 */
export function textFragment(url: string, quote: string): string {
  const starts = [...words.segment(quote)].filter(({ isWordLike }) => isWordLike);
  const firstEnd = starts[wordsAtEachEnd - 1];
  const lastStart = starts.at(-wordsAtEachEnd);
  const text =
    starts.length <= mostWordsWhole || !firstEnd || !lastStart
      ? encode(quote)
      : `${encode(quote.slice(0, firstEnd.index + firstEnd.segment.length))},${encode(quote.slice(lastStart.index))}`;
  return text.length <= longestFragment ? `${leadAfter(url)}text=${text}` : '';
}

/** An address may have a place in the page already, or another text to mark. */
function leadAfter(url: string): string {
  if (url.includes(':~:')) return '&';
  return url.includes('#') ? ':~:' : '#:~:';
}

/** The syntax gives `-`, `&` and `,` a meaning; only the first is left alone by encodeURIComponent. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
