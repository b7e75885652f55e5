import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';

/** How Slack reaches the bot. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** A Bolt receiver that also can be ended for good. */
export interface StoppableReceiver {
  readonly receiver: Receiver;
  /** Resolves when Slack can deliver nothing more to this process. */
  stop(): Promise<void>;
}

/** What a receiver is made from. */
export interface ReceiverParts {
  readonly transport: Transport;
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
}

/** The receiver for Socket Mode, or for signed requests to `/slack/events` with `GET /healthz`. */
export function createReceiver(parts: ReceiverParts): StoppableReceiver {
  const { transport } = parts;
  return transport.kind === 'socket'
    ? createSocketReceiver(transport.appToken, parts)
    : createHttpReceiver(transport, parts);
}

function createSocketReceiver(appToken: string, { apiUrl, log }: ReceiverParts): StoppableReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: log,
    // The socket client writes its own retry policy into the options that it is given, so they must
    // not be the App's. It needs that policy: a refresh whose connection fails for good is never tried again.
    installerOptions: { clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {} },
  });
  // receiver.stop() resolves while the socket is still open and delivering.
  return { receiver, stop: () => receiver.client.disconnect() };
}

function createHttpReceiver(
  { signingSecret, port }: Transport & { kind: 'http' },
  { log }: ReceiverParts,
): StoppableReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: log,
    endpoints: '/slack/events',
    customRoutes: [
      {
        path: '/healthz',
        method: 'GET',
        handler: (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
        },
      },
    ],
  });
  return { receiver, stop: () => receiver.stop() };
}
