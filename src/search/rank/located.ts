import type { Article } from '../../library/article.ts';
import type { Passage } from '../../library/passage.ts';
import type { Findings, Hit } from '../search.ts';
import type { Look } from './close-look.ts';
import { type Places, placesIn } from './matches.ts';

/** Where a passage stands: which article of a list, which paragraph, from where to where. */
export interface Location {
  readonly article: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Findings with locations instead of passages, so that they can cross from thread to thread. */
export interface LocatedFindings extends Omit<Findings, 'hits'> {
  readonly hits: readonly (Location & Look)[];
}

/** The findings among the articles that were searched, in the same order. */
export function toFindings(located: LocatedFindings, articles: readonly Article[]): Findings {
  return { ...located, hits: located.hits.map((hit) => toHit(hit, articles, located)) };
}

/** The passage at a location. */
export function passageAt(
  { article: place, paragraph: number, start, end }: Location,
  articles: readonly Article[],
): Passage {
  const article = articles[place];
  const paragraph = article?.paragraphs[number - 1];
  if (!article || !paragraph) throw new Error(`The index is not of this library (${place})`);
  return {
    id: `${article.id}:${number}${end - start < paragraph.text.length ? `.${start}` : ''}`,
    article,
    paragraph: number,
    ...(paragraph.heading && { heading: paragraph.heading }),
    start,
    end,
    text: paragraph.text.slice(start, end),
  };
}

/** Where the words stand is looked up only for hits that are shown. */
function toHit(
  hit: Location & Look,
  articles: readonly Article[],
  { concepts, kind }: LocatedFindings,
): Hit {
  const { article, paragraph, start, end, ...look } = hit;
  const passage = passageAt({ article, paragraph, start, end }, articles);
  let places: Places | undefined;
  const lookUp = () => {
    places ??= placesIn(passage, concepts, kind);
    return places;
  };
  return {
    passage,
    ...look,
    get matches() {
      return lookUp().matches;
    },
    get sought() {
      return lookUp().sought;
    },
  };
}
