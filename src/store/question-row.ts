import { createHash } from 'node:crypto';
import type { NewQuestion, Question } from '../questions/question.ts';
import type { NewQuestionRow, QuestionRow } from './tables.ts';

/**
 * A question that was just asked. Its id follows from its key, so that whoever claims it, with or
 * without a database, finds the reply that it may have already.
 */
export function newQuestion(question: NewQuestion, askedAt: number): Question {
  const id = createHash('sha256').update(question.key).digest('base64url').slice(0, 12);
  return { ...question, id, askedAt, attempts: 0, maybePosted: false };
}

/** A question as its row, held by a process until a time. */
export function questionToRow(
  question: Question,
  lease: { readonly holder: string; readonly leased_until: number },
): NewQuestionRow {
  const { key, id, team, channel, person, source, attempts } = question;
  return {
    ...{ key, id, team, channel, person, attempts },
    surface: source,
    ...lease,
    // Postgres can't hold this character.
    text: question.text.replaceAll('\u0000', ''),
    event_id: question.eventId ?? null,
    thread: question.thread ?? null,
    ts: question.ts ?? null,
    response_url: question.responseUrl ?? null,
    status: question.maybePosted ? 'posting' : 'claimed',
    asked_at: question.askedAt,
  };
}

/** A row of the book as a question. */
export function rowToQuestion(row: QuestionRow): Question {
  return {
    key: row.key,
    id: row.id,
    eventId: row.event_id ?? undefined,
    team: row.team,
    channel: row.channel,
    thread: row.thread ?? undefined,
    ts: row.ts ?? undefined,
    person: row.person,
    source: row.surface,
    text: row.text ?? '',
    responseUrl: row.response_url ?? undefined,
    askedAt: row.asked_at,
    attempts: row.attempts,
    maybePosted: row.status === 'posting',
  };
}
