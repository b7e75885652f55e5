import type { Seal } from './seal.ts';

/** What Slack gives a bot that a workspace installs. */
export interface Installation {
  readonly team: string;
  readonly token: string;
  /** With token rotation: what the next token is had for, once. */
  readonly refreshToken?: string | undefined;
  /** When the token ends, in ms since 1970; absent for one that does not. */
  readonly expiresAt?: number | undefined;
}

/** An installation as it is kept: its tokens can't be read. */
export interface InstallationRow {
  readonly team: string;
  readonly sealed: string;
  readonly expiresAt?: number | undefined;
  /** Counts the tokens that the workspace had. */
  readonly version: number;
}

/** Where installations are kept, for all processes. */
export interface InstallationRows {
  find(team: string): Promise<InstallationRow | undefined>;
  /** Keeps a new installation in the place of any before it. */
  put(row: Omit<InstallationRow, 'version'>): Promise<void>;
  /** True for one process at a time, for `duration` ms, as long as the version is the last one. */
  beginRenewal(row: Pick<InstallationRow, 'team' | 'version'>, duration: number): Promise<boolean>;
  /** Keeps the token that follows; false when another one was kept meanwhile. */
  renew(row: InstallationRow): Promise<boolean>;
  /**
   * Removes a workspace with everything that was kept of it; false, and nothing is removed, when it
   * was installed again after `at` (ms since 1970).
   */
  forget(team: string, at: number): Promise<boolean>;
  /** The workspaces that have something to be done which no process is at work on. */
  waiting(): Promise<string[]>;
}

/** Installations whose tokens only this bot can read. */
export class Installations {
  readonly rows: InstallationRows;
  readonly #seal: Seal;

  constructor(rows: InstallationRows, seal: Seal) {
    this.rows = rows;
    this.#seal = seal;
  }

  async save(installation: Installation): Promise<void> {
    await this.rows.put(this.#sealed(installation));
  }

  /** A workspace's installation; undefined where it has none. Throws a SealError for another key's. */
  async find(team: string): Promise<(Installation & { readonly version: number }) | undefined> {
    const row = await this.rows.find(team);
    if (!row) return undefined;
    const { token, refreshToken } = JSON.parse(this.#seal.open(row.sealed, team)) as Tokens;
    return { team, token, refreshToken, expiresAt: row.expiresAt, version: row.version };
  }

  /** Keeps the token that follows that of `version`. */
  async renew(installation: Installation, version: number): Promise<boolean> {
    return this.rows.renew({ ...this.#sealed(installation), version });
  }

  #sealed({ team, token, refreshToken, expiresAt }: Installation) {
    const tokens: Tokens = { token, refreshToken };
    return { team, sealed: this.#seal.close(JSON.stringify(tokens), team), expiresAt };
  }
}

type Tokens = Pick<Installation, 'token' | 'refreshToken'>;
