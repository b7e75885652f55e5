import { accessSync, constants, mkdirSync } from 'node:fs';
import { startStandin } from 'slack-standin';
import { startBot } from '../app.ts';
import {
  ConfigError,
  readConfig,
  readEnvironment,
  readManifestSettings,
  readTryPort,
} from '../config.ts';
import { createLog } from '../log.ts';
import { grantsFor, messageShortcuts } from '../slack/manifest.ts';
import { stop as end, readArguments, wrongSettings } from './command-line.ts';
import { tryExamples } from './try-examples.ts';

/** EX_CANTCREAT of sysexits.h. */
const cannotCreate = 73;

const whyTaken: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses',
  EACCES: 'this account may not open',
};

/** What people try out is kept apart from what a real workspace asks. */
const folder = 'data/try';

const usage = `Usage: npm run try
Starts the bot with a pretended Slack and prints the address of its page (TRY_PORT, 3333).`;

readArguments(usage, {});
try {
  const env = readEnvironment();
  const port = readTryPort(env);
  makeFolder();
  const settings = readManifestSettings(env);
  const app = { ...grantsFor(settings), shortcuts: messageShortcuts };
  const examples = tryExamples(settings.command);
  const standin = await startStandin({ port, app, examples }).catch(
    (error: NodeJS.ErrnoException) => {
      const reason = whyTaken[error.code ?? ''];
      if (!reason) throw error;
      throw new ConfigError([`TRY_PORT is ${port}, which ${reason}. Set it to a free port.`]);
    },
  );
  const config = readConfig({
    LIBRARY_DIRS: env.LIBRARY_DIRS,
    THREAD_FOLLOWUPS: env.THREAD_FOLLOWUPS,
    LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
    DATABASE_URL: `file:${folder}/desk.db`,
    SLACK_BOT_TOKEN: standin.botToken,
    SLACK_APP_TOKEN: standin.appToken,
    SLACK_API_URL: standin.apiUrl,
  });
  const bot = await startBot(config, createLog(config.logLevel));
  console.log(`The bot is ready to be tried: open ${standin.url} (Ctrl+C ends it)`);
  const stop = async (): Promise<void> => {
    await bot.stop();
    await standin.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = wrongSettings;
}

function makeFolder(): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    end(cannotCreate, `${folder} cannot be written to (${code}); check its permissions.`);
  }
}
