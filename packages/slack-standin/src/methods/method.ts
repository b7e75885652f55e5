import type { AppEvents } from '../events/app-events.ts';
import type { Installations } from '../oauth/installations.ts';
import type { Files } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Triggers } from '../workspace/triggers.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import type { Args } from './args.ts';

/** What a Web API method works with. */
export interface MethodContext {
  readonly workspace: Workspace;
  readonly events: AppEvents;
  readonly triggers: Triggers;
  readonly files: Files;
  readonly installations: Installations;
  /** The token of the call. */
  readonly token: string;
  /** The address of the workspace, for permalinks. */
  readonly url: string;
  /** Gives the address of a new socket, when the app uses Socket Mode. */
  readonly openSocket: (() => string) | undefined;
}

/** Slack's rate limit tiers, in calls a minute. Source: https://docs.slack.dev/apis/web-api/rate-limits */
export type Tier = 1 | 2 | 3 | 4 | 'special';

/** A Web API method: who may call it, with what, and what it does. */
export interface Method {
  readonly required?: readonly string[];
  /** Any one of these suffices. */
  readonly scopes?: readonly string[];
  /** Whose token it takes: the bot's unless said otherwise. */
  readonly token?: 'bot' | 'app' | 'none';
  readonly tier: Tier;
  /** Carries the call out; throws a `Refusal` for what Slack answers with `ok: false`. */
  run(args: Args, context: MethodContext): Readonly<Record<string, unknown>>;
}

/** The channel whose id an argument gives. */
export function channelOf(args: Args, { workspace }: MethodContext, name = 'channel'): Channel {
  const channel = workspace.channels.find(({ id }) => id === args.string(name));
  if (!channel) throw new Refusal('channel_not_found');
  return channel;
}

/** Refuses the call unless the app was granted one of the scopes. */
export function requireScope({ workspace }: MethodContext, ...needed: readonly string[]): void {
  const { scopes } = workspace.app;
  if (needed.length === 0 || needed.some((scope) => scopes.includes(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: scopes.join(',') });
}

/** One page of a list, and the cursor of the next. Source: https://docs.slack.dev/apis/web-api/pagination */
export function paginate<T>(
  items: readonly T[],
  args: Args,
  fallback = 100,
): { page: T[]; response_metadata: { next_cursor: string } } {
  const cursor = Buffer.from(args.string('cursor'), 'base64').toString('utf8');
  const start = cursor === '' ? 0 : Number(cursor.replace(/^from:/, ''));
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + args.count('limit', fallback);
  const next = end < items.length ? Buffer.from(`from:${end}`).toString('base64') : '';
  return { page: items.slice(start, end), response_metadata: { next_cursor: next } };
}
