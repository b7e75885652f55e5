import { setTimeout as wait } from 'node:timers/promises';
import { startBot } from '../app.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { ConnectError } from '../slack/transport/connect.ts';
import { command, Stop, wrongSettings } from './command.ts';

const usage = `Usage: npm start, or node dist/cli.js start
Starts the bot for a workspace; its settings come from the environment or .env.`;

/** How long the end may take, in ms; supervisors kill after 10 s. */
const stopTimeout = 9500;

/** Runs the bot until the process is told to end. */
export const run = command(usage, {}, async (_, { env, untilSignal }) => {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  endOnLostSocket(log);
  const bot = await startBot(config, log).catch((error: unknown) => {
    throw error instanceof ConnectError ? new Stop(wrongSettings, error.message) : error;
  });
  const signal = await untilSignal();
  log.info(`${signal}: finishing what is being answered`);
  const timeUp = wait(stopTimeout, true, { ref: false });
  if (await Promise.race([bot.stop(), timeUp])) {
    log.warn('Something does not end; the next process takes over what is left');
  }
  return 0;
});

/**
 * A socket that fails for good while it reconnects ends as an unhandled rejection in the client; a
 * process that can't hear Slack any more must not look alive.
 */
function endOnLostSocket(log: ReturnType<typeof createLog>): void {
  process.on('unhandledRejection', (reason) => {
    log.fatal(
      `Stopping for the supervisor to start again: ${reason instanceof Error ? reason.stack : reason}`,
    );
    process.exit(1);
  });
}
