/** What a channel wants of its digests. */
export interface DigestSettings {
  /** Local time, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO weekdays, 1 for Monday; at least one, in order. */
  readonly weekdays: readonly number[];
  /** In the search syntax; empty for everything. */
  readonly topics: string;
  /** How many passages a digest shows: 1 to 5. */
  readonly passages: number;
}

/** A channel's standing order for digests. */
export interface Subscription extends DigestSettings {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly status: 'on' | 'off';
  /** Local date of the first digest after a pause. */
  readonly pausedUntil?: string | undefined;
  readonly due?: Due | undefined;
  /** The person who is told of failures; empty once forgotten while digests were off. */
  readonly setUpBy: string;
  /** Newest first, the last five. */
  readonly changes: readonly SubscriptionChange[];
}

/** When a digest is due (ms since 1970), and the local date that it is for. */
export interface Due {
  readonly at: number;
  readonly date: string;
}

/** Who changed what, when (ms since 1970). */
export interface SubscriptionChange {
  /** Empty once it was forgotten. */
  readonly person: string;
  readonly what: string;
  readonly at: number;
}

/** A subscription as it is to be from now on. */
export type Wanted = Omit<Subscription, 'id' | 'team' | 'channel' | 'changes'>;

/** A channel of a workspace. */
export interface Place {
  readonly team: string;
  readonly channel: string;
}

/** A paragraph of an article; 0 stands for the article itself. */
export interface PassageKey {
  readonly article: string;
  readonly paragraph: number;
}

/** What the digests of a subscription have shown. */
export interface Seen {
  /** Ids of the articles that are no news. */
  readonly articles: ReadonlySet<string>;
  /** When each passage was shown last (ms since 1970), by `article:paragraph`. */
  readonly passages: ReadonlyMap<string, number>;
}
