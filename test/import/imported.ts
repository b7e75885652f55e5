import { createHash } from 'node:crypto';
import { heldOf, type ImportOutcome, makeArticle } from '../../src/import/make-article.ts';
import type { ReadSource, SourceDocument } from '../../src/import/source.ts';
import { readMarkdown } from '../../src/import/sources/markdown.ts';
import { readPlainText } from '../../src/import/sources/text.ts';
import type { Article } from '../../src/library/article.ts';

export type TextFormat = 'plain' | 'markdown';

/** What becomes of a text, as an import makes it. */
export function outcomeOf(
  text: string,
  format: TextFormat = 'plain',
  held: readonly Article[] = [],
): ImportOutcome {
  const read: ReadSource =
    format === 'plain' ? { documents: [readPlainText(text)] } : readMarkdown(text);
  if ('problem' in read) return { problems: [read.problem] };
  const sha256 = createHash('sha256').update(text).digest('hex');
  const file = format === 'plain' ? 'page.txt' : 'page.md';
  return makeArticle(read.documents[0] as SourceDocument, { file, sha256 }, heldOf(held));
}

/** A text as an article, its paragraphs' texts, and what was left out, each with its rule. */
export function imported(text: string, format?: TextFormat) {
  const outcome = outcomeOf(text, format);
  if ('problems' in outcome) throw new Error(outcome.problems.join());
  const { article, removed } = outcome;
  return {
    ...outcome,
    texts: article.paragraphs.map((paragraph) => paragraph.text),
    rules: removed.map(({ rule, text }) => `${rule}: ${text}`),
  };
}
