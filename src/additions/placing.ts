import { setImmediate } from 'node:timers/promises';
import { articleId } from '../import/article-id.ts';
import { Duplicates } from '../import/duplicates.ts';
import { isSameText, newVersion } from '../import/new-version.ts';
import { addressOf } from '../library/address.ts';
import type { Article } from '../library/article.ts';

/** How an article that was made of a source stands to those that the library holds. */
export type Placed =
  | { readonly kind: 'new'; readonly article: Article }
  /** Other words of an article that is held. */
  | { readonly kind: 'version'; readonly article: Article; readonly before: Article }
  /** The same words, all of them or nearly. */
  | { readonly kind: 'held'; readonly by: Article; readonly likeness: number };

/** Of so many articles one after the other; then others have their turn. */
const articlesAtOnce = 50;

/**
 * Finds the place of an article in the library. One that is there as a brief, or with other words at
 * the same address, becomes its version and keeps the record that people have looked over.
 */
export async function placeArticle(
  article: Article,
  held: ReadonlyMap<Article['id'], Article>,
): Promise<Placed> {
  const { origin, alike } = await likely(article, held.values());
  if (origin && !isSameText(origin, article)) {
    return { kind: 'version', article: newVersion(origin, article), before: origin };
  }
  if (origin) return { kind: 'held', by: origin, likeness: 1 };
  const same = new Duplicates(alike).find({ ...article, id: '' });
  const by = same?.by === 'text' ? held.get(same.id) : undefined;
  if (same && by) return { kind: 'held', by, likeness: same.likeness };
  const id = articleId(article, article.source?.sha256 ?? '', held);
  return { kind: 'new', article: { ...article, id } };
}

/** The article among others that has the same source or address, and those that share some words. */
async function likely(article: Article, others: Iterable<Article>) {
  const address = addressOf(article);
  const probes = probesOf(article);
  const alike: Article[] = [];
  let origin: Article | undefined;
  let seen = 0;
  for (const other of others) {
    const isSource = article.source && other.source?.sha256 === article.source.sha256;
    if (isSource || (address !== undefined && addressOf(other) === address)) origin = other;
    else if (shares(other, probes)) alike.push(other);
    seen += 1;
    if (seen % articlesAtOnce === 0) await setImmediate();
  }
  return { origin, alike };
}

/** Plain words that a copy would hold as well, in characters. */
const [minProbeLength, maxProbeLength] = [8, 32];

/** So many passages, spread over the text, find every copy of most of it. */
const maxProbes = 12;

function probesOf({ paragraphs }: Article): string[] {
  const step = Math.max(1, Math.floor(paragraphs.length / maxProbes));
  const spread = paragraphs.filter((_, at) => at % step === 0).slice(0, maxProbes);
  return spread.flatMap(({ text }) => {
    const runs = text.match(/[\p{L}\p{N} ,]+/gu) ?? [];
    const longest = runs.reduce((most, run) => (run.length > most.length ? run : most), '');
    return longest.length < minProbeLength ? [] : [longest.slice(0, maxProbeLength)];
  });
}

function shares({ paragraphs }: Article, probes: readonly string[]): boolean {
  return paragraphs.some(({ text }) => probes.some((probe) => text.includes(probe)));
}
