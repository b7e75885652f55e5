import type { Server } from 'node:http';
import { type AppConfig, defaultApp } from './app-config.ts';
import { AppEvents } from './app-events.ts';
import type { Call } from './calls.ts';
import { Dispatcher } from './dispatcher.ts';
import { Faults } from './faults.ts';
import { giveToApp, takeUpload } from './file-routes.ts';
import { Files } from './files.ts';
import { HttpTransport } from './http-delivery.ts';
import type { Message } from './message.ts';
import { PageServer } from './page/page-server.ts';
import { type Acting, type ActionResult, personNamed } from './person/acting.ts';
import { type Click, click } from './person/click.ts';
import { type Command, sendCommand } from './person/command.ts';
import { closeView, type Submission, type SubmissionResult, submitView } from './person/form.ts';
import { type Reaction, react } from './person/react.ts';
import { type ShortcutUse, useShortcut } from './person/shortcut.ts';
import { type Query, type Suggested, suggestOptions } from './person/suggest.ts';
import { edit, type MessageRef, remove, type Saying, say } from './person/talk.ts';
import { RateLimits } from './rate-limits.ts';
import { text } from './reply.ts';
import { ResponseUrls } from './response-urls.ts';
import { addressOf, type Inquiry, listen, shut } from './server.ts';
import { SocketTransport } from './socket.ts';
import { Triggers } from './triggers.ts';
import { answerCall, tokens } from './web-api.ts';
import { type Example, Workspace } from './workspace.ts';

/** How a stand-in is set up; everything has a default that suits tests. */
export interface StandinOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** How the app is reached: by sockets that it opens, or at its address. */
  readonly delivery?:
    | { readonly kind: 'socket' }
    | { readonly kind: 'http'; readonly url: string; readonly signingSecret: string };
  /** Milliseconds since 1970; timestamps and expiries follow it, timeouts run in real time. */
  readonly clock?: () => number;
  /** Source: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  readonly ackTimeoutMs?: number;
  /** Source: https://docs.slack.dev/apis/events-api/#retries */
  readonly redeliveryDelaysMs?: readonly number[];
  readonly enforceRateLimits?: boolean;
  readonly app?: Partial<AppConfig>;
  /** What the page proposes to somebody who does not know the app yet. */
  readonly examples?: readonly Example[];
}

/** A pretended Slack, with people to act as. */
export interface Standin {
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
  /** Asks the app to open its sockets anew, as Slack does every few hours. */
  refresh(): void;
  /** Breaks all sockets. */
  dropSockets(): void;
  close(): Promise<void>;
}

/** Starts a pretended Slack on the loopback address. Stop the bot before closing it. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
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

function createParts(options: StandinOptions) {
  const clock = options.clock ?? Date.now;
  const { examples = [] } = options;
  const workspace = new Workspace({ clock, app: { ...defaultApp, ...options.app }, examples });
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
