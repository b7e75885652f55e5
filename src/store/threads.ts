import type { Use } from './database.ts';

/** A thread in a channel. */
export interface ThreadPlace {
  readonly team: string;
  readonly channel: string;
  /** The ts of its first message. */
  readonly thread: string;
}

/** What the bot knows of a thread in which it was asked. */
export interface ThreadState {
  /** Who asked there. */
  readonly askers: readonly string[];
  /** Whether the bot keeps quiet there until it is mentioned: it was told to, or others talk. */
  readonly isQuiet: boolean;
}

/** In which threads the bot may speak without being mentioned. */
export interface ThreadStore {
  /** Undefined for a thread in which nobody was ever answered. */
  threadState(place: ThreadPlace): Promise<ThreadState | undefined>;
  /** Makes the bot keep quiet in a thread, or lets it speak again. */
  setQuiet(place: ThreadPlace, quiet: boolean): Promise<void>;
  /**
   * The quotes of the bot's answers in a thread, by reference as JSON, in the order of the questions;
   * of those that only one person saw, this person's.
   */
  answersIn(place: ThreadPlace, person: string): Promise<string[]>;
}

/** The threads in which the bot keeps quiet: one row each. */
export class Threads implements ThreadStore {
  readonly #use: Use;
  readonly #clock: () => number;

  constructor(use: Use, clock: () => number = Date.now) {
    this.#use = use;
    this.#clock = clock;
  }

  async threadState(place: ThreadPlace): Promise<ThreadState | undefined> {
    const { team, channel, thread } = place;
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('questions')
        .select('person')
        .distinct()
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('thread', '=', thread)
        .execute(),
    );
    if (rows.length === 0) return undefined;
    const quiet = await this.#use(({ db }) =>
      db
        .selectFrom('quiet_threads')
        .select('since')
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('thread', '=', thread)
        .executeTakeFirst(),
    );
    const askers = rows.flatMap(({ person }) => person ?? []);
    return { askers, isQuiet: quiet !== undefined };
  }

  async answersIn({ team, channel, thread }: ThreadPlace, person: string): Promise<string[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('questions')
        .select('answer')
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('status', '=', 'answered')
        .where('answer', 'is not', null)
        .where(({ eb, and, or }) =>
          or([
            eb('thread', '=', thread),
            eb('id', 'in', (query) =>
              query
                .selectFrom('shares')
                .select('question')
                .where('team', '=', team)
                .where('channel', '=', channel)
                .where('thread', '=', thread),
            ),
            // About a message of the thread, or in a direct message, where there are no threads.
            and([
              eb('thread', 'is', null),
              eb('person', '=', person),
              or([
                eb('ts', '=', thread),
                eb('about_thread', '=', thread),
                eb('reply_ts', '=', thread),
              ]),
            ]),
          ]),
        )
        .orderBy('asked_at')
        .execute(),
    );
    return rows.flatMap(({ answer }) => answer ?? []);
  }

  async setQuiet({ team, channel, thread }: ThreadPlace, quiet: boolean): Promise<void> {
    if (quiet) {
      await this.#use(({ db }) =>
        db
          .insertInto('quiet_threads')
          .values({ team, channel, thread, since: this.#clock() })
          .onConflict((conflict) => conflict.columns(['team', 'channel', 'thread']).doNothing())
          .execute(),
      );
      return;
    }
    await this.#use(({ db }) =>
      db
        .deleteFrom('quiet_threads')
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('thread', '=', thread)
        .execute(),
    );
  }
}
