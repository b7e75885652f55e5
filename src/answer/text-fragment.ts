const mostWordsWhole = 8;
const wordsAtEachEnd = 4;

/**
 * The part of an address that makes a browser scroll to a quote and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/): the whole of a short quote, the first and the
 * last words of a longer one.
 */
export function textFragment(url: string, quote: string): string {
  const words = quote.split(' ');
  const text =
    words.length <= mostWordsWhole
      ? encode(quote)
      : `${encode(words.slice(0, wordsAtEachEnd).join(' '))},${encode(words.slice(-wordsAtEachEnd).join(' '))}`;
  return `${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** The syntax gives `-`, `&` and `,` a meaning; only the first is left alone by encodeURIComponent. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
