import type { Question } from '../questions/question.ts';
import type { Database } from './open-database.ts';

/** Without a thread, as in a direct message, a conversation is over after an hour's silence. */
const longestPause = 60 * 60_000;
const mostRemembered = 6;

/**
 * What was asked before a question in its thread, oldest first, at most six. In a direct message
 * without threads: what the same person asked there since the last hour without a question.
 */
export async function earlierQuestions(db: Database['db'], question: Question): Promise<string[]> {
  const { team, channel, thread, person, askedAt, id } = question;
  const base = db
    .selectFrom('questions')
    .select(['text', 'asked_at'])
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('id', '!=', id)
    .where('surface', '!=', 'share')
    .where('asked_at', '<=', askedAt)
    .where('text', 'is not', null)
    .orderBy('asked_at', 'desc')
    .limit(mostRemembered);
  const rows = await (thread
    ? base.where('thread', '=', thread)
    : base.where('thread', 'is', null).where('person', '=', person).where('ts', 'is not', null)
  ).execute();
  const texts: string[] = [];
  let after = askedAt;
  for (const { text, asked_at } of rows) {
    if (!thread && after - asked_at > longestPause) break;
    after = asked_at;
    if (text !== null) texts.unshift(text);
  }
  return texts;
}
