import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeSlack } from 'slack-standin';

/** How a bot is run. */
export interface RunOptions {
  /** Its articles. */
  readonly library?: string;
  /** The one processor that it may use (Linux). */
  readonly core?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built bot (`dist/`) in a process of its own. */
export interface RunningBot {
  /** Resident memory now, in MB; not a number but on Linux. */
  residentMb(): Promise<number>;
  /** Processor time so far, in ms; not a number but on Linux. */
  processorMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Ticks of the processor time in `/proc`, a second. */
const ticks = 100;

/** Starts the built bot in the workspace of a fake Slack, with a database of its own. */
export async function runBot(slack: FakeSlack, options: RunOptions = {}): Promise<RunningBot> {
  const { library = 'seeds', core, env } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const command = [process.execPath, 'dist/cli.js', 'start'];
  const [program = '', ...args] =
    core === undefined ? command : ['taskset', '-c', `${core}`, ...command];
  const bot = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      LIBRARY_DIRS: library,
      ...env,
    },
  });
  const read = (file: string) => readFile(`/proc/${bot.pid}/${file}`, 'utf8').catch(() => '');
  return {
    async residentMb() {
      const [, kb] = /VmRSS:\s+(\d+) kB/.exec(await read('status')) ?? [];
      return Number(kb ?? Number.NaN) / 1024;
    },
    async processorMs() {
      const stat = await read('stat');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
    },
    async stop() {
      const ended = once(bot, 'exit');
      if (bot.exitCode === null && bot.kill('SIGTERM')) await ended;
      await rm(folder, { recursive: true });
    },
  };
}
