import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';
import type { FakeSlack } from 'slack-standin';
import { startSlack } from '../support/slack.ts';
import { Asker } from './asked-questions.ts';
import { BotProcess } from './bot-process.ts';
import { seeded } from './seeded.ts';
import { type Tally, tallyUp } from './tally.ts';
import { WireWatch } from './wire-watch.ts';

/** What a run is to be like. */
export interface KillRunOptions {
  readonly questions: number;
  readonly kills: number;
  readonly seed: number;
  /** Whether the bot may read channels, and so look for its own replies there. */
  readonly history: boolean;
  /** How long after its start the bot is killed on average, in ms; it needs some of that to start. */
  readonly meanLife: number;
  /** When Slack brings again what was not acknowledged, in ms; really 0, one and five minutes. */
  readonly redeliveryDelaysMs: readonly number[];
}

/** What came of a run. */
export interface KillRunReport extends Tally {
  readonly kills: number;
  /** How often Slack brought an event again. */
  readonly redeliveries: number;
  /** How often the bot ended by itself. */
  readonly failures: number;
  /** Questions that the bot's book still holds as unanswered. */
  readonly open: number;
  readonly seconds: number;
  /** Where the bot's log and database are, if the run went wrong. */
  readonly kept: string | undefined;
}

const rates = {
  lost_response: 0.03,
  server_error: 0.03,
  rate_limited: 0.03,
  lost_ack: 0.04,
  drop_socket: 0.001,
  duplicate: 0.04,
  reorder: 0.04,
};

const startTime = 1500;

/** A kill waits at most this long for what it is aimed at, in ms. */
const mostAim = 2000;
const lookUpTimeout = 120_000;

const app = (history: boolean) => ({
  scopes: [
    ...['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
    ...(history ? ['channels:history'] : []),
  ],
  botEvents: ['app_mention', 'message.im', ...(history ? ['message.channels'] : [])],
});

/** Asks the bot questions while everything goes wrong and it is killed again and again. */
export async function runKills(options: KillRunOptions): Promise<KillRunReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  const { history, redeliveryDelaysMs } = options;
  const slack = await startSlack({ app: app(history), redeliveryDelaysMs });
  const bot = new BotProcess(settings(slack, folder), join(folder, 'bot.log'));
  const tooLong = new AbortController();
  const limit = options.kills * options.meanLife * 3 + lookUpTimeout;
  let isGood = false;
  try {
    const run = carryOut(options, { slack, bot, folder });
    const timeUp = wait(limit, undefined, { signal: tooLong.signal }).then(() => {
      throw new Error(`The run took longer than ${limit} ms; see ${folder}`);
    });
    const report = await Promise.race([run, timeUp, bot.gaveUp]);
    isGood = report.lost.length + report.doubled.length + report.failures === 0;
    return { ...report, kept: isGood ? undefined : folder };
  } finally {
    tooLong.abort();
    await bot.stop();
    await slack.close();
    if (isGood) await rm(folder, { recursive: true, force: true });
  }
}

interface RunParts {
  readonly slack: FakeSlack;
  readonly bot: BotProcess;
  readonly folder: string;
}

async function carryOut(
  { questions, kills, seed, meanLife }: KillRunOptions,
  { slack, bot, folder }: RunParts,
): Promise<Omit<KillRunReport, 'kept'>> {
  const began = Date.now();
  const watch = new WireWatch();
  bot.start();
  await slack.connected();
  slack.faults.random({ seed, rates });
  const asker = new Asker(slack, seeded(seed + 1));
  const killing = new Killing({ slack, bot, watch, meanLife, random: seeded(seed + 2) });
  await Promise.all([asker.askAll(questions, kills * meanLife), killing.run(kills)]);
  slack.faults.clear();
  const evidence = { killedAt: killing.times, acknowledged: watch.acknowledged };
  await settle(slack, folder, () => tallyUp(slack, asker.questions, evidence));
  const open = openIn(folder);
  await bot.stop();
  watch.end();
  return {
    ...tallyUp(slack, asker.questions, evidence),
    kills: killing.times.length,
    redeliveries: watch.redeliveries,
    failures: bot.failures,
    open,
    seconds: Math.round((Date.now() - began) / 1000),
  };
}

function settings(slack: FakeSlack, folder: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    LIBRARY_DIRS: 'seeds',
  };
}

interface KillingParts {
  readonly slack: FakeSlack;
  readonly bot: BotProcess;
  readonly watch: WireWatch;
  readonly meanLife: number;
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
    const { random, bot } = this.#parts;
    while (this.times.length < kills) {
      const roll = random();
      if (roll < 0.15) await wait(random() * 1000);
      else await this.#lifetime();
      if (roll > 0.15 && roll < 0.4) await this.#post();
      if (roll > 0.4 && roll < 0.6) await this.#acknowledgement();
      if (bot.kill()) this.times.push(Date.now());
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
    await workspace.changes.waitFor(posted, mostAim, 'a post').catch(() => {});
  }

  async #acknowledgement(): Promise<void> {
    const { watch } = this.#parts;
    const acknowledged = new Promise<void>((resolve) => {
      watch.onAcknowledged = resolve;
    });
    await Promise.race([acknowledged, wait(mostAim)]);
  }
}

/** Waits until Slack has nothing more to deliver and the bot has nothing more to answer. */
async function settle(slack: FakeSlack, folder: string, tally: () => Tally): Promise<void> {
  const end = Date.now() + lookUpTimeout;
  await Promise.race([slack.idle(), wait(lookUpTimeout, undefined, { ref: false })]);
  const isDone = () => openIn(folder) === 0 && tally().lost.length === 0;
  while (Date.now() < end && !isDone()) await wait(250);
}

function openIn(folder: string): number {
  const file = new SqliteFile(join(folder, 'desk.db'), { readonly: true });
  try {
    const sql =
      "select count(*) as open from questions where status not in ('answered', 'expired')";
    return (file.prepare(sql).get() as { open: number }).open;
  } finally {
    file.close();
  }
}
