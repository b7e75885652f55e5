import type { Span } from './sentences.ts';

/**
 * What a reason or purpose is told with in English, Russian and Chinese, or what somebody holds who acts
 * on it; "since" and "for" tell other things more often.
 */
const tellings = [
  String.raw`(?<![\p{L}\p{N}])(?:because|so that|in order (?:to|that)|due to|owing to|thanks to|on account of|as a result of|reasons?|for fear|out of (?:concern|fear)|lest|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|consider(?:s|ed)|believ(?:es|ed)|suspect(?:s|ed)|prompted by|driven by|motivated by|потому что|так как|поскольку|чтобы|из-за|благодаря|ввиду|вследствие|причин[аыуе])(?![\p{L}\p{N}])`,
  '因[为為]|由[于於]|[为為]了|以便|原因',
];
const telling = new RegExp(tellings.join('|'), 'giu');

/** The words of a text that tell a reason, in order. */
export function reasonsIn(text: string): Span[] {
  return Array.from(text.matchAll(telling), ({ 0: words, index: start }) => ({
    start,
    end: start + words.length,
  }));
}
