import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article } from '../../src/library/article.ts';
import { cleanText } from '../../src/library/paragraphs.ts';

/** A test collection in the layout of BEIR: documents, questions and which answers which. */
export interface Collection {
  readonly name: string;
  /** Each document as an article of one paragraph. */
  readonly articles: readonly Article[];
  readonly questions: readonly JudgedText[];
}

/** A question with the documents that answer it. */
export interface JudgedText {
  readonly id: string;
  readonly text: string;
  /** Grades by the id of the document; all above 0. */
  readonly relevant: ReadonlyMap<string, number>;
  /** Strings of which one has to stand in a quote that answers; empty where none were annotated. */
  readonly answers: readonly string[];
}

/**
 * Reads `corpus.jsonl`, `qrels.tsv` and, where there is one, `answers.jsonl` of a folder, and
 * `queries.jsonl` of the same or another one.
 */
export async function readCollection(folder: string, queryFolder = folder): Promise<Collection> {
  const documents = await readLines<DocumentLine>(join(folder, 'corpus.jsonl'));
  const queries = await readLines<{ _id: string; text: string }>(
    join(queryFolder, 'queries.jsonl'),
  );
  const answers = new Map(
    (await readAnswers(folder)).map(({ _id, answers: texts }) => [_id, texts.map(cleanText)]),
  );
  const relevant = new Map<string, Map<string, number>>();
  const judgements = (await readFile(join(folder, 'qrels.tsv'), 'utf8')).split('\n').slice(1);
  for (const line of judgements) {
    const [query = '', document = '', grade = '0'] = line.trim().split('\t');
    if (!(Number(grade) > 0)) continue;
    const known = relevant.get(query) ?? new Map<string, number>();
    relevant.set(query, known.set(document, Number(grade)));
  }
  return {
    name: basename(folder),
    articles: documents.map(toArticle),
    questions: queries
      .filter(({ _id }) => relevant.has(_id))
      .map(({ _id, text }) => ({
        id: _id,
        text: cleanText(text),
        relevant: relevant.get(_id) ?? new Map(),
        answers: answers.get(_id) ?? [],
      })),
  };
}

interface DocumentLine {
  readonly _id: string;
  readonly title: string;
  readonly text: string;
  /** English when it is absent. */
  readonly lang?: string;
}

function toArticle({ _id: id, title, text, lang: language = 'en' }: DocumentLine): Article {
  return {
    id,
    title: cleanText(title),
    authors: [],
    language,
    text: 'original',
    inferred: [],
    paragraphs: [{ number: 1, text: cleanText(text) }],
  };
}

async function readAnswers(folder: string): Promise<{ _id: string; answers: string[] }[]> {
  try {
    return await readLines(join(folder, 'answers.jsonl'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readLines<T>(file: string): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
