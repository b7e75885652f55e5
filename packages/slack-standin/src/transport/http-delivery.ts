import { createHmac } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Delivery, Outcome, Transport } from './transport.ts';

/** Where the app listens, and the secret it shares with Slack. */
export interface HttpDeliveryOptions {
  readonly url: string;
  readonly signingSecret: string;
  readonly clock: () => number;
}

/** Brings things to the app by signed POST requests. */
export class HttpTransport implements Transport {
  readonly timeoutReason = 'http_timeout';
  readonly #options: HttpDeliveryOptions;
  readonly #underway = new Set<ClientRequest>();

  constructor(options: HttpDeliveryOptions) {
    this.#options = options;
  }

  reachable(): Promise<void> {
    return Promise.resolve();
  }

  send(delivery: Delivery, timeoutMs: number): Promise<Outcome> {
    const { body, type } = encode(delivery);
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      ...this.#signature(body),
      ...retryHeaders(delivery),
    };
    return new Promise<Outcome>((resolve) => {
      // No agent: a connection kept alive would hold the app's server open.
      const post = request(this.#options.url, { method: 'POST', headers, agent: false });
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        this.#underway.delete(post);
        post.destroy();
        resolve(outcome);
      };
      const timer = setTimeout(
        () => settle({ kind: 'failed', reason: this.timeoutReason }),
        timeoutMs,
      );
      this.#underway.add(post);
      post.on('error', () => settle({ kind: 'failed', reason: 'connection_failed' }));
      post.on('response', (response) => {
        readOutcome(response).then(settle, () => {
          settle({ kind: 'failed', reason: 'connection_failed' });
        });
      });
      post.end(body, () => {
        if (delivery.breaks) settle({ kind: 'failed', reason: 'connection_failed' });
      });
    });
  }

  close(): Promise<void> {
    for (const post of this.#underway) post.destroy(new Error('The fake Slack was closed.'));
    return Promise.resolve();
  }

  /** Source: https://docs.slack.dev/authentication/verifying-requests-from-slack */
  #signature(body: string): Record<string, string> {
    const { clock, signingSecret } = this.#options;
    const timestamp = String(Math.floor(clock() / 1000));
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`);
    return {
      'x-slack-signature': `v0=${digest.digest('hex')}`,
      'x-slack-request-timestamp': timestamp,
    };
  }
}

function encode({ kind, payload }: Delivery): { body: string; type: string } {
  const json = JSON.stringify(payload);
  if (kind === 'events_api') return { body: json, type: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: json }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return {
    body: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
  };
}

function retryHeaders({ retryAttempt, retryReason }: Delivery): Record<string, string> {
  if (retryAttempt === 0) return {};
  return {
    'x-slack-retry-num': String(retryAttempt),
    'x-slack-retry-reason': retryReason ?? 'unknown_error',
  };
}

async function readOutcome(response: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    const noRetry = response.headers['x-slack-no-retry'] === '1';
    return { kind: 'failed', reason: 'http_error', status, noRetry };
  }
  return { kind: 'acked', response: readBody(text) };
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Slack shows a body that is no JSON as plain text.
    return { text };
  }
}
