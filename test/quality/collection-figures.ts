import { type AnswerParts, answer } from '../../src/answer/answer.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { loadBackground } from '../../src/search/engines/background.ts';
import { createSearch } from '../../src/search/engines/index-search.ts';
import { type JudgedText, readCollection } from './collection.ts';
import { mean, measure } from './measures.ts';

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
}

/** Asks a collection's questions of its own documents. */
export async function figuresOfCollection(folder: string): Promise<CollectionFigures> {
  const { name, articles, questions } = await readCollection(folder);
  const thesaurus = { actors: [], synonyms: [] };
  const search = createSearch({ articles, thesaurus, background: await loadBackground() });
  const library = {
    articles: new Map(articles.map((each) => [each.id, each])),
    thesaurus,
    differing: joinTopics([]),
    problems: [],
  };
  const all: Awaited<ReturnType<typeof ask>>[] = [];
  for (const question of questions) all.push(await ask(question, { library, search }));
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
  };
}

async function ask({ text, relevant, answers }: JudgedText, parts: AnswerParts) {
  const query = { text, phrases: [], excluded: [], filters: [] };
  const { hits } = await parts.search.find(query, 30);
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

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
