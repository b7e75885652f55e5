import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.ts';
import type { StatusRoutes } from './routes.ts';

/** What is looked up whenever the figures are read. */
export interface Sizes {
  articles(): number;
  /** How many jobs the outbox holds, by state; rejects while the database is away. */
  jobs(): Promise<Readonly<Record<string, number>>>;
}

/** Figures in Prometheus's form, and who fills them. */
export interface Metrics {
  readonly observer: Observer;
  /** `/metrics`. */
  readonly routes: StatusRoutes;
}

/** In s: acknowledgements are due within 3, answers come within fractions of one. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300];

/**
 * Counts what the bot does, with Node's own figures (memory, event loop lag). Labels come from
 * closed lists and Slack's codes; none holds a text or an id.
 */
export function createMetrics(sizes: Sizes): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchSizes(registry, sizes);
  return {
    observer: createObserver(registry),
    routes: {
      '/metrics': async () => ({
        status: 200,
        type: registry.contentType,
        body: await registry.metrics(),
      }),
    },
  };
}

function createObserver(registry: Registry): Observer {
  const registers = [registry];
  const questions = new Counter({
    name: 'bot_questions_total',
    help: 'Questions that got their reply',
    labelNames: ['source', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'bot_answer_seconds',
    help: 'From the arrival of a question until its reply is posted',
    buckets,
    registers,
  });
  const acks = new Histogram({
    name: 'bot_ack_seconds',
    help: 'From the arrival of an event, command or click until Slack is told',
    buckets,
    registers,
  });
  const calls = new Histogram({
    name: 'bot_slack_call_seconds',
    help: 'Calls of Slack, by method and result: ok, Slack’s code, or that of the network',
    labelNames: ['method', 'result'],
    buckets,
    registers,
  });
  const retries = new Counter({
    name: 'bot_retries_total',
    help: 'Replies, shares and digests that have to be tried again',
    labelNames: ['kind'],
    registers,
  });
  return {
    answered(source, outcome, seconds) {
      questions.inc({ source, outcome });
      answers.observe(seconds);
    },
    acknowledged: (seconds) => acks.observe(seconds),
    called: (method, result, seconds) => calls.observe({ method, result }, seconds),
    putOff: (kind) => retries.inc({ kind }),
  };
}

function watchSizes(registry: Registry, sizes: Sizes): void {
  const registers = [registry];
  new Gauge({
    name: 'bot_library_articles',
    help: 'Articles that can be quoted',
    registers,
    collect() {
      this.set(sizes.articles());
    },
  });
  new Gauge({
    name: 'bot_outbox_jobs',
    help: 'What is still to be posted, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      // A database that is away shows in /readyz; the other figures are still worth reading.
      const states = await sizes.jobs().catch(() => ({}));
      for (const [state, count] of Object.entries(states)) this.set({ state }, count);
    },
  });
}
