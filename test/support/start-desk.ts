import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { pino } from 'pino';
import type { FakeSlack, FakeSlackOptions, Message } from 'slack-standin';
import { type RunningBot, type StartOptions, startBot } from '../../src/app.ts';
import { connectionTo } from '../../src/commands/try-connection.ts';
import { readConfig } from '../../src/config.ts';
import type { ConnectionParts } from '../../src/import/fetch/connection.ts';
import { isServed, served } from './served-desk.ts';
import { startSlack } from './slack.ts';

/** A pretended Slack with the whole bot connected to it. */
export interface StartedDesk {
  readonly slack: FakeSlack;
  readonly bot: RunningBot;
  /** What the bot logged, a parsed line each. */
  readonly logged: readonly { readonly level: number; readonly msg: string }[];
  /** The settings that the bot runs with; a second bot may be started with them. */
  readonly env: Readonly<Record<string, string>>;
}

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  // The bot first: it would try to reconnect to a Slack that is gone.
  for (const close of open.splice(0).reverse()) await close();
});

/** Calls `close` after the test, the last one first. */
export function afterTest(close: () => Promise<unknown>): void {
  open.push(close);
}

/** A folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a stand-in and the bot with the five shipped articles and a database of its own. */
export async function startDesk(
  options: FakeSlackOptions = {},
  settings: Readonly<Record<string, string>> = {},
  connection?: ConnectionParts,
  more: StartOptions = {},
): Promise<StartedDesk> {
  const folder = await temporaryFolder();
  const slack = await startSlack({ redeliveryDelaysMs: [0, 0, 0], ...options });
  afterTest(() => slack.close());
  const usual = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    LIBRARY_DIRS: 'seeds',
    ...settings,
  };
  const env = isServed
    ? await served(usual, { folder, afterTest })
    : { DATABASE_URL: `file:${join(folder, 'desk.db')}`, ...usual };
  const { bot, logged } = await connectBot(env, connection ?? connectionTo(slack), more);
  await slack.connected();
  return { slack, bot, logged, env };
}

/** Starts the bot with these settings; it is stopped after the test. */
export async function connectBot(
  env: Readonly<Record<string, string>>,
  connection?: ConnectionParts,
  more: StartOptions = {},
): Promise<Pick<StartedDesk, 'bot' | 'logged'>> {
  const logged: { level: number; msg: string }[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void logged.push(JSON.parse(line)) },
  );
  const bot = await startBot(readConfig(env), log, { ...more, ...(connection && { connection }) });
  let stopped: Promise<void> | undefined;
  const once: RunningBot = {
    stop: () => {
      stopped ??= bot.stop();
      return stopped;
    },
  };
  afterTest(() => once.stop());
  return { bot: once, logged };
}

/** The messages of the bot in a channel, by its name, or in a person's direct message. */
export function fromBot({ workspace }: FakeSlack, channelName: string): Message[] {
  const channel = workspace.channels.find(
    ({ id, name }) => name === channelName || id === channelName,
  );
  return (channel?.messages ?? []).filter(({ bot_id }) => bot_id !== undefined);
}

/** That everybody in the channel sees who changed its digest. */
export function isChangeNotice({ text }: Message): boolean {
  return text.startsWith('About this channel’s digest:');
}

/** Everything that a reader sees of a message's blocks, a line a block. */
export function seen(message: Message): string {
  return (message.blocks ?? []).map((block) => textsOf(block).join('')).join('\n');
}

function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { text, ...rest } = part as { text?: unknown };
  const own = typeof text === 'string' ? [text] : textsOf(text);
  return [
    ...own,
    ...Object.values(rest)
      .filter((value) => typeof value === 'object')
      .flatMap(textsOf),
  ];
}
