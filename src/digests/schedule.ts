import type { Library } from '../library/library.ts';
import type { Effect, NewJob } from '../outbox/job.ts';
import { localDate } from './local-time.ts';
import { type DigestPayload, digestKey, type Runs } from './run.ts';
import type { Due, Subscription, Subscriptions } from './subscription.ts';
import { duesBetween, maxDelay, nextDue, watchPause } from './timetable.ts';

/** Where due digests are handed in. */
export interface DigestOutbox {
  /** Writes a job down, with what `record` makes, and does it; rejects while the database is away. */
  add(job: NewJob, record: (job: { readonly id: string }) => Effect): Promise<string>;
}

/** What a schedule works with. */
export interface ScheduleParts {
  readonly library: Pick<Library, 'articles'>;
  readonly subscriptions: Subscriptions;
  readonly runs: Runs;
  readonly outbox: DigestOutbox;
  /** Whatever feeds brought last that is not in the library. */
  readonly newestLink: () => Promise<string | undefined>;
  /** Whether something new has come for a subscription. */
  readonly hasNews: (subscription: Subscription) => Promise<boolean>;
  readonly log: { warn(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What was looked through, and for what. */
interface Searched {
  readonly articles: object;
  readonly link: string | undefined;
  readonly topics: string;
}

/** Pauses between looks, in ms: another process may have changed what is due. */
const pauses = { min: 1000, max: 10_000 };

/** Hands each digest to the outbox when it is due, once, whichever process comes first. */
export class Schedule {
  readonly #parts: ScheduleParts;
  /** In what nothing new was found for a subscription, as it was then. */
  readonly #searched = new Map<string, Searched>();
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #isOpen = false;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#isOpen = true;
    this.#next(0);
  }

  /** Hands in nothing more; resolves when the look that is under way is over. */
  async stop(): Promise<void> {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    await this.#look;
  }

  /** Hands in what is due by its date, or because something new has come. */
  async handIn(): Promise<void> {
    const { subscriptions, clock } = this.#parts;
    const now = clock();
    for (const subscription of await subscriptions.due(now)) {
      if (subscription.rhythm === 'news') await this.#watch(subscription, now);
      else await this.#dated(subscription, now);
    }
  }

  /** Hands in one digest; the id of its run. */
  async add({ id: subscription }: Subscription, due: Due, archive = false): Promise<string> {
    const { runs, outbox } = this.#parts;
    const slot = { subscription, slot: due.date, dueAt: due.at };
    const payload: DigestPayload = { ...slot, ...(archive && { archive }) };
    const job = { key: digestKey(subscription, due.date), kind: 'digest', payload };
    return outbox.add(job, ({ id }) => runs.begun(id, subscription, due));
  }

  /**
   * Of several dates that were missed, only the last is posted, and only when it is less than 12 hours
   * late: the next one covers the others.
   */
  async #dated(subscription: Subscription, now: number): Promise<void> {
    const { subscriptions, runs } = this.#parts;
    if (!subscription.due) return;
    const dues = duesBetween(subscription, subscription.due.at - 1, now);
    const last = dues.at(-1);
    for (const due of dues) {
      const isMissed = due !== last || now - due.at >= maxDelay;
      if (isMissed) await runs.missed(subscription.id, due);
      else await this.add(subscription, due);
    }
    await subscriptions.advance(subscription, nextDue(subscription, now));
  }

  /** The instant from which the next news may be told names the slot: two processes make one job of it. */
  async #watch(subscription: Subscription, now: number): Promise<void> {
    const { library, subscriptions, runs, hasNews, newestLink } = this.#parts;
    const { id, due, topics, zone } = subscription;
    const here = { articles: library.articles, link: await newestLink(), topics };
    if (!due || isSame(this.#searched.get(id), here)) return;
    // One that is still to be posted tells these too, or what it leaves.
    const [last] = await runs.lastOf(id, 1);
    if (last?.status === 'waiting') return;
    if (await hasNews(subscription)) {
      await this.add(subscription, { at: now, date: `news-${due.at}` });
      const at = now + watchPause;
      await subscriptions.advance(subscription, { at, date: localDate(at, zone) });
    } else {
      this.#searched.set(id, here);
    }
  }

  #next(pause: number): void {
    if (!this.#isOpen) return;
    this.#timer = setTimeout(() => {
      this.#look = this.#lookNow();
    }, pause).unref();
  }

  async #lookNow(): Promise<void> {
    let pause = pauses.max;
    try {
      await this.handIn();
      const next = (await this.#parts.subscriptions.nextDueAt()) ?? Number.POSITIVE_INFINITY;
      pause = Math.min(pauses.max, Math.max(pauses.min, next - this.#parts.clock()));
    } catch (error) {
      // The store says, once, that the database is away.
      if ((error as Error).name !== 'StoreError') {
        this.#parts.log.warn(`Digests wait for the next look: ${(error as Error).message}`);
      }
    }
    this.#next(pause);
  }
}

function isSame(before: Searched | undefined, { articles, link, topics }: Searched): boolean {
  return before?.articles === articles && before.link === link && before.topics === topics;
}
