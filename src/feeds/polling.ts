import { setTimeout as wait } from 'node:timers/promises';
import type { Fetcher } from '../import/fetch/fetcher.ts';
import type { Feed, FeedStore, Lease } from './feed.ts';
import { minInterval, shouldTell } from './schedule.ts';
import { type TakingParts, takePage, takeWhole } from './taking.ts';
import { type Visit, type VisitParts, visitFeed } from './visit.ts';

/** What polling works with. */
export interface PollingParts extends TakingParts, VisitParts {
  readonly fetcher: Pick<Fetcher, 'fetch' | 'download'>;
  readonly feeds: FeedStore;
  /** Of this process: another one does not visit a feed meanwhile. */
  readonly holder: string;
  /** Tells the person who added a feed, once, that it is broken or gone. */
  readonly tellBroken: (feed: Feed) => Promise<void>;
  readonly log: { info(message: string): void; warn(message: string): void };
}

/** A process is trusted to be at work on a feed for so long after it last said so, in ms. */
const lease = 3 * 60_000;

/** So many items of one feed are taken at a time, whole ones and pages; the others wait for the next. */
export const maxTaken = { whole: 50, pages: 10 };

/** What digests have listed and the feed has no more is known for so long, in ms. */
const memory = 90 * 24 * 60 * 60_000;

/** Between two times that items of one feed are taken, in ms. */
const maxPace = 60_000;

/** After each item questions have their turn, in ms. */
const breath = 20;

/** Pauses between looks, in ms: another process may have added a feed. */
const maxPause = 15_000;

/** Visits the feeds that are due, one after the other, each from one process at a time. */
export class Polling {
  readonly #parts: PollingParts;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #isOpen = false;

  constructor(parts: PollingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#isOpen = true;
    this.#next(0);
  }

  /** Begins nothing more; resolves when the item that is at hand is done. */
  async stop(): Promise<void> {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    await this.#work;
  }

  /** Visits everything that is due now. */
  async look(): Promise<void> {
    const { feeds, clock } = this.#parts;
    for (;;) {
      const feed = await feeds.claim(clock(), this.#lease());
      if (!feed) return;
      await this.#visit(feed);
      if (!this.#isOpen && this.#timer) return;
    }
  }

  /**
   * Visits a feed for the first time, or the one that a page names whose address was given; why it
   * can't be followed, or how many items it has.
   */
  async begin(
    given: Feed,
  ): Promise<
    | { readonly feed: Feed; readonly items: number }
    | { readonly problem: string }
    | { readonly known: Feed['address'] }
  > {
    const { feeds, clock } = this.#parts;
    if (!(await feeds.add(given, this.#lease()))) return { known: given.address };
    const first = await visitFeed(given, this.#parts, clock());
    const { elsewhere } = first;
    if (elsewhere !== undefined) {
      await feeds.remove(given.id);
      const feed = { ...given, address: elsewhere };
      if (!(await feeds.add(feed, this.#lease()))) return { known: elsewhere };
    }
    const feed = { ...given, address: elsewhere ?? given.address };
    const visit = elsewhere === undefined ? first : await visitFeed(feed, this.#parts, clock());
    const { problem } = visit.feed;
    if (problem !== undefined) {
      await feeds.remove(feed.id);
      return { problem };
    }
    // What it holds is taken in the background; the person need not wait. Should that come to nothing, it
    // has to be sent once more.
    const { holder, until } = this.#lease();
    await feeds.leave({ ...titled(visit), validators: {} }, holder, until);
    this.#work = this.#work.then(() => this.#takeSafely(visit));
    return { feed: titled(visit), items: visit.whole.length + visit.links.length };
  }

  /** Resolves when nothing is at hand. */
  async idle(): Promise<void> {
    await this.#work;
  }

  get #interval(): number {
    return this.#parts.interval ?? minInterval;
  }

  #lease(): Lease {
    return { holder: this.#parts.holder, until: this.#parts.clock() + lease };
  }

  async #visit(feed: Feed): Promise<void> {
    const { clock, tellBroken, log } = this.#parts;
    const now = clock();
    // One that is not due yet only has pages that were left.
    const isDue = feed.nextAt !== undefined && feed.nextAt <= now;
    const visit = isDue ? await visitFeed(feed, this.#parts, now) : { feed, whole: [], links: [] };
    if (visit.feed.problem && isDue) log.warn(`Feed ${feed.id}: ${visit.feed.problem}`);
    const tells = shouldTell(visit.feed, now);
    if (tells) await tellBroken(visit.feed);
    const wasTold = visit.feed.wasTold || tells;
    await this.#takeSafely({ ...visit, feed: { ...visit.feed, wasTold } });
  }

  /** What a fault leaves is taken at the next visit. */
  async #takeSafely(visit: Visit<Feed>): Promise<void> {
    try {
      await this.#take(visit);
    } catch (error) {
      const { name, message } = error as Error;
      if (name !== 'StoreError') this.#parts.log.warn(`Feed ${visit.feed.id}: ${message}`);
    }
  }

  async #take(visit: Visit<Feed>): Promise<void> {
    const { feeds, clock, holder } = this.#parts;
    const { id } = visit.feed;
    const keys = [...visit.whole, ...visit.links].map(({ key }) => key);
    const known = await feeds.known(id, keys);
    const whole = visit.whole.filter(({ key }) => !known.has(key));
    const links = visit.links.filter(({ key }) => !known.has(key));
    const items = links.map((link) => ({ ...link, feed: id, tries: 0 }));
    await feeds.note(items, 'pending', clock());
    for (const item of whole.slice(0, maxTaken.whole)) {
      if (!(await feeds.renew(id, this.#lease()))) return;
      await takeWhole(id, item, this.#parts);
      await wait(breath);
    }
    for (const item of await feeds.pending(id, maxTaken.pages)) {
      if (!(await feeds.renew(id, this.#lease()))) return;
      await takePage(item, this.#parts);
      await wait(breath);
    }
    // A visit that brought nothing does not say what the feed still has.
    if (keys.length > 0) await feeds.forget(id, clock() - memory, keys);
    // What is left has to be sent once more.
    const isWhole = whole.length <= maxTaken.whole;
    const feed = titled(visit);
    const next = clock() + Math.min(maxPace, this.#interval);
    await feeds.leave(isWhole ? feed : { ...feed, validators: {} }, holder, next);
  }

  #next(after: number): void {
    if (!this.#isOpen) return;
    this.#timer = setTimeout(() => {
      this.#work = this.#work.then(() => this.#lookSafely());
    }, after).unref();
  }

  async #lookSafely(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      const { name, message } = error as Error;
      // The store says, once, that the database is away.
      if (name !== 'StoreError') this.#parts.log.warn(`Feeds wait for the next look: ${message}`);
    }
    this.#next(Math.min(maxPause, this.#interval));
  }
}

function titled({ feed, title }: Visit<Feed>): Feed {
  return title ? { ...feed, title } : feed;
}
