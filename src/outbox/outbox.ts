import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { carryOut, type Log } from './carry-out.ts';
import { type Effect, type Job, type JobStore, type NewJob, newJob } from './job.ts';
import type { Kind } from './kind.ts';
import { Lines } from './lines.ts';
import { Bench, Pending, Turns } from './timing.ts';

/** What an outbox works with. */
export interface OutboxParts {
  readonly store: JobStore;
  /** How jobs are done, by the name of their kind. */
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly log: Log;
  /** Watches the work. */
  readonly observer?: { putOff(kind: string): void };
  /** Milliseconds since 1970: how old a job is that an earlier process left. */
  readonly clock?: () => number;
  /** Milliseconds from any origin that never go back or jump: how long something took here. */
  readonly monotonic?: () => number;
}

/** How often jobs that nobody is at work on are looked for, in ms. */
const sweepInterval = 15_000;

/** So that a thousand jobs left over do not keep the bot from hearing new ones. */
const maxAtOnce = 20;

/**
 * Posts each job exactly once: claims it, does it in the background, writes down what came of it,
 * tries again after faults, and takes up what an earlier process left.
 */
export class Outbox {
  readonly #parts: Required<OutboxParts>;
  readonly #lines: Lines;
  /** What was left is done beside what comes new. */
  readonly #suspects = pLimit(maxAtOnce);
  readonly #turns: Turns;
  readonly #bench = new Bench();
  readonly #pending: Pending;
  /** Jobs that this process has, at work or in line. */
  readonly #atWork = new Map<string, Promise<void>>();
  /** How old each open job was when this process first saw it, and when that was. */
  readonly #ages = new Map<string, { readonly age: number; readonly seenAt: number }>();
  readonly #taking = new Map<string, Promise<boolean>>();
  /** Claims and sweeps under way, which may begin new work. */
  readonly #beginning = new Set<Promise<unknown>>();
  #sweeper: NodeJS.Timeout | undefined;
  /** Nothing is begun after this. */
  #end = Number.POSITIVE_INFINITY;

  constructor(parts: OutboxParts) {
    this.#parts = {
      ...{ clock: Date.now, monotonic: () => performance.now(), observer: { putOff() {} } },
      ...parts,
    };
    const { monotonic, kinds } = this.#parts;
    this.#lines = new Lines(maxAtOnce, (kind) => kinds[kind]?.maxAtOnce);
    this.#turns = new Turns(monotonic);
    this.#pending = new Pending(monotonic, () => this.#sweepSafely());
  }

  /**
   * Resolves when the job is safe: written down, so that it will be done whatever happens, or, while
   * it can't be, done. False when it was known; then, too, not before it is safe. What `record` makes
   * is written down in the same transaction.
   */
  async take(job: NewJob, record?: (job: Job) => Effect): Promise<boolean> {
    this.#turns.heard();
    const taking = this.#taking.get(job.key);
    if (taking) return taking.then(() => false);
    const taken = this.#take(job, record).finally(() => this.#taking.delete(job.key));
    this.#taking.set(job.key, taken);
    return taken;
  }

  /**
   * Writes a job down and sees to it that it is done; the id of the job. Rejects while the database is
   * away. What `record` makes is written down in the same transaction.
   */
  async add(job: NewJob, record: (job: Job) => Effect): Promise<string> {
    const { store, clock } = this.#parts;
    const added = newJob(job, clock());
    await store.add(job, record(added));
    await this.#begin(() => this.#sweep());
    return added.id;
  }

  /** Does what was left, now and from time to time. */
  async start(): Promise<void> {
    this.#sweeper = setInterval(() => this.#sweepSafely(), sweepInterval).unref();
    await this.#begin(() => this.#sweep());
  }

  /** Resolves when this process is not at work on a job, or after `max` ms. */
  async settled(id: string, max: number): Promise<void> {
    const job = this.#atWork.get(id);
    if (job) await Promise.race([job, wait(max, undefined, { ref: false })]);
  }

  /** Resolves when everything at hand is done, or when `max` ms are over; the rest is left to the next process. */
  async close(max: number): Promise<void> {
    const { monotonic, store } = this.#parts;
    this.#end = monotonic() + max;
    clearInterval(this.#sweeper);
    this.#pending.endAt(this.#end);
    const over = new AbortController();
    const timeUp = wait(max, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([this.#finished(), timeUp]);
    over.abort();
    this.#pending.endAt(Number.NEGATIVE_INFINITY);
    const left = [...this.#atWork.keys()];
    if (left.length > 0) await store.release(left).catch(() => {});
  }

  async #take(job: NewJob, record?: (job: Job) => Effect): Promise<boolean> {
    const claimed = await this.#begin(async () => {
      const got = await this.#parts.store.claim(job, record);
      // This process may have taken it up meanwhile, and it has it once.
      const isOpen = got && this.#ages.has(got.job.id);
      return got && { ...got, done: isOpen ? Promise.resolve() : this.#work(got.job) };
    });
    if (!claimed) return false;
    // Slack brings it again, should this process die, as long as it was not told that it arrived.
    await Promise.race([claimed.written, claimed.done.then(() => this.#untilSettled(claimed.job))]);
    return true;
  }

  /** A job that was put off is not done yet. */
  async #untilSettled({ id }: Job): Promise<void> {
    while (this.#ages.has(id)) {
      await (this.#atWork.get(id) ?? wait(100, undefined, { ref: false }));
    }
  }

  /** Resolves when nothing is under way; what was put off waits on. */
  async idle(): Promise<void> {
    while (this.#beginning.size + this.#atWork.size > 0) {
      await Promise.allSettled([...this.#beginning, ...this.#atWork.values()]);
    }
  }

  async #finished(): Promise<void> {
    await this.idle();
    while (this.#pending.waiting.length > 0) {
      // For a pause there is nothing to wait for but time.
      await wait(20);
      await this.idle();
    }
  }

  /** Lets the end wait for something that may begin new work. */
  #begin<T>(work: () => Promise<T>): Promise<T> {
    const beginning = work();
    const settled: Promise<boolean> = beginning.then(
      () => this.#beginning.delete(settled),
      () => this.#beginning.delete(settled),
    );
    this.#beginning.add(settled);
    return beginning;
  }

  #sweepSafely(): void {
    this.#begin(() => this.#sweep()).catch((error: Error) => {
      this.#parts.log.error(`Looking for open jobs failed: ${error.message}`);
    });
  }

  async #sweep(): Promise<void> {
    const { store, log } = this.#parts;
    const busy = [...this.#atWork.keys()];
    await store.renew(busy);
    const except = [...busy, ...this.#pending.waiting];
    const due = this.#pending.takeDue();
    const found = await store.takeUp({ due, except });
    const left = found.filter(({ id }) => !this.#atWork.has(id));
    const unknown = left.filter(({ id }) => !this.#ages.has(id));
    if (unknown.length > 0) log.info(`Taking up ${unknown.length} open jobs`);
    // Another process has what was due and is not to be found.
    const gone = due.filter((id) => !found.some((job) => job.id === id));
    for (const id of gone) this.#ages.delete(id);
    // What has a line of its own may take minutes, and others who are suspected would wait for it.
    const isSuspect = ({ suspicion, kind }: Job) =>
      suspicion !== 'none' && !this.#lines.hasOwn(kind);
    const work = left.filter((job) => !isSuspect(job)).map((job) => this.#work(job));
    const suspects = left.filter(isSuspect);
    if (suspects.length > 0) this.#workLast(suspects, Promise.allSettled(work));
  }

  #work(job: Job): Promise<void> {
    this.#noteAge(job);
    // What comes after the end is done by the next process.
    if (this.#parts.monotonic() >= this.#end) return Promise.resolve();
    return this.#track(
      job,
      this.#lines.wait(job.kind, async () => {
        await this.#turns.next();
        await this.#do(job);
      }),
    );
  }

  /** Does what may have taken its process down after everything else; the bench has each made by itself. */
  #workLast(suspects: readonly Job[], others: Promise<unknown>): void {
    for (const job of suspects) {
      this.#noteAge(job);
      const work = async () => {
        await others;
        if (this.#parts.monotonic() >= this.#end) return;
        await this.#turns.next();
        await this.#do(job);
      };
      void this.#track(job, this.#suspects(work));
    }
  }

  #track(job: Job, work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#atWork.delete(job.id));
    this.#atWork.set(job.id, tracked);
    return tracked;
  }

  /** The one place where the faults of a job are caught. */
  async #do(job: Job): Promise<void> {
    const { kinds, log } = this.#parts;
    try {
      const kind = kinds[job.kind];
      if (!kind) throw new Error(`nothing here knows jobs of the kind ${job.kind}`);
      const tools = { ...this.#parts, bench: this.#bench };
      const work = () => carryOut(job, kind, this.#ageOf(job), tools);
      const { pause, follows } = await (kind.during ? kind.during(job, work) : work());
      if (pause === undefined) this.#ages.delete(job.id);
      else this.#putOff(job, pause);
      if (follows) this.#sweepSafely();
    } catch (error) {
      log.error(`Job ${job.id} waits for the next sweep: ${(error as Error).message}`);
    }
  }

  #putOff({ id, kind }: Job, pause: number): void {
    this.#parts.observer.putOff(kind);
    this.#pending.add(id, pause);
  }

  #noteAge({ id, createdAt }: Job): void {
    if (this.#ages.has(id)) return;
    const { clock, monotonic } = this.#parts;
    this.#ages.set(id, { age: Math.max(0, clock() - createdAt), seenAt: monotonic() });
  }

  /** Of a job that began here a clock that is set does not change the age. */
  #ageOf({ id }: Job): number {
    const { age, seenAt } = this.#ages.get(id) ?? { age: 0, seenAt: this.#parts.monotonic() };
    return age + this.#parts.monotonic() - seenAt;
  }
}
