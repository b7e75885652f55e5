import type { Server } from 'node:http';
import { AppEvents } from './events/app-events.ts';
import { Dispatcher } from './events/dispatcher.ts';
import { Faults } from './faults/faults.ts';
import type { Call } from './methods/calls.ts';
import { RateLimits } from './methods/rate-limits.ts';
import { answerCall, tokens } from './methods/web-api.ts';
import { PageServer } from './page/page-server.ts';
import { type Acting, type ActionResult, personNamed } from './people/acting.ts';
import { type Click, click } from './people/click.ts';
import { type Command, sendCommand } from './people/command.ts';
import { closeView, type Submission, type SubmissionResult, submitView } from './people/form.ts';
import { type Reaction, react } from './people/react.ts';
import { type ShortcutUse, useShortcut } from './people/shortcut.ts';
import { type Query, type Suggested, suggestOptions } from './people/suggest.ts';
import { edit, remove, type Saying, say } from './people/talk.ts';
import { giveToApp, takeUpload } from './transport/file-routes.ts';
import { HttpTransport } from './transport/http-delivery.ts';
import { text } from './transport/reply.ts';
import { ResponseUrls } from './transport/response-urls.ts';
import { addressOf, type Inquiry, listen, shut } from './transport/server.ts';
import { SocketTransport } from './transport/socket.ts';
import type { Message, MessageRef } from './wire.ts';
import { Files } from './workspace/files.ts';
import { Triggers } from './workspace/triggers.ts';
import { Workspace, type WorkspaceConfig } from './workspace/workspace.ts';

/** How a fake Slack is set up; everything has a default that suits tests. */
export interface FakeSlackOptions extends WorkspaceConfig {
  /** 0 takes any free port. */
  readonly port?: number;
  /** How the app is reached: by sockets that it opens, or at its address. */
  readonly delivery?:
    | { readonly kind: 'socket' }
    | { readonly kind: 'http'; readonly url: string; readonly signingSecret: string };
  /** Source: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  readonly ackTimeoutMs?: number;
  /** Source: https://docs.slack.dev/apis/events-api/#retries */
  readonly redeliveryDelaysMs?: readonly number[];
  /** Whether calls beyond Slack's rate limits are refused. */
  readonly enforceRateLimits?: boolean;
}

/** A running fake Slack, with people to act as. */
export interface FakeSlack {
  readonly url: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly workspace: Workspace;
  readonly faults: Faults;
  /** Every use of the Web API and of `response_url`s, in order. */
  readonly calls: readonly Call[];
  command(command: Command): Promise<ActionResult>;
  say(saying: Saying): Promise<Message>;
  edit(change: MessageRef & { readonly text: string }): Promise<Message>;
  remove(ref: MessageRef): Promise<void>;
  react(reaction: Reaction): Promise<void>;
  click(use: Click): Promise<ActionResult>;
  suggest(query: Query): Promise<Suggested>;
  submitView(form: Submission): Promise<SubmissionResult>;
  closeView(view: { readonly user: string; readonly viewId: string }): Promise<void>;
  shortcut(use: ShortcutUse): Promise<ActionResult>;
  openHome(visit: { readonly user: string; readonly tab?: 'home' | 'messages' }): Promise<void>;
  /** Resolves with what `find` finds in the workspace, looking again after each change. */
  waitFor<T>(
    find: (workspace: Workspace) => T | undefined | false,
    options?: { readonly timeoutMs?: number; readonly what?: string },
  ): Promise<T>;
  /** Resolves when the app can be reached. */
  connected(): Promise<void>;
  /** Resolves when every delivery is acknowledged or given up. */
  idle(): Promise<void>;
  /** Asks the app to reconnect its sockets, as Slack does every few hours. */
  refresh(): void;
  /** Breaks all sockets. */
  dropSockets(): void;
  close(): Promise<void>;
}

/** Starts a fake Slack on the loopback address. Stop the app before closing it. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const parts = createParts(options);
  const { workspace, dispatcher, transport } = parts;
  const socket = transport instanceof SocketTransport ? transport : undefined;
  const page = new PageServer(parts);
  const server = await listen(options.port ?? 0, {
    reply: (inquiry, response) => {
      const slack = replyAsSlack(inquiry, parts, socket);
      return slack ?? page.reply(inquiry, response);
    },
    upgrade: (request, stream, head) =>
      socket ? socket.upgrade(request, stream, head) : stream.destroy(),
  });
  const url = addressOf(server);
  parts.address.url = url;
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    workspace,
    faults: parts.faults,
    calls: parts.calls,
    ...actions(parts),
    waitFor: (find, { timeoutMs = 15_000, what = 'the workspace to change' } = {}) =>
      workspace.changes.waitFor(() => find(workspace), timeoutMs, what),
    connected: () => transport.reachable(),
    idle: () => dispatcher.idle(),
    refresh: () => socket?.refresh(),
    dropSockets: () => socket?.drop(),
    close: () => close(parts, server),
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts(options: FakeSlackOptions) {
  const workspace = new Workspace(options);
  const { clock } = workspace;
  const faults = new Faults();
  const { delivery = { kind: 'socket' } } = options;
  const transport =
    delivery.kind === 'http'
      ? new HttpTransport({ ...delivery, clock })
      : new SocketTransport(workspace.appId);
  const dispatcher = new Dispatcher({
    transport,
    faults,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    redeliveryDelaysMs: options.redeliveryDelaysMs ?? [0, 60_000, 300_000],
  });
  const calls: Call[] = [];
  const log = (call: Call) => {
    calls.push(call);
    workspace.changes.emit();
  };
  const events = new AppEvents(workspace, dispatcher);
  const posted = events.messagePosted.bind(events);
  // The address is known only once the server listens.
  const address = { url: '' };
  const url = () => address.url;
  const { ids, team } = workspace;
  return {
    address,
    workspace,
    files: new Files({ clock, ids, team: team.id, url }),
    faults,
    transport,
    dispatcher,
    calls,
    log,
    events,
    triggers: new Triggers(workspace),
    responseUrls: new ResponseUrls({ workspace, faults, log, url, posted }),
    rateLimits: options.enforceRateLimits ? new RateLimits(clock) : undefined,
  };
}

/** Everything that a person can do. */
function actions(acting: Acting) {
  return {
    command: (command: Command) => sendCommand(acting, command),
    say: async (saying: Saying) => say(acting, saying),
    edit: async (change: MessageRef & { readonly text: string }) => edit(acting, change),
    remove: async (ref: MessageRef) => remove(acting, ref),
    react: async (reaction: Reaction) => react(acting, reaction),
    click: (use: Click) => click(acting, use),
    suggest: (query: Query) => suggestOptions(acting, query),
    submitView: (form: Submission) => submitView(acting, form),
    closeView: (view: { readonly user: string; readonly viewId: string }) =>
      closeView(acting, view),
    shortcut: (use: ShortcutUse) => useShortcut(acting, use),
    openHome: async ({ user, tab = 'home' }: { user: string; tab?: 'home' | 'messages' }) =>
      acting.events.homeOpened(personNamed(acting, user).id, tab),
  };
}

function replyAsSlack(inquiry: Inquiry, parts: Parts, socket: SocketTransport | undefined) {
  const { method, url, headers, body } = inquiry;
  const [, place, id = ''] = url.pathname.split('/');
  if (place === 'response' && method === 'POST') return parts.responseUrls.use(id, body);
  if (place === 'upload' && method === 'POST') {
    const ticket = url.pathname.split('/').at(-1) ?? '';
    return takeUpload(ticket, inquiry, parts.files);
  }
  if (place === 'files-pri') return Promise.resolve(giveToApp(inquiry, parts));
  if (place !== 'api') return undefined;
  if (method !== 'POST' && method !== 'GET') return Promise.resolve(text('Use POST.', 405));
  const { url: base } = parts.address;
  const openSocket = socket && (() => `${base.replace(/^http/, 'ws')}${socket.ticket()}`);
  return answerCall(
    {
      method: id,
      body: method === 'GET' ? url.search.slice(1) : body,
      contentType: headers['content-type'] ?? '',
      authorization: headers.authorization ?? '',
    },
    { ...parts, context: { ...parts, url: base, openSocket } },
  );
}

async function close({ dispatcher }: Parts, server: Server): Promise<void> {
  await dispatcher.close();
  await shut(server);
}
