import type { Progress } from '../import/source.ts';
import type { Article } from '../library/article.ts';
import type { ArticleStore, Proposal } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import type { Destination, Message, Poster } from '../outbox/delivery.ts';
import type { Job, NewJob } from '../outbox/job.ts';
import type { GiveUp, Kind, Prepared } from '../outbox/kind.ts';
import type { Saying } from '../texts/message.ts';
import { type Addition, additionJob, additionOf, maxOfMessage } from './addition.ts';
import { type GatherParts, gather, type Problem } from './gathering.ts';
import { placeArticle } from './placing.ts';

/** What became of something that was to be added. */
export type AdditionResult =
  /** The person may not ask for it. */
  | { readonly kind: 'declined'; readonly reason: Saying }
  | { readonly kind: 'refused'; readonly problem: Problem['problem'] }
  /** The library holds it already. */
  | { readonly kind: 'held'; readonly by: Article; readonly likeness: number }
  /** It was erased, and stays out. */
  | { readonly kind: 'withdrawn' }
  /** It waits for a librarian; `before` is the article that it would replace. */
  | {
      readonly kind: 'proposed';
      readonly proposal: Proposal;
      readonly before?: Article | undefined;
    };

/** What additions work with. */
export interface AddingParts extends GatherParts {
  readonly articles: ArticleStore;
  readonly library: Pick<Library, 'articles'>;
  readonly poster: Poster;
  /** Why a person may not have something added; undefined when they may. */
  readonly refusalOf: (person: Addition) => Promise<{ readonly reason: Saying } | undefined>;
  /** Whether a person may accept what they add; then it need not be shown to others. */
  readonly isLibrarian: (person: Addition) => Promise<boolean>;
  /** The card, or the reason why there is none. */
  readonly compose: (addition: Addition, result: AdditionResult) => Promise<Message>;
  /** What is told when it was given up. */
  readonly giveUpNotice: (addition: Addition, why: GiveUp) => Promise<NewJob[]>;
  /** Those who have to hear of what others can't see. */
  readonly callLibrarians: (addition: Addition, result: AdditionResult) => Promise<NewJob[]>;
  /** Does the work on an addition, and shows how far it has come. */
  readonly during: <T>(
    addition: Addition,
    work: (tell: (progress: Progress) => void) => Promise<T>,
  ) => Promise<T>;
  readonly log: { info(message: string): void; error(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

type Gathered = Awaited<ReturnType<typeof gather>> | { readonly declined: Saying };

const minute = 60_000;
const day = 24 * 60 * minute;

/** Slack takes nothing at a response_url after 30 minutes; the last one is left as a margin. In ms. */
const responseUrlLife = 29 * minute;

/** Slack's clock and ours may differ by this much, in seconds. */
const clockSkew = 60;

/** Reads what people want to add and posts a card for each: what the outbox has to know of additions. */
export class Adding implements Kind {
  readonly pauses = { first: 1000, max: 5 * minute };
  readonly isUrgent = false;
  readonly repeatsUnseen = true;
  /** One is read at a time, and the next one is fetched meanwhile. */
  readonly maxAtOnce = 2;
  readonly #parts: AddingParts;
  readonly #gathered = new Map<string, Gathered>();

  constructor(parts: AddingParts) {
    this.#parts = parts;
  }

  isOver(_: Job, age: number): boolean {
    return age > day;
  }

  async find(job: Job) {
    const { id, channel, thread, ts, askedAt, responseUrl } = additionOf(job);
    if (responseUrl) return { kind: 'unknown' } as const;
    const oldest = ts ?? String(Math.floor(askedAt / 1000) - clockSkew);
    return this.#parts.poster.find({ type: 'addition', id }, { channel, thread, oldest });
  }

  /** Fetching and reading may take minutes; others are answered meanwhile. */
  async during<T>(job: Job, work: () => Promise<T>): Promise<T> {
    const addition = additionOf(job);
    try {
      this.#gathered.set(job.id, await this.#gather(addition));
      return await work();
    } finally {
      this.#gathered.delete(job.id);
    }
  }

  async prepare(job: Job): Promise<Prepared> {
    const { compose, poster, log, clock = Date.now } = this.#parts;
    const addition = additionOf(job);
    const gathered = this.#gathered.get(job.id) ?? (await this.#gather(addition));
    const result = await this.#settle(addition, gathered);
    const message = await compose(addition, result);
    const to = await this.#destination(addition);
    const calls = await this.#parts.callLibrarians(addition, result);
    return {
      post: () => poster.post(to, message, { type: 'addition', id: job.id }),
      done: () => {
        const took = clock() - addition.askedAt;
        return {
          next: [...calls, ...partsAfter(addition, gathered)],
          written: () => log.info(`Addition ${job.id}: ${result.kind} after ${took} ms`),
        };
      },
    };
  }

  /** The person hears why, in private. */
  async givenUp(job: Job, why: GiveUp) {
    return { next: await this.#parts.giveUpNotice(additionOf(job), why) };
  }

  async #gather(addition: Addition): Promise<Gathered> {
    const { during, refusalOf, log } = this.#parts;
    const refusal = await refusalOf(addition);
    if (refusal) return { declined: refusal.reason };
    try {
      return await during(addition, (tell) => gather(addition, this.#parts, tell));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      log.error(`Addition ${addition.id} could not be read: ${code ?? message}`);
      return { problem: `something broke while I read it; it is in my log as ${addition.id}` };
    }
  }

  async #settle(addition: Addition, gathered: Gathered): Promise<AdditionResult> {
    if ('declined' in gathered) return { kind: 'declined', reason: gathered.declined };
    if ('problem' in gathered) return { kind: 'refused', problem: gathered.problem };
    const { made, links } = gathered;
    const one = made[addition.part ?? 0];
    if (!one) return { kind: 'refused', problem: whyNothing(links) };
    if ('problem' in one) return { kind: 'refused', problem: one.problem };
    const { articles, library } = this.#parts;
    const placed = await placeArticle(one.article, library.articles);
    if (placed.kind === 'held') return placed;
    const waiting = await this.#waiting(placed.article);
    const before = placed.kind === 'version' ? placed.before : undefined;
    if (waiting) return { kind: 'proposed', proposal: waiting, before };
    const { key, person, team, channel } = addition;
    const proposal = await articles.propose(
      {
        article: placed.article,
        format: one.format,
        leftOut: shownOf(one.removed),
        replaces: before?.id,
      },
      { key, person, team, channel },
    );
    if (proposal === 'withdrawn') return { kind: 'withdrawn' };
    return { kind: 'proposed', proposal, before };
  }

  /** What waits already, from the same address or with the same words. */
  async #waiting(article: Article): Promise<Proposal | undefined> {
    const waiting = await this.#parts.articles.proposals(maxCompared);
    const held = waiting.flatMap(({ id, article: proposed }) =>
      proposed ? [[id, { ...proposed, id }] as const] : [],
    );
    const placed = await placeArticle({ ...article, id: '' }, new Map(held));
    return placed.kind === 'held' ? waiting.find(({ id }) => id === placed.by.id) : undefined;
  }

  /** To the person alone who may accept it, else where others see it too. */
  async #destination(addition: Addition): Promise<Destination> {
    const { responseUrl, askedAt, channel, thread, person } = addition;
    const { clock = Date.now, isLibrarian } = this.#parts;
    if (!responseUrl) return { channel, thread };
    if (clock() - askedAt > responseUrlLife) return { channel: person };
    return (await isLibrarian(addition)) ? { responseUrl } : { responseUrl, shared: { thread } };
  }
}

/** More proposals than ever wait at once. */
const maxCompared = 200;

/** So many pieces of what was left out are kept, of so many characters each. */
const [maxPieces, maxPieceLength] = [50, 200];

function shownOf(removed: readonly { readonly rule: string; readonly text: string }[]): string[] {
  const shown = removed
    .slice(0, maxPieces)
    .map(({ rule, text }) => `${rule}: ${text.slice(0, maxPieceLength)}`);
  const more = removed.length - shown.length;
  return more > 0 ? [...shown, `… ${more}`] : shown;
}

/** The other articles of a source that holds several come each with a card of their own. */
function partsAfter(addition: Addition, gathered: Gathered): NewJob[] {
  if (addition.part !== undefined || !('made' in gathered)) return [];
  const count = Math.min(gathered.made.length, maxOfMessage);
  const others = Array.from({ length: Math.max(0, count - 1) }, (_, at) => at + 1);
  const { id: _, askedAt: __, unread: ___, ...asked } = addition;
  return others.map((part) => additionJob({ ...asked, key: `${asked.key}:part:${part}`, part }));
}

function whyNothing(links: readonly { readonly kind: string }[]): string {
  return links.length > 0
    ? 'it names articles without their text; add their addresses or files one by one'
    : 'there is no article in it';
}
