import type { Use } from './database.ts';
import type { FeedbackRow } from './tables.ts';

/** What a person thinks of an answer. */
export interface Judgement {
  /** The id of the question that was answered. */
  readonly question: string;
  readonly person: string;
  readonly verdict: FeedbackRow['verdict'];
  readonly reason?: string | undefined;
}

/** What people think of answers. */
export interface FeedbackStore {
  /** Notes a verdict, one per person and question; a reason outlives only the same verdict. */
  setFeedback(judgement: Judgement): Promise<void>;
  /** The verdict of a person on an answer, if there is one. */
  feedbackOf(question: string, person: string): Promise<Judgement | undefined>;
}

/** The verdicts: one row per person and question. */
export class Feedback implements FeedbackStore {
  readonly #use: Use;
  readonly #clock: () => number;

  constructor(use: Use, clock: () => number = Date.now) {
    this.#use = use;
    this.#clock = clock;
  }

  async setFeedback({ reason, ...judgement }: Judgement): Promise<void> {
    const given = { verdict: judgement.verdict, given_at: this.#clock() };
    await this.#use(({ db }) =>
      db
        .insertInto('feedback')
        .values({ ...judgement, ...given, reason: reason ?? null })
        .onConflict((conflict) =>
          conflict.columns(['question', 'person']).doUpdateSet(({ eb, ref }) => ({
            ...given,
            reason:
              reason ??
              eb
                .case()
                .when('feedback.verdict', '=', ref('excluded.verdict'))
                .then(ref('feedback.reason'))
                .end(),
          })),
        )
        .execute(),
    );
  }

  async feedbackOf(question: string, person: string): Promise<Judgement | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('feedback')
        .selectAll()
        .where('question', '=', question)
        .where('person', '=', person)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { verdict, reason } = row;
    return { question, person, verdict, reason: reason ?? undefined };
  }
}
