import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { DeadlineError, withDeadline } from '../../outbox/timing.ts';
import type { KnownPerson, PeopleStore, PersonRef, Standing } from '../../questions/people.ts';
import { type Locale, localeOf } from '../../texts/locale.ts';
import { PostError, toPostError } from './web-api.ts';

/** What a directory is made from. */
export interface PeopleParts {
  readonly client: Pick<WebClient, 'users'>;
  readonly store: PeopleStore;
  readonly log: Pick<Logger, 'warn'>;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** How long Slack's word is taken for true, in ms. */
const freshness = 24 * 60 * 60_000;

/** What Slack could not be asked is asked again after this, in ms. */
const retryPause = 5 * 60_000;

/** Who is not known yet is asked for again so soon, in ms: a click waits for it, and Slack for the click, 3 s. */
const pausesOfUnknown = [200, 600];

/** A click waits no longer for what Slack says, in ms; what it says later is kept. */
const patience = 2000;

/** People that are remembered in memory; the one who was looked up first goes first. */
const maxPeople = 10_000;

/** Slack knows nobody of that name who could ask here. */
const nobody = /^user_not_(?:found|visible)$/;

/** What is known of a person, and whether Slack said so. */
interface Said extends Omit<KnownPerson, 'lookedUpAt'> {
  readonly isCertain: boolean;
}

/** How people belong to a workspace, and in which language they use Slack: asked once a day each, and kept. */
export class PeopleDirectory {
  readonly #parts: Required<PeopleParts>;
  readonly #known = new Map<string, KnownPerson>();
  readonly #asking = new Map<string, Promise<KnownPerson>>();
  #mayNotLook = false;

  constructor(parts: PeopleParts) {
    this.#parts = { clock: Date.now, ...parts };
  }

  /**
   * A person's standing. While Slack can't be asked, what it said before; of somebody unknown it
   * rejects with a PostError then. Where the bot may not look people up at all, everybody is a member.
   */
  async standingOf(ref: PersonRef): Promise<Standing> {
    return (await this.#lookUp(ref)).standing;
  }

  /** The language to speak to a person; English where nothing is known of them. Never rejects. */
  async localeOf(ref: PersonRef): Promise<Locale> {
    const known = await this.#lookUp(ref).catch(() => undefined);
    return localeOf(known?.locale);
  }

  #lookUp(ref: PersonRef): Promise<KnownPerson> {
    const key = `${ref.team}:${ref.person}`;
    const asking = this.#asking.get(key) ?? this.#find(key, ref);
    this.#asking.set(key, asking);
    const done = () => this.#asking.delete(key);
    asking.then(done, done);
    return asking;
  }

  async #find(key: string, ref: PersonRef): Promise<KnownPerson> {
    const { store, clock } = this.#parts;
    const known = this.#known.get(key) ?? (await store.find(ref).catch(() => undefined));
    if (known && clock() - known.lookedUpAt < freshness) return this.#keep(key, known);
    const asking = this.#ask(ref, known).then((said) => this.#note(key, ref, said));
    try {
      return await withDeadline(asking, patience);
    } catch (error) {
      if (!(error instanceof DeadlineError)) throw error;
      asking.catch(() => {});
      if (known) return known;
      throw new PostError('later', 'no answer in time', error);
    }
  }

  async #note(key: string, ref: PersonRef, { isCertain, ...said }: Said): Promise<KnownPerson> {
    const { store, clock } = this.#parts;
    if (!isCertain) {
      return this.#keep(key, { ...said, lookedUpAt: clock() - freshness + retryPause });
    }
    const found = this.#keep(key, { ...said, lookedUpAt: clock() });
    // What can't be written down now is looked up again after the next start.
    await store.remember(ref, found).catch(() => {});
    return found;
  }

  /** What Slack says; what it said before, or that everybody is a member, is not certain. */
  async #ask(
    { team, person }: PersonRef,
    before: KnownPerson | undefined,
    pauses: readonly number[] = pausesOfUnknown,
  ): Promise<Said> {
    try {
      const { users } = this.#parts.client;
      const { user } = await users.info({ user: person, include_locale: true });
      return { standing: readStanding(user ?? {}, team), locale: user?.locale, isCertain: true };
    } catch (error) {
      const refusal = toPostError(error);
      if (nobody.test(refusal.code)) return { standing: 'stranger', isCertain: true };
      const mayLook = refusal.kind !== 'refused' || refusal.code.startsWith('http_');
      if (!mayLook) this.#warn(refusal.code);
      if (before || !mayLook) return { standing: 'member', ...before, isCertain: false };
      const [pause, ...further] = pauses;
      if (pause === undefined) throw refusal;
      await wait(pause);
      return this.#ask({ team, person }, before, further);
    }
  }

  #warn(code: string): void {
    if (this.#mayNotLook) return;
    this.#mayNotLook = true;
    this.#parts.log.warn(
      `Slack does not say who is a guest (${code}), so everybody is answered, and in English; the scope users:read lets me ask`,
    );
  }

  #keep(key: string, known: KnownPerson): KnownPerson {
    this.#known.set(key, known);
    const [oldest] = this.#known.size > maxPeople ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    return known;
  }
}

/** What `users.info` says that matters here (https://docs.slack.dev/reference/objects/user-object). */
interface UserFields {
  readonly deleted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly team_id?: string;
  /** In an organisation of several workspaces, which of them the person is in. */
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

function readStanding(user: UserFields, team: string): Standing {
  if (user.deleted) return 'deactivated';
  const isOfTeam = !user.team_id || user.team_id === team;
  const isOfOrganisation = user.enterprise_user?.teams?.includes(team) ?? false;
  if (user.is_stranger || !(isOfTeam || isOfOrganisation)) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
