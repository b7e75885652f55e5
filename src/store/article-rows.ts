import { isDeepStrictEqual } from 'node:util';
import { addressOf } from '../library/address.ts';
import type { Article, ArticleRecord, Paragraph } from '../library/article.ts';
import type { HistoryEntry, Proposal, StoredState } from '../library/article-store.ts';
import type {
  ArticleHistoryRow,
  ArticleProposalRow,
  ArticleRow,
  ArticleVersionsTable,
} from './tables.ts';

/** An article as a row holds it: its paragraphs apart, so that lists need not read them. */
export function articleToColumns({ paragraphs, ...record }: Article) {
  return { record: JSON.stringify(record), paragraphs: JSON.stringify(paragraphs) };
}

/** The article of a version. */
export function rowToArticle(row: Pick<ArticleVersionsTable, 'record' | 'paragraphs'>): Article {
  const paragraphs = JSON.parse(row.paragraphs) as Paragraph[];
  return { ...(JSON.parse(row.record) as ArticleRecord), paragraphs };
}

/** What lists, counts and searches for erased sources need of an article. */
export function listedOf(article: Article) {
  return {
    published: article.published ?? null,
    kind: article.text,
    paragraphs: article.paragraphs.length,
    to_review: article.review && article.review.length > 0 ? 1 : 0,
    ...sourceColumns(article),
  };
}

/** By what a source is known again. */
export function sourceColumns(article: Pick<Article, 'source' | 'url'>) {
  return { sha256: article.source?.sha256 ?? null, address: addressOf(article) ?? null };
}

/** Which fields two records of an article differ in, and `text` where their words do. */
export function changedFields(before: Article, after: Article): string[] {
  const { paragraphs: words, ...record } = before;
  const { paragraphs: newWords, ...newRecord } = after;
  const names = new Set([...Object.keys(record), ...Object.keys(newRecord)]);
  const changed = [...names].filter((name) => {
    const key = name as keyof typeof record;
    return key !== 'text' && !isDeepStrictEqual(record[key], newRecord[key]);
  });
  // The field `text` says which kind of words these are.
  const isSameText = record.text === newRecord.text && isDeepStrictEqual(words, newWords);
  return isSameText ? changed : [...changed, 'text'];
}

export function rowToState(row: ArticleRow): StoredState {
  const { id, state, version, watermark, added, folder_digest } = row;
  return {
    ...{ id, state, version, watermark, addedAt: added },
    ...(folder_digest !== null && { folderDigest: folder_digest }),
  };
}

export function rowToProposal(row: ArticleProposalRow): Proposal {
  const { id, state, format, person, team, channel, contents } = row;
  return {
    ...{ id, state, format, person, team, channel },
    article: contents === null ? undefined : (JSON.parse(contents) as Article),
    leftOut: JSON.parse(row.left_out ?? '[]') as string[],
    replaces: row.replaces ?? undefined,
    proposedAt: row.proposed_at,
    settledBy: row.settled_by ?? undefined,
    settledAt: row.settled_at ?? undefined,
  };
}

export function rowToEntry(row: ArticleHistoryRow): HistoryEntry {
  const { article, deed, person, team, channel, at } = row;
  return {
    ...{ article, deed, person, team, channel, at },
    version: row.version ?? undefined,
    fields: row.fields === '' ? [] : row.fields.split(','),
  };
}
