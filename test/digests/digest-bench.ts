import { setImmediate } from 'node:timers/promises';
import { openLibrary } from '../../src/answer/open-library.ts';
import { passagesOn, readTopics } from '../../src/answer/topics.ts';
import { Digests } from '../../src/digests/digests.ts';
import { Rounds, type RoundsParts } from '../../src/digests/rounds.ts';
import type { Delivery, DigestSender, Failure, Found, Sent } from '../../src/digests/sender.ts';
import { digestBlocks } from '../../src/slack/blocks/digest-blocks.ts';
import { ArticlesSeen } from '../../src/store/articles-seen.ts';
import { askedInChannel } from '../../src/store/asked-in-channel.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { Runs } from '../../src/store/runs.ts';
import { Subscriptions } from '../../src/store/subscriptions.ts';

/** A clock that a test moves, in ms since 1970. */
export class HandClock {
  now: number;

  constructor(start: number) {
    this.now = start;
  }

  readonly read = (): number => this.now;
}

/** A channel that keeps what is posted, and fails as a test wants. */
export class KeptChannel implements DigestSender {
  readonly posts: { delivery: Delivery; ts: string; at: number }[] = [];
  readonly replies: { delivery: Delivery; ts: string }[] = [];
  readonly told: Failure[] = [];
  attempts = 0;
  /** What the next posts come to; `lost` is posted, but its answer does not arrive. */
  next: (Sent | 'lost')[] = [];
  /** What every post comes to while it is set. */
  always: Sent | undefined;
  mayLook = true;
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  async post(delivery: Delivery): Promise<Sent> {
    this.attempts += 1;
    await setImmediate();
    const outcome = this.next.shift() ?? this.always;
    if (outcome && outcome !== 'lost') return outcome;
    const ts = String(this.posts.length + 1);
    this.posts.push({ delivery, ts, at: this.#clock() });
    return outcome === 'lost' ? { kind: 'unsure', code: 'ECONNRESET' } : { kind: 'posted', ts };
  }

  hasThread(delivery: Delivery): boolean {
    return digestBlocks(pageOf(delivery)).thread !== undefined;
  }

  async reply(delivery: Delivery, ts: string): Promise<Sent> {
    this.replies.push({ delivery, ts });
    return { kind: 'posted', ts };
  }

  async find({ id }: Delivery['run'], _: unknown, thread?: string): Promise<Found> {
    if (!this.mayLook) return { kind: 'unknown' };
    const list = thread ? this.replies : this.posts;
    const own = list.find(({ delivery }) => delivery.run.id === id);
    return own ? { kind: 'found', ts: own.ts } : { kind: 'absent' };
  }

  async tell(failure: Failure): Promise<Sent> {
    this.told.push(failure);
    return { kind: 'posted', ts: 'told' };
  }
}

/** What the blocks of a delivery are made from. */
export function pageOf({ digest, subscription, date, delay, next }: Delivery) {
  return { digest, settings: subscription, date, delay, next, hasControls: true };
}

export const place = { team: 'T1', channel: 'C1' };

/** Digests over a real database, with a clock and a channel of the test's own. */
export async function startDigests(
  start: number,
  options: { readonly url?: string; readonly folders?: string[]; readonly clock?: HandClock } = {},
) {
  const clock = options.clock ?? new HandClock(start);
  const database = await openDatabase(options.url ?? 'file::memory:');
  const use = <T>(work: (open: Database) => Promise<T>) => work(database);
  const library = await openLibrary(options.folders ?? ['seeds']);
  const channel = new KeptChannel(clock.read);
  const logged: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void logged.push(line) };
  const parts: RoundsParts = {
    library: library.library,
    readTopics,
    passagesOn: (topics) => passagesOn(topics, library),
    subscriptions: new Subscriptions(use),
    runs: new Runs(use, clock.read),
    seen: new ArticlesSeen(use),
    askedIn: (where, since) => askedInChannel(use, where, since),
    clock: clock.read,
    sender: channel,
    log,
  };
  const rounds = new Rounds(parts);
  const digests = new Digests(parts, rounds);
  return { ...parts, clock, parts, rounds, digests, channel, database, library, logged };
}
