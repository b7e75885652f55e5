import { cite } from '../answer/citation.ts';
import type { CitedQuote } from '../answer/quote.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Step } from './alignment.ts';
import { interjectionsIn } from './speaker/interjections.ts';
import { readWording, type Token } from './wording.ts';
import type { IndexedParagraph, WordingIndex } from './wording-index.ts';

/** A word of the library with the paragraph that it stands in. */
export interface StoredToken extends Token {
  readonly home: IndexedParagraph;
  /** One of the words that tell who speaks, between two halves of what they say. */
  readonly isInterjected: boolean;
}

/** Longest run of words that an ellipsis leaves out and that is still shown with the rest. */
const longestSkip = 40;

/** The words of the library from one position to another, as far as they are of one article. */
export function stretchOf(
  index: WordingIndex,
  article: Article,
  { start, end }: Span,
): StoredToken[] {
  const tokens: StoredToken[] = [];
  const begin = index.startOf(article);
  for (const home of index.paragraphs(article)) {
    const from = begin + home.from;
    if (from >= end) break;
    if (begin + home.to <= start) continue;
    const put = interjectionsIn(home.paragraph);
    const words = readWording(home.paragraph.text).map((token) => ({
      ...token,
      home,
      isInterjected: put.some((span) => token.start >= span.start && token.end <= span.end),
    }));
    tokens.push(...words.slice(Math.max(0, start - from), end - from));
  }
  return tokens;
}

/** Each stretch of words that stays together in the steps: not over what is left out, nor over a paragraph's end. */
export function runsOf(steps: readonly Step[], stored: readonly StoredToken[]): StoredToken[][] {
  const runs: StoredToken[][] = [];
  let isBroken = true;
  for (const step of steps) {
    const token = 'stored' in step ? stored[step.stored] : undefined;
    if (!token) continue;
    if (step.kind === 'skipped' || step.kind === 'removed') isBroken = true;
    else {
      const run = runs.at(-1);
      if (isBroken || !run || run[0]?.home !== token.home) runs.push([token]);
      else run.push(token);
      isBroken = false;
    }
  }
  return runs;
}

/** The stored sentences that hold the words of the steps, with those words marked. */
export function passagesOf(steps: readonly Step[], stored: readonly StoredToken[]): CitedQuote[] {
  const runs: StoredToken[][] = [];
  let skipped = 0;
  for (const step of steps) {
    const token = 'stored' in step ? stored[step.stored] : undefined;
    if (!token) continue;
    const run = runs.at(-1);
    if (step.kind === 'skipped') skipped += 1;
    else if (!run || skipped > longestSkip || run[0]?.home !== token.home) {
      runs.push([token]);
      skipped = 0;
    } else {
      run.push(token);
      skipped = 0;
    }
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    return first && last ? [passageOf(first.home, { start: first.start, end: last.end })] : [];
  });
}

/** The whole sentences around some words of a paragraph, cited. */
export function passageOf({ article, paragraph }: IndexedParagraph, words: Span): CitedQuote {
  const around = splitSentences(paragraph.text, article.language).filter(
    ({ start, end }) => start < words.end && end > words.start,
  );
  const span = {
    start: Math.min(words.start, around[0]?.start ?? words.start),
    end: Math.max(words.end, around.at(-1)?.end ?? words.end),
  };
  return {
    article: article.id,
    paragraph: paragraph.number,
    ...span,
    text: paragraph.text.slice(span.start, span.end),
    matches: [{ start: words.start - span.start, end: words.end - span.start }],
    score: 0,
    citation: cite(article, paragraph, span),
  };
}
