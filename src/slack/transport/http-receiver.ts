import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type CustomRoute, HTTPReceiver, type Logger, type Receiver } from '@slack/bolt';
import type { StatusRoutes } from '../../status/routes.ts';
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
  const { signingSecret, port, log, status } = parts;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: log,
    endpoints: '/slack/events',
    customRoutes: routesOf(status),
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
