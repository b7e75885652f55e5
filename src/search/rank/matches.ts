import type { SoughtKind } from '../../language/asking.ts';
import { reasonsIn } from '../../language/reasons.ts';
import type { Span } from '../../language/sentences.ts';
import { type Word, wordsOf } from '../../language/words.ts';
import type { Article } from '../../library/article.ts';
import type { Passage } from '../../library/passage.ts';
import type { Location } from '../engine.ts';
import type { Concept } from '../query/concept.ts';
import { classOf, placesOf } from '../query/word-class.ts';
import type { Findings, Hit, Match } from '../search.ts';
import type { Look } from './close-look.ts';

/** Where in a paragraph the question's words stand, and things of the kind that it asks for. */
export interface Places {
  readonly matches: readonly Match[];
  readonly sought: readonly Span[];
}

/** The share of what the question's most telling word says below which a word is common. */
const commonShare = 0.5;

/** Looks up the places in a passage; the offsets are those of its paragraph. */
export function placesIn(
  passage: Passage,
  concepts: readonly Concept[],
  kind: SoughtKind | undefined,
): Places {
  const words = wordsOf(passage.text);
  const bits = bitsByTerm(concepts, new Set(words.map(({ term = '' }) => term)));
  const telling = tellingTerms(concepts);
  const matches = words.flatMap(({ start, end, term = '' }) => {
    const says = bits.get(term);
    if (says === undefined) return [];
    const place = { start: passage.start + start, end: passage.start + end };
    return [{ ...place, term, bits: says, isCommon: !telling.has(term) }];
  });
  const sought = kind ? soughtAmong(words, kind, passage.text, bits) : [];
  return {
    matches,
    sought: sought.map(({ start, end }) => ({
      start: passage.start + start,
      end: passage.start + end,
    })),
  };
}

/** The terms of what says about as much of what is wanted as anything does that the library holds. */
function tellingTerms(concepts: readonly Concept[]): Set<string> {
  const held = concepts.filter(({ alternatives }) => alternatives.length > 0);
  const most = Math.max(...held.map(({ information }) => information));
  const telling = held.filter(({ information }) => information >= commonShare * most);
  return new Set(telling.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
}

/**
 * The words of a name share what it says. Where a passage holds several names of one thing, only the
 * best says anything: an abbreviation beside what it stands for is not said twice.
 */
function bitsByTerm(concepts: readonly Concept[], held: ReadonlySet<string>): Map<string, number> {
  const bits = new Map<string, number>();
  for (const concept of concepts) {
    const [best] = concept.alternatives
      .filter(({ terms }) => terms.every((term) => held.has(term)))
      .sort((a, b) => b.weight - a.weight || a.terms.length - b.terms.length);
    for (const alternative of concept.alternatives) {
      const { terms, weight } = alternative;
      const says = best && alternative !== best ? 0 : concept.bits * weight;
      for (const term of terms) bits.set(term, Math.max(bits.get(term) ?? 0, says / terms.length));
    }
  }
  return bits;
}

/** A capital letter within a sentence. */
const named = /[\p{L}\d,;:"“(]\s["“(]?$/u;

function soughtAmong(
  words: readonly Word[],
  kind: SoughtKind,
  text: string,
  asked: ReadonlyMap<string, number>,
): Span[] {
  if (kind === 'reason') return reasonsIn(text);
  const isNew = ({ term = '' }: Word) => term !== '' && !asked.has(term);
  if (kind === 'person' || kind === 'place') {
    return words.filter(
      (word) =>
        isNew(word) &&
        /^\p{Lu}/u.test(text.slice(word.start, word.end)) &&
        named.test(text.slice(Math.max(0, word.start - 3), word.start)),
    );
  }
  const classes = words.map((word) => (isNew(word) ? classOf(word.term ?? '') : 0));
  const places = placesOf(kind, classes);
  const isAsked = (at: number) => asked.has(words[at]?.term ?? '');
  const counting = places.filter((at) => [1, 2, 3].some((behind) => isAsked(at + behind)));
  // "How many soldiers?" wants the number of soldiers, if one is told, not that of the vehicles.
  const best = kind === 'count' && counting.length > 0 ? counting : places;
  return best.flatMap((at) => words[at] ?? []);
}

/** Findings with locations instead of passages, so that they can cross from thread to thread. */
export interface LocatedFindings extends Omit<Findings, 'hits'> {
  readonly hits: readonly (Location & Look)[];
}

/** The articles of a search by their ids. */
export type ArticlesById = ReadonlyMap<Article['id'], Article>;

/** The findings among the articles that were searched, in the same order; without those that have changed since. */
export function toFindings(located: LocatedFindings, articles: ArticlesById): Findings {
  const hits = located.hits.flatMap((hit) => {
    const article = articles.get(hit.article);
    return article && holds(article, hit) ? [toHit(hit, article, located)] : [];
  });
  return { ...located, hits };
}

function holds({ paragraphs }: Article, { paragraph, end }: Location): boolean {
  return end <= (paragraphs[paragraph - 1]?.text.length ?? -1);
}

/** A part of a paragraph as a passage. */
export function passageIn(article: Article, number: number, { start, end }: Span): Passage {
  const paragraph = article.paragraphs[number - 1];
  if (!paragraph) throw new Error(`The index is not of this article (${article.id}:${number})`);
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
function toHit(hit: Location & Look, article: Article, { concepts, kind }: LocatedFindings): Hit {
  const { article: _, paragraph, start, end, ...look } = hit;
  const passage = passageIn(article, paragraph, { start, end });
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
