import { type Span, splitSentences } from '../../language/sentences.ts';
import type { Article } from '../../library/article.ts';

/** A slice of a paragraph that has a vector of its own. */
export interface Piece extends Span {
  readonly article: Article;
  readonly paragraph: number;
  readonly text: string;
  /** A sentence is also quoted when it is the nearest; a window tells what the paragraph is about. */
  readonly kind: 'window' | 'sentence';
}

/** Servers read some 120 words without keeping others waiting, and models some 160 tokens. */
const maxWords = 110;

/**
 * Cuts an article into windows of whole sentences, each of at most 110 words if its sentences are,
 * and, if wanted, into its sentences; a sentence that is a window by itself comes once.
 */
export function* piecesOf(article: Article, withSentences: boolean): Generator<Piece> {
  for (const { number: paragraph, text } of article.paragraphs) {
    const sentences = splitSentences(text, article.language);
    const toPiece = ({ start, end }: Span, kind: Piece['kind']): Piece => ({
      article,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
      kind,
    });
    yield* windowsOf(sentences, text).map((window) => toPiece(window, 'window'));
    if (withSentences) yield* sentences.map((sentence) => toPiece(sentence, 'sentence'));
  }
}

function windowsOf(sentences: readonly Span[], text: string): Span[] {
  const windows: Span[] = [];
  let words = 0;
  for (const { start, end } of sentences) {
    const own = text.slice(start, end).split(/\s+/).length;
    const last = windows.at(-1);
    if (last && words + own <= maxWords) {
      windows[windows.length - 1] = { start: last.start, end };
      words += own;
    } else {
      windows.push({ start, end });
      words = own;
    }
  }
  return windows;
}
