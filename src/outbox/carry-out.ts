import type { Delivery, Found } from './delivery.ts';
import type { Job, JobStore, Settled } from './job.ts';
import type { GiveUp, Kind, Prepared } from './kind.ts';
import { type Bench, backoff } from './timing.ts';

/** What carrying out a job needs. */
export interface Tools {
  readonly store: JobStore;
  readonly log: Log;
  /** Where posts are made. */
  readonly bench: Bench;
}

/** Where the outbox says what it does; never a word of what is posted. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** After so many attempts, seven hours at the least, something is wrong that time does not mend. */
const maxAttempts = 100;

/** No pause is longer, whatever Slack asks for, in ms: a later lease is taken for a wrong clock. */
const maxPause = 30 * 60_000;

/** What an attempt came to. */
export interface Attempted {
  /** In ms, after which the job is to be tried again; undefined when it is settled. */
  readonly pause?: number;
  /** Whether other jobs follow from it. */
  readonly follows?: boolean;
}

/** Makes one attempt at a job; rejects only when the store can't write down what came of it. */
export async function carryOut(
  job: Job,
  kind: Kind,
  age: number,
  tools: Tools,
): Promise<Attempted> {
  const attempt = new Attempt(job, kind, tools);
  const reason = reasonToGiveUp(job, kind, age);
  if (reason) return attempt.giveUp(reason);
  try {
    return await attempt.run();
  } catch (error) {
    const { message } = error as Error;
    return attempt.putOff({ code: message });
  }
}

function reasonToGiveUp(job: Job, kind: Kind, age: number): string | undefined {
  if (job.suspicion === 'proven') return 'crash';
  if (kind.isOver(job, age)) return 'late';
  return job.attempts > maxAttempts ? 'attempts' : undefined;
}

/** Whose a job is when its post begins. `unwritten`: the database is away, and somebody waits for the post. */
type Begun = 'ours' | 'taken' | 'unwritten';

/** One attempt at a job, and what is known of its post by now. */
class Attempt {
  readonly #job: Job;
  readonly #kind: Kind;
  readonly #tools: Tools;
  #maybePosted: boolean;
  #draft: string | undefined;

  constructor(job: Job, kind: Kind, tools: Tools) {
    this.#job = job;
    this.#kind = kind;
    this.#tools = tools;
    this.#maybePosted = job.maybePosted;
    this.#draft = job.draft;
  }

  /** What may be there already is looked for last, so that no other process posts it in between. */
  async run(): Promise<Attempted> {
    const { prepared, begun } = await this.#make();
    if (begun === 'taken') {
      this.#tools.log.info(`Job ${this.#job.id} is done by another process`);
      return {};
    }
    const found = await this.#look(begun);
    if (found.kind === 'later') return this.putOff(found);
    if (found.kind === 'unknown' && !this.#kind.repeatsUnseen) return this.giveUp('unconfirmed');
    if (found.kind === 'found') return this.#finish(prepared, found.ts);
    if (!prepared.post) return this.#finish(prepared, undefined);
    return this.#conclude(prepared, await this.#post(prepared.post));
  }

  /** What is suspected is made while nothing else is: should the process end then, it was that, or chance. */
  async #make(): Promise<{ readonly prepared: Prepared; readonly begun: Begun }> {
    const isSuspect = this.#job.suspicion !== 'none';
    const { bench } = this.#tools;
    if (isSuspect) await this.#kind.gather?.(this.#job);
    const make = async () => {
      if (isSuspect) await this.#tools.store.tryAlone(this.#job).catch(() => {});
      const prepared = await this.#kind.prepare(this.#job);
      this.#draft = prepared.draft ?? this.#draft;
      return { prepared, begun: prepared.post ? await this.#begin() : ('ours' as const) };
    };
    // What has a line of its own may take minutes, and nobody is to wait for it.
    if (this.#kind.maxAtOnce !== undefined) return make();
    return isSuspect ? bench.alone(make) : bench.together(make);
  }

  /** Without the database another process may have it, or have left it in the middle. */
  async #look(begun: Begun): Promise<Found> {
    const { maybePosted, suspicion } = this.#job;
    const wasLeft = maybePosted || (this.#kind.isUrgent && suspicion !== 'none');
    if (!wasLeft && begun === 'ours') return { kind: 'absent' };
    this.#maybePosted = true;
    return this.#kind.find(this.#job);
  }

  async #begin(): Promise<Begun> {
    try {
      return (await this.#tools.store.begin(this.#job, this.#draft)) ? 'ours' : 'taken';
    } catch (error) {
      if (!this.#kind.isUrgent) throw error;
      return 'unwritten';
    }
  }

  async #post(post: () => Promise<Delivery>): Promise<Delivery> {
    this.#maybePosted = true;
    const delivery = await post();
    this.#maybePosted = delivery.kind === 'posted' || delivery.kind === 'unsure';
    return delivery;
  }

  async #conclude(prepared: Prepared, delivery: Delivery): Promise<Attempted> {
    if (delivery.kind === 'posted') return this.#finish(prepared, delivery.ts);
    const retry = await this.#kind.failed?.(this.#job, delivery);
    if (delivery.kind === 'refused' && !retry) return this.giveUp(delivery.code);
    const { pause, ...settled } = retry ?? { pause: 0 };
    const asked = delivery.kind === 'later' ? delivery.retryAfter : 0;
    return this.putOff({ code: delivery.code, retryAfter: Math.max(pause, asked) }, settled);
  }

  async #finish(prepared: Prepared, ts: string | undefined): Promise<Attempted> {
    const settled = prepared.done(ts);
    await this.#tools.store.finish(this.#job, settled);
    settled.written?.();
    return followsFrom(settled);
  }

  async giveUp(reason: string): Promise<Attempted> {
    const { store, log } = this.#tools;
    log.error(`Job ${this.#job.id} (${this.#job.kind}) is given up: ${reason}`);
    const why: GiveUp = { reason, maybePosted: this.#maybePosted };
    const settled = await this.#kind.givenUp(this.#job, why);
    await store.giveUp(this.#job, settled);
    return followsFrom(settled);
  }

  async putOff(
    failure: { readonly code: string; readonly retryAfter?: number },
    settled: Settled = {},
  ): Promise<Attempted> {
    const { store, log } = this.#tools;
    const { attempts, id, kind } = this.#job;
    const wanted = Math.max(failure.retryAfter ?? 0, backoff(attempts, this.#kind.pauses));
    const pause = Math.min(maxPause, wanted);
    log.warn(`Job ${id} (${kind}) is tried again in ${pause} ms: ${failure.code}`);
    const how = { pause, maybePosted: this.#maybePosted, draft: this.#draft };
    await store.putOff(this.#job, { ...settled, ...how });
    return { pause, ...followsFrom(settled) };
  }
}

function followsFrom({ next = [] }: Settled): Attempted {
  return { follows: next.length > 0 };
}
