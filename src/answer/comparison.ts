import { isFamilyFirst } from '../language/family-first.ts';
import type { Library } from '../library/library.ts';
import type { Filter, Query } from '../search/query/query.ts';
import type { Findings, Hit, Search } from '../search/search.ts';
import { readingTexts as texts } from '../texts/answer.ts';
import { type Saying, saying } from '../texts/message.ts';
import { type Gate, type Outcome, outcomeOf } from './outcome.ts';
import { likelyHits } from './pages.ts';
import { quoteOf } from './quote.ts';

/** A question that sets sources side by side. */
export interface Comparison {
  /** What they are compared on. */
  readonly topic: string;
  /** The sources that are named, each as the filter that its articles meet; none stands for all. */
  readonly sources: readonly Filter[];
  /** As the reply says it: "What CNN and Arab News say about the border". */
  readonly understood: Saying;
}

/** More of a question is not read for it; names are looked for in so many characters. */
const maxLength = 500;
const names = '(?<names>.{1,150}?)';
const on = '(?:on|about|over|regarding|concerning|as to)';
const agrees = '(?:dis)?agrees?|differs?|contradicts?';

/** "Do A and B agree on", "does A disagree with B about", "what do A and B say about", "compare A and B on". */
const forms = [
  String.raw`^(?:(?:do|does|did|if|whether|where|how|what|in what|can you)\s+){0,3}${names}\s+(?:${agrees})(?:\s+(?:with|from)\s+(?<second>.{1,80}?))?\s+${on}\s+(?<topic>.+)$`,
  String.raw`^(?:compare|contrast)\s+(?:what\s+|how\s+)?${names}(?:\s+(?:say|says|said|write|writes|wrote|report|reports|reported|see|sees))?\s+${on}\s+(?<topic>.+)$`,
  String.raw`^what\s+(?:do|does|did)\s+${names}\s+(?:each\s+)?(?:say|write|report)\s+${on}\s+(?<topic>.+)$`,
].map((form) => new RegExp(form, 'i'));

const comparing = new RegExp(String.raw`\b(?:${agrees}|compare|contrast)\b`, 'i');

/** "The articles", "your sources", "all authors". */
const anybody =
  /^(?:(?:all|any|both|different|these|those|the|our|your|two|of)\s+)*(?:articles?|authors?|papers|pieces|sources|texts|writers)$/i;

/**
 * Reads a question that asks what sources agree or differ on. Undefined unless everyone it names is an
 * author or publisher of the library: whether Russia agrees with China is no question of sources.
 */
export function readComparison(question: string, library: Library): Comparison | undefined {
  const text = question
    .slice(0, maxLength)
    .trim()
    .replace(/[?!.\s]+$/, '');
  for (const form of forms) {
    const { names: first, second, topic } = form.exec(text)?.groups ?? {};
    if (!first || !topic) continue;
    const all = [...listOf(first), ...(second ? listOf(second) : [])];
    if (all.every((name) => anybody.test(name))) {
      if (!comparing.test(text)) continue;
      return { topic, sources: [], understood: saying(texts.allSources, { topic }) };
    }
    const sources = all.map((name) => sourceNamed(name, library));
    if (sources.length < 2 || !sources.every((source) => source !== undefined)) continue;
    const listed = sources.map(({ value }) => value);
    return { topic, sources, understood: saying(texts.theseSources, { sources: listed, topic }) };
  }
  return undefined;
}

function listOf(text: string): string[] {
  return text
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|with|to|versus|vs\.?)\s+/i)
    .map((name) => name.replace(/['’]s(?:\s+(?:article|piece|report|view))?$/i, '').trim())
    .filter((name) => name !== '');
}

/** The publisher of that name, or the author of that name or family name. */
function sourceNamed(name: string, { articles }: Library): Filter | undefined {
  const wanted = folded(name);
  const is = (known: string) => folded(known) === wanted;
  for (const { publisher, authors } of articles.values()) {
    if (publisher && is(publisher)) return { name: 'publisher', value: publisher };
    const author = authors.find((each) => is(each) || is(familyName(each)));
    if (author) return { name: 'author', value: author };
  }
  return undefined;
}

function familyName(author: string): string {
  const [first = '', ...others] = author.split(' ');
  return isFamilyFirst(first, others) ? first : (others.at(-1) ?? first);
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '');
}

/** Passages of several sources on one topic. */
export interface Compared {
  readonly findings: Findings;
  /** The first page holds a passage of each named source that has one, source by source. */
  readonly pages: readonly (readonly Hit[])[];
  readonly outcome: Outcome;
  readonly notes: readonly Saying[];
}

/** How many hits of a source are looked through. */
const maxHits = 30;

/** Finds what each source says on a topic; `unknown` when the library as a whole has nothing on it. */
export async function compareSources(
  { topic, sources }: Comparison,
  query: Query,
  { find }: Search,
  { limit, gate }: { readonly limit: number; readonly gate?: Gate | undefined },
): Promise<Compared> {
  const asked = { ...query, text: topic };
  const findings = await find(asked, maxHits);
  const groups =
    sources.length === 0
      ? bySource(likelyHits(findings)).slice(0, limit)
      : await Promise.all(
          sources.map(async (source) =>
            likelyHits(await find({ ...asked, filters: [...asked.filters, source] }, maxHits)),
          ),
        );
  const each = Math.max(1, Math.floor(limit / groups.length));
  // An author and their publisher have passages in common.
  const first = distinct(groups.flatMap((hits) => hits.slice(0, each)));
  const rest = distinct([...first, ...groups.flat()]).slice(first.length);
  const outcome = outcomeOf(findings, first, first.map(quoteOf), gate);
  const silent = sources.filter((_, at) => groups[at]?.length === 0);
  return {
    findings,
    pages: [first, ...chunks(rest, limit)],
    outcome:
      outcome.kind === 'answered' && silent.length > 0 ? { ...outcome, kind: 'perhaps' } : outcome,
    notes: silent.map(({ value: source }) => saying(texts.silent, { source })),
  };
}

/** Hits by who published or wrote them, the source of the best one first. */
function bySource(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const { publisher, authors, id } = hit.passage.article;
    const source = publisher ?? (authors.join(', ') || id);
    groups.set(source, [...(groups.get(source) ?? []), hit]);
  }
  return [...groups.values()];
}

function distinct(hits: readonly Hit[]): Hit[] {
  const keyOf = ({ passage: { article, paragraph, start } }: Hit) =>
    `${article.id} ${paragraph} ${start}`;
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(keyOf(hit))) first.set(keyOf(hit), hit);
  return [...first.values()];
}

function chunks(hits: readonly Hit[], size: number): Hit[][] {
  return Array.from({ length: Math.ceil(hits.length / size) }, (_, page) =>
    hits.slice(page * size, (page + 1) * size),
  );
}
