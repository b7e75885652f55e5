import type { Kysely, NotNull } from 'kysely';
import type { PublicQuestion } from '../digests/asked.ts';
import type { Effect } from '../outbox/job.ts';
import type { QuestionRecords } from '../questions/answerer.ts';
import {
  commandOutcomes,
  type GivenAnswer,
  publicSources,
  type Question,
} from '../questions/question.ts';
import type { Use } from './database.ts';
import type { NewQuestionRow, Tables } from './tables.ts';

/** Without a thread, as in a direct message, a conversation is over after an hour's silence, in ms. */
const maxSilence = 60 * 60_000;
const maxRemembered = 6;

interface QuestionsOptions {
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts?: boolean;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** What decides in which conversation a question stands. */
type Asked = Pick<Question, 'id' | 'team' | 'channel' | 'thread' | 'person' | 'askedAt'>;

/** Who asked what, and how the answer came out: one row a question. */
export class Questions implements QuestionRecords {
  readonly #use: Use;
  readonly #keepsTexts: boolean;
  readonly #clock: () => number;

  constructor(use: Use, { keepsTexts = true, clock = Date.now }: QuestionsOptions = {}) {
    this.#use = use;
    this.#keepsTexts = keepsTexts;
    this.#clock = clock;
  }

  asked(question: Question): Effect {
    return async (db: Kysely<Tables>) => {
      await db
        .insertInto('questions')
        .values(toRow(question))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    };
  }

  /** The person who asked may have been forgotten while this was being answered; then no answer is kept. */
  answered(question: Question, { outcome, answer, replyTs }: GivenAnswer): Effect {
    return this.#settle(question, {
      status: 'answered',
      outcome,
      answer: answer ?? null,
      reply_ts: replyTs ?? null,
      answered_at: this.#clock(),
    });
  }

  gaveUp(question: Question): Effect {
    return this.#settle(question, { status: 'expired' });
  }

  unasked({ id }: Question): Effect {
    return async (db: Kysely<Tables>) => {
      await db.deleteFrom('questions').where('id', '=', id).execute();
    };
  }

  /**
   * What was asked before a question in its thread, oldest first, at most six; greetings and other
   * commands are nothing to come back to. In a direct message without threads: what the same person
   * asked there since the last hour without a question.
   */
  async earlier(question: Asked): Promise<string[]> {
    const { team, channel, thread, person, askedAt, id } = question;
    const rows = await this.#use(({ db }) => {
      const base = db
        .selectFrom('questions')
        .select(['text', 'asked_at'])
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('id', '!=', id)
        .where('asked_at', '<=', askedAt)
        .where('text', 'is not', null)
        .where(({ eb, or }) =>
          or([eb('outcome', 'is', null), eb('outcome', 'not in', [...commandOutcomes])]),
        )
        .orderBy('asked_at', 'desc')
        .limit(maxRemembered);
      const narrowed = thread
        ? base.where('thread', '=', thread)
        : base.where('thread', 'is', null).where('person', '=', person).where('ts', 'is not', null);
      return narrowed.execute();
    });
    const texts: string[] = [];
    let after = askedAt;
    for (const { text, asked_at } of rows) {
      if (!thread && after - asked_at > maxSilence) break;
      after = asked_at;
      if (text !== null) texts.unshift(text);
    }
    return texts;
  }

  /** A database that replaced another one meanwhile does not know the question. */
  #settle(question: Question, values: Partial<NewQuestionRow>): Effect {
    return async (db: Kysely<Tables>) => {
      await this.asked(question)(db as never);
      await db
        .updateTable('questions')
        .set(({ eb, ref }) => ({
          ...values,
          answer: eb
            .case()
            .when('person', '!=', '')
            .then(values.answer ?? null)
            .end(),
          text: this.#keepsTexts
            ? eb.case().when('person', '!=', '').then(ref('text')).end()
            : null,
        }))
        .where('id', '=', question.id)
        .execute();
    };
  }
}

function toRow(question: Question): NewQuestionRow {
  const { key, id, team, channel, person, source, text } = question;
  return {
    ...{ key, id, team, channel, person },
    surface: source,
    // Postgres can't hold this character.
    text: text.replaceAll('\u0000', ''),
    event_id: question.eventId ?? null,
    thread: question.thread ?? null,
    ts: question.ts ?? null,
    about_thread: question.aboutThread ?? null,
    status: 'open',
    asked_at: question.askedAt,
    // Columns of version 0.1, whose place is now in the table of jobs.
    ...{ response_url: null, holder: '', leased_until: 0 },
  };
}

const outcomes = ['answered', 'perhaps', 'unknown'] as const satisfies PublicQuestion['outcome'][];

/** What was asked in a channel for all to see since `since` (ms since 1970), newest first. */
export async function askedInChannel(
  use: Use,
  { team, channel }: { readonly team: string; readonly channel: string },
  since: number,
): Promise<PublicQuestion[]> {
  return use(({ db }) =>
    db
      .selectFrom('questions')
      .select(['text', 'outcome'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('asked_at', '>', since)
      .where('surface', 'in', [...publicSources])
      .where('outcome', 'in', [...outcomes])
      .where('text', 'is not', null)
      .orderBy('asked_at', 'desc')
      .limit(1000)
      .$narrowType<{ text: NotNull; outcome: PublicQuestion['outcome'] }>()
      .execute(),
  );
}
