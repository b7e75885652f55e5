import { setTimeout as wait } from 'node:timers/promises';
import type { StartedDesk } from './start-desk.ts';

/** Resolves when the bot has logged `times` lines that match, such as that an answer is written down. */
export async function untilLogged(
  logged: StartedDesk['logged'],
  pattern: RegExp,
  times = 1,
): Promise<void> {
  const deadline = Date.now() + 5000;
  while (logged.filter(({ msg }) => pattern.test(msg)).length < times) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for a log line like ${pattern}`);
    await wait(5);
  }
}
