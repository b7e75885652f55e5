import type { Logger } from 'pino';
import { type AnswerParts, answer } from './answer/answer.ts';
import { openLiveLibrary } from './answer/live-library.ts';
import { passagesOn, readTopics } from './answer/topics.ts';
import type { Config } from './config.ts';
import { boltLogger } from './log.ts';
import { openMeaning } from './search/meaning/open-meaning.ts';
import { createBot } from './slack/bot.ts';
import type { DigestParts } from './slack/open-digests.ts';
import { ArticlesSeen } from './store/articles-seen.ts';
import { askedInChannel } from './store/asked-in-channel.ts';
import { People } from './store/people.ts';
import { ResilientBook } from './store/resilient-book.ts';
import { startRetention } from './store/retention.ts';
import { Runs } from './store/runs.ts';
import { Subscriptions, type UseDatabase } from './store/subscriptions.ts';

/** A running bot. */
export interface RunningBot {
  /** Finishes what is being answered, closes the database and resolves. */
  stop(): Promise<void>;
}

/**
 * Loads the library, opens the question book and connects to Slack. Digests go by `clock`, in ms since
 * 1970.
 */
export async function startBot(
  config: Config,
  log: Logger,
  clock: () => number = Date.now,
): Promise<RunningBot> {
  const tell = (message: string) => log.warn(message);
  const meaning = await openMeaning(config.meaning, tell);
  if (config.meaning.server) {
    log.info(
      `Questions and articles are sent to ${new URL(config.meaning.server.url).host} for their vectors`,
    );
  }
  const parts = await openLiveLibrary({
    meaning,
    folders: config.libraryDirs,
    tell,
  });
  const { articles, problems } = parts.library;
  for (const problem of problems) log.warn(`Left out: ${problem}`);
  if (articles.size === 0) {
    log.error(
      `There is no article in ${config.libraryDirs.join(', ')} (LIBRARY_DIRS); every answer will be "unknown"`,
    );
  }
  const book = new ResilientBook({
    url: config.databaseUrl,
    keepsTexts: config.keepQuestionsDays > 0,
    tell: (message) => log.warn(message),
  });
  const bot = createBot({
    ...config.slack,
    threadFollowups: config.threadFollowups,
    allowExternal: config.allowExternal,
    people: new People((work) => book.use(work)),
    library: parts.library,
    answer: (question) => answer(question, { ...parts, tell: (message) => log.error(message) }),
    book,
    digests: digestParts(parts, (work) => book.use(work), clock),
    log: boltLogger(log),
  });
  const endRetention = startRetention(config.keepQuestionsDays, book);
  await bot.start();
  log.info(`Ready: ${articles.size} articles, ${config.slack.command}`);
  return {
    async stop() {
      endRetention();
      await bot.stop();
      await parts.close();
      await meaning?.close();
      await book.close();
    },
  };
}

function digestParts(parts: AnswerParts, use: UseDatabase, clock: () => number): DigestParts {
  return {
    library: parts.library,
    readTopics,
    passagesOn: (topics) => passagesOn(topics, parts),
    subscriptions: new Subscriptions(use),
    runs: new Runs(use, clock),
    seen: new ArticlesSeen(use),
    askedIn: (place, since) => askedInChannel(use, place, since),
    clock,
  };
}
