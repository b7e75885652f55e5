import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { StatusRoutes } from './routes.ts';

/** A server that was started. */
export interface StatusServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Limits in ms and connections: it answers small pages to few programs. */
const options = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 };
const maxConnections = 100;

/**
 * Answers `GET` at these addresses on a port of its own. Rejects with the error of `listen` when
 * another program uses the port.
 */
export async function serveStatus(port: number, routes: StatusRoutes): Promise<StatusServer> {
  const server = createServer(options, (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const page = Object.hasOwn(routes, path) && request.method === 'GET' ? routes[path] : undefined;
    if (!page) return void response.writeHead(404, { connection: 'close' }).end();
    page().then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  server.maxConnections = maxConnections;
  // A bot that ends for another reason must not be kept alive by those who ask how it is.
  server.unref();
  server.listen(port);
  await once(server, 'listening');
  return { port: portOf(server), close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
