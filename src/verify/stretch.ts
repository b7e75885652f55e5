import { cite } from '../answer/citation.ts';
import type { CitedQuote } from '../answer/quote.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Step } from './alignment.ts';
import type { DiffPiece } from './verdict.ts';
import { readWording, type Token } from './wording.ts';
import type { IndexedParagraph, WordingIndex } from './wording-index.ts';

/** A word of the library with the paragraph that it stands in. */
export interface StoredToken extends Token {
  readonly home: IndexedParagraph;
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
  const first = index.firstParagraphFrom(start);
  for (const home of index.paragraphs.slice(first)) {
    if (home.from >= end) break;
    if (home.article !== article) continue;
    const words = readWording(home.paragraph.text).map((token) => ({ ...token, home }));
    tokens.push(...words.slice(Math.max(0, start - home.from), Math.max(0, end - home.from)));
  }
  return tokens;
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

/** The stored words and the quoted ones in one line, in the order of reading. */
export function diffOf(
  steps: readonly Step[],
  stored: readonly StoredToken[],
  quoted: { readonly text: string; readonly tokens: readonly Token[] },
): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let before: StoredToken | undefined;
  for (const step of steps) {
    const ours = 'stored' in step ? stored[step.stored] : undefined;
    const theirs = 'quoted' in step ? quoted.tokens[step.quoted] : undefined;
    if (ours) {
      pieces.push({ kind: 'same', text: gapBetween(before, ours) });
      const isThere = step.kind !== 'removed' && step.kind !== 'replaced';
      pieces.push({ kind: isThere ? 'same' : 'removed', text: wordOf(ours) });
      before = ours;
    }
    if (theirs && (step.kind === 'added' || step.kind === 'replaced')) {
      if (pieces.length > 0) pieces.push({ kind: 'same', text: ' ' });
      pieces.push({ kind: 'added', text: quoted.text.slice(theirs.start, theirs.end) });
    }
  }
  return merged(pieces);
}

function wordOf({ home, start, end }: StoredToken): string {
  return home.paragraph.text.slice(start, end);
}

function gapBetween(before: StoredToken | undefined, token: StoredToken): string {
  if (!before) return '';
  if (before.home !== token.home) return ' ¶ ';
  return token.home.paragraph.text.slice(before.end, token.start);
}

function merged(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind === piece.kind)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') runs.push(piece);
  }
  return runs;
}
