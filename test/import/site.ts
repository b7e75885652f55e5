import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toPlainServer } from '../../src/import/fetch/connection.ts';
import { createFetcher, type Fetcher, type FetcherParts } from '../../src/import/fetch/fetcher.ts';

/** A web site of made-up pages on this machine, and a fetcher that takes it for the public net. */
export interface Site {
  readonly fetcher: Fetcher;
  /** The requests that reached it, in order. */
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves every host by `answer`. Names resolve to a public address unless `addresses` says otherwise;
 * whatever address is connected to, the connection goes to this site: what reaches it got past the guard.
 */
export async function openSite(
  answer: Answer,
  addresses: Readonly<Record<string, readonly string[]>> = {},
  parts: FetcherParts = {},
): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetcher = createFetcher({
    ...parts,
    connection: {
      resolve: async (host) => addresses[host] ?? ['93.184.216.34'],
      connect: toPlainServer('127.0.0.1', String(port)),
    },
  });
  return {
    fetcher,
    requests,
    close: async () => {
      await fetcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
