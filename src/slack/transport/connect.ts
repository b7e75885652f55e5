import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { toPostError } from '../api/web-api.ts';

/** Slack, or the machine, refuses what the settings say; trying again would not help. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

const whyTaken: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses',
  EACCES: 'this account may not open',
};

/** The ConnectError for a port that can't be listened on; undefined for every other error. */
export function portError(setting: string, error: unknown): ConnectError | undefined {
  const { syscall, code = '' } = error as NodeJS.ErrnoException;
  const reason = syscall === 'listen' ? whyTaken[code] : undefined;
  if (!reason) return undefined;
  const message = `${setting} names a port that ${reason}. Set it to a free one.`;
  return new ConnectError(message, { cause: error });
}

/** The longest pause between attempts, in ms, unless Slack asks for more. */
const maxPause = 30_000;

/**
 * Carries out one step of connecting to Slack, again and again while Slack is away. Throws a
 * ConnectError that names the setting when Slack refuses it.
 */
export async function connect(
  setting: string,
  log: Logger,
  step: () => Promise<unknown>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await step();
      return;
    } catch (error) {
      const taken = portError('PORT', error);
      if (taken) throw taken;
      const { kind, code, retryAfter } = toPostError(error);
      if (kind === 'refused') {
        throw new ConnectError(
          `Slack refuses ${setting} (${code}). Set it to the token on the app's settings page.`,
          { cause: error },
        );
      }
      const pause = Math.max(retryAfter, Math.min(maxPause, 1000 * 2 ** attempt));
      log.warn(`Slack can't be reached (${code}); trying again in ${pause / 1000} s`);
      await wait(pause);
    }
  }
}
