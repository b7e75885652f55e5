import type { DeliveryKind } from '../transport/transport.ts';

/** Something that goes wrong with a call of the app, a `response_url` included. */
export type RequestFault =
  /** Carried out, but the connection breaks before the answer. */
  | { readonly kind: 'lost_response' }
  /** Not carried out, and the connection breaks. */
  | { readonly kind: 'lost_request' }
  /** Not carried out, answered with a 5xx. */
  | { readonly kind: 'server_error'; readonly status?: number }
  /** Not carried out, answered with 429 and `Retry-After`. */
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds?: number }
  /** Not carried out, answered with `ok: false` and this error. */
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'delay'; readonly ms: number };

/** Something that goes wrong on the way to the app. */
export type DeliveryFault =
  /** The app's acknowledgement does not arrive. */
  | { readonly kind: 'lost_ack' }
  /** The socket breaks right after sending. */
  | { readonly kind: 'drop_socket' }
  /** The same thing arrives twice. */
  | { readonly kind: 'duplicate' }
  /** The next delivery overtakes this one. */
  | { readonly kind: 'reorder' }
  | { readonly kind: 'delay'; readonly ms: number };

/** Where a fault strikes: a Web API method, `response_url`, or a kind of delivery. */
export type FaultTarget = DeliveryKind | 'response_url' | `${string}.${string}`;

/** How often, from 0 to 1, each fault happens by chance; a delay is one of a call, of two seconds at most. */
export type FaultRates = Partial<
  Record<
    | 'lost_response'
    | 'lost_request'
    | 'server_error'
    | 'rate_limited'
    | 'delay'
    | 'lost_ack'
    | 'drop_socket'
    | 'duplicate'
    | 'reorder',
    number
  >
>;

const deliveryFaults = new Set(['lost_ack', 'drop_socket', 'duplicate', 'reorder']);
/** By chance, in ms. */
const longestDelay = 2000;
const deliveryTargets = new Set<string>(['events_api', 'slash_commands', 'interactive']);

/** Faults that tests ask for: the next ones of a target, or some by chance. */
export class Faults {
  readonly #queues = new Map<string, (RequestFault | DeliveryFault)[]>();
  #chance: ((target: string) => RequestFault | DeliveryFault | undefined) | undefined;

  /** Lets `fault` happen to the next `times` uses of `target`. */
  next(target: DeliveryKind, fault: DeliveryFault, times?: number): void;
  next(target: Exclude<FaultTarget, DeliveryKind>, fault: RequestFault, times?: number): void;
  next(target: FaultTarget, fault: RequestFault | DeliveryFault, times = 1): void {
    const queue = this.#queues.get(target) ?? [];
    this.#queues.set(target, [...queue, ...Array.from({ length: times }, () => fault)]);
  }

  /**
   * Lets faults happen by chance from now on, the same ones for the same seed and order of calls.
   * `only` limits them to some targets; otherwise signing in (`auth.test`, `apps.connections.open`)
   * is spared, since an app that cannot sign in shows nothing.
   */
  random(options: { seed: number; rates: FaultRates; only?: readonly FaultTarget[] }): void {
    const random = seeded(options.seed);
    const spared = ['auth.test', 'apps.connections.open'];
    this.#chance = (target) => {
      const applies = options.only
        ? options.only.some((one) => one === target)
        : !spared.includes(target);
      return applies ? pick(random, options.rates, deliveryTargets.has(target)) : undefined;
    };
  }

  /** Ends all faults. */
  clear(): void {
    this.#queues.clear();
    this.#chance = undefined;
  }

  /** The fault that strikes this use of a Web API method or `response_url`, if one does. */
  ofRequest(target: string): RequestFault | undefined {
    return this.#take(target) as RequestFault | undefined;
  }

  /** The fault that strikes this delivery, if one does. */
  ofDelivery(target: DeliveryKind): DeliveryFault | undefined {
    return this.#take(target) as DeliveryFault | undefined;
  }

  #take(target: string): RequestFault | DeliveryFault | undefined {
    return this.#queues.get(target)?.shift() ?? this.#chance?.(target);
  }
}

function pick(
  random: () => number,
  rates: FaultRates,
  isDelivery: boolean,
): RequestFault | DeliveryFault | undefined {
  let roll = random();
  for (const [kind, rate] of Object.entries(rates)) {
    if (deliveryFaults.has(kind) !== isDelivery) continue;
    if (roll < rate) {
      const ms = Math.ceil((roll / rate) * longestDelay) || 1;
      return (kind === 'delay' ? { kind, ms } : { kind }) as RequestFault | DeliveryFault;
    }
    roll -= rate;
  }
  return undefined;
}

/** Mulberry32: small, and good enough to scatter faults. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
