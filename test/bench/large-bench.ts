import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack } from 'slack-standin';
import type { Article } from '../../src/library/article.ts';
import { mainLibrary } from '../../src/library/article-store.ts';
import { readPartialDate } from '../../src/library/partial-date.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type JudgedText, readCollection } from '../quality/collection.ts';
import { startSlack } from '../support/slack.ts';
import { percentiles } from './held.ts';
import { createPseudoLibrary } from './pseudo-library.ts';

/** What the whole bot came to with a large library in its database; times in ms. */
export interface LargeFigures {
  readonly what: string;
  /** From the start of the process to the open socket. */
  readonly readyMs: number;
  readonly residentMb: number;
  /** Longest that the bot's own thread computed between two turns. */
  readonly held: number;
  /** Processor time a question. */
  readonly p50?: number;
  readonly p95?: number;
}

/** So many paragraphs an article. */
const paragraphsOfArticle = 20;

/** So many articles are published at once. */
const pageSize = 200;

/** An article that comes in is looked for in so many ms at the most. */
const patience = 60_000;

/**
 * Publishes so many passages, grown from the sentences of a collection, into a database, and runs the
 * built bot (`dist/`) on it: the first time, when it makes its index; again; and while it is asked, while
 * an article comes in, and after the commands that look at all articles.
 */
export async function benchLarge(passages: number, collection: string): Promise<LargeFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  const { articles: own, questions } = await readCollection(collection);
  const store = openStore({ url: `file:${join(folder, 'desk.db')}`, keepsTexts: true, tell() {} });
  const articles = store.articlesOf(mainLibrary);
  const all = joined(createPseudoLibrary(own, passages));
  for (let from = 0; from < all.length; from += pageSize) {
    await articles.publish(all.slice(from, from + pageSize));
  }
  const slack = await startSlack();
  const figures: LargeFigures[] = [];
  try {
    const first = await start(slack, folder);
    figures.push(await first.figures('first start'));
    await first.stop();
    const bot = await start(slack, folder);
    figures.push(await bot.figures('started again'));
    const times = await askAll(slack, bot, questions.slice(0, 200));
    figures.push({ ...(await bot.figures('asked')), ...percentiles(times) });
    const added = { ...(all[0] as Article), id: 'added', title: 'Zebra crossings' };
    const paragraphs = added.paragraphs.map((each) => ({ ...each, text: `${each.text} Okapi.` }));
    await articles.add({ ...added, paragraphs }, { key: '1', person: '' });
    const began = performance.now();
    while (!/Okapi/.test(await ask(slack, 'okapi')) && performance.now() - began < patience);
    const found = `an article added, found after ${Math.round(performance.now() - began)} ms`;
    figures.push(await bot.figures(found));
    const commands = [
      'sources',
      'status',
      'verify “Nobody has ever said these words at all”',
      'timeline treaty',
    ];
    for (const command of commands) {
      const before = await bot.processorMs();
      await ask(slack, command);
      const p50 = (await bot.processorMs()) - before;
      figures.push({ ...(await bot.figures(command.split(' ')[0] ?? '')), p50 });
    }
    await slack.openHome({ user: 'ada' });
    await slack.waitFor(({ homes }) => homes.get('U024ADABR'), { timeoutMs: patience });
    await wait(2000);
    figures.push(await bot.figures('Home'));
    await bot.stop();
  } finally {
    await store.close();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}

/** Articles of one paragraph as articles of twenty. */
function joined(articles: readonly Article[]): Article[] {
  const joint: Article[] = [];
  for (let from = 0; from < articles.length; from += paragraphsOfArticle) {
    const some = articles.slice(from, from + paragraphsOfArticle);
    const texts = some.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    const published = readPartialDate(`20${10 + (from % 13)}-0${1 + (from % 9)}`);
    joint.push({
      id: `made-${from}`,
      title: `Made article ${from}`,
      authors: [`Author ${from % 997}`],
      publisher: `Paper ${from % 97}`,
      ...(published && { published }),
      language: 'en',
      text: 'original',
      inferred: [],
      paragraphs: texts.map((text, at) => ({ number: at + 1, text })),
    });
  }
  return joint;
}

interface MeasuredBot {
  figures(what: string): Promise<LargeFigures>;
  processorMs(): Promise<number>;
  stop(): Promise<void>;
}

async function start(slack: FakeSlack, folder: string): Promise<MeasuredBot> {
  const root = new URL('../..', import.meta.url).pathname;
  const holdFile = join(folder, 'held');
  const began = performance.now();
  const args = ['--import', join(root, 'test/bench/hold-monitor.mjs'), join(root, 'dist/cli.js')];
  const bot = spawn(process.execPath, [...args, 'start'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/nonexistent',
      HOLD_FILE: holdFile,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      LIBRARY_DIRS: 'data/library',
    },
  });
  await slack.connected();
  const readyMs = performance.now() - began;
  const read = (name: string) => readFile(`/proc/${bot.pid}/${name}`, 'utf8');
  return {
    async figures(what) {
      await wait(500);
      bot.kill('SIGUSR2');
      await wait(100);
      const held = Number(await readFile(holdFile, 'utf8'));
      const [, kb] = /VmRSS:\s+(\d+) kB/.exec(await read('status')) ?? [];
      return { what, readyMs, residentMb: Number(kb) / 1024, held };
    },
    async processorMs() {
      const fields = (await read('stat')).split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async stop() {
      const ended = once(bot, 'exit');
      if (bot.exitCode === null && bot.kill('SIGTERM')) await ended;
    },
  };
}

/** Processor times of questions, each the mean of ten: the kernel counts in hundredths of a second. */
async function askAll(
  slack: FakeSlack,
  bot: MeasuredBot,
  questions: readonly JudgedText[],
): Promise<number[]> {
  const times: number[] = [];
  const atOnce = 10;
  for (let from = 0; from < questions.length; from += atOnce) {
    const before = await bot.processorMs();
    for (const { text } of questions.slice(from, from + atOnce)) await ask(slack, text);
    times.push(((await bot.processorMs()) - before) / atOnce);
  }
  return times;
}

/** Sends a command, and gives back the answer to it. */
async function ask(slack: FakeSlack, text: string): Promise<string> {
  const before = slack.calls.length;
  await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
  const call = await slack.waitFor(
    () => slack.calls.slice(before).find(({ method }) => method === 'response_url'),
    { timeoutMs: patience },
  );
  return JSON.stringify(call.args);
}
