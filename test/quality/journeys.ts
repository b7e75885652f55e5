import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type FakeSlack, readManifest } from 'slack-standin';
import { startBot } from '../../src/app.ts';
import { command } from '../../src/commands/command.ts';
import { run as runImport } from '../../src/commands/import.ts';
import { runAsProcess } from '../../src/commands/process.ts';
import { readConfig } from '../../src/config.ts';
import { createManifest } from '../../src/slack/manifest.ts';
import { articleFile } from '../library/folders.ts';
import { startSlack } from '../support/slack.ts';
import { untilLogged } from '../support/until-logged.ts';

const usage = `Usage: node --import tsx test/quality/journeys.ts [--list]
Counts the files and functions of src/ that one question, digest or import goes through.
  --list  names the files`;
const options = { list: { type: 'boolean' } } as const;

const day = 24 * 60 * 60_000;

/** What V8 saw run since it was asked last. */
interface Ran {
  readonly files: readonly string[];
  readonly functions: number;
}

/** Tells which functions of src ran: of each only whether it did, by V8's precise coverage. */
class Recorder {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  async take(): Promise<Ran> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const ran = result.flatMap(({ url, functions }) => {
      const [, path] = /\/(src\/.+\.ts)$/.exec(url) ?? [];
      if (!path || url.includes('/packages/')) return [];
      // Of the loader, not of the file.
      const named = functions.filter(({ functionName }) => !['', '__name'].includes(functionName));
      const called = named.filter(({ ranges }) => ranges.some(({ count }) => count > 0));
      return called.length > 0 ? [{ path, called: called.length }] : [];
    });
    const files = [...new Set(ran.map(({ path }) => path))].sort();
    return { files, functions: ran.reduce((sum, { called }) => sum + called, 0) };
  }
}

/** A bot on a fake Slack, with a library of its own and a clock that can be put forward. */
async function open(folder: string, data: string) {
  const manifest = createManifest({ command: '/sino-russia', threadFollowups: true });
  const slack = await startSlack({ app: readManifest(manifest) });
  const logged: { level: number; msg: string }[] = [];
  const write = (line: string) => void logged.push(JSON.parse(line));
  const log = pino({ level: 'info' }, { write });
  const clock = { ahead: 0 };
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${join(data, 'desk.db')}`,
    LIBRARY_DIRS: `seeds,${folder}`,
    THREAD_FOLLOWUPS: 'true',
  });
  const bot = await startBot(config, log, { clock: () => Date.now() + clock.ahead });
  await slack.connected();
  return { slack, bot, logged, clock };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Resolves when a question is answered and that is written down. */
async function answered({ logged, slack }: Opened, ask: () => Promise<unknown>): Promise<void> {
  const isDone = /^Question .* after \d+ ms$/;
  const before = logged.filter(({ msg }) => isDone.test(msg)).length;
  await ask();
  await untilLogged(logged, isDone, before + 1);
  await slack.idle();
}

/** Resolves when the digest that is due at nine is posted. */
async function digestPosted({ slack, clock }: Opened): Promise<void> {
  const nine = new Date().setUTCHours(9, 0, 1, 0);
  clock.ahead = (nine > Date.now() ? nine : nine + day) - Date.now();
  await slack.waitFor(() => (messagesOf(slack, /^Digest for/) > 0 ? true : undefined));
  await slack.idle();
}

function messagesOf({ workspace }: FakeSlack, pattern: RegExp): number {
  const messages = workspace.channels.flatMap((channel) => channel.messages);
  return messages.filter(({ bot_id, text }) => bot_id !== undefined && pattern.test(text)).length;
}

/** What people do, in the order in which it can be done. */
function journeys(
  opened: Opened,
  folder: string,
  data: string,
): Record<string, () => Promise<unknown>> {
  const { slack, logged } = opened;
  const type = (text: string) => () =>
    slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
  let thread = '';
  const say = (text: string) => async () => {
    const where = thread === '' ? {} : { threadTs: thread };
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text, ...where });
    thread ||= ts;
  };
  return {
    '/sino-russia thaad': () => answered(opened, type('thaad')),
    'a mention': () => answered(opened, say('@sino-russia what does Russia think of THAAD?')),
    'a mention in its thread': () => answered(opened, say('@sino-russia and China?')),
    'an untagged follow-up': () => answered(opened, say('and North Korea?')),
    'a timeline': () => answered(opened, type('timeline thaad')),
    'verify "…" — Name': () => answered(opened, type('verify "destabilizing factor" — Gatilov')),
    'import of a text': () => importText(data),
    'an article that appears': async () => {
      await writeFile(join(folder, 'li.md'), articleFile({ id: 'li-2017' }, 'A ferry to Harbin.'));
      await untilLogged(logged, /read again/);
    },
    'a digest that is ordered': () => answered(opened, type('digest 09:00 UTC')),
    'a digest that is due': () => digestPosted(opened),
  };
}

async function importText(folder: string): Promise<void> {
  await writeFile(join(folder, 'a.txt'), 'By Ada Li\n\nThe two ministers met in Harbin.\n');
  const io = { env: {}, folder, out: () => {}, err: () => {}, untilSignal: async () => '' };
  const code = await runImport(['a.txt'], io);
  // 2: it is imported, and somebody should look at its record.
  if (code !== 0 && code !== 2) throw new Error(`The import ended with ${code}`);
}

/** Prints a line for each journey. */
const run = command(usage, { options }, async ({ values: { list } }, { out }) => {
  const [folder, data] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  const opened = await open(folder, data);
  // What is opened by the first question is no part of the way of the others.
  await answered(opened, () =>
    opened.slack.command({ user: 'lin', channel: 'general', command: '/sino-russia', text: 'gas' }),
  );
  const recorder = new Recorder();
  await recorder.start();
  out(`${'journey'.padEnd(26)}${'files'.padStart(6)}${'functions'.padStart(11)}  rooms`);
  for (const [name, go] of Object.entries(journeys(opened, folder, data))) {
    await recorder.take();
    await go();
    const { files, functions } = await recorder.take();
    const counts = `${String(files.length).padStart(6)}${String(functions).padStart(11)}`;
    out(`${name.padEnd(26)}${counts}  ${roomsOf(files)}`);
    if (list) out(files.map((file) => `  ${file}`).join('\n'));
  }
  await opened.bot.stop();
  await opened.slack.close();
  for (const made of [folder, data]) await rm(made, { recursive: true });
  return 0;
});

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'journeys-'));
}

function roomsOf(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const [, room = '', rest] = file.split('/');
    const name = rest === undefined ? 'top' : room;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([room, count]) => `${room} ${count}`)
    .join(', ');
}

await runAsProcess(run, process.argv.slice(2));
