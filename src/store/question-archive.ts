import { publicSources, type StoredQuestion, type Viewer } from '../questions/question.ts';
import { forgetDeeds } from './article-change.ts';
import type { Use } from './database.ts';
import { forgetFollower } from './feeds.ts';
import { forgetChanges } from './subscriptions.ts';
import type { QuestionRow } from './tables.ts';

/** What was asked before, for looking it up again, and for forgetting it. */
export interface Archive {
  /** The question with this id; undefined when there is none, or none any more. */
  byId(id: string): Promise<StoredQuestion | undefined>;
  /**
   * The question with this id for somebody to whom its answer was made: who asked it themselves, or
   * stands where it was asked in public, or shared.
   */
  seenBy(id: string, viewer: Viewer): Promise<StoredQuestion | undefined>;
  /** A person's last answers, newest first: those with quotes and the honest "unknown". */
  lastOf(team: string, person: string, limit: number): Promise<StoredQuestion[]>;
  /** Removes what a person asked, how they judged answers, and that they changed digests and articles; the number of questions. */
  forget(team: string, person: string): Promise<number>;
  /** Removes texts, people and answers of what was asked before `before` (ms since 1970). */
  forgetOld(before: number): Promise<void>;
}

const minute = 60_000;

/** Slack's last redelivery comes after six minutes; a key must outlive it to be known again. */
const keyLife = 60 * minute;

/** A row without its texts still tells how many were asked; then it goes too. */
const emptyRowLife = 7 * 24 * 60 * minute;

/** What nobody is at work on any more. */
const finished: QuestionRow['status'][] = ['answered', 'expired'];

const nothingPersonal = { text: null, person: '', answer: null, event_id: null } as const;

/** The archive over the tables of questions and feedback. */
export class QuestionArchive implements Archive {
  readonly #use: Use;
  readonly #clock: () => number;

  constructor(use: Use, clock: () => number = Date.now) {
    this.#use = use;
    this.#clock = clock;
  }

  async byId(id: string): Promise<StoredQuestion | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('questions')
        .leftJoin('jobs', 'jobs.id', 'questions.id')
        .selectAll('questions')
        // A reply that may have arrived, which people use already.
        .select(({ fn }) => fn.coalesce('questions.answer', 'jobs.draft').as('answer'))
        .where('questions.id', '=', id)
        .executeTakeFirst(),
    );
    return row && toStoredQuestion(row);
  }

  async seenBy(id: string, viewer: Viewer): Promise<StoredQuestion | undefined> {
    const asked = await this.byId(id);
    if (!asked || asked.team !== viewer.team) return undefined;
    const isPublicHere =
      asked.channel === viewer.channel && publicSources.some((source) => source === asked.source);
    const isForViewer = asked.person === viewer.person || isPublicHere;
    return isForViewer || (await this.#wasShared(id, viewer)) ? asked : undefined;
  }

  async lastOf(team: string, person: string, limit: number): Promise<StoredQuestion[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('questions')
        .selectAll()
        .where('team', '=', team)
        .where('person', '=', person)
        .where('status', '=', 'answered')
        .where('text', 'is not', null)
        .where(({ eb, or }) => or([eb('answer', 'is not', null), eb('outcome', '=', 'unknown')]))
        .orderBy('asked_at', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toStoredQuestion);
  }

  /**
   * What is still being answered is kept until it is, without its person; the keys of the last hour
   * are kept empty, or a late redelivery would be answered again.
   */
  async forget(team: string, person: string): Promise<number> {
    // Nobody: the person was forgotten while the question waited for its answer.
    if (!person) return 0;
    return this.#use(async (database) => {
      const count = await database.db.transaction().execute(async (db) => {
        const own = db
          .selectFrom('questions')
          .select('id')
          .where('team', '=', team)
          .where('person', '=', person);
        const done = await own.where('status', 'in', finished).execute();
        const old = own
          .where('status', 'in', finished)
          .where('asked_at', '<', this.#clock() - keyLife);
        const ofTeam = db.selectFrom('questions').select('id').where('team', '=', team);
        const judged = db.deleteFrom('feedback');
        await judged.where('person', '=', person).where('question', 'in', ofTeam).execute();
        await judged.where('question', 'in', old).execute();
        await db.deleteFrom('questions').where('id', 'in', old).execute();
        const left = db
          .updateTable('questions')
          .where('team', '=', team)
          .where('person', '=', person);
        await left.set(nothingPersonal).where('status', 'in', finished).execute();
        await left.set({ person: '' }).execute();
        await db
          .deleteFrom('shares')
          .where('team', '=', team)
          .where('person', '=', person)
          .execute();
        await db
          .deleteFrom('people')
          .where('team', '=', team)
          .where('person', '=', person)
          .execute();
        await forgetChanges(db, team, person);
        await forgetDeeds(db, team, person);
        await forgetFollower(db, team, person);
        return done.length;
      });
      await database.scrub();
      return count;
    });
  }

  async forgetOld(before: number): Promise<void> {
    await this.#use(async (database) => {
      await database.db.transaction().execute(async (db) => {
        const old = db.selectFrom('questions').select('id').where('asked_at', '<', before);
        const empty = db
          .selectFrom('questions')
          .select('id')
          .where('asked_at', '<', before - emptyRowLife);
        await db.deleteFrom('feedback').where('question', 'in', empty).execute();
        await db.deleteFrom('people').where('looked_up_at', '<', before).execute();
        await db
          .deleteFrom('questions')
          .where('asked_at', '<', before - emptyRowLife)
          .execute();
        await db
          .updateTable('feedback')
          .set({ person: null, reason: null })
          .where('question', 'in', old)
          .where('person', 'is not', null)
          .execute();
        await db
          .updateTable('questions')
          .set(nothingPersonal)
          .where('asked_at', '<', before)
          .where(({ eb, or }) => or([eb('person', '!=', ''), eb('text', 'is not', null)]))
          // What is still to be answered needs its text until it is.
          .where('status', 'in', finished)
          .execute();
        await db.deleteFrom('shares').where('shared_at', '<', before).execute();
        await db
          .deleteFrom('jobs')
          .where('finished_at', '<', before - emptyRowLife)
          .execute();
      });
      await database.scrub();
    });
  }

  async #wasShared(id: string, { team, channel = '' }: Viewer): Promise<boolean> {
    const found = await this.#use(({ db }) =>
      db
        .selectFrom('shares')
        .select('id')
        .where('question', '=', id)
        .where('team', '=', team)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    );
    return found !== undefined;
  }
}

function toStoredQuestion(row: QuestionRow): StoredQuestion {
  return {
    key: row.key,
    id: row.id,
    eventId: row.event_id ?? undefined,
    team: row.team,
    channel: row.channel,
    thread: row.thread ?? undefined,
    ts: row.ts ?? undefined,
    aboutThread: row.about_thread ?? undefined,
    source: row.surface,
    askedAt: row.asked_at,
    text: row.text ?? undefined,
    person: row.person || undefined,
    status: row.status,
    outcome: row.outcome ?? undefined,
    answer: row.answer ?? undefined,
    replyTs: row.reply_ts ?? undefined,
    answeredAt: row.answered_at ?? undefined,
  };
}

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Forgets texts, people and answers of what was asked more than `days` ago: at once, and every hour
 * until the returned function is called.
 */
export function startRetention(days: number, archive: Pick<Archive, 'forgetOld'>): () => void {
  // While the database is away the store says so; an hour later it is tried again.
  const forget = () => archive.forgetOld(Date.now() - days * day).catch(() => {});
  void forget();
  const timer = setInterval(() => void forget(), hour).unref();
  return () => clearInterval(timer);
}
