import { accessSync, constants, mkdirSync } from 'node:fs';
import { type FakeSlack, readManifest, startFakeSlack } from 'slack-standin';
import { startBot } from '../app.ts';
import {
  type Config,
  type Environment,
  readConfig,
  readManifestSettings,
  readTryPort,
} from '../config.ts';
import { createLog } from '../log.ts';
import { createManifest } from '../slack/manifest.ts';
import { portError } from '../slack/transport/connect.ts';
import { command, Stop, wrongSettings } from './command.ts';
import { connectionTo } from './try-connection.ts';
import { tryExamples } from './try-examples.ts';
import { siteOf } from './try-site.ts';
import { tryWorkspace } from './try-workspace.ts';

/** EX_CANTCREAT of sysexits.h. */
const cannotCreate = 73;

/** What people try out is kept apart from what a real workspace asks. */
const folder = 'data/try';

/** What can be added to the library: made-up papers, which nobody serves but the fake Slack. */
const papers = 'examples/papers';

/** Nobody who tries a feed waits a quarter of an hour for it, in ms. */
const feedInterval = 10_000;

/** Where Slack keeps files. */
const filesUrl = 'https://files.slack.com';

const usage = `Usage: npm run try
Starts the bot with a fake Slack and prints the address of its page (TRY_PORT, 3333).`;

/** Runs the bot with a fake Slack until the process is told to end. */
export const run = command(usage, {}, async (_, { env, out, untilSignal }) => {
  const port = readTryPort(env);
  makeFolder();
  const slack = await openSlack(port, env);
  const config = configFor(slack, env);
  const connection = connectionTo(slack);
  const bot = await startBot(config, createLog(config.logLevel), {
    connection,
    feedInterval,
  });
  out(`The bot is ready to be tried: open ${slack.url} (Ctrl+C ends it)`);
  await untilSignal();
  await bot.stop();
  await slack.close();
  return 0;
});

function makeFolder(): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const message = `${folder} cannot be written to (${code}); check its permissions.`;
    throw new Stop(cannotCreate, message);
  }
}

async function openSlack(port: number, env: Environment): Promise<FakeSlack> {
  const settings = readManifestSettings(env);
  const app = readManifest(createManifest(settings));
  const examples = tryExamples(settings.command);
  try {
    const site = siteOf(papers);
    return await startFakeSlack({ port, app, examples, site, filesUrl, ...tryWorkspace });
  } catch (error) {
    const taken = portError('TRY_PORT', error);
    throw taken ? new Stop(wrongSettings, taken.message) : error;
  }
}

function configFor({ botToken, appToken, apiUrl }: FakeSlack, env: Environment): Config {
  return readConfig({
    LIBRARY_DIRS: env.LIBRARY_DIRS ?? 'seeds,data/library,examples',
    THREAD_FOLLOWUPS: env.THREAD_FOLLOWUPS,
    LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
    DATABASE_URL: `file:${folder}/desk.db`,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    LIBRARIANS: env.LIBRARIANS,
  });
}
