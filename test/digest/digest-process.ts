import { setTimeout as wait } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { Rounds } from '../../src/digest/rounds.ts';
import { createDigestSender } from '../../src/slack/digest-sender.ts';
import { Runs } from '../../src/store/runs.ts';
import { HandClock, startDigests } from './digest-bench.ts';

/**
 * One bot process as far as digests go, over the wire, with a fast clock; `run-kills.ts` starts and
 * kills several. Arguments: database, Web API, token, when the clock began really, and in its own
 * time, and how fast it goes.
 */
const [url = '', slackApiUrl = '', token = '', began = '', start = '', speed = ''] =
  process.argv.slice(2);
const clock = (): number => Number(start) + (Date.now() - Number(began)) * Number(speed);
/** Ten minutes: 2 s of real time at 300 times its speed, as long as two processes may stall here. */
const lease = 10 * 60_000;

const desk = await startDigests(0, { url, clock: new HandClock(0) });
const client = new WebClient(token, {
  slackApiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});
const rounds = new Rounds({
  ...desk.parts,
  clock,
  runs: new Runs((work) => work(desk.database), clock, lease),
  sender: createDigestSender(client, '/sino-russia'),
});
process.stdout.write('ready\n');
for (;;) {
  // A database that is locked for a moment is tried again in the next round.
  await rounds.go().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  await wait(20);
}
