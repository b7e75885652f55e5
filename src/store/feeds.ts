import type { Kysely } from 'kysely';
import type { Feed, FeedItem, FeedLink, FeedStore, ItemState, Lease } from '../feeds/feed.ts';
import { canonicalAddress } from '../library/address.ts';
import type { Use } from './database.ts';
import type { FeedItemRow, FeedRow, Tables } from './tables.ts';

/** SQLite takes 32,766 values a statement; a row has nine. */
const rowsAtOnce = 500;

/** The feeds of one library: one row a feed, and one an item. */
export class StoredFeeds implements FeedStore {
  readonly #use: Use;
  readonly #library: string;

  constructor(use: Use, library: string) {
    this.#use = use;
    this.#library = library;
  }

  async all(): Promise<Feed[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('feeds')
        .selectAll()
        .where('library', '=', this.#library)
        .orderBy('added_at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(toFeed);
  }

  async add(feed: Feed, lease: Lease): Promise<boolean> {
    const row = { ...toValues(feed), library: this.#library, id: feed.id, ...held(lease) };
    const { team, person, addedAt: added_at } = feed;
    const { numInsertedOrUpdatedRows } = await this.#use(({ db }) =>
      db
        .insertInto('feeds')
        .values({ ...row, team, person, added_at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst(),
    );
    return numInsertedOrUpdatedRows === 1n;
  }

  async remove(id: Feed['id']): Promise<void> {
    await this.#use(({ db }) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('feed_items').where('feed', '=', id).execute();
        await transaction.deleteFrom('feeds').where('id', '=', id).execute();
      }),
    );
  }

  /** Of two processes that choose the same feed, the second finds it leased. */
  async claim(now: number, lease: Lease): Promise<Feed | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .updateTable('feeds')
        .set(held(lease))
        .where('leased_until', '<=', now)
        .where('id', 'in', (query) =>
          query
            .selectFrom('feeds')
            .select('feeds.id')
            .where('library', '=', this.#library)
            .where('leased_until', '<=', now)
            .where(({ eb, exists, or, selectFrom }) =>
              or([
                eb('next_at', '<=', now),
                exists(
                  selectFrom('feed_items')
                    .select('key')
                    .whereRef('feed', '=', 'feeds.id')
                    .where('state', '=', 'pending'),
                ),
              ]),
            )
            .orderBy('leased_until')
            .limit(1),
        )
        .returningAll()
        .executeTakeFirst(),
    );
    return row && toFeed(row);
  }

  async renew(id: Feed['id'], lease: Lease): Promise<boolean> {
    const { numUpdatedRows } = await this.#use(({ db }) =>
      db
        .updateTable('feeds')
        .set(held(lease))
        .where('id', '=', id)
        .where('holder', '=', lease.holder)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** One that has moved to where another one is followed keeps its old address. */
  async leave(feed: Feed, holder: string, until: number): Promise<void> {
    const { address, canonical, ...values } = toValues(feed);
    await this.#use(({ db }) =>
      db.transaction().execute(async (transaction) => {
        const other = await transaction
          .selectFrom('feeds')
          .select('id')
          .where('library', '=', this.#library)
          .where('canonical', '=', canonical)
          .where('id', '!=', feed.id)
          .executeTakeFirst();
        await transaction
          .updateTable('feeds')
          .set({ ...values, ...(!other && { address, canonical }), leased_until: until })
          .where('id', '=', feed.id)
          .where('holder', '=', holder)
          .execute();
      }),
    );
  }

  async known(feed: Feed['id'], keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set();
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('feed_items')
        .select('key')
        .where('feed', '=', feed)
        .where('key', 'in', keys)
        .execute(),
    );
    return new Set(rows.map(({ key }) => key));
  }

  async note(items: readonly FeedItem[], state: ItemState, now: number): Promise<void> {
    for (let from = 0; from < items.length; from += rowsAtOnce) {
      const rows = items.slice(from, from + rowsAtOnce).map((item, at) => ({
        ...{ feed: item.feed, key: item.key, state, address: item.address, tries: item.tries },
        ...{ record: JSON.stringify(item.record), article: null, found_at: now, place: from + at },
      }));
      await this.#use(({ db }) =>
        db
          .insertInto('feed_items')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    }
  }

  async pending(feed: Feed['id'], limit: number): Promise<FeedItem[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('feed_items')
        .selectAll()
        .where('feed', '=', feed)
        .where('state', '=', 'pending')
        .orderBy('tries')
        .orderBy('found_at', 'desc')
        .orderBy('place')
        .limit(limit)
        .execute(),
    );
    return rows.map(toItem);
  }

  async settle({ feed, key, tries }: FeedItem, state: ItemState, article?: string): Promise<void> {
    await this.#use(({ db }) =>
      db
        .updateTable('feed_items')
        .set({ state, tries, article: article ?? null })
        .where('feed', '=', feed)
        .where('key', '=', key)
        .execute(),
    );
  }

  async forget(feed: Feed['id'], before: number, held: readonly string[]): Promise<void> {
    await this.#use(({ db }) =>
      db
        .deleteFrom('feed_items')
        .where('feed', '=', feed)
        .where('state', 'in', ['link', 'left'])
        .where('found_at', '<', before)
        .$if(held.length > 0, (query) => query.where('key', 'not in', held))
        .execute(),
    );
  }

  async links(since: number, limit: number): Promise<FeedLink[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('feed_items')
        .innerJoin('feeds', 'feeds.id', 'feed_items.feed')
        .selectAll('feed_items')
        .select('feeds.title as publisher')
        .where('feeds.library', '=', this.#library)
        .where('feed_items.state', '=', 'link')
        .where('feed_items.found_at', '>', since)
        .orderBy('feed_items.found_at', 'desc')
        .orderBy('feed_items.place')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => {
      const { address, record } = toItem(row);
      return { ...record, id: `link:${row.feed}:${row.key}`, address, publisher: row.publisher };
    });
  }

  async feedOf(article: string): Promise<string | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('feed_items')
        .innerJoin('feeds', 'feeds.id', 'feed_items.feed')
        .select('feeds.title')
        .where('feeds.library', '=', this.#library)
        .where('feed_items.article', '=', article)
        .executeTakeFirst(),
    );
    return row?.title;
  }
}

function held({ holder, until }: Lease) {
  return { holder, leased_until: until };
}

function toValues(feed: Feed) {
  const { address, title, validators, failures } = feed;
  return {
    ...{ address, title, failures },
    canonical: canonicalAddress(address),
    etag: validators.etag ?? null,
    last_modified: validators.lastModified ?? null,
    next_at: feed.nextAt ?? null,
    failing_since: feed.failingSince ?? null,
    problem: feed.problem ?? null,
    told: feed.wasTold ? 1 : 0,
  };
}

function toFeed(row: FeedRow): Feed {
  const { id, address, title, failures, team, person, etag, last_modified } = row;
  return {
    ...{ id, address, title, failures, team, person },
    validators: { ...(etag && { etag }), ...(last_modified && { lastModified: last_modified }) },
    nextAt: row.next_at ?? undefined,
    failingSince: row.failing_since ?? undefined,
    problem: row.problem ?? undefined,
    wasTold: row.told === 1,
    addedAt: row.added_at,
  };
}

function toItem({ feed, key, address, record, tries }: FeedItemRow): FeedItem {
  return { feed, key, address, tries, record: JSON.parse(record) as FeedItem['record'] };
}

/** Removes a person from the feeds that they added, which are followed on. */
export async function forgetFollower(
  db: Kysely<Tables>,
  team: string,
  person: string,
): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ person: '' })
    .where('team', '=', team)
    .where('person', '=', person)
    .execute();
}
