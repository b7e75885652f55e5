import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack } from 'slack-standin';
import { freePort } from '../support/free-port.ts';
import { startSlack } from '../support/slack.ts';
import { Asker } from './asked-questions.ts';
import { BotProcess } from './bot-process.ts';
import { HttpFront } from './http-front.ts';
import { makeRunDatabase, type RunDatabase } from './run-database.ts';
import { type RunSearch, startRunSearch } from './run-search.ts';
import { seeded } from './seeded.ts';
import { type Tally, tallyUp } from './tally.ts';
import { type Acknowledgements, WireWatch } from './wire-watch.ts';

/** What a run is to be like. */
export interface KillRunOptions {
  /** So many at least that the bot takes. */
  readonly questions: number;
  readonly kills: number;
  readonly seed: number;
  /** Whether the bot may read channels, and so look for its own replies there. */
  readonly history: boolean;
  /** How long after its start the bot is killed on average, in ms; it needs some of that to start. */
  readonly meanLife: number;
  /** When Slack brings again what was not acknowledged, in ms; really 0, one and five minutes. */
  readonly redeliveryDelaysMs: readonly number[];
  readonly database?: 'sqlite' | 'postgres';
  /** How many bots share the database. */
  readonly processes?: number;
  /** How long each claim takes in the database, in ms; Postgres only. */
  readonly slowClaims?: number;
  /** Whether the bot in `dist/` is run, and not its source. */
  readonly isBuilt?: boolean;
  /** How bots end: killed without a warning, or as when they are exchanged one after the other. */
  readonly ends?: 'SIGKILL' | 'SIGTERM';
  /** How Slack reaches the bots. */
  readonly mode?: 'socket' | 'http';
  /**
   * Whether the articles are in the database and their index on a cluster of three nodes, one of which
   * is killed again and again; otherwise each bot has them in its memory.
   */
  readonly search?: 'memory' | 'nodes';
}

/** What came of a run. */
export interface KillRunReport extends Tally {
  readonly kills: number;
  /** How often a node of the search server was killed. */
  readonly nodeKills: number;
  /** How often Slack brought an event again. */
  readonly redeliveries: number;
  /** How often the bot ended by itself. */
  readonly failures: number;
  /** Jobs that are neither done nor given up. */
  readonly open: number;
  readonly seconds: number;
  /** Where the bot's log and database are, if the run went wrong. */
  readonly kept: string | undefined;
}

const rates = {
  lost_response: 0.03,
  lost_request: 0.02,
  delay: 0.03,
  server_error: 0.03,
  rate_limited: 0.03,
  lost_ack: 0.04,
  drop_socket: 0.001,
  duplicate: 0.04,
  reorder: 0.04,
};

const startTime = 1500;

/** A kill waits at most this long for what it is aimed at, in ms. */
const maxAim = 2000;
const maxWait = 120_000;
const signingSecret = 'secret-of-the-run';

const app = (history: boolean) => ({
  scopes: [
    ...['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
    ...(history ? ['channels:history'] : []),
  ],
  botEvents: ['app_mention', 'message.im', ...(history ? ['message.channels'] : [])],
});

/** Asks the bots questions while everything goes wrong and they are killed again and again. */
export async function runKills(options: KillRunOptions): Promise<KillRunReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  const { database: kind = 'sqlite', slowClaims = 0 } = options;
  const database = await makeRunDatabase(kind, folder, slowClaims);
  const search =
    options.search === 'nodes' ? await startRunSearch(folder, database.url) : undefined;
  const parts = await open(options, { database, search, folder }).catch(async (error: unknown) => {
    await search?.close();
    throw error;
  });
  const tooLong = new AbortController();
  const limit = options.kills * options.meanLife * 3 + maxWait;
  let isGood = false;
  try {
    const run = carryOut(options, parts);
    const timeUp = wait(limit, undefined, { signal: tooLong.signal }).then(() => {
      throw new Error(`The run took longer than ${limit} ms; see ${folder}`);
    });
    const report = await Promise.race([run, timeUp, ...parts.bots.map(({ gaveUp }) => gaveUp)]);
    const { lost, falseUnknown, doubled, failures } = report;
    isGood = lost.length + falseUnknown.length + doubled.length + failures === 0;
    return { ...report, kept: isGood ? undefined : folder };
  } finally {
    tooLong.abort();
    await Promise.all(parts.bots.map((bot) => bot.stop()));
    await search?.close();
    parts.watch.end();
    await parts.slack.close();
    if (isGood) await rm(folder, { recursive: true, force: true });
    if (isGood) await database.remove();
  }
}

interface Opened {
  readonly database: RunDatabase;
  readonly search: RunSearch | undefined;
  readonly folder: string;
}

interface RunParts extends Omit<Opened, 'folder'> {
  readonly slack: FakeSlack;
  readonly bots: readonly BotProcess[];
  readonly watch: Acknowledgements;
}

async function open(
  { history, redeliveryDelaysMs, processes = 1, mode = 'socket', isBuilt }: KillRunOptions,
  { database, search, folder }: Opened,
): Promise<RunParts> {
  const isHttp = mode === 'http';
  const ports = await Promise.all(Array.from({ length: processes }, () => freePort()));
  const front = isHttp ? new HttpFront(ports) : undefined;
  const url = await front?.listen();
  const delivery = url
    ? { kind: 'http' as const, url, signingSecret }
    : { kind: 'socket' as const };
  const slack = await startSlack({ app: app(history), redeliveryDelaysMs, delivery });
  const bots = ports.map((port, index) => {
    const token: Record<string, string> = isHttp
      ? { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) }
      : { SLACK_APP_TOKEN: slack.appToken };
    const env = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url,
      LIBRARY_DIRS: 'seeds',
      ...search?.settings,
      ...token,
    };
    return new BotProcess(env, join(folder, `bot-${index}.log`), isBuilt);
  });
  return { slack, bots, database, search, watch: front ?? new WireWatch() };
}

async function carryOut(
  { questions, kills, seed, meanLife, ends = 'SIGKILL' }: KillRunOptions,
  { slack, bots, database, search, watch }: RunParts,
): Promise<Omit<KillRunReport, 'kept'>> {
  const began = Date.now();
  for (const bot of bots) bot.start();
  await slack.connected();
  slack.faults.random({ seed, rates });
  const asker = new Asker(slack, seeded(seed + 1));
  const killing = new Killing({ slack, bots, watch, meanLife, ends, random: seeded(seed + 2) });
  const { acknowledged } = watch;
  const isOver = new AbortController();
  const nodes = search?.killNodes(seeded(seed + 3), isOver.signal);
  await Promise.all([
    asker.askAll(questions, { duration: kills * meanLife, acknowledged }),
    killing.run(kills),
  ]);
  slack.faults.clear();
  isOver.abort();
  await nodes;
  const evidence = { killedAt: killing.times, acknowledged };
  await settle(slack, database, () => tallyUp(slack, asker.questions, evidence));
  const left = await database.open();
  await Promise.all(bots.map((bot) => bot.stop()));
  return {
    ...tallyUp(slack, asker.questions, evidence),
    kills: killing.times.length,
    nodeKills: search?.kills ?? 0,
    redeliveries: watch.redeliveries,
    failures: bots.reduce((sum, { failures }) => sum + failures, 0),
    open: left,
    seconds: Math.round((Date.now() - began) / 1000),
  };
}

interface KillingParts {
  readonly slack: FakeSlack;
  readonly bots: readonly BotProcess[];
  readonly watch: Acknowledgements;
  readonly meanLife: number;
  readonly ends: 'SIGKILL' | 'SIGTERM';
  readonly random: () => number;
}

/**
 * Kills the bot: while it starts, at any time, just as Slack took a post of its, or just as it
 * acknowledged a message.
 */
class Killing {
  readonly times: number[] = [];
  readonly #parts: KillingParts;

  constructor(parts: KillingParts) {
    this.#parts = parts;
  }

  async run(kills: number): Promise<void> {
    const { random, bots, ends } = this.#parts;
    while (this.times.length < kills) {
      const roll = random();
      if (roll < 0.15) await wait(random() * 1000);
      else await this.#lifetime();
      if (roll > 0.15 && roll < 0.4) await this.#post();
      if (roll > 0.4 && roll < 0.6) await this.#acknowledgement();
      const victim = bots[Math.floor(random() * bots.length)];
      if (victim?.kill(ends)) this.times.push(Date.now());
    }
  }

  async #lifetime(): Promise<void> {
    const { slack, meanLife, random } = this.#parts;
    await slack.connected();
    await wait(random() * 2 * (meanLife - startTime));
  }

  async #post(): Promise<void> {
    const { calls, workspace } = this.#parts.slack;
    const before = calls.length;
    const isPost = ({ method }: { method: string }) =>
      method === 'chat.postMessage' || method === 'response_url';
    const posted = () => calls.slice(before).some(isPost);
    await workspace.changes.waitFor(posted, maxAim, 'a post').catch(() => {});
  }

  async #acknowledgement(): Promise<void> {
    const { watch } = this.#parts;
    const acknowledged = new Promise<void>((resolve) => {
      watch.onAcknowledged = resolve;
    });
    await Promise.race([acknowledged, wait(maxAim)]);
  }
}

/**
 * Waits until Slack has nothing more to deliver and the bots have nothing more to answer, or until
 * they say nothing for a long time: what is slow is not lost.
 */
async function settle(slack: FakeSlack, database: RunDatabase, tally: () => Tally): Promise<void> {
  await Promise.race([slack.idle(), wait(maxWait, undefined, { ref: false })]);
  const isDone = async () => (await database.open()) === 0 && tally().lost.length === 0;
  let said = slack.calls.length;
  let end = Date.now() + maxWait;
  while (Date.now() < end && !(await isDone())) {
    await wait(250);
    if (slack.calls.length > said) end = Date.now() + maxWait;
    said = slack.calls.length;
  }
}
