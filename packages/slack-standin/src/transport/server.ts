import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { isOwnRequest } from './loopback.ts';
import { type Reply, text } from './reply.ts';

/** Bodies larger than this are refused: room for a file of 30 MB that travels as Base64 in JSON. */
export const maxBodyBytes = 42 * 1024 * 1024;

/** A request with its body read. */
export interface Inquiry {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

/** What is asked for under the name of another host. */
export type ElsewhereRequest = Pick<Inquiry, 'url' | 'headers'>;

/** What answers the server's requests. */
export interface Handlers {
  /** Answers a request; undefined when the response was taken over (an event stream). */
  readonly reply: (inquiry: Inquiry, response: ServerResponse) => Promise<Reply | undefined>;
  /** Answers a request for another host, which only an app's own way to connect can bring here. */
  readonly replyElsewhere: (request: ElsewhereRequest) => Reply | undefined;
  readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
}

/** Listens on the loopback address only; port 0 takes any free one. */
export async function listen(port: number, handlers: Handlers): Promise<Server> {
  const server = createServer((request, response) => {
    serve(request, response, handlers).catch(() => {
      // The answer already began or the client left: nothing can be said any more.
      response.destroy();
    });
  });
  server.on('upgrade', (request, stream, head) => {
    if (isOwnRequest(request.headers)) handlers.upgrade(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** The address of a listening server. */
export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Stops listening and ends what is still open. */
export async function shut(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { reply, replyElsewhere }: Handlers,
): Promise<void> {
  if (!isOwnRequest(request.headers)) {
    const elsewhere = readElsewhere(request);
    const answer = elsewhere && replyElsewhere(elsewhere);
    const refusal = text('Only this machine may use the fake Slack, by a loopback name.', 403);
    return send(response, answer ?? refusal);
  }
  const bytes = await readBody(request);
  if (bytes === undefined) {
    const refusal = text(`The body is larger than ${maxBodyBytes} bytes.`, 413);
    return send(response, refusal);
  }
  const { method = 'GET', headers } = request;
  try {
    const url = new URL(request.url ?? '/', `http://${headers.host}`);
    const answer = await reply(
      { method, url, headers, bytes, body: bytes.toString('utf8') },
      response,
    );
    if (answer) send(response, answer);
  } catch (error) {
    send(response, text(`The fake Slack itself failed: ${String(error)}`, 500));
  }
}

/** Pages of a browser say where they come from; they get nothing. */
function readElsewhere({ method, url = '/', headers }: IncomingMessage) {
  const address = `http://${headers.host}${url}`;
  const isPlain = method === 'GET' && headers.origin === undefined && URL.canParse(address);
  return isPlain ? { url: new URL(address), headers } : undefined;
}

function send(response: ServerResponse, { status, headers = {}, body, isLost }: Reply): void {
  if (isLost) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headers });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    // Read to the end all the same: a client that is cut off does not see the refusal.
    if (size <= maxBodyBytes) chunks.push(chunk as Buffer);
  }
  return size > maxBodyBytes ? undefined : Buffer.concat(chunks);
}
