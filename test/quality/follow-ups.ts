import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { borrowedWords } from '../../src/answer/reading.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import type { Hit, Search } from '../../src/search/search.ts';
import { readCollection } from './collection.ts';
import { type JudgedQuestion, readJudgedQuestions } from './judged-questions.ts';

/** A judged question with the library that it is asked of: `seeds`, or a collection's name. */
interface Conversation extends JudgedQuestion {
  readonly library: string;
  readonly thread: readonly string[];
}

const [file, seeds, collections] = process.argv.slice(2);
if (!file || !seeds) {
  console.error('Usage: npm run experiment -- follow-ups CONVERSATIONS.jsonl SEEDS [COLLECTIONS]');
  process.exit(64);
}
const words = { background: await loadBackground() };
const searches = new Map<string, Search>();
const all = readJudgedQuestions(await readFile(file, 'utf8')) as Conversation[];
for (const name of new Set(all.map(({ library }) => library))) {
  const search = await openNamed(name);
  if (search) searches.set(name, search);
}
const asked = all.filter(({ library }) => searches.has(library));
console.log(`${asked.length} of ${all.length} conversations (the others need COLLECTIONS)`);
const ways: Record<string, (conversation: Conversation) => [text: string, borrowed?: string]> = {
  'last question only': ({ question }) => [question],
  'all questions joined': ({ question, thread }) => [[...thread, question].join(' ')],
  ours: ({ question, thread }) => {
    const borrowed = borrowedWords(question, thread);
    return borrowed === undefined ? [question] : [question, borrowed];
  },
};
const rows: Record<string, Record<string, string>> = {};
for (const [name, way] of Object.entries(ways)) {
  const right = new Map<Conversation, boolean>();
  for (const conversation of asked) right.set(conversation, await isFound(conversation, way));
  if (name === 'ours') listWrong(right);
  const share = (some: readonly Conversation[]) =>
    `${some.filter((each) => right.get(each)).length}/${some.length}`;
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  rows[name] = {
    leaning: share(asked.filter(({ kind }) => kind !== 'standing')),
    ...Object.fromEntries(kinds.map((kind) => [kind, share(asked.filter((a) => a.kind === kind))])),
  };
}
console.log('An expected passage among the first three:');
console.table(rows);

async function openNamed(name: string): Promise<Search | undefined> {
  if (name === 'seeds') {
    const { articles, thesaurus } = await loadLibrary([seeds ?? '']);
    return createSearch({ ...words, thesaurus, articles: [...articles.values()] });
  }
  if (!collections) return undefined;
  const { articles } = await readCollection(join(collections, name));
  return createSearch({ ...words, articles, thesaurus: { actors: [], synonyms: [] } });
}

async function isFound(
  conversation: Conversation,
  way: (conversation: Conversation) => [string, string?],
): Promise<boolean> {
  const [text, borrowed] = way(conversation);
  const query = { text, phrases: [], excluded: [], filters: [], ...(borrowed && { borrowed }) };
  const found = await searches.get(conversation.library)?.find(query, 3);
  return found?.hits.some((hit) => isExpected(hit, conversation)) ?? false;
}

function isExpected({ passage: { article, paragraph } }: Hit, { expect }: Conversation): boolean {
  const text = article.paragraphs[paragraph - 1]?.text ?? '';
  return expect.some(
    (expected) =>
      expected.article === article.id &&
      (expected.match ?? []).every((pattern) => new RegExp(pattern, 'i').test(text)),
  );
}

function listWrong(right: ReadonlyMap<Conversation, boolean>): void {
  for (const [{ id, thread, question }, isRight] of right) {
    if (!isRight) console.log(`wrong ${id}: ${[...thread, question].join(' > ')}`);
  }
}
