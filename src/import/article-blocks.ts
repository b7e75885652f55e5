import type { Article } from '../library/article.ts';
import type { SourceBlock } from './source.ts';

/** The blocks of an article, from which its file can be written again. */
export function blocksOf({ paragraphs }: Article): SourceBlock[] {
  let above: string | undefined;
  return paragraphs.flatMap(({ text, heading, page }) => {
    const isNew = heading !== undefined && heading !== above;
    above = heading;
    const paragraph = { kind: 'paragraph' as const, text, ...(page !== undefined && { page }) };
    return isNew ? [{ kind: 'heading' as const, text: heading }, paragraph] : [paragraph];
  });
}
