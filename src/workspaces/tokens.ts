import { setTimeout as wait } from 'node:timers/promises';
import type { Installation, Installations } from './installations.ts';

/** A workspace has not installed the bot, or has removed it. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';

  constructor(team: string) {
    super(`${team} has not installed the bot`);
  }
}

/** What tokens are had from. */
export interface TokenParts {
  readonly installations: Installations;
  /** Asks Slack for the token that follows. */
  readonly renew: (installation: Installation) => Promise<Installation>;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** A token of twelve hours is renewed so long before its end, in ms. */
const renewBefore = 2 * 60 * 60_000;

/** One process gets this long to renew a token, in ms. */
const renewalTime = 30_000;

/** Another process may have renewed it: so long a token is believed without a look, in ms. */
const believed = 60_000;

/** Pauses while another process renews an expired token, in ms. */
const pause = 250;
const maxPauses = 40;

/** The bot's token in each workspace, renewed in time by one process for all. */
export class Tokens {
  readonly #parts: Required<TokenParts>;
  readonly #known = new Map<string, { readonly token: string; readonly until: number }>();
  readonly #asking = new Map<string, Promise<string>>();

  constructor(parts: TokenParts) {
    this.#parts = { clock: Date.now, ...parts };
  }

  /** The token for calls in a workspace; rejects with NotInstalled where there is none. */
  async of(team: string): Promise<string> {
    const known = this.#known.get(team);
    if (known && known.until > this.#parts.clock()) return known.token;
    const asking = this.#asking.get(team) ?? this.#find(team);
    this.#asking.set(team, asking);
    return asking.finally(() => this.#asking.delete(team));
  }

  /** Looks again at the next call, after a change or a refusal. */
  drop(team: string): void {
    this.#known.delete(team);
  }

  async #find(team: string): Promise<string> {
    const { installations, clock } = this.#parts;
    for (let attempt = 0; ; attempt += 1) {
      const held = await installations.find(team);
      if (!held) throw new NotInstalled(team);
      const rest = (held.expiresAt ?? Number.POSITIVE_INFINITY) - clock();
      if (rest > renewBefore || !held.refreshToken) return this.#keep(held);
      const isMine = await installations.rows.beginRenewal(held, renewalTime);
      if (isMine) {
        const renewed = await this.#renew(held).catch((error: unknown) => {
          // What still holds is used; the next look tries again.
          if (rest > 0) return held;
          throw error;
        });
        return this.#keep(renewed);
      }
      if (rest > 0 || attempt >= maxPauses) return this.#keep(held);
      await wait(pause);
    }
  }

  async #renew(held: Installation & { readonly version: number }): Promise<Installation> {
    const { installations, renew } = this.#parts;
    const renewed = await renew(held);
    await installations.renew(renewed, held.version);
    return renewed;
  }

  #keep({ team, token, expiresAt = Number.POSITIVE_INFINITY }: Installation): string {
    const until = Math.min(expiresAt, this.#parts.clock() + believed);
    this.#known.set(team, { token, until });
    return token;
  }
}
