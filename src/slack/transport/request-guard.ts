import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  isValidSlackRequest,
} from '@slack/bolt';

/** How requests are judged. */
export interface GuardParts {
  readonly signingSecret: string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** How far a signature's time may be from ours, in s. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const maxSkew = 5 * 60;

const form = 'application/x-www-form-urlencoded';

/** Slack checks a certificate with a small form that nobody signed; Bolt takes nothing else from it. */
const maxUnsigned = 1024;

/**
 * Stands before Bolt's listener: only a POST whose signature and time are right and whose body is an
 * object reaches it, already read; everything else gets a status without a body. Nothing that a
 * stranger sends is logged, held beyond `BodyReader`'s bounds, or able to end the process.
 */
export function guardRequests(handle: RequestListener, parts: GuardParts): RequestListener {
  const reader = new BodyReader();
  return (request, response) => {
    if (request.method !== 'POST') return handle(request, response);
    guard(request, response, { ...parts, reader })
      .then((isTaken) => isTaken && handle(request, response))
      // The sender hung up; there is nobody to tell.
      .catch(() => response.destroy());
  };
}

async function guard(
  request: IncomingMessage,
  response: ServerResponse,
  { signingSecret, clock = Date.now, reader }: GuardParts & { readonly reader: BodyReader },
): Promise<boolean> {
  const signature = request.headers['x-slack-signature'];
  const seconds = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  const isSigned = typeof signature === 'string' && Math.abs(clock() / 1000 - seconds) <= maxSkew;
  if (!isSigned && !mayBeUnsigned(request)) return refuse(response, 401);
  const body = await reader.read(request, isSigned ? undefined : maxUnsigned);
  if (typeof body === 'number') return refuse(response, body);
  const buffered = asBoltReads(request, body);
  if (isSigned) {
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
    const signed = { signingSecret, body: body.toString(), headers, nowMilliseconds: clock() };
    if (!isValidSlackRequest(signed)) return refuse(response, 401);
  }
  return isObject(buffered) || refuse(response, 400);
}

function mayBeUnsigned({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? Number.NaN);
  const hasSignature = 'x-slack-signature' in headers || 'x-slack-request-timestamp' in headers;
  return !hasSignature && mediaTypeOf(headers['content-type']) === form && length <= maxUnsigned;
}

/** Bolt takes a body that is read already, and knows a form only by its bare media type. */
function asBoltReads(request: IncomingMessage, rawBody: Buffer): BufferedIncomingMessage {
  const type = mediaTypeOf(request.headers['content-type']);
  request.headers['content-type'] = type;
  return Object.assign(request, { rawBody });
}

function mediaTypeOf(contentType = ''): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function isObject(request: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number): false {
  response.writeHead(status, { connection: 'close' }).end();
  return false;
}

/** Slack's largest bodies, submitted forms, stay far below this, in bytes. */
const maxBody = 1024 * 1024;

/** What all requests that are still arriving may hold together, in bytes. */
const maxHeld = 32 * 1024 * 1024;

const tooLarge = 413;
const tooBusy = 503;

/** Reads bodies of requests nobody has vouched for yet, within bounds for each and for all. */
class BodyReader {
  #held = 0;

  /**
   * The whole body, or the HTTP status that refuses it: 413 beyond `limit` bytes, 503 while others
   * hold too much. Rejects when the sender hangs up before the end.
   */
  async read(request: IncomingMessage, limit = maxBody): Promise<Buffer | number> {
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      // A stream that is destroyed takes its connection along, and the refusal with it.
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        size += chunk.length;
        this.#held += chunk.length;
        if (size > limit) return tooLarge;
        if (this.#held > maxHeld) return tooBusy;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } finally {
      this.#held -= size;
    }
  }
}
