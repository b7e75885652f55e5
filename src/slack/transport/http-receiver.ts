import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Installation as BoltInstallation,
  type CustomRoute,
  HTTPReceiver,
  type Logger,
  type Receiver,
} from '@slack/bolt';
import type { StatusRoutes } from '../../status/routes.ts';
import type { Installation } from '../../workspaces/installations.ts';
import { guardRequests } from './request-guard.ts';

/** A Bolt receiver that also can be ended for good. */
export interface StoppableReceiver {
  readonly receiver: Receiver;
  /** Whether Slack can deliver something now. */
  isReachable(): boolean;
  /** Resolves when Slack can deliver nothing more to this process, after `stopTimeout` at the latest. */
  stop(): Promise<void>;
}

/** How long the end waits for what is at hand to be acknowledged, in ms. */
export const stopTimeout = 1000;

/** What the HTTP mode is made from. */
export interface HttpReceiverParts {
  readonly signingSecret: string;
  readonly port: number;
  readonly log: Logger;
  readonly status: StatusRoutes;
  /** The pages on which workspaces install the bot: `/slack/install` and `/slack/oauth_redirect`. */
  readonly installing?: InstallingParts | undefined;
}

/** What a workspace installs the bot with. */
export interface InstallingParts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly scopes: readonly string[];
  /** Where browsers reach this bot, without a path. */
  readonly publicUrl: string;
  readonly apiUrl?: string | undefined;
  /** Slack's page; absent for Slack's own. */
  readonly authorizationUrl?: string | undefined;
  /** Keeps what Slack gave. */
  readonly installed: (installation: Installation) => Promise<void>;
}

/** Limits in ms: Slack is never slower than that. */
const serverOptions = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
};

/** Some 15 KB of memory each; Slack and a proxy need a few dozen. */
const maxConnections = 2000;

/** Takes signed requests at `/slack/events` and answers the status routes, whatever else is sent. */
export function createHttpReceiver(parts: HttpReceiverParts): StoppableReceiver {
  const { signingSecret, port, log, status, installing } = parts;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: log,
    endpoints: '/slack/events',
    customRoutes: routesOf(status),
    ...(installing && installerOf(installing)),
    // Paths are a stranger's words; they are not worth a line in the log each.
    dispatchErrorHandler: ({ response }) => void response.writeHead(404).end(),
  });
  receiver.requestListener = guardRequests(receiver.requestListener, { signingSecret });
  let server: Server | undefined;
  return {
    receiver: {
      init: (app) => receiver.init(app),
      async start() {
        server = await receiver.start(port, serverOptions);
        server.maxConnections = maxConnections;
      },
      stop: () => receiver.stop(),
    },
    isReachable: () => server?.listening ?? false,
    stop: () => (server ? close(server) : Promise.resolve()),
  };
}

const redirectPath = '/slack/oauth_redirect';

/** Bolt's own pages; what they ask to be kept goes where this bot keeps it. */
function installerOf(parts: InstallingParts) {
  const { clientId, clientSecret, stateSecret, scopes, publicUrl, apiUrl, installed } = parts;
  const { authorizationUrl } = parts;
  return {
    ...{ clientId, clientSecret, stateSecret, scopes: [...scopes] },
    redirectUri: new URL(redirectPath, publicUrl).href,
    installationStore: {
      storeInstallation: async (given: BoltInstallation) => installed(readInstallation(given)),
      fetchInstallation: async () => {
        throw new Error('Tokens are not had from here');
      },
    },
    installerOptions: {
      directInstall: true,
      redirectUriPath: redirectPath,
      clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {},
      ...(authorizationUrl && { authorizationUrl }),
    },
  };
}

function readInstallation({ team, bot, isEnterpriseInstall }: BoltInstallation): Installation {
  if (isEnterpriseInstall || !team || !bot) {
    throw new Error('The bot is installed in workspaces, not in a whole organisation');
  }
  const expiresAt = bot.expiresAt === undefined ? undefined : bot.expiresAt * 1000;
  return { team: team.id, token: bot.token, refreshToken: bot.refreshToken, expiresAt };
}

function routesOf(status: StatusRoutes): CustomRoute[] {
  return Object.entries(status).map(([path, page]) => ({
    path,
    method: 'GET',
    handler: async (_request, response) => {
      const { status: code, type, body } = await page();
      response.writeHead(code, { 'content-type': type }).end(body);
    },
  }));
}

/** A connection that only hangs there would keep a closing server waiting for ever. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await Promise.race([closed, wait(stopTimeout, null, { ref: false })]);
  server.closeAllConnections();
}
