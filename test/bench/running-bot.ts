import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  /** Resident memory now, of the bot and the processes that it started, in MB; not a number but on Linux. */
  residentMb(): Promise<number>;
  /** The most that the bot's own process ever had, in MB; not a number but on Linux. */
  peakMb(): Promise<number>;
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
  const read = (file: string) => readOf(Number(bot.pid), file);
  return {
    residentMb: () => residentMbOf(Number(bot.pid)),
    peakMb: () => memoryOf(Number(bot.pid), 'VmHWM'),
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

/** Resolves when the bot used less than a twentieth of a processor for a second: what it prepares is ready. */
export async function untilAtRest(bot: RunningBot): Promise<void> {
  for (let before = await bot.processorMs(); ; ) {
    await wait(1000);
    const now = await bot.processorMs();
    // Not a number but on Linux: then there is nothing to wait for.
    if (!(now - before >= 50)) return;
    before = now;
  }
}

function readOf(pid: number, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}

async function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const [, kb] = new RegExp(`${name}:\\s+(\\d+) kB`).exec(await readOf(pid, 'status')) ?? [];
  return Number(kb ?? Number.NaN) / 1024;
}

/** Of a process and all that it started. */
async function residentMbOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(
    threads.map((thread) => readOf(pid, `task/${thread}/children`)),
  );
  const pids = children.flatMap((line) => line.split(' ').filter(Boolean).map(Number));
  const all = await Promise.all([memoryOf(pid, 'VmRSS'), ...pids.map(residentMbOf)]);
  return all.reduce((sum, each) => sum + each, 0);
}
