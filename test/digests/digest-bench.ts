import { setImmediate } from 'node:timers/promises';
import type { AnswerParts } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { passagesOn, readTopics } from '../../src/answer/topics.ts';
import { ChannelDigests } from '../../src/digests/channel-digests.ts';
import type { ListedLink } from '../../src/digests/digest.ts';
import { hasNews } from '../../src/digests/drafts.ts';
import type { DigestMessages, DigestPage, Failure } from '../../src/digests/messages.ts';
import {
  DigestPosting,
  digestFailureKind,
  digestThreadKind,
  type PostingParts,
} from '../../src/digests/posting.ts';
import { Schedule } from '../../src/digests/schedule.ts';
import type { Article } from '../../src/library/article.ts';
import type { Library } from '../../src/library/library.ts';
import type { Delivery, Found, Poster } from '../../src/outbox/delivery.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { GrowingSearch } from '../../src/search/engines/growing-search.ts';
import { createDigestRenderer } from '../../src/slack/replies/digest-renderer.ts';
import { StoredArticlesSeen } from '../../src/store/articles-seen.ts';
import { openDatabase } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { askedInChannel } from '../../src/store/questions.ts';
import { StoredRuns } from '../../src/store/runs.ts';
import { StoredSubscriptions } from '../../src/store/subscriptions.ts';
import { sayIn } from '../../src/texts/say.ts';
import { useOf } from '../support/asked.ts';

/** A clock that a test moves, in ms since 1970. */
export class HandClock {
  now: number;

  constructor(start: number) {
    this.now = start;
  }

  readonly read = (): number => this.now;
}

/** A digest that stands in a channel. */
export interface KeptPost extends DigestPage, DigestMessages {
  readonly run: string;
  readonly ts: string;
  readonly at: number;
}

/** A channel that keeps what is posted, and fails as a test wants. */
export class KeptChannel implements Poster {
  readonly posts: KeptPost[] = [];
  readonly replies: { readonly run: string; readonly thread: string }[] = [];
  readonly told: Failure[] = [];
  attempts = 0;
  /** What the next posts come to; `lost` is posted, but its answer does not arrive. */
  next: (Delivery | 'lost')[] = [];
  /** What every post comes to while it is set. */
  always: Delivery | undefined;
  mayLook = true;
  /** What the digests are made from. */
  library: Pick<Library, 'articles'> = { articles: new Map() };
  readonly #clock: () => number;
  readonly #pages = new Map<object, DigestPage & DigestMessages>();
  readonly #failures = new Map<object, Failure>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Remembers what the messages were made from. */
  readonly renderer = {
    digest: async (page: DigestPage): Promise<DigestMessages> => {
      const messages = await createDigestRenderer({
        command: '/sino-russia',
        library: this.library,
        sayTo: async () => sayIn('en'),
      }).digest(page);
      this.#pages.set(messages.parent, { ...page, ...messages });
      return messages;
    },
    failure: async (failure: Failure) => {
      const message = { text: failure.reason, blocks: [] };
      this.#failures.set(message, failure);
      return message;
    },
  };

  async post(...[to, message, tag]: Parameters<Poster['post']>): Promise<Delivery> {
    const failure = this.#failures.get(message);
    if (failure) this.told.push(failure);
    if (failure) return { kind: 'posted', ts: 'told' };
    const thread = 'thread' in to ? to.thread : undefined;
    if (thread) this.replies.push({ run: tag.id, thread });
    if (thread) return { kind: 'posted', ts: thread };
    this.attempts += 1;
    await setImmediate();
    const outcome = this.next.shift() ?? this.always;
    if (outcome && outcome !== 'lost') return outcome;
    const ts = String(this.posts.length + 1);
    const page = this.#pages.get(message);
    if (page) this.posts.push({ ...page, run: tag.id, ts, at: this.#clock() });
    return outcome === 'lost' ? { kind: 'unsure', code: 'ECONNRESET' } : { kind: 'posted', ts };
  }

  async find(...[tag, { thread }]: Parameters<Poster['find']>): Promise<Found> {
    if (!this.mayLook) return { kind: 'unknown' };
    const ts = thread
      ? this.replies.find(({ run }) => run === tag.id)?.thread
      : this.posts.find(({ run }) => run === tag.id)?.ts;
    return ts ? { kind: 'found', ts } : { kind: 'absent' };
  }
}

/** A library of made-up articles. */
export async function openLibraryOf(articles: readonly Article[]): Promise<AnswerParts> {
  const { library } = await openLibrary([]);
  const held = new Map(articles.map((article) => [article.id, article]));
  const search = await new GrowingSearch().next(articles, library.thesaurus);
  return { library: { ...library, articles: held }, search };
}

export const place = { team: 'T1', channel: 'C1' };

/** What a bench is like. */
interface BenchOptions {
  readonly url?: string;
  readonly folders?: string[];
  readonly clock?: HandClock;
  readonly channel?: KeptChannel;
  /** What stands between the bot and the channel. */
  readonly poster?: (channel: KeptChannel) => Poster;
}

/** Digests over a real database, with a clock and a channel of the test's own. */
export async function startDigests(start: number, options: BenchOptions = {}) {
  const clock = options.clock ?? new HandClock(start);
  const database = await openDatabase(options.url ?? 'file::memory:');
  const use = useOf(database);
  const library = await openLibrary(options.folders ?? ['seeds']);
  /** What it is at the time of asking. */
  const live: Library = {
    get articles() {
      return library.library.articles;
    },
    get thesaurus() {
      return library.library.thesaurus;
    },
    get differing() {
      return library.library.differing;
    },
    problems: [],
  };
  const channel = options.channel ?? new KeptChannel(clock.read);
  channel.library = live;
  /** What feeds brought that can't be had whole. */
  const links: (ListedLink & { readonly at: number })[] = [];
  const logged: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void logged.push(line), error: () => {} };
  const parts: PostingParts = {
    library: live,
    readTopics,
    passagesOn: (topics) => passagesOn(topics, library),
    linksSince: async (since) => links.filter(({ at }) => at > since),
    subscriptions: new StoredSubscriptions(use),
    runs: new StoredRuns(use, clock.read),
    seen: new StoredArticlesSeen(use),
    askedIn: (where, since) => askedInChannel(use, where, since),
    clock: clock.read,
    poster: options.poster?.(channel) ?? channel,
    renderer: channel.renderer,
    log,
  };
  const kinds = {
    digest: new DigestPosting(parts),
    'digest thread': digestThreadKind(parts),
    'digest failure': digestFailureKind(parts),
  };
  /** As a process of its own: one that was killed writes nothing in the name of the next. */
  const openOutbox = () => {
    const store = new Jobs(use, { clock: clock.read });
    return new Outbox({ store, kinds, log, clock: clock.read });
  };
  let outbox = openOutbox();
  const schedule = new Schedule({
    ...parts,
    log,
    hasNews: (subscription) => hasNews(subscription, parts),
    newestLink: async () => links.at(-1)?.id,
    outbox: { add: (job, record) => outbox.add(job, record) },
  });
  const settled = (run: string) => outbox.settled(run, 5000);
  const digests = new ChannelDigests({ ...parts, schedule, settled });
  /** One look at what is due and open; the pauses between looks go by the test's clock. */
  const go = async () => {
    outbox = openOutbox();
    await outbox.start();
    await schedule.handIn();
    await outbox.idle();
    await outbox.close(0);
  };
  /** Ends the look that is under way, as a process ends that is killed. */
  const kill = () => void outbox.close(0);
  /** Puts another library in the place of the one that is there. */
  const hold = (next: AnswerParts) => void Object.assign(library, next);
  return {
    ...parts,
    links,
    hold,
    clock,
    parts,
    go,
    kill,
    digests,
    channel,
    database,
    library,
    logged,
  };
}
