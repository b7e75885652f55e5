/** `times`: at a local time on some weekdays. `news`: when something new comes, at most once an hour. */
export type Rhythm = 'times' | 'news';

/** What a channel wants of its digests. */
export interface DigestSettings {
  readonly rhythm: Rhythm;
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
  /** Whether passages of old articles fill it up; otherwise only news are told. */
  readonly archive: boolean;
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
  readonly what: Change;
  readonly at: number;
}

/** What was changed: a change of settings holds all of them, as they are from then on. */
export type Change =
  | { readonly kind: 'on' | 'changed'; readonly settings: DigestSettings }
  | { readonly kind: 'paused'; readonly until: string }
  | { readonly kind: 'unchanged' | 'resumed' | 'off' }
  /** As version 0.1 wrote it down. */
  | { readonly kind: 'words'; readonly words: string };

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
  /** Ids of the articles that are no news, and of the links that were listed. */
  readonly articles: ReadonlySet<string>;
  /** When each passage was shown last (ms since 1970), by `article:paragraph`. */
  readonly passages: ReadonlyMap<string, number>;
}

/** The channels' standing orders. */
export interface Subscriptions {
  of(team: string, channel: string): Promise<Subscription | undefined>;
  byId(id: string): Promise<Subscription | undefined>;
  /** All of a workspace. */
  ofTeam(team: string): Promise<Subscription[]>;
  /** Those whose next digest is due at `now` (ms since 1970) or was before, the longest due first. */
  due(now: number): Promise<Subscription[]>;
  /** When the next digest of all is due by its date, in ms since 1970; watches wait for news. */
  nextDueAt(): Promise<number | undefined>;
  /** Moves the next due instant on, unless somebody did so already or changed it. */
  advance(subscription: Subscription, next: Due): Promise<void>;
  /**
   * Changes a channel's subscription, or makes it; `decide` sees the present one and says what it is
   * to be. It is asked again when somebody else was faster, so that no change is lost.
   */
  change(
    place: Place,
    by: SubscriptionChange,
    decide: (present: Subscription | undefined) => Promise<Wanted> | Wanted,
  ): Promise<Subscription>;
}

/** What the digests of each subscription have shown. */
export interface ArticlesSeen {
  of(subscription: string): Promise<Seen>;
  /** Notes what was shown, or that articles are no news; `at` in ms since 1970. */
  note(subscription: string, passages: readonly PassageKey[], at: number): Promise<void>;
}
