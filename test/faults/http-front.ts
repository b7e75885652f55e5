import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Acknowledgements, asks } from './wire-watch.ts';

interface AskingEvent {
  readonly type: string;
  readonly channel_type?: string;
  readonly channel: string;
  readonly ts: string;
}

/**
 * Stands before the bots of a run as a load balancer does: takes Slack's requests, hands each to a bot
 * that listens, and notes which messages were acknowledged.
 */
export class HttpFront implements Acknowledgements {
  redeliveries = 0;
  readonly acknowledged = new Set<string>();
  onAcknowledged: () => void = () => {};
  readonly #ports: readonly number[];
  readonly #server: Server;
  #turn = 0;

  constructor(ports: readonly number[]) {
    this.#ports = ports;
    this.#server = createServer((incoming, response) => {
      buffer(incoming).then(
        (body) => this.#relay(body, incoming.headers, response),
        () => response.destroy(),
      );
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/slack/events`;
  }

  end(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #relay(body: Buffer, headers: NodeJS.Dict<string | string[]>, response: ServerResponse): void {
    if (headers['x-slack-retry-num']) this.redeliveries += 1;
    this.#turn += 1;
    const order = this.#ports.map((_, i) => this.#ports[(i + this.#turn) % this.#ports.length]);
    this.#try(order, body, headers, response);
  }

  #try(
    [port, ...others]: readonly (number | undefined)[],
    body: Buffer,
    headers: NodeJS.Dict<string | string[]>,
    response: ServerResponse,
  ): void {
    if (port === undefined) {
      response.writeHead(502).end();
      return;
    }
    const options = { port, path: '/slack/events', method: 'POST', headers, agent: false };
    const relayed = request({ host: '127.0.0.1', ...options }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (status < 300) this.#note(body, headers);
      buffer(answer).then(
        (said) => response.writeHead(status, answer.headers).end(said),
        () => response.destroy(),
      );
    });
    relayed.on('error', (error: NodeJS.ErrnoException) => {
      // What a bot has begun to hear is Slack's to bring again.
      if (error.code === 'ECONNREFUSED') this.#try(others, body, headers, response);
      else response.destroy();
    });
    relayed.end(body);
  }

  #note(body: Buffer, headers: NodeJS.Dict<string | string[]>): void {
    if (!String(headers['content-type']).startsWith('application/json')) return;
    const { event } = JSON.parse(body.toString()) as { event?: AskingEvent };
    if (!event || !asks(event)) return;
    this.acknowledged.add(`${event.channel}:${event.ts}`);
    this.onAcknowledged();
  }
}
