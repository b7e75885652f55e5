import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults, RequestFault } from '../faults/faults.ts';
import type { Installations } from '../oauth/installations.ts';
import { json, type Reply } from '../transport/reply.ts';
import { invalid, Refusal } from '../workspace/refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appsMethods } from './apps.ts';
import { Args, readArgs } from './args.ts';
import { assistantMethods } from './assistant.ts';
import { authMethods } from './auth.ts';
import { blocksMethods } from './blocks.ts';
import type { Call } from './calls.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { filesMethods } from './files.ts';
import { type Method, type MethodContext, requireScope } from './method.ts';
import { oauthMethods } from './oauth.ts';
import type { RateLimits } from './rate-limits.ts';
import { reactionsMethods } from './reactions.ts';
import { usersMethods } from './users.ts';
import { viewsMethods } from './views.ts';

/** Every Web API method that the fake Slack knows. */
export const methods: Readonly<Record<string, Method>> = {
  ...appsMethods,
  ...assistantMethods,
  ...authMethods,
  ...blocksMethods,
  ...chatMethods,
  ...conversationsMethods,
  ...filesMethods,
  ...oauthMethods,
  ...reactionsMethods,
  ...usersMethods,
  ...viewsMethods,
};

/** The app's own token, and the bot's in the first team where nobody has to install it. */
export const tokens = { bot: 'xoxb-fake', app: 'xapp-fake' } as const;

/** One request to `/api/METHOD`. */
export interface ApiRequest {
  readonly method: string;
  readonly body: string;
  readonly contentType: string;
  readonly authorization: string;
}

/** What answering calls needs. */
export interface WebApiOptions {
  readonly installations: Installations;
  readonly faults: Faults;
  /** Left out, nothing is limited. */
  readonly rateLimits: RateLimits | undefined;
  /** What a method works with for a team; without a workspace, the first one's. */
  readonly contextOf: (workspace: Workspace | undefined, token: string) => TeamContext;
}

/** What a method works with, and where its team's calls are noted. */
export interface TeamContext extends MethodContext {
  readonly log: (call: Call) => void;
}

/** Arguments that forms carry as JSON. */
const jsonArgs = new Set([
  'blocks',
  'files',
  'metadata',
  'prompts',
  'view',
  'loading_messages',
  'message',
]);

type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/** Answers calls of the Web API as Slack does, faults included. */
export async function answerCall(request: ApiRequest, options: WebApiOptions): Promise<Reply> {
  const { faults, rateLimits } = options;
  const args = readArgs(request.body, request.contentType);
  const { context, refusal } = findCaller(request, args, options);
  const { team, clock } = context.workspace;
  const fault = faults.ofRequest(request.method);
  const shown = args ? shownArgs(args) : {};
  const record = (answer: Answer) => {
    const error = typeof answer.error === 'string' ? answer.error : undefined;
    const what = { method: request.method, args: shown, response: answer };
    context.log({ ...what, ok: answer.ok, error, fault: fault?.kind, at: clock() });
  };
  if (fault?.kind === 'delay') await sleep(fault.ms);
  const channel = String(args?.channel ?? '');
  const tier = methods[request.method]?.tier ?? 'special';
  const wait = rateLimits?.take(team.id, request.method, tier, channel) ?? 0;
  const limited = wait > 0 ? { kind: 'rate_limited' as const, retryAfterSeconds: wait } : fault;
  const refused = refusedByFault(limited, record);
  if (refused) return refused;
  const answer = args ? carryOut(request.method, new Args(args), context, refusal) : malformed();
  record(answer);
  const { scopes } = context.workspace.app;
  const reply = json(answer, 200, { 'x-oauth-scopes': scopes.join(',') });
  return fault?.kind === 'lost_response' ? { ...reply, isLost: true } : reply;
}

/** The team that a call is about, by its token; or why the token is refused. */
function findCaller(
  { method, authorization }: ApiRequest,
  args: Record<string, unknown> | undefined,
  { installations, contextOf }: WebApiOptions,
): { readonly context: TeamContext; readonly refusal?: Refusal } {
  const given = typeof args?.token === 'string' ? args.token : '';
  const token = authorization.replace(/^Bearer /i, '') || given;
  const kind = (Object.hasOwn(methods, method) && methods[method]?.token) || 'bot';
  const context = contextOf(undefined, token);
  if (kind === 'none' || (kind === 'app' && token === tokens.app)) return { context };
  try {
    if (token === '') throw new Refusal('not_authed');
    if (token === tokens.app) throw new Refusal('not_allowed_token_type');
    const workspace = installations.workspaceOf(token);
    if (kind === 'app') throw new Refusal('not_allowed_token_type');
    return { context: contextOf(workspace, token) };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { context, refusal };
  }
}

/** Arguments for the log: nested ones decoded, secrets left out. */
function shownArgs({
  token,
  client_secret,
  refresh_token,
  ...args
}: Record<string, unknown>): Record<string, unknown> {
  const decoded = Object.entries(args).map(([name, value]) => {
    if (!jsonArgs.has(name) || typeof value !== 'string') return [name, value];
    try {
      return [name, JSON.parse(value)];
    } catch {
      return [name, value];
    }
  });
  return Object.fromEntries(decoded) as Record<string, unknown>;
}

function refusedByFault(
  fault: RequestFault | undefined,
  record: (answer: Answer) => void,
): Reply | undefined {
  if (fault?.kind === 'lost_request') {
    record({ ok: false, error: 'lost_request' });
    return { ...json({}), isLost: true };
  }
  if (fault?.kind === 'server_error') {
    record({ ok: false, error: 'internal_error' });
    return json({ ok: false, error: 'internal_error' }, fault.status ?? 500);
  }
  if (fault?.kind === 'rate_limited') {
    record({ ok: false, error: 'ratelimited' });
    const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
    return json({ ok: false, error: 'ratelimited' }, 429, headers);
  }
  if (fault?.kind === 'refused') {
    record({ ok: false, error: fault.error });
    return json({ ok: false, error: fault.error });
  }
  return undefined;
}

function malformed(): Answer {
  return { ok: false, error: 'invalid_json' };
}

function carryOut(
  method: string,
  args: Args,
  context: MethodContext,
  refusal: Refusal | undefined,
): Answer {
  const found = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!found) return { ok: false, error: 'unknown_method', req_method: method };
  try {
    if (refusal) throw refusal;
    if (found.token !== 'app') requireScope(context, ...(found.scopes ?? []));
    const missing = args.missing(found.required ?? []);
    if (missing.length > 0)
      throw invalid(...missing.map((name) => `missing required field: ${name}`));
    return { ok: true, ...found.run(args, context) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.error, ...error.extra };
  }
}
