import type { Server } from 'node:http';
import { Dispatcher } from './events/dispatcher.ts';
import { Faults } from './faults/faults.ts';
import type { Call } from './methods/calls.ts';
import { RateLimits } from './methods/rate-limits.ts';
import { tokens } from './methods/web-api.ts';
import { consentTo } from './oauth/authorize.ts';
import { Installations, type OAuthConfig } from './oauth/installations.ts';
import { PageServer } from './page/page-server.ts';
import { Mistake } from './people/mistake.ts';
import { type Routes, replyAsSlack, replyElsewhere } from './routes.ts';
import { actionsOf, createTeam, type FakeTeam, type Team } from './team.ts';
import { HttpTransport } from './transport/http-delivery.ts';
import { addressOf, listen, shut } from './transport/server.ts';
import type { Site } from './transport/site.ts';
import { SocketTransport } from './transport/socket.ts';
import type { RosterConfig } from './workspace/roster.ts';
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
  /** More teams, each with people and channels of its own. */
  readonly teams?: readonly RosterConfig[];
  /**
   * Pages that are served at `siteUrl`, for links to send to the app; one whose path begins with a
   * host, such as `//gazette.example/tea`, to an app that connects to here for that host.
   */
  readonly site?: Site;
  /**
   * Where the addresses of files begin, such as `https://files.slack.com`, for an app that sends its
   * token nowhere else and connects to here for that host. By default the fake Slack's own address.
   */
  readonly filesUrl?: string;
  /** The largest file that is kept, in bytes, 30 MB at most. Slack itself takes a gigabyte. */
  readonly maxFileBytes?: number;
  /** When given, the app is installed nowhere until a person allows it; otherwise everywhere. */
  readonly oauth?: OAuthConfig;
}

/** A running fake Slack, with people to act as: those of the first team, unless another is named. */
export interface FakeSlack extends FakeTeam {
  readonly url: string;
  readonly apiUrl: string;
  /** Where the pages of `site` are. */
  readonly siteUrl: string;
  /** The page on which an app asks to be installed. */
  readonly authorizationUrl: string;
  /** The bot's token in the first team, where nobody has to install it. */
  readonly botToken: string;
  readonly appToken: string;
  readonly faults: Faults;
  /** Every use of the Web API and of `response_url`s, in order. */
  readonly calls: readonly Call[];
  /** A team by its name or id. */
  team(nameOrId: string): FakeTeam;
  /**
   * Answers an app's request to be installed, as a person would on the page. Resolves to the address
   * to which Slack sends them then, with a code or an error.
   */
  authorize(
    address: string,
    as: { readonly user: string; readonly team?: string; readonly allows?: boolean },
  ): string;
  /** Takes the app out of a team, as a person would. */
  uninstall(team?: string): void;
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
  const { teams, calls, faults, dispatcher, transport, socket, address } = parts;
  const page = new PageServer(teams);
  const server = await listen(options.port ?? 0, {
    reply: (inquiry, response) => replyAsSlack(inquiry, parts) ?? page.reply(inquiry, response),
    replyElsewhere: (request) => replyElsewhere(request, parts),
    upgrade: (request, stream, head) =>
      socket ? socket.upgrade(request, stream, head) : stream.destroy(),
  });
  const url = addressOf(server);
  address.url = url;
  const [first] = teams;
  return {
    url,
    apiUrl: `${url}/api/`,
    siteUrl: `${url}/site/`,
    authorizationUrl: `${url}/oauth/v2/authorize`,
    botToken: tokens.bot,
    appToken: tokens.app,
    faults,
    calls,
    ...actionsOf(first),
    ...installing(parts),
    connected: () => transport.reachable(),
    idle: () => dispatcher.idle(),
    refresh: () => socket?.refresh(),
    dropSockets: () => socket?.drop(),
    close: () => close(parts, server),
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts(options: FakeSlackOptions) {
  const first = new Workspace(options);
  const { clock, ids } = first;
  const { site = {}, oauth, ackTimeoutMs = 3000 } = options;
  const faults = new Faults();
  const transport = createTransport(options, first);
  const dispatcher = new Dispatcher({
    transport,
    faults,
    ackTimeoutMs,
    redeliveryDelaysMs: options.redeliveryDelaysMs ?? [0, 60_000, 300_000],
  });
  const calls: Call[] = [];
  // The address is known only once the server listens.
  const address = { url: '' };
  const installations = new Installations({ clock, ids, oauth });
  const { maxFileBytes = 30 * 1024 * 1024 } = options;
  const filesUrl = () => options.filesUrl ?? address.url;
  const shared = { dispatcher, faults, calls, url: () => address.url, filesUrl, maxFileBytes };
  const teams: Routes['teams'] = [
    createTeam(first, shared),
    ...otherWorkspaces(options, first).map((other) => createTeam(other, shared)),
  ];
  if (!oauth) installEverywhere(installations, teams);
  return {
    address,
    calls,
    dispatcher,
    faults,
    filesUrl,
    installations,
    rateLimits: options.enforceRateLimits ? new RateLimits(clock) : undefined,
    site,
    socket: transport instanceof SocketTransport ? transport : undefined,
    teams,
    transport,
  };
}

function createTransport({ delivery }: FakeSlackOptions, { clock, appId }: Workspace) {
  return delivery?.kind === 'http'
    ? new HttpTransport({ ...delivery, clock })
    : new SocketTransport(appId);
}

function otherWorkspaces(options: FakeSlackOptions, { ids }: Workspace): Workspace[] {
  return (options.teams ?? []).map((roster, index) => {
    const { team = { name: `Team ${index + 2}` } } = roster;
    return new Workspace({ ...options, ...roster, team }, ids, `.${team.name}`);
  });
}

/** Without OAuth the app has a token of each team from the beginning. */
function installEverywhere(installations: Installations, teams: Routes['teams']): void {
  for (const [index, { workspace }] of teams.entries()) {
    const token = index === 0 ? tokens.bot : `${tokens.bot}-${workspace.team.id}`;
    installations.install(workspace, token);
  }
}

/** What is about teams, and about the app's being in them. */
function installing({ teams, installations }: Parts) {
  const find = (nameOrId: string): Team => {
    const found = teams.find(({ workspace: { team } }) => [team.id, team.name].includes(nameOrId));
    if (found) return found;
    const names = teams.map(({ workspace }) => workspace.team.name).join(', ');
    throw new Mistake(`There is no team "${nameOrId}"; there are: ${names}.`);
  };
  const firstName = teams[0].workspace.team.id;
  return {
    team: (nameOrId: string) => actionsOf(find(nameOrId)),
    authorize: (address: string, as: { user: string; team?: string; allows?: boolean }): string => {
      const consent = { team: as.team ?? firstName, user: as.user, allows: as.allows ?? true };
      const workspaces = teams.map(({ workspace }) => workspace);
      const answer = consentTo(address, consent, { installations, workspaces });
      if ('location' in answer) return answer.location;
      throw new Mistake(answer.problem);
    },
    uninstall: (nameOrId = firstName): void => {
      const { workspace, events } = find(nameOrId);
      events.uninstalled();
      installations.uninstall(workspace);
    },
  };
}

async function close({ dispatcher }: Parts, server: Server): Promise<void> {
  await dispatcher.close();
  await shut(server);
}
