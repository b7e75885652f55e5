import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import JSZip from 'jszip';
import type { FakeSlack } from 'slack-standin';
import { docxOf } from '../import/archives.ts';
import { pdfOf } from '../import/pdf-file.ts';
import { startSlack } from '../support/slack.ts';
import { percentiles } from './held.ts';
import { questionsOf } from './wire-bench.ts';

/** What people waited for while something large came in, and what the bot's process took. */
export interface AddingFigures {
  readonly what: string;
  readonly seconds: number;
  readonly questions: number;
  readonly p50: number;
  readonly p95: number;
  readonly ackP95: number;
  /** Resident memory of the bot's own process, in MB: before, at most, and a while after. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
}

/** A question this many ms after the last answer. */
const pause = 100;

/** Items of the feed; the bot takes fifty of them a minute. */
const feedItems = 500;
const feedMs = 130_000;

/** Asks while nothing else is done, and while a large PDF, a large Word file, a feed and a folder come in. */
export async function benchAdding(files = 5000): Promise<AddingFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'adding-'));
  const clock = () => performance.timeOrigin + performance.now();
  const feed = { type: 'application/rss+xml', body: largeFeed() };
  const site = { '//harbour.example/feed': feed };
  const slack = await startSlack({ clock, site, filesUrl: 'https://files.slack.com' });
  const bot = startBot(slack, folder);
  try {
    await slack.connected();
    const texts = await questionsOf('seeds', 400);
    const measure = (what: string, until: () => Promise<unknown>) =>
      measured(what, { slack, pid: bot.pid ?? 0, texts, clock }, until);
    await measure('warm', () => wait(5000));
    const figures = [await measure('nothing else', () => wait(20_000))];
    const pdf = { name: 'report.pdf', bytes: largePdf(), seed: 1234 };
    figures.push(await measure('a PDF of 400 pages', () => share(slack, pdf)));
    const docx = { name: 'report.docx', bytes: await largeDocx(), seed: 50_123 };
    figures.push(await measure('a Word file of 25 MB', () => share(slack, docx)));
    figures.push(await measure(`a feed of ${feedItems} items`, () => follow(slack)));
    await writeFiles(join(folder, 'in'), files);
    figures.push(
      await measure(`a folder of ${files} files`, () => importFolder(slack, folder, files)),
    );
    figures.push(await measure('nothing else, after', () => wait(20_000)));
    return figures;
  } finally {
    const ended = once(bot, 'exit');
    if (bot.exitCode === null && bot.kill('SIGTERM')) await ended;
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const root = new URL('../..', import.meta.url).pathname;
const tsx = import.meta.resolve('tsx');

function startBot({ botToken, appToken, apiUrl }: FakeSlack, folder: string) {
  return spawn(process.execPath, ['--import', tsx, join(root, 'test/bench/adding-bot.ts')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/nonexistent',
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: apiUrl,
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      LIBRARY_DIRS: `${join(root, 'seeds')},data/library`,
    },
  });
}

interface Asking {
  readonly slack: FakeSlack;
  readonly pid: number;
  readonly texts: readonly string[];
  readonly clock: () => number;
}

async function measured(
  what: string,
  { slack, pid, texts, clock }: Asking,
  until: () => Promise<unknown>,
): Promise<AddingFigures> {
  const began = performance.now();
  const before = await residentMb(pid);
  let most = before;
  const look = async () => {
    most = Math.max(most, await residentMb(pid));
  };
  const memory = setInterval(() => void look(), 50);
  let isOver = false;
  // A failure is told when the questions are answered.
  const work = until().then(
    () => undefined,
    (error: Error) => error,
  );
  void work.then(() => {
    isOver = true;
  });
  const [times, acks]: number[][] = [[], []];
  for (let index = 0; !isOver; index += 1) {
    const asked = clock();
    const before = slack.calls.length;
    const text = texts[index % texts.length] ?? '';
    await slack.command({ user: 'lin', channel: 'general', command: '/sino-russia', text });
    acks?.push(clock() - asked);
    const call = await slack.waitFor(
      () => slack.calls.slice(before).find(({ method }) => method === 'response_url'),
      { what: 'an answer', timeoutMs: 60_000 },
    );
    times?.push(call.at - asked);
    await wait(pause);
  }
  clearInterval(memory);
  const failure = await work;
  if (failure) throw failure;
  const seconds = (performance.now() - began) / 1000;
  await wait(12_000);
  const { p50, p95 } = percentiles(times ?? []);
  const ackP95 = percentiles(acks ?? []).p95;
  const after = await residentMb(pid);
  return { what, seconds, questions: times?.length ?? 0, p50, p95, ackP95, before, most, after };
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** A file, and the seed of a sentence that it holds. */
interface Shared {
  readonly name: string;
  readonly bytes: Buffer;
  readonly seed: number;
}

/** Shares a file with the bot, accepts its card, and resolves when it is found. */
async function share(slack: FakeSlack, file: Shared): Promise<void> {
  const channel = slack.workspace.im('ada')?.id ?? '';
  const card = await said(slack, '', [file]);
  if (!JSON.stringify(card.blocks).includes('proposal_accept')) throw new Error(card.text);
  await slack.click({ user: 'ada', in: { channel, ts: card.ts }, actionId: 'proposal_accept' });
  await found(slack, file.seed);
}

async function follow(slack: FakeSlack): Promise<void> {
  const { text } = await said(slack, 'feed add https://harbour.example/feed');
  if (!text.includes(`${feedItems} items`)) throw new Error(text);
  await wait(feedMs);
}

async function importFolder(slack: FakeSlack, folder: string, files: number): Promise<void> {
  const args = ['--import', tsx, join(root, 'src/cli.ts'), 'import', 'in'];
  const env = { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/nonexistent' };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  await once(child, 'exit');
  await found(slack, seedOfFile(files - 1));
}

/** What the bot answers in a direct message. */
async function said(slack: FakeSlack, text: string, files: readonly Shared[] = []) {
  const channel = slack.workspace.im('ada')?.id ?? '';
  const replies = () =>
    (slack.workspace.channel(channel)?.messages ?? []).filter(({ bot_id }) => bot_id);
  const known = replies().length;
  await slack.say({ user: 'ada', channel, text, files });
  const what = `a reply to ${text || files[0]?.name}`;
  return slack.waitFor(() => replies()[known], { what, timeoutMs: 240_000 });
}

/** Resolves when the sentence of a seed is quoted. */
async function found(slack: FakeSlack, seed: number): Promise<void> {
  for (;;) {
    const { blocks } = await said(slack, `"${numberOf(seed)}"`);
    const shown = JSON.stringify(blocks);
    if (shown.includes('In year') && shown.includes(String(numberOf(seed)))) return;
    await wait(1000);
  }
}

const seedOfFile = (index: number) => 200_000 + index * 20;
const numberOf = (seed: number) => seed * 31;

const nouns = 'harbour pilot winter ferry council toll herring strait cliff icebreaker'.split(' ');

function sentence(seed: number): string {
  const word = (at: number) => nouns[(seed * 7 + at * 13) % nouns.length];
  return `In year ${seed} the ${word(1)} of the ${word(2)} told the ${word(3)} number ${numberOf(seed)} that a ${word(4)} near the ${word(5)} was closed.`;
}

function largePdf(): Buffer {
  const pages = Array.from({ length: 400 }, (_, page) =>
    Array.from({ length: 36 }, (_line, at) => {
      const text = sentence(page * 36 + at).slice(0, 95);
      return { x: 60, y: 740 - at * 18, size: 11, text };
    }),
  );
  return pdfOf(pages, { title: 'A Report of Four Hundred Pages' });
}

async function largeDocx(): Promise<Buffer> {
  const paragraphs = Array.from(
    { length: 2000 },
    (_, at) => `<w:p><w:r><w:t>${sentence(at + 50_000)} ${sentence(at + 90_000)}</w:t></w:r></w:p>`,
  );
  const zip = await JSZip.loadAsync(await docxOf(paragraphs.join('')));
  // Pictures of a report make it large, and hold none of its words.
  const noise = Buffer.alloc(24 * 1024 * 1024);
  for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2654435761) >>> 0, at);
  zip.file('word/media/image1.jpg', noise, { compression: 'STORE' });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function largeFeed(): string {
  const items = Array.from({ length: feedItems }, (_, at) => {
    const seed = 400_000 + at * 20;
    const paragraphs = Array.from(
      { length: 8 },
      (_none, place) => `<p>${sentence(seed + place)}</p>`,
    );
    return `<item><title>Notice ${at} of the harbour</title><link>https://harbour.example/${at}</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[${paragraphs.join('')}]]></content:encoded></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Review</title>${items.join('')}</channel></rss>`;
}

async function writeFiles(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const seed = seedOfFile(index);
    const paragraphs = Array.from(
      { length: 4 },
      (_, at) => `${sentence(seed + at)} ${sentence(seed + at + 9)}`,
    );
    const text = `Report ${index} of the harbour\n\nBy Mara Keel\n\n5 March 2024\n\n${paragraphs.join('\n\n')}\n`;
    await writeFile(join(folder, `report-${index}.txt`), text);
  }
}
