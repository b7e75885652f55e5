import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';
import { WebSocket } from 'ws';
import { type Standin, startStandin } from '../../src/standin/standin.ts';
import { Asker } from './asked-questions.ts';
import { BotProcess } from './bot-process.ts';
import { seeded } from './seeded.ts';
import { type Tally, tallyUp } from './tally.ts';

/** What a run is to be like. */
export interface KillRunOptions {
  readonly questions: number;
  readonly kills: number;
  readonly seed: number;
  /** Whether the bot may read channels, and so look for its own replies there. */
  readonly history: boolean;
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
  drop_socket: 0.004,
  duplicate: 0.04,
  reorder: 0.04,
};

/** The bot is killed this long after it was started on average; it needs `startTime` to start. */
const startTime = 1500;
const meanLife = 4000;
const mostPatience = 120_000;

const app = (history: boolean) => ({
  scopes: [
    ...['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
    ...(history ? ['channels:history'] : []),
  ],
  botEvents: ['app_mention', 'message.im', ...(history ? ['message.channels'] : [])],
});

/** Asks the bot questions while everything goes wrong and it is killed again and again. */
export async function runKills(options: KillRunOptions): Promise<KillRunReport> {
  const began = Date.now();
  let isGood = false;
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  const redeliveryDelaysMs = [0, 2000, 6000];
  const slack = await startStandin({
    app: app(options.history),
    ackTimeoutMs: 1500,
    redeliveryDelaysMs,
  });
  const redeliveries = countRedeliveries();
  const bot = new BotProcess(settings(slack, folder), join(folder, 'bot.log'));
  try {
    bot.start();
    await slack.connected();
    slack.faults.random({ seed: options.seed, rates });
    const asker = new Asker(slack, seeded(options.seed + 1));
    const killing = new Killing(bot, slack, seeded(options.seed + 2));
    const time = options.kills * meanLife;
    await Promise.all([asker.askAll(options.questions, time), killing.run(options.kills)]);
    slack.faults.clear();
    await settle(slack, folder, asker);
    const open = openIn(folder);
    await bot.stop();
    const tally = tallyUp(slack, asker.questions, killing.times);
    const figures = { kills: killing.times.length, redeliveries: redeliveries.end() };
    const seconds = Math.round((Date.now() - began) / 1000);
    isGood = tally.lost.length + tally.doubled.length + bot.failures === 0;
    const kept = isGood ? undefined : folder;
    return { ...tally, ...figures, failures: bot.failures, open, seconds, kept };
  } finally {
    await bot.stop();
    await slack.close();
    if (isGood) await rm(folder, { recursive: true, force: true });
  }
}

function settings(slack: Standin, folder: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    LIBRARY_DIRS: 'seeds',
  };
}

/** Kills the bot: now and then while it starts, at any time, or just as Slack took a post of its. */
class Killing {
  readonly times: number[] = [];
  readonly #bot: BotProcess;
  readonly #slack: Standin;
  readonly #random: () => number;

  constructor(bot: BotProcess, slack: Standin, random: () => number) {
    this.#bot = bot;
    this.#slack = slack;
    this.#random = random;
  }

  async run(kills: number): Promise<void> {
    while (this.times.length < kills) {
      const roll = this.#random();
      if (roll < 0.15) await wait(this.#random() * 1000);
      else await this.#aim(roll < 0.55);
      if (this.#bot.kill()) this.times.push(Date.now());
    }
  }

  async #aim(atPost: boolean): Promise<void> {
    await this.#slack.connected();
    await wait(this.#random() * 2 * (meanLife - startTime));
    if (!atPost) return;
    const { calls, workspace } = this.#slack;
    const before = calls.length;
    const isPost = ({ method }: { method: string }) =>
      method === 'chat.postMessage' || method === 'response_url';
    const posted = () => calls.slice(before).some(isPost);
    await workspace.changes.waitFor(posted, 2000, 'a post').catch(() => {});
  }
}

/** Counts the events that go over any socket as repeated ones, until it is ended. */
function countRedeliveries(): { end(): number } {
  const { send } = WebSocket.prototype;
  let count = 0;
  WebSocket.prototype.send = function counting(this: WebSocket, ...args: unknown[]) {
    if (/"retry_attempt":[1-9]/.test(String(args[0]))) count += 1;
    return Reflect.apply(send, this, args);
  };
  return {
    end() {
      WebSocket.prototype.send = send;
      return count;
    },
  };
}

/** Waits until Slack has nothing more to deliver and the bot has nothing more to answer. */
async function settle(slack: Standin, folder: string, asker: Asker): Promise<void> {
  const end = Date.now() + mostPatience;
  await Promise.race([slack.idle(), wait(mostPatience, undefined, { ref: false })]);
  const isDone = () =>
    openIn(folder) === 0 && tallyUp(slack, asker.questions, []).lost.length === 0;
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
