import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { StatusRoutes } from '../../status/routes.ts';
import { createHttpReceiver, type StoppableReceiver, stopTimeout } from './http-receiver.ts';

/** How Slack reaches the bot. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** What a receiver is made from. */
export interface ReceiverParts {
  readonly transport: Transport;
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  /** What else the port of the HTTP mode answers. */
  readonly status: StatusRoutes;
}

/** The receiver for Socket Mode, or for signed requests to `/slack/events`. */
export function createReceiver(parts: ReceiverParts): StoppableReceiver {
  const { transport } = parts;
  return transport.kind === 'socket'
    ? createSocketReceiver(transport.appToken, parts)
    : createHttpReceiver({ ...parts, ...transport });
}

function createSocketReceiver(appToken: string, { apiUrl, log }: ReceiverParts): StoppableReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: log,
    // The socket client writes its own retry policy into the options that it is given, so they must
    // not be the App's. It needs that policy: a refresh whose connection fails for good is never tried again.
    installerOptions: { clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {} },
  });
  // receiver.stop() resolves while the socket is still open and delivering; and a Slack that does not
  // close its side must not hold up the end.
  let isReachable = false;
  receiver.client.on('connected', () => {
    isReachable = true;
  });
  for (const lost of ['close', 'disconnecting', 'disconnected']) {
    receiver.client.on(lost, () => {
      isReachable = false;
    });
  }
  const stop = async () => {
    await Promise.race([receiver.client.disconnect(), wait(stopTimeout, null, { ref: false })]);
  };
  return { receiver, isReachable: () => isReachable, stop };
}
