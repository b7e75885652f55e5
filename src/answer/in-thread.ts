import type { Hit } from '../search/search.ts';

/** What a passage gains that was shown before, or stands beside one that was. */
const gain = 1.2;

/** How many passages of the answer before count as shown. */
const shown = 3;

/** Puts those hits first that belong to what was answered before. */
export function favour(hits: readonly Hit[], before: readonly Hit[]): Hit[] {
  const places = before.slice(0, shown).map(({ passage }) => passage);
  const belongs = ({ passage: { article, paragraph } }: Hit) =>
    places.some((place) => place.article === article && Math.abs(place.paragraph - paragraph) <= 1);
  return hits
    .map((hit) =>
      belongs(hit)
        ? (Object.create(hit, { score: { value: hit.score * gain, enumerable: true } }) as Hit)
        : hit,
    )
    .sort((a, b) => b.score - a.score);
}
