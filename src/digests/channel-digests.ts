import { orderTexts } from '../texts/digest-orders.ts';
import { digestTexts as texts } from '../texts/digests.ts';
import { type Saying, saying } from '../texts/message.ts';
import type { Digest } from './digest.ts';
import { type DraftParts, draftDigest, draftFirst, newsFor, unmatchedTopics } from './drafts.ts';
import { addDays, instantOf, localDate } from './local-time.ts';
import { dateOf, type Until } from './orders/until.ts';
import type { Run } from './run.ts';
import type { Schedule } from './schedule.ts';
import { defaultSettings } from './settings.ts';
import type {
  Change,
  DigestSettings,
  Due,
  Place,
  Subscription,
  Subscriptions,
  Wanted,
} from './subscription.ts';
import { nextDue } from './timetable.ts';

/** A channel's digests: the standing order, if there is one, and its last runs, newest first. */
export interface DigestStatus {
  readonly subscription: Subscription | undefined;
  readonly runs: readonly Run[];
}

/** A change that was made, or why it can't be. */
export type Changed =
  | {
      readonly kind: 'changed';
      readonly subscription: Subscription;
      /** The topics that nothing in the library is about. */
      readonly unmatched: readonly string[];
    }
  | { readonly kind: 'impossible'; readonly problem: Saying };

const shownRuns = 5;

const none: Changed = { kind: 'impossible', problem: saying(texts.noDigest, { word: 'digest' }) };

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
    if ('problems' in read) {
      return {
        kind: 'impossible',
        problem: saying(orderTexts.topics, { problem: read.problems }),
      };
    }
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    const zoneless = wanted.rhythm === 'news' ? 'UTC' : undefined;
    const zone = wanted.zone ?? before?.zone ?? defaultZone ?? zoneless;
    if (!zone) {
      const example = 'digest 09:00 Europe/Berlin weekdays';
      return { kind: 'impossible', problem: saying(texts.noZone, { example }) };
    }
    const settings = settingsOf({
      ...defaultSettings,
      ...(before && settingsOf(before)),
      ...wanted,
      zone,
    });
    const what = changeOf(before, settings);
    const changed = await this.#change(place, person, what, (present) => ({
      ...settings,
      status: 'on',
      pausedUntil: present?.pausedUntil,
      setUpBy: person,
    }));
    return { ...changed, unmatched: await unmatchedTopics(settings.topics, this.#parts) };
  }

  /** Pauses until a local date, a week from now unless one is named; the first digest comes then. */
  async pause(place: Place, person: string, until: Until | undefined): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (before?.status !== 'on') return none;
    const today = localDate(this.#parts.clock(), before.zone);
    const date = until ? dateOf(until, today) : addDays(today, 7);
    if (date <= today || date > addDays(today, 366)) {
      return { kind: 'impossible', problem: saying(texts.pauseTooLong, { today }) };
    }
    const what: Change = { kind: 'paused', until: date };
    return this.#change(place, person, what, keep({ pausedUntil: date }));
  }

  async resume(place: Place, person: string): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (!before) return none;
    return this.#change(
      place,
      person,
      { kind: 'resumed' },
      keep({ status: 'on', pausedUntil: undefined, setUpBy: person }),
    );
  }

  async off(place: Place, person: string): Promise<Changed> {
    const before = await this.#parts.subscriptions.of(place.team, place.channel);
    if (before?.status !== 'on') return none;
    return this.#change(place, person, { kind: 'off' }, keep({ status: 'off' }));
  }

  /** What a digest would say now, with old articles where they are asked for; nothing is noted as shown. */
  async preview(
    place: Place,
    archive: boolean,
  ): Promise<{ digest: Digest; settings: DigestSettings }> {
    const subscription = await this.#parts.subscriptions.of(place.team, place.channel);
    if (!subscription) {
      const settings = { ...defaultSettings, zone: 'UTC', archive };
      return { digest: await draftFirst(place, settings, this.#parts), settings };
    }
    const wanted = { ...subscription, archive: archive || subscription.archive };
    const { digest } = await draftDigest(wanted, this.#parts);
    return { digest, settings: wanted };
  }

  /** Posts a digest at once, one for each `key`; undefined where there is no subscription. */
  async now(place: Place, key: string, archive: boolean): Promise<Run | undefined> {
    const { subscriptions, runs, schedule, settled, clock } = this.#parts;
    const subscription = await subscriptions.of(place.team, place.channel);
    if (!subscription) return undefined;
    const run = await schedule.add(subscription, { date: `now-${key}`, at: clock() }, archive);
    await settled(run);
    return runs.byId(run);
  }

  async #change(
    place: Place,
    person: string,
    what: Change,
    decide: (present: Subscription | undefined) => Omit<Wanted, 'due'>,
  ): Promise<Changed & { readonly kind: 'changed' }> {
    const { subscriptions, clock, seen } = this.#parts;
    let isNew = false;
    const by = { person, what, at: clock() };
    const subscription = await subscriptions.change(place, by, async (present) => {
      isNew = present === undefined;
      const wanted = decide(present);
      const due = wanted.status === 'on' ? await this.#dueOf(present, wanted) : undefined;
      return { ...wanted, due };
    });
    // What is there when a channel signs up is no news to it.
    if (isNew) await seen.note(subscription.id, await newsFor(this.#parts), clock());
    return { kind: 'changed', subscription, unmatched: [] };
  }

  /** Not before the pause ends, nor within an hour of the last news. */
  #watchFrom(present: Subscription | undefined, { zone, pausedUntil }: Omit<Wanted, 'due'>): Due {
    const resumed = pausedUntil ? instantOf(pausedUntil, '00:00', zone) : undefined;
    const told = present?.rhythm === 'news' ? present.due?.at : undefined;
    const at = Math.max(this.#parts.clock(), resumed ?? 0, (!present?.pausedUntil && told) || 0);
    return { at, date: localDate(at, zone) };
  }

  /** The next date that has had no digest yet; for news, the instant from which they are told. */
  async #dueOf(present: Subscription | undefined, wanted: Omit<Wanted, 'due'>): Promise<Due> {
    if (wanted.rhythm === 'news') return this.#watchFrom(present, wanted);
    const id = present?.id;
    let due = nextDue(wanted, this.#parts.clock(), wanted.pausedUntil);
    while (id && (await this.#parts.runs.bySlot(id, due.date))) due = nextDue(wanted, due.at);
    return due;
  }
}

function changeOf(before: Subscription | undefined, settings: DigestSettings): Change {
  if (before?.status !== 'on') return { kind: 'on', settings };
  const isSame = JSON.stringify(settingsOf(before)) === JSON.stringify(settingsOf(settings));
  return isSame ? { kind: 'unchanged' } : { kind: 'changed', settings };
}

function keep(
  changes: Partial<Wanted>,
): (present: Subscription | undefined) => Omit<Wanted, 'due'> {
  return (present) => {
    if (!present) throw new Error('There is no subscription to be changed');
    return { ...present, ...changes };
  };
}

function settingsOf(settings: DigestSettings): DigestSettings {
  const { rhythm, time, zone, weekdays, topics, passages, archive } = settings;
  return { rhythm, time, zone, weekdays, topics, passages, archive };
}
