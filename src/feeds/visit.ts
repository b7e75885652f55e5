import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parsers } from '../import/child/parsers.ts';
import type { Fetched, Fetcher } from '../import/fetch/fetcher.ts';
import type { MayPoll } from '../import/fetch/robots.ts';
import type { MadeSource } from '../import/made.ts';
import type { FoundRecord, SourceInput } from '../import/source.ts';
import { canonicalAddress } from '../library/address.ts';
import type { Article } from '../library/article.ts';
import type { FeedItem, ItemRecord } from './feed.ts';
import { feedOfPage } from './feed-of-page.ts';
import { afterVisit, type FeedState } from './schedule.ts';

/** An item that came with its whole text. */
export interface WholeItem {
  readonly key: string;
  readonly article: Article;
}

/** What a visit brought, and what is to be remembered of the feed. */
export interface Visit<F extends FeedState> {
  readonly feed: F;
  /** What the feed calls itself. */
  readonly title?: string;
  /** Items that came whole; those that were there before are among them. */
  readonly whole: readonly WholeItem[];
  /** Items of which only the beginning came: their pages. */
  readonly links: readonly Omit<FeedItem, 'feed' | 'tries'>[];
  /** The address of the feed that a page names, where one came in place of a feed. */
  readonly elsewhere?: string;
}

/** What a visit works with. */
export interface VisitParts {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly parsers: Pick<Parsers, 'make'>;
  readonly mayPoll: MayPoll;
  /** Between two visits of a feed that can be read, in ms; only code that tries the bot sets it. */
  readonly interval?: number | undefined;
}

/** Asks a feed for what is new since the last visit. Nothing of it throws. */
export async function visitFeed<F extends FeedState>(
  feed: F,
  { fetcher, parsers, mayPoll, interval }: VisitParts,
  now: number,
): Promise<Visit<F>> {
  const { address, validators } = feed;
  const isAllowed = URL.canParse(address) && (await mayPoll(address));
  const outcome: Fetched = isAllowed
    ? await fetcher.fetch(address, { validators })
    : refusal('its robots.txt does not let programs come back; ask its publisher');
  const after = (what: Fetched): F => afterVisit(feed, what, now, interval);
  const nothing = (what: Fetched): Visit<F> => ({ feed: after(what), whole: [], links: [] });
  if (outcome.kind === 'unchanged' && Object.keys(validators).length === 0) {
    return nothing(refusal('it says that nothing has changed, to somebody who never read it'));
  }
  if (outcome.kind !== 'fetched') return nothing(outcome);
  const read = await readItems(outcome.source, parsers);
  if ('problem' in read) {
    const { url, bytes } = outcome.source;
    const elsewhere = read === isPage ? feedOfPage(bytes, url ?? address) : undefined;
    return { ...nothing(refusal(read.problem)), ...(elsewhere && { elsewhere }) };
  }
  return { ...read, feed: after(outcome) };
}

function refusal(problem: string): Fetched {
  return { kind: 'refused', problem };
}

const isPage = {
  problem: 'it is a page and no feed; look for the address of a feed (RSS, Atom) on it',
};

type Items = Pick<Visit<FeedState>, 'title' | 'whole' | 'links'>;

/** Reads a feed, in the child; a page in its place is none. */
async function readItems(
  { bytes, ...source }: SourceInput,
  parsers: VisitParts['parsers'],
): Promise<Items | { readonly problem: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-feed-'));
  try {
    const path = join(folder, 'feed');
    await writeFile(path, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const made = await parsers.make({ ...source, path, sha256 });
    if (!('problem' in made)) return itemsOf(made);
    return /html/i.test(source.contentType ?? '') ? isPage : made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function itemsOf({
  made,
  links,
}: Extract<MadeSource, { readonly made: unknown }>): Items | { readonly problem: string } {
  const articles = made.flatMap((each) => ('article' in each ? each : []));
  if (articles.some(({ format }) => format !== 'feed')) {
    return isPage;
  }
  const pages = links.filter(({ kind }) => kind === 'page');
  const title = articles[0]?.article.publisher ?? pages[0]?.record.publisher?.value;
  return {
    ...(title && { title }),
    whole: articles.map(({ article }) => wholeItem(article)),
    links: pages.map(({ target, record }) => ({
      key: keyOf({ address: target }),
      address: target,
      record: recordOf(record, target),
    })),
  };
}

/** All items of a feed come in one file; each is a source of its own. */
function wholeItem(article: Article): WholeItem {
  const { url, title, published = '', source } = article;
  const key = keyOf(url ? { address: url } : { named: `${title}\n${published}` });
  const words = article.paragraphs.map(({ text }) => text).join('\n');
  const own = {
    file: title.slice(0, 255),
    sha256: createHash('sha256').update(words).digest('hex'),
    ...(url && { url }),
    ...(source?.retrieved && { retrieved: source.retrieved }),
  };
  return { key, article: { ...article, source: own } };
}

/** Two readings of a feed are known to hold the same item by its address, else by its name. */
function keyOf(item: { readonly address: string } | { readonly named: string }): string {
  const name = 'named' in item ? item.named : canonicalAddress(item.address);
  return createHash('sha256').update(name).digest('base64url').slice(0, 16);
}

function recordOf({ title, authors, published }: FoundRecord, address: string): ItemRecord {
  return {
    title: title?.value.slice(0, 400) ?? address,
    authors: authors?.value.slice(0, 10).map((name) => name.slice(0, 120)) ?? [],
    ...(published && { published: published.value }),
  };
}
