import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

/** Changes with every word and every field of the record. */
export function digestOf(article: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex');
}
