import type { Outcome, Source } from '../questions/question.ts';
import type { Database } from './database.ts';

/** What people asked and how it came out, as far as it is still kept. Times are ms since 1970. */
export interface Statistics {
  /** Questions to which the library has no answer, newest first. */
  readonly unanswered: readonly UnansweredQuestion[];
  /** Answers that people found unhelpful, the last verdict first. */
  readonly unhelpful: readonly UnhelpfulAnswer[];
  /** Articles by how many answers quote them, the most quoted first. */
  readonly quoted: readonly QuotedArticle[];
  /** Answers by day (UTC) and source, in order. */
  readonly days: readonly DayAtSource[];
}

export interface UnansweredQuestion {
  readonly askedAt: number;
  readonly source: Source;
  /** Absent once it was forgotten. */
  readonly text?: string | undefined;
}

export interface UnhelpfulAnswer {
  readonly givenAt: number;
  readonly reason?: string | undefined;
  /** The question, unless it was forgotten. */
  readonly text?: string | undefined;
  /** Ids of the articles that the answer quotes. */
  readonly articles: readonly string[];
}

export interface QuotedArticle {
  readonly article: string;
  readonly answers: number;
}

export interface DayAtSource {
  readonly day: string;
  readonly source: Source;
  /** How many answers, and of these: had quotes, said "unknown", told of a fault. */
  readonly answers: number;
  readonly answered: number;
  /** Shown the closest passages, of which none answers for certain. */
  readonly perhaps: number;
  readonly unknown: number;
  readonly failed: number;
}

/** Sums up what was asked since a time (ms since 1970). */
export async function readStatistics({ db }: Database, since: number): Promise<Statistics> {
  const asked = await db
    .selectFrom('questions')
    .select(['asked_at', 'surface as source', 'text', 'outcome', 'answer'])
    .where('status', '=', 'answered')
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .execute();
  const judged = await db
    .selectFrom('feedback')
    .innerJoin('questions', 'questions.id', 'feedback.question')
    .select(['feedback.given_at', 'feedback.reason', 'questions.text', 'questions.answer'])
    .where('feedback.verdict', '=', 'unhelpful')
    .where('feedback.given_at', '>=', since)
    .orderBy('feedback.given_at', 'desc')
    .execute();
  return {
    unanswered: asked
      .filter(({ outcome }) => outcome === 'unknown')
      .map(({ asked_at, source, text }) => ({
        askedAt: asked_at,
        source,
        text: text ?? undefined,
      })),
    unhelpful: judged.map(({ given_at, reason, text, answer }) => ({
      givenAt: given_at,
      reason: reason ?? undefined,
      text: text ?? undefined,
      articles: articlesIn(answer),
    })),
    quoted: countQuoted(asked),
    days: countDays(asked),
  };
}

interface AskedRow {
  readonly asked_at: number;
  readonly source: Source;
  readonly outcome: Outcome | null;
  readonly answer: string | null;
}

function countQuoted(asked: readonly AskedRow[]): QuotedArticle[] {
  const answers = new Map<string, number>();
  for (const article of asked.flatMap(({ answer }) => articlesIn(answer))) {
    answers.set(article, (answers.get(article) ?? 0) + 1);
  }
  return [...answers]
    .map(([article, count]) => ({ article, answers: count }))
    .sort((one, other) => other.answers - one.answers || (one.article < other.article ? -1 : 1));
}

function countDays(asked: readonly AskedRow[]): DayAtSource[] {
  const days = new Map<string, [AskedRow, ...AskedRow[]]>();
  for (const row of asked) {
    const key = `${dayOf(row.asked_at)} ${row.source}`;
    const rows = days.get(key);
    if (rows) rows.push(row);
    else days.set(key, [row]);
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([, rows]) => countOutcomes(rows));
}

function countOutcomes(rows: readonly [AskedRow, ...AskedRow[]]): DayAtSource {
  return {
    day: dayOf(rows[0].asked_at),
    source: rows[0].source,
    answers: rows.length,
    answered: rows.filter(({ outcome }) => outcome === 'answered').length,
    perhaps: rows.filter(({ outcome }) => outcome === 'perhaps').length,
    unknown: rows.filter(({ outcome }) => outcome === 'unknown').length,
    failed: rows.filter(({ outcome }) => outcome === 'failed').length,
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The articles that an answer quotes on its first page, each once. */
function articlesIn(answer: string | null): string[] {
  if (!answer) return [];
  const quotes = JSON.parse(answer) as readonly { article?: unknown; page?: number }[];
  const ids = quotes.flatMap(({ article, page }) =>
    typeof article === 'string' && !page ? [article] : [],
  );
  return [...new Set(ids)];
}
