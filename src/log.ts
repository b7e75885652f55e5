import type { Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type Logger, pino } from 'pino';

/** A logger that writes JSON lines to stdout. No secret and no message text goes into it. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Lets Bolt and the Slack clients log through pino. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    // At this level Bolt writes whole payloads, with what people wrote and with tokens.
    debug: () => {},
    info: (...messages) => log.info(join(messages)),
    warn: (...messages) => log.warn(join(messages)),
    error: (...messages) => log.error(join(messages)),
    setLevel: () => {},
    getLevel: () => log.level as LogLevel,
    setName: () => {},
  };
}

/** Errors by their stack only: the Slack clients hang requests, with tokens, on theirs. */
function join(messages: readonly unknown[]): string {
  return messages
    .map((message) =>
      message instanceof Error ? (message.stack ?? message.message) : String(message),
    )
    .join(' ')
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, (token) => `${token.slice(0, 5)}…`);
}
