import './small-heap.ts';
import { startBot } from '../app.ts';
import { ConfigError, readConfig, readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { ConnectError } from '../slack/transport/connect.ts';
import { readArguments, wrongSettings } from './command-line.ts';

const usage = `Usage: npm start, or node dist/main.js
Starts the bot for a workspace; its settings come from the environment or .env.`;

readArguments(usage, {});
try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  // A socket that fails for good while it reconnects ends as an unhandled rejection in the client;
  // a process that can't hear Slack any more must not look alive.
  process.on('unhandledRejection', (reason) => {
    log.fatal(
      `Stopping for the supervisor to start again: ${reason instanceof Error ? reason.stack : reason}`,
    );
    process.exit(1);
  });
  const bot = await startBot(config, log);
  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing what is being answered`);
    await bot.stop();
    process.exit(0);
  };
  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ConnectError)) throw error;
  console.error(error.message);
  process.exitCode = wrongSettings;
}
