import type { FakeSlack } from 'slack-standin';
import { loadLibrary } from '../../src/library/load.ts';
import { startSlack } from '../support/slack.ts';
import { percentiles } from './held.ts';
import { runBot } from './running-bot.ts';

/** What a person waits for, from the question's way in to the answer's way out. */
export interface WireFigures {
  readonly questions: number;
  /** From `node dist/cli.js start` to the open socket. */
  readonly readyMs: number;
  /** From the payload on the socket to the call that holds the answer, in ms. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Resident memory of the bot after the questions. */
  readonly residentMb: number;
}

/**
 * Asks the built bot (`dist/`) over the real wire, one question after the other, alternately by
 * command and mention, in words of the shipped articles.
 */
export async function benchWire(questions: number): Promise<WireFigures> {
  const clock = () => performance.timeOrigin + performance.now();
  const slack = await startSlack({ clock });
  const began = performance.now();
  const bot = await runBot(slack);
  try {
    await slack.connected();
    const readyMs = performance.now() - began;
    const times = await askAll(slack, await questionsOf('seeds', questions), clock);
    const residentMb = await bot.residentMb();
    return { questions, readyMs, residentMb, ...percentiles(times) };
  } finally {
    await bot.stop();
    await slack.close();
  }
}

/** Prints the figures as a table. */
export function printWire(figures: WireFigures): void {
  const rounded = Object.entries(figures).map(([name, value]: [string, number]) => [
    name,
    Math.round(value * 10) / 10,
  ]);
  console.table(Object.fromEntries(rounded));
}

async function askAll(
  slack: FakeSlack,
  texts: readonly string[],
  clock: () => number,
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, text] of texts.entries()) {
    const before = slack.calls.length;
    const asked = clock();
    if (index % 2)
      await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia ${text}` });
    else await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const call = await slack.waitFor(() => slack.calls[before], { what: `an answer to "${text}"` });
    times.push(call.at - asked);
  }
  return times;
}

/** Runs of two to nine words out of the articles, evenly spread over them. */
export async function questionsOf(folder: string, many: number): Promise<string[]> {
  const { articles } = await loadLibrary([folder]);
  const words = [...articles.values()].flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => text.split(' ')),
  );
  return Array.from({ length: many }, (_, index) => {
    const at = Math.floor((index * words.length) / many);
    return words.slice(at, at + 2 + (index % 8)).join(' ');
  });
}
