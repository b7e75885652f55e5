import { basename } from 'node:path';
import { type AnswerParts, answer } from '../../src/answer/answer.ts';
import { findAcross } from '../../src/answer/finding.ts';
import type { Article } from '../../src/library/article.ts';
import type { Dictionary } from '../../src/library/dictionaries/dictionary.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { languagesOf } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import type { Meaning } from '../../src/search/meaning/open-meaning.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import type { Query } from '../../src/search/query/query.ts';
import type { Findings, Search } from '../../src/search/search.ts';
import { type JudgedText, readCollection } from './collection.ts';
import { mean, measure } from './measures.ts';
import { otherScript } from './other-script.ts';

/** How the questions of a collection are answered; each figure a share of 0 to 1. */
export interface CollectionFigures {
  readonly name: string;
  readonly ndcg10: number;
  readonly success1: number;
  readonly success3: number;
  /** Of the questions whose right passage came first, how many first quotes hold the answer; undefined without annotated answers. */
  readonly quotes?: number;
  readonly unknown: number;
  readonly perhaps: number;
  /** Of questions of other collections, how many are plainly answered. */
  readonly othersAnswered?: number;
}

/** How a collection's questions are asked. */
export interface AskingOptions {
  /** A folder whose questions of the same ids are asked, in another language. */
  readonly queries?: string | undefined;
  /** Whether they are asked in the other Chinese script, simplified or traditional. */
  readonly fold?: boolean | undefined;
  readonly dictionary?: Dictionary | undefined;
  readonly meaning?: Meaning | undefined;
  /** Only each so many-th question. */
  readonly every?: number | undefined;
  /** Other collections, some of whose questions are asked too: this one can't answer them. */
  readonly others?: readonly string[] | undefined;
}

/** Asked of each other collection. */
const mostOfOthers = 60;

/** Asks a collection's questions, or those of another one, of its documents. */
export async function figuresOfCollection(
  folder: string,
  { queries, fold, dictionary, meaning, every = 1, others = [] }: AskingOptions = {},
): Promise<CollectionFigures> {
  const { name, articles, questions: asked } = await readCollection(folder, queries);
  const questions = fold ? asked.map((each) => ({ ...each, text: otherScript(each.text) })) : asked;
  const languages = languagesOf([...articles, ...questions.map(asArticle)]);
  // Names in several languages are no part of a collection; across languages nothing is found without.
  const { thesaurus } = queries ? await loadLibrary(['seeds']) : { thesaurus: noNames };
  const background = await loadBackground(languages);
  const search = await withMeaning(
    createSearch({ articles, thesaurus, background }),
    articles,
    meaning,
  );
  const library = {
    articles: new Map(articles.map((each) => [each.id, each])),
    thesaurus,
    differing: joinTopics([]),
    problems: [],
  };
  const all: Awaited<ReturnType<typeof ask>>[] = [];
  const some = questions.filter((_, at) => at % every === 0);
  for (const question of some) all.push(await ask(question, { library, search, dictionary }));
  const strange: string[] = [];
  for (const other of others.filter((each) => basename(each) !== name)) {
    const texts = (await readCollection(other)).questions.map(({ text }) => text);
    const step = Math.ceil(texts.length / mostOfOthers);
    for (const text of texts.filter((_, at) => at % step === 0))
      strange.push((await answer({ text }, { library, search, dictionary }, 3)).kind);
  }
  const told = all.flatMap(({ isTold }) => (isTold === undefined ? [] : Number(isTold)));
  const share = (key: 'ndcg10' | 'success1' | 'success3') => mean(all.map((each) => each[key]));
  const kindShare = (kind: string) => mean(all.map((each) => Number(each.kind === kind)));
  return {
    name,
    ndcg10: round(share('ndcg10')),
    success1: round(share('success1')),
    success3: round(share('success3')),
    ...(told.length > 0 && { quotes: round(mean(told)) }),
    unknown: round(kindShare('unknown')),
    perhaps: round(kindShare('perhaps')),
    ...(strange.length > 0 && {
      othersAnswered: round(mean(strange.map((kind) => Number(kind === 'answered')))),
    }),
  };
}

/** With a model of meaning, resolves when that knows all articles. */
async function withMeaning(
  words: Search,
  articles: readonly Article[],
  meaning: Meaning | undefined,
): Promise<Search> {
  if (!meaning) return words;
  const both = meaning.over(words, articles);
  await both.built;
  return both;
}

const noNames = { actors: [], synonyms: [] };

function asArticle({ text }: JudgedText) {
  return { paragraphs: [{ number: 1, text }] };
}

async function ask({ text, relevant, answers }: JudgedText, parts: AnswerParts) {
  const query = { text, phrases: [], excluded: [], filters: [] };
  const { hits } = await findIn(query, parts);
  const ids = hits.map(({ passage }) => passage.article.id);
  const found = await answer({ text }, parts, 3);
  const [first] = 'quotes' in found ? found.quotes : [];
  const isAnnotated = first !== undefined && answers.length > 0 && relevant.has(first.article);
  const shown = first?.text.toLowerCase() ?? '';
  return {
    ...measure([...new Set(ids)], relevant),
    kind: found.kind,
    isTold: isAnnotated ? answers.some((each) => shown.includes(each.toLowerCase())) : undefined,
  };
}

/** As an answer is looked for: with dictionaries where the question is in another language. */
async function findIn(query: Query, parts: AnswerParts): Promise<Findings> {
  const { own, others } = await findAcross(query, 30, parts);
  return own.hits.length > 0 || others.length === 0 ? own : (others[0]?.findings ?? own);
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
