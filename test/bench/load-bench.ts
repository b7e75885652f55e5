import { setTimeout as wait } from 'node:timers/promises';
import type { Call, FakeSlack } from 'slack-standin';
import { freePort } from '../support/free-port.ts';
import { startSlack } from '../support/slack.ts';
import { percentiles } from './held.ts';
import { type RunningBot, type RunOptions, runBot, untilAtRest } from './running-bot.ts';
import { questionsOf } from './wire-bench.ts';

/** What one rate of questions came to; times in ms. */
export interface LoadFigures {
  /** Questions a second that were asked, half of them by command and half by mention. */
  readonly rate: number;
  readonly asked: number;
  readonly answered: number;
  /** From the request of a command to its acknowledgement. */
  readonly ackP50: number;
  readonly ackP99: number;
  /** Commands that Slack showed as failed, since they were not acknowledged within 3 s. */
  readonly failed: number;
  /** From a mention to the call with its answer. */
  readonly answerP50: number;
  readonly answerP99: number;
  /** Processor time a question. */
  readonly processorMs: number;
  readonly residentMb: number;
}

const signingSecret = 'secret-of-the-bench';

/** Each rate is kept up for so long, in s. */
const duration = 10;

/** So long after the last question the answers are waited for, in ms. */
const patience = 120_000;

/** Above this Slack shows commands as failed, in ms. */
const limit = 3000;

/**
 * Asks the built bot at rising rates in HTTP mode, a connection for each request, until Slack would
 * have shown commands as failed. `core` is the one processor that the bot may use.
 */
export async function benchLoad(
  rates: readonly number[],
  options: RunOptions,
): Promise<LoadFigures[]> {
  const port = await freePort();
  const delivery = {
    kind: 'http' as const,
    url: `http://127.0.0.1:${port}/slack/events`,
    signingSecret,
  };
  const slack = await startSlack({ delivery });
  const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
  const bot = await runBot(slack, { ...options, env: { ...options.env, ...http } });
  const figures: LoadFigures[] = [];
  try {
    await untilReady(port);
    const texts = await questionsOf('seeds', 1000);
    await askAtRate(slack, bot, { rate: 10, texts });
    for (const rate of rates) {
      const found = await askAtRate(slack, bot, { rate, texts });
      figures.push(found);
      if (found.failed > 0 || found.ackP99 > limit) break;
    }
  } finally {
    await bot.stop();
    await slack.close();
  }
  return figures;
}

async function untilReady(port: number): Promise<void> {
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) await wait(100);
}

interface Asking {
  readonly rate: number;
  readonly texts: readonly string[];
}

async function askAtRate(
  slack: FakeSlack,
  bot: RunningBot,
  { rate, texts }: Asking,
): Promise<LoadFigures> {
  const first = slack.calls.length;
  const before = await bot.processorMs();
  const acks: number[] = [];
  const mentions = new Map<string, number>();
  const asked = rate * duration;
  let failed = 0;
  const ask = async (index: number) => {
    const text = texts[(index * 37) % texts.length] ?? '';
    const began = performance.now();
    if (index % 2 === 0) {
      const saying = { user: 'ada', channel: 'general', text: `@sino-russia ${text}` };
      const { ts } = await slack.say(saying);
      mentions.set(ts, Date.now());
      return;
    }
    const command = { user: 'lin', channel: 'general', command: '/sino-russia', text };
    const { ok } = await slack.command(command);
    acks.push(performance.now() - began);
    if (!ok) failed += 1;
  };
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < asked; index += 1) {
    const due = began + (index * 1000) / rate;
    if (performance.now() < due) await wait(due - performance.now());
    sent.push(ask(index));
  }
  await Promise.all(sent);
  const end = performance.now() + patience;
  while (answersIn(slack, first).length < asked && performance.now() < end) await wait(50);
  const calls = answersIn(slack, first);
  const times = calls.flatMap(({ args, at }) => {
    const said = mentions.get(String(args.thread_ts));
    return said === undefined ? [] : [at - said];
  });
  const [ack, answer] = [percentiles(acks), percentiles(times)];
  return {
    ...{ rate, asked, answered: calls.length, failed },
    ...{ ackP50: ack.p50, ackP99: ack.p99, answerP50: answer.p50, answerP99: answer.p99 },
    processorMs: ((await bot.processorMs()) - before) / asked,
    residentMb: await bot.residentMb(),
  };
}

function answersIn({ calls }: FakeSlack, first: number): Call[] {
  const isAnswer = ({ method, ok }: Call) =>
    ok && (method === 'chat.postMessage' || method === 'response_url');
  return calls.slice(first).filter(isAnswer);
}

/** Resident memory after some number of questions. */
export interface SoakFigures {
  readonly questions: number;
  /** Of all processes of the bot. */
  readonly residentMb: number;
  readonly peakMb: number;
  /** Processor time a question since the figure before, in ms. */
  readonly processorMs: number;
}

async function memoryOf(bot: RunningBot) {
  return { residentMb: await bot.residentMb(), peakMb: await bot.peakMb() };
}

/** So many are asked at once. */
const batch = 20;

/**
 * Asks the built bot so many questions over a socket, once it has prepared all it prepares, and tells
 * its memory on the way.
 */
export async function benchSoak(
  checkpoints: readonly number[],
  options: RunOptions,
): Promise<{ readonly readyMs: number; readonly figures: SoakFigures[] }> {
  const slack = await startSlack();
  const began = performance.now();
  const bot = await runBot(slack, options);
  const figures: SoakFigures[] = [];
  try {
    await slack.connected();
    const readyMs = performance.now() - began;
    await untilAtRest(bot);
    const texts = await questionsOf('seeds', 1000);
    let asked = 0;
    for (const questions of checkpoints) {
      const [from, before] = [asked, await bot.processorMs()];
      while (asked < questions) {
        const first = slack.calls.length;
        for (let i = 0; i < batch; i += 1, asked += 1) {
          const text = texts[asked % texts.length] ?? '';
          void slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
        }
        await slack.waitFor(() => answersIn(slack, first).length >= batch, { timeoutMs: patience });
      }
      const processorMs = ((await bot.processorMs()) - before) / (questions - from);
      figures.push({ questions, ...(await memoryOf(bot)), processorMs });
    }
    return { readyMs, figures };
  } finally {
    await bot.stop();
    await slack.close();
  }
}
