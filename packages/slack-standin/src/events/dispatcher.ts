import type { DeliveryFault, Faults } from '../faults/faults.ts';
import type { Delivery, DeliveryKind, Outcome, Transport } from '../transport/transport.ts';
import { Closing } from './closing.ts';

/** What a dispatcher needs, and how long it waits. */
export interface DispatcherOptions {
  readonly transport: Transport;
  readonly faults: Faults;
  readonly ackTimeoutMs: number;
  readonly redeliveryDelaysMs: readonly number[];
}

/** Brings events, commands and interactions to the app, as stubbornly as Slack does. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #closing = new Closing();
  readonly #pending = new Set<Promise<unknown>>();
  #overtake: (() => void)[] = [];

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /**
   * Delivers an event, again after each delay until the app acknowledges it.
   * Source: https://docs.slack.dev/apis/events-api/#retries
   */
  event(payload: Delivery['payload']): void {
    this.#track(this.#deliverEvent(payload)).catch(this.#unlessClosing);
  }

  /** Delivers a command or an interaction once: Slack does not repeat these. */
  once(kind: DeliveryKind, payload: Delivery['payload']): Promise<Outcome> {
    return this.#track(
      this.#attempt({ kind, payload, retryAttempt: 0 }).catch((error: unknown): Outcome => {
        this.#unlessClosing(error);
        return { kind: 'failed', reason: 'connection_failed' };
      }),
    );
  }

  /** Resolves when everything sent so far is acknowledged or given up. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  /** Gives up everything under way. */
  async close(): Promise<void> {
    this.#closing.close();
    await this.#options.transport.close();
    await this.idle();
  }

  async #deliverEvent(payload: Delivery['payload']): Promise<void> {
    const { transport, redeliveryDelaysMs } = this.#options;
    let retryReason: string | undefined;
    for (let attempt = 0; attempt <= redeliveryDelaysMs.length; attempt += 1) {
      if (attempt > 0) await this.#closing.sleep(redeliveryDelaysMs[attempt - 1] ?? 0);
      await this.#closing.wait(transport.reachable());
      const delivery = { kind: 'events_api', payload, retryAttempt: attempt, retryReason } as const;
      const outcome = await this.#attempt(delivery);
      if (outcome.kind === 'acked' || outcome.noRetry) return;
      retryReason = outcome.reason;
    }
  }

  async #attempt(delivery: Delivery): Promise<Outcome> {
    const fault = this.#options.faults.ofDelivery(delivery.kind);
    if (fault?.kind === 'delay') await this.#closing.sleep(fault.ms);
    if (fault?.kind === 'reorder') await this.#overtaken();
    const sent = this.#send(delivery, fault);
    if (fault?.kind === 'duplicate')
      this.#track(this.#send(delivery, undefined)).catch(this.#unlessClosing);
    for (const release of this.#overtake.splice(0)) release();
    return await sent;
  }

  async #send(delivery: Delivery, fault: DeliveryFault | undefined): Promise<Outcome> {
    const { transport, ackTimeoutMs } = this.#options;
    const isLost = fault?.kind === 'lost_ack';
    const timeout = isLost ? this.#closing.sleep(ackTimeoutMs) : undefined;
    timeout?.catch(this.#unlessClosing);
    const outcome = await this.#closing.wait(
      transport.send({ ...delivery, breaks: fault?.kind === 'drop_socket' }, ackTimeoutMs),
    );
    if (!isLost || outcome.kind !== 'acked') return outcome;
    await timeout;
    return { kind: 'failed', reason: transport.timeoutReason };
  }

  async #overtaken(): Promise<void> {
    const next = new Promise<void>((resolve) => this.#overtake.push(resolve));
    // Nothing may ever come to overtake; then being late is fault enough.
    await Promise.race([next, this.#closing.sleep(this.#options.ackTimeoutMs)]);
  }

  /** Whatever is under way when the fake Slack closes is given up, which is no error. */
  readonly #unlessClosing = (error: unknown): void => {
    if (!this.#closing.isClosed) throw error;
  };

  #track<T>(promise: Promise<T>): Promise<T> {
    this.#pending.add(promise);
    const done = () => this.#pending.delete(promise);
    promise.then(done, done);
    return promise;
  }
}
