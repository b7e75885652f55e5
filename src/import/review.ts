import { type ReviewableField, reviewableFields } from '../library/article.ts';
import type { FoundRecord, Removal, SourceBlock } from './source.ts';

/** Where more of the letters was left out of the text, somebody should see whether that was right. */
const maxLeftOut = 0.1;

/** What of a document a person should look over before it is relied on. */
export function fieldsToReview(
  found: FoundRecord,
  blocks: readonly SourceBlock[],
  removed: readonly Removal[],
): ReviewableField[] {
  const doubtful: Partial<Record<ReviewableField, boolean>> = {
    title: found.title?.from !== 'stated',
    authors: found.authors?.from === 'inferred',
    published: found.published?.from !== 'stated',
    text: shareLeftOut(blocks, removed) > maxLeftOut,
  };
  return reviewableFields.filter((field) => doubtful[field]);
}

/** The share of a document's letters that is not in the article's text, the record's lines aside. */
function shareLeftOut(blocks: readonly SourceBlock[], removed: readonly Removal[]): number {
  const kept = lettersOf(blocks.map(({ text }) => text));
  const out = lettersOf(removed.filter(({ kind }) => kind === 'left out').map(({ text }) => text));
  return out / Math.max(1, kept + out);
}

function lettersOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}
