import { WebSocket } from 'ws';

/** What Slack was told that arrived. */
export interface Acknowledgements {
  /** How often an event was brought again. */
  readonly redeliveries: number;
  /** The messages, by channel and ts, that a bot acknowledged at least once. */
  readonly acknowledged: ReadonlySet<string>;
  /** Called at each acknowledgement of a message. */
  onAcknowledged: () => void;
  end(): void;
}

/** Whether an event is what brings a question: of a mention not the message beside it, which nobody answers. */
export function asks(event: { readonly type?: string; readonly channel_type?: string }): boolean {
  return event.type === 'app_mention' || event.channel_type === 'im';
}

/** Watches what goes over the sockets of a stand-in in this process, and what comes back. */
export class WireWatch implements Acknowledgements {
  /** How often an event was brought again. */
  redeliveries = 0;
  /** The messages, by channel and ts, that the bot acknowledged at least once. */
  readonly acknowledged = new Set<string>();
  /** Called at each acknowledgement of a message. */
  onAcknowledged: () => void = () => {};
  readonly #messages = new Map<string, string>();
  readonly #originals = { send: WebSocket.prototype.send, emit: WebSocket.prototype.emit };

  constructor() {
    const watch = this;
    const { send, emit } = this.#originals;
    WebSocket.prototype.send = function watched(this: WebSocket, ...args: unknown[]) {
      watch.#sent(String(args[0]));
      return Reflect.apply(send, this, args);
    };
    WebSocket.prototype.emit = function watched(this: WebSocket, ...args: unknown[]) {
      if (args[0] === 'message') watch.#received(String(args[1]));
      return Reflect.apply(emit, this, args) as boolean;
    };
  }

  end(): void {
    Object.assign(WebSocket.prototype, this.#originals);
  }

  #sent(frame: string): void {
    const { type, envelope_id: id, payload, retry_attempt: attempt } = JSON.parse(frame);
    if (type !== 'events_api') return;
    if (attempt > 0) this.redeliveries += 1;
    if (!asks(payload.event)) return;
    this.#messages.set(id, `${payload.event.channel}:${payload.event.ts}`);
  }

  #received(frame: string): void {
    const message = this.#messages.get(JSON.parse(frame).envelope_id);
    if (!message) return;
    this.acknowledged.add(message);
    this.onAcknowledged();
  }
}
