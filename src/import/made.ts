import { heldOf, type ImportedArticle, makeArticle, originOf } from './make-article.ts';
import type { ReadSource, SourceDocument, SourceLink, StoredSource } from './source.ts';

/** An article of a source, made without knowing what the library holds. */
export interface MadeArticle extends Omit<ImportedArticle, 'markdown'> {
  readonly format: SourceDocument['format'];
}

/** The articles of a source, or why there are none and what to do. */
export type MadeSource =
  | {
      readonly made: readonly (MadeArticle | { readonly problem: string })[];
      /** What the source names without its text. */
      readonly links: readonly SourceLink[];
    }
  | { readonly problem: string };

/** Makes articles of what was read of a source. */
export function makeArticles(
  read: ReadSource,
  { name, sha256, url, retrieved }: StoredSource,
): MadeSource {
  if ('problem' in read) return read;
  const whole = { file: name, sha256, ...(url && { url }), ...(retrieved && { retrieved }) };
  const made = read.documents.map((document) => {
    const origin = originOf(document, whole, read.documents.length);
    const outcome = makeArticle(document, origin, heldOf([]));
    if ('problems' in outcome) return { problem: outcome.problems.join('; ') };
    const { markdown: _, ...article } = outcome;
    return { ...article, format: document.format };
  });
  return { made, links: read.links ?? [] };
}
