import type { Logger, Receiver, ReceiverEvent } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { StatusRoutes } from '../status/routes.ts';
import type { Installation, Installations } from '../workspaces/installations.ts';
import { NotInstalled, Tokens } from '../workspaces/tokens.ts';
import type { Bot } from './bot.ts';
import { grantsFor } from './manifest.ts';
import { connect } from './transport/connect.ts';
import { createHttpReceiver, type InstallingParts } from './transport/http-receiver.ts';
import { createWorkspaceBot, type WorkspaceBot, type WorkspaceParts } from './workspace-bot.ts';

/** A workspace's own: its library, and what is kept of it. */
export interface OpenWorkspace extends Omit<WorkspaceParts, 'botToken'> {
  close(): Promise<void>;
}

/** What a bot of many workspaces is made from. */
export interface SharedBotParts {
  readonly oauth: Omit<InstallingParts, 'installed' | 'scopes' | 'apiUrl'>;
  readonly signingSecret: string;
  readonly port: number;
  readonly apiUrl?: string | undefined;
  readonly threadFollowups: boolean;
  readonly installations: Installations;
  /** Opens what belongs to a workspace. */
  readonly open: (team: string) => Promise<OpenWorkspace>;
  readonly status?: StatusRoutes | undefined;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** A bot that many workspaces install: one unit for each, made when it is needed, that knows no other. */
export function createSharedBot(parts: SharedBotParts): Bot {
  const { oauth, apiUrl, installations, threadFollowups, status = {}, log } = parts;
  const tokens = new Tokens({ installations, renew: (held) => renew(held, parts) });
  const workspaces = new Workspaces(parts, tokens);
  const { receiver, stop, isReachable } = createHttpReceiver({
    ...parts,
    status,
    installing: {
      ...oauth,
      apiUrl,
      scopes: grantsFor({ threadFollowups }).scopes,
      async installed(installation) {
        await installations.save(installation);
        tokens.drop(installation.team);
        log.info(`${installation.team} installed the bot`);
      },
    },
  });
  // All that a receiver needs of an app.
  const app = { processEvent: (event: ReceiverEvent) => workspaces.processEvent(event) };
  receiver.init(app as Parameters<Receiver['init']>[0]);
  return {
    isReachable,
    async start() {
      await connect('PORT', log, () => receiver.start());
      workspaces.start();
    },
    async stop() {
      await stop();
      await workspaces.stop();
    },
  };
}

/** Asks Slack for the token that follows (https://docs.slack.dev/authentication/using-token-rotation). */
async function renew(
  { team, refreshToken = '' }: Installation,
  { oauth, apiUrl }: SharedBotParts,
): Promise<Installation> {
  const client = new WebClient(undefined, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
  const given = await client.oauth.v2.access({
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const { access_token: token, refresh_token, expires_in } = given;
  if (!token) throw new Error(`Slack gave no token for ${team}`);
  const expiresAt = expires_in === undefined ? undefined : Date.now() + expires_in * 1000;
  return { team, token, refreshToken: refresh_token, expiresAt };
}

/** A workspace's bot, with what it was opened with. */
interface Unit {
  readonly bot: WorkspaceBot;
  readonly workspace: OpenWorkspace;
  /** Requests that it is at work on: a command is acknowledged before its question is written down. */
  readonly atWork: Set<Promise<void>>;
}

/** Units that nothing was heard of for this long are closed, in ms. */
const idleTime = 30 * 60_000;

/** More at once are closed, the one that was quiet longest first: a library each may take 20 MB. */
const maxOpen = 200;

/** How often it is looked which workspace has something to be done, in ms. */
const sweepInterval = 10_000;

/** Hands each request of Slack to the unit of the workspace that it is for. */
class Workspaces {
  readonly #parts: SharedBotParts;
  readonly #tokens: Tokens;
  readonly #clock: () => number;
  /** By team, in the order of their last use. */
  readonly #units = new Map<string, { readonly unit: Promise<Unit>; usedAt: number }>();
  readonly #closing = new Set<Promise<void>>();
  #sweeper: NodeJS.Timeout | undefined;

  constructor(parts: SharedBotParts, tokens: Tokens) {
    this.#parts = parts;
    this.#tokens = tokens;
    this.#clock = parts.clock ?? Date.now;
  }

  async processEvent(event: ReceiverEvent): Promise<void> {
    const { log } = this.#parts;
    const team = installedTeamOf(event.body);
    if (removes(event.body)) return this.#remove(team, event);
    try {
      const { bot, atWork } = await this.#unitOf(team);
      const work = bot.processEvent(event).finally(() => atWork.delete(work));
      atWork.add(work);
      await work;
    } catch (error) {
      if (!(error instanceof NotInstalled)) throw error;
      log.warn('Refused a request of a workspace that has not installed the bot');
      await event.ack();
    }
  }

  /** Looks from now on which workspaces have something to be done that nobody is at work on. */
  start(): void {
    this.#sweeper = setInterval(() => void this.#sweep(), sweepInterval).unref();
    void this.#sweep();
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeper);
    for (const team of this.#units.keys()) this.#close(team);
    await Promise.all(this.#closing);
  }

  #unitOf(team: string): Promise<Unit> {
    const known = this.#units.get(team);
    const unit = known?.unit ?? this.#open(team);
    // The last used stands last.
    this.#units.delete(team);
    this.#units.set(team, { unit, usedAt: this.#clock() });
    unit.catch(() => this.#units.delete(team));
    return unit;
  }

  async #open(team: string): Promise<Unit> {
    const { open } = this.#parts;
    await this.#tokens.of(team);
    const workspace = await open(team);
    try {
      const botToken = () => this.#tokens.of(team);
      const bot = createWorkspaceBot({ ...workspace, botToken }, silent);
      await bot.introduce();
      await bot.begin();
      bot.schedule();
      return { bot, workspace, atWork: new Set() };
    } catch (error) {
      await workspace.close();
      throw error;
    }
  }

  #close(team: string): void {
    const unit = this.#units.get(team)?.unit;
    if (!unit) return;
    this.#units.delete(team);
    const closing = unit
      .then(async ({ bot, workspace, atWork }) => {
        await Promise.allSettled(atWork);
        await bot.stop();
        await workspace.close();
      })
      .catch((error: Error) => this.#parts.log.error(`${team} was not closed: ${error.message}`))
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  /** A workspace that removes the bot is forgotten before Slack hears that it was told. */
  async #remove(team: string, { body, ack }: ReceiverEvent): Promise<void> {
    const { installations, log } = this.#parts;
    // Slack tells the second; an installation in the same one came before.
    const at = Number(body.event_time) * 1000 + 999;
    const isForgotten = await installations.rows.forget(team, at);
    this.#tokens.drop(team);
    if (isForgotten) {
      this.#close(team);
      await Promise.all(this.#closing);
      // What its unit still wrote down meanwhile.
      await installations.rows.forget(team, at);
      log.info(`${team} removed the bot; what was kept of it is gone`);
    }
    await ack();
  }

  async #sweep(): Promise<void> {
    const { installations, log } = this.#parts;
    const idle = [...this.#units].filter(([, { usedAt }]) => this.#clock() - usedAt > idleTime);
    const over = [...this.#units].slice(0, Math.max(0, this.#units.size - maxOpen));
    for (const [team] of [...idle, ...over]) this.#close(team);
    try {
      for (const team of await installations.rows.waiting()) await this.#unitOf(team);
    } catch (error) {
      // The store says, once, that the database is away.
      if ((error as Error).name === 'StoreError') return;
      log.warn(`A workspace could not be opened: ${(error as Error).message}`);
    }
  }
}

/** Requests come through the receiver of all. */
const silent: Receiver = { init() {}, start: async () => {}, stop: async () => {} };

/** What bodies of events, commands and interactions say of whose installation they are for. */
interface Addressed {
  readonly authorizations?: readonly { readonly team_id?: string | null }[];
  readonly view?: { readonly app_installed_team_id?: string };
  readonly team?: { readonly id?: string } | null;
  readonly team_id?: string;
}

function installedTeamOf(body: Addressed): string {
  const [authorization] = body.authorizations ?? [];
  const { view, team, team_id } = body;
  return authorization?.team_id ?? view?.app_installed_team_id ?? team?.id ?? team_id ?? '';
}

/** Whether Slack says that the bot has no token any more. */
function removes(body: ReceiverEvent['body']): boolean {
  const { type, tokens } = (body.event ?? {}) as {
    readonly type?: string;
    readonly tokens?: { readonly bot?: readonly string[] };
  };
  return (
    type === 'app_uninstalled' || (type === 'tokens_revoked' && (tokens?.bot?.length ?? 0) > 0)
  );
}
