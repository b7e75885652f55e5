import type { Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * A logger that writes JSON lines, to stdout unless told otherwise. No secret and no message text
 * goes into it.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => lineOf(error) },
    hooks: { streamWrite: (line: string) => escaped(withoutSecrets(line)) },
  };
  return destination ? pino(options, destination) : pino(options);
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

function join(messages: readonly unknown[]): string {
  return withoutSecrets(messages.map(lineOf).join(' '));
}

/** Errors by their stack only: the Slack clients hang requests, with tokens, on theirs. */
function lineOf(message: unknown): string {
  const { stack, message: text } = (message ?? {}) as Partial<Error>;
  return typeof stack === 'string' ? stack : String(text ?? message);
}

/** JSON leaves these as they are: they steer terminals, break lines or turn the direction of what follows. */
const steering = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escaped(json: string): string {
  return json.replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Slack's tokens by their kind, and addresses without the password in them. */
function withoutSecrets(text: string): string {
  return text
    .replace(/x(?:ox[a-z]|app)-[\w-]+/g, (token) => `${token.slice(0, 5)}…`)
    .replace(/(:\/\/[^\s:@/"]*:)[^\s@/"]+@/g, '$1…@');
}
