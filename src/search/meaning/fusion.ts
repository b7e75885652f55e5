import { meets, type Query } from '../query/query.ts';
import { passageIn, placesIn } from '../rank/matches.ts';
import type { Findings, Hit } from '../search.ts';
import type { NearParagraph } from './nearness.ts';

/**
 * What meaning counts beside words: the more, the less the words are evidence of an answer.
 * `docs/retrieval-figures.md` has what other weights did.
 */
function weightOf({ evidence }: Findings): number {
  const doubt = (muchEvidence - evidence) / (muchEvidence - littleEvidence);
  return minWeight + (maxWeight - minWeight) * Math.min(1, Math.max(0, doubt));
}

const minWeight = 0.4;
const maxWeight = 0.8;
const muchEvidence = 1.2;
const littleEvidence = 0.6;

/** How many of the nearest paragraphs are candidates though they share no word with the question. */
const nearestCandidates = 50;

/**
 * Orders what words found and what is near in meaning by (1 - w) score / best score + w (cosine -
 * mean) / (best cosine - mean). A phrase or an exclusion is a matter of words: then nothing is added
 * to what they found.
 */
export function fuse(
  found: Findings,
  near: readonly NearParagraph[],
  query: Query,
  limit: number,
): Hit[] {
  const places = new Map(near.map((each) => [placeOf(each.article.id, each.paragraph), each]));
  const mean = near.reduce((sum, { similarity }) => sum + similarity, 0) / Math.max(1, near.length);
  const most = near.reduce((best, { similarity }) => Math.max(best, similarity), mean);
  const best = found.hits[0]?.score ?? 0;
  const scale = best || 1;
  const weight = weightOf(found);
  const meaningOf = (each?: NearParagraph) =>
    each && most > mean ? (each.similarity - mean) / (most - mean) : 0;
  const toHit = (hit: Hit): Hit => {
    const place = places.get(placeOf(hit.passage.article.id, hit.passage.paragraph));
    const words = best > 0 ? hit.score / best : 0;
    const score = scale * ((1 - weight) * words + weight * meaningOf(place));
    // Not spread: where the words stand is looked up only for hits that are shown.
    return Object.create(hit, {
      score: { value: score, enumerable: true },
      ...(place && { nearest: { value: place.nearest, enumerable: true } }),
    }) as Hit;
  };
  return [...found.hits, ...added(found, near, query)]
    .map(toHit)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** The nearest paragraphs that no word led to. */
function added(found: Findings, near: readonly NearParagraph[], query: Query): Hit[] {
  if (query.phrases.length + query.excluded.length > 0) return [];
  const known = new Set(
    found.hits.map(({ passage }) => placeOf(passage.article.id, passage.paragraph)),
  );
  return [...near]
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, nearestCandidates)
    .filter(
      ({ article, paragraph }) =>
        !known.has(placeOf(article.id, paragraph)) && meets(article, query.filters),
    )
    .map((each) => hitOf(each, found));
}

function hitOf({ article, paragraph }: NearParagraph, { concepts, kind }: Findings): Hit {
  const { text = '' } = article.paragraphs[paragraph - 1] ?? {};
  const passage = passageIn(article, paragraph, { start: 0, end: text.length });
  const { matches, sought } = placesIn(passage, concepts, kind);
  return { passage, score: 0, isInText: true, coverage: 0, aboutness: 0, matches, sought };
}

function placeOf(article: string, paragraph: number): string {
  return `${article}:${paragraph}`;
}
