import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject } from '../block-kit/check.ts';
import type { Delivery, Outcome, Transport } from './transport.ts';

/** Source: https://docs.slack.dev/apis/events-api/using-socket-mode#connect */
const maxSockets = 10;
const politeCloseMs = 500;

/** Socket Mode, seen from Slack's side: hands out addresses and feeds the sockets opened there. */
export class SocketTransport implements Transport {
  readonly timeoutReason = 'timeout';
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #appId: string;
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, { socket: WebSocket; settle: (outcome: Outcome) => void }>();
  #open: WebSocket[] = [];
  #isClosed = false;
  #arrivals: (() => void)[] = [];

  constructor(appId: string) {
    this.#appId = appId;
  }

  /** How many sockets are open and fed. */
  get size(): number {
    return this.#open.length;
  }

  /** A path at which one socket may be opened. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.#appId}`;
  }

  /** Takes a WebSocket handshake, or refuses it when its ticket is unknown or used. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://fake-slack').searchParams.get('ticket') ?? '';
    if (this.#isClosed || !this.#tickets.delete(ticket)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#accept(socket));
  }

  async reachable(): Promise<void> {
    if (this.#open.length > 0) return;
    await new Promise<void>((resolve) => this.#arrivals.push(resolve));
  }

  send(delivery: Delivery, timeoutMs: number): Promise<Outcome> {
    const socket = this.#open.shift();
    if (!socket) return Promise.resolve({ kind: 'failed', reason: 'connection_failed' });
    this.#open.push(socket);
    const id = randomUUID();
    return new Promise<Outcome>((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(outcome);
      };
      const timer = setTimeout(
        () => settle({ kind: 'failed', reason: this.timeoutReason }),
        timeoutMs,
      );
      this.#waiting.set(id, { socket, settle });
      socket.send(JSON.stringify(envelope(id, delivery)), () => {
        if (delivery.breaks) socket.terminate();
      });
    });
  }

  /** Asks every socket to come again, as Slack does every few hours. */
  refresh(reason: 'refresh_requested' | 'warning' = 'refresh_requested'): void {
    const frame = { type: 'disconnect', reason, debug_info: { host: 'fake-slack' } };
    for (const socket of this.#open) socket.send(JSON.stringify(frame));
    // A socket that was told to go gets nothing more, though it may still acknowledge.
    if (reason === 'refresh_requested') this.#open = [];
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const closed = [...this.#server.clients].map(
      (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
    );
    for (const socket of this.#server.clients) socket.close(1001);
    const timer = setTimeout(() => this.drop(), politeCloseMs);
    await Promise.all(closed);
    clearTimeout(timer);
    this.#server.close();
  }

  #accept(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#server.clients.size > maxSockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    socket.on('message', (data) => this.#acknowledge(String(data)));
    socket.on('close', () => this.#forget(socket));
    socket.send(JSON.stringify(this.#hello()));
    this.#open.push(socket);
    for (const arrived of this.#arrivals.splice(0)) arrived();
  }

  #hello(): Record<string, unknown> {
    return {
      type: 'hello',
      num_connections: this.#open.length + 1,
      debug_info: { host: 'fake-slack', approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#appId },
    };
  }

  #acknowledge(data: string): void {
    const frame = parse(data);
    if (!isObject(frame)) return;
    const waiting = this.#waiting.get(String(frame.envelope_id));
    waiting?.settle({ kind: 'acked', response: frame.payload });
  }

  #forget(socket: WebSocket): void {
    this.#open = this.#open.filter((one) => one !== socket);
    for (const waiting of [...this.#waiting.values()]) {
      if (waiting.socket !== socket) continue;
      waiting.settle({ kind: 'failed', reason: 'connection_failed' });
    }
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // A frame that is no JSON acknowledges nothing.
    return undefined;
  }
}

/** Source: https://docs.slack.dev/apis/events-api/using-socket-mode#events */
function envelope(id: string, { kind, payload, retryAttempt, retryReason }: Delivery): object {
  const base = {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
  };
  if (kind !== 'events_api') return base;
  return { ...base, retry_attempt: retryAttempt, retry_reason: retryReason ?? '' };
}
