import type { Digest } from './digest.ts';
import { type DraftParts, draftDigest, draftFirst, everyArticle } from './drafts.ts';
import { addDays, localDate } from './local-time.ts';
import type { Run } from './run.ts';
import type { Schedule } from './schedule.ts';
import { defaultSettings } from './settings.ts';
import type {
  DigestSettings,
  Due,
  Place,
  Subscription,
  Subscriptions,
  Wanted,
} from './subscription.ts';
import { nextDue } from './timetable.ts';
import { describeChange, describeDate } from './wording.ts';

/** A channel's digests: the standing order, if there is one, and its last runs, newest first. */
export interface DigestStatus {
  readonly subscription: Subscription | undefined;
  readonly runs: readonly Run[];
}

/** A change that was made, or why it can't be. */
export type Changed =
  | { readonly kind: 'changed'; readonly subscription: Subscription }
  | { readonly kind: 'impossible'; readonly problem: string };

const shownRuns = 5;

const none = {
  kind: 'impossible',
  problem: 'There is no digest in this channel yet. “digest” sets one up.',
} as const;

/** What the digests of channels are managed with. */
export interface DigestsParts extends DraftParts {
  readonly subscriptions: Subscriptions;
  readonly schedule: Pick<Schedule, 'add'>;
  /** Resolves when the digest of a run was tried to be posted, or after a while. */
  readonly settled: (run: string) => Promise<void>;
}

/** What people can do with a channel's digests. */
export class ChannelDigests {
  readonly #parts: DigestsParts;

  constructor(parts: DigestsParts) {
    this.#parts = parts;
  }

  async status({ team, channel }: Place): Promise<DigestStatus> {
    const subscription = await this.#parts.subscriptions.of(team, channel);
    const runs = subscription ? await this.#parts.runs.lastOf(subscription.id, shownRuns) : [];
    return { subscription, runs };
  }

  /** The subscriptions of a workspace, each with its last run. */
  async health(team: string): Promise<{ subscription: Subscription; last: Run | undefined }[]> {
    const { subscriptions, runs } = this.#parts;
    const all = await subscriptions.ofTeam(team);
    return Promise.all(
      all.map(async (subscription) => {
        const [last] = await runs.lastOf(subscription.id, 1);
        return { subscription, last };
      }),
    );
  }

  /** Switches digests on, or changes them; what is not wanted otherwise stays as it is. */
  async set(
    place: Place,
    person: string,
    wanted: Partial<DigestSettings>,
    defaultZone: string | undefined,
  ): Promise<Changed> {
    const read = this.#parts.readTopics(wanted.topics ?? '');
    if ('problems' in read) return { kind: 'impossible', problem: read.problems.join(' ') };
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    const zone = wanted.zone ?? before?.zone ?? defaultZone;
    if (!zone) {
      const problem =
        'I can’t see your time zone. Name it, such as “digest 09:00 Europe/Berlin weekdays”.';
      return { kind: 'impossible', problem };
    }
    const settings = { ...defaultSettings, ...(before && settingsOf(before)), ...wanted, zone };
    const what = describeChange(before, settings);
    const changed = await this.#change(place, person, what, (present) => ({
      ...settings,
      status: 'on',
      pausedUntil: present?.pausedUntil,
      setUpBy: person,
    }));
    return changed;
  }

  /** Pauses until a local date, a week from now unless one is named; the first digest comes then. */
  async pause(place: Place, person: string, until: string | undefined): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (before?.status !== 'on') return none;
    const today = localDate(this.#parts.clock(), before.zone);
    const date = until ?? addDays(today, 7);
    if (date <= today || date > addDays(today, 366)) {
      const problem = `The pause has to end after today (${today}) and within a year.`;
      return { kind: 'impossible', problem };
    }
    const what = `paused it until ${describeDate(date)}`;
    return this.#change(place, person, what, keep({ pausedUntil: date }));
  }

  async resume(place: Place, person: string): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (!before) return none;
    return this.#change(
      place,
      person,
      'resumed it',
      keep({ status: 'on', pausedUntil: undefined, setUpBy: person }),
    );
  }

  async off(place: Place, person: string): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (before?.status !== 'on') return none;
    return this.#change(place, person, 'switched it off', keep({ status: 'off' }));
  }

  /** What a digest would say now; nothing is noted as shown. */
  async preview(place: Place): Promise<{ digest: Digest; settings: DigestSettings }> {
    const subscription = await this.#parts.subscriptions.of(place.team, place.channel);
    if (!subscription) {
      const settings = { ...defaultSettings, zone: 'UTC' };
      return { digest: await draftFirst(place, settings, this.#parts), settings };
    }
    return { digest: await draftDigest(subscription, this.#parts), settings: subscription };
  }

  /** Posts a digest at once, one for each `key`; undefined where there is no subscription. */
  async now(place: Place, key: string): Promise<Run | undefined> {
    const { subscriptions, runs, schedule, settled, clock } = this.#parts;
    const subscription = await subscriptions.of(place.team, place.channel);
    if (!subscription) return undefined;
    const run = await schedule.add(subscription, { date: `now-${key}`, at: clock() });
    await settled(run);
    return runs.byId(run);
  }

  async #change(
    place: Place,
    person: string,
    what: string,
    decide: (present: Subscription | undefined) => Omit<Wanted, 'due'>,
  ): Promise<Changed> {
    const { subscriptions, clock, library, seen } = this.#parts;
    let isNew = false;
    const by = { person, what, at: clock() };
    const subscription = await subscriptions.change(place, by, async (present) => {
      isNew = present === undefined;
      const wanted = decide(present);
      const due = wanted.status === 'on' ? await this.#dueOf(present?.id, wanted) : undefined;
      return { ...wanted, due };
    });
    // What is there when a channel signs up is no news to it.
    if (isNew) await seen.note(subscription.id, everyArticle(library), clock());
    return { kind: 'changed', subscription };
  }

  /** The next date that has had no digest yet. */
  async #dueOf(id: string | undefined, wanted: Omit<Wanted, 'due'>): Promise<Due> {
    let due = nextDue(wanted, this.#parts.clock(), wanted.pausedUntil);
    while (id && (await this.#parts.runs.bySlot(id, due.date))) due = nextDue(wanted, due.at);
    return due;
  }
}

function keep(
  changes: Partial<Wanted>,
): (present: Subscription | undefined) => Omit<Wanted, 'due'> {
  return (present) => {
    if (!present) throw new Error('There is no subscription to be changed');
    return { ...present, ...changes };
  };
}

function settingsOf({ time, zone, weekdays, topics, passages }: Subscription): DigestSettings {
  return { time, zone, weekdays, topics, passages };
}
