import { lookup } from 'node:dns/promises';
import { Agent, buildConnector } from 'undici';
import { isLiteral, isPublic, notPublic } from './guard.ts';

/** Every IP address of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** How connections are made. Only code can put in another way, as tests do: there is no setting. */
export interface ConnectionParts {
  readonly resolve: Resolve;
  readonly connect: buildConnector.connector;
}

/** Thrown for a host whose addresses are not all public. */
export class NotPublicError extends Error {
  override readonly name = 'NotPublicError';

  constructor() {
    super(notPublic);
  }
}

/** The system's own way to resolve names and to connect. */
export const systemConnection: ConnectionParts = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect: buildConnector({ timeout: 10_000 }),
};

/** Connects to one server without encryption, whichever host is asked for: for trying things out. */
export function toPlainServer(hostname: string, port: string): buildConnector.connector {
  const direct = buildConnector({ timeout: 10_000 });
  return (options, callback) => direct({ ...options, protocol: 'http:', hostname, port }, callback);
}

/**
 * An agent that connects to the very address that was checked, so that a name cannot lead elsewhere
 * a moment later. It asks no proxy: that would resolve names by itself.
 */
export function guardedAgent({ resolve, connect }: ConnectionParts): Agent {
  return new Agent({
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    connections: 4,
    pipelining: 1,
    maxHeaderSize: 32 * 1024,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      publicAddress(host, resolve).then(
        (address) =>
          connect(
            { ...options, hostname: address, servername: options.servername ?? host },
            callback,
          ),
        (error: Error) => callback(error, null),
      );
    },
  });
}

async function publicAddress(host: string, resolve: Resolve): Promise<string> {
  const addresses = isLiteral(host) ? [host] : await resolve(host);
  const [first] = addresses;
  if (first === undefined || !addresses.every(isPublic)) throw new NotPublicError();
  return first;
}
