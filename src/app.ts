import type { Logger } from 'pino';
import { answer } from './answer/answer.ts';
import { type LiveLibrary, openLiveLibrary } from './answer/live-library.ts';
import { passagesOn, readTopics } from './answer/topics.ts';
import type { Config } from './config.ts';
import type { Library } from './library/library.ts';
import { boltLogger } from './log.ts';
import { openMeaning } from './search/meaning/open-meaning.ts';
import { createBot } from './slack/bot.ts';
import type { DigestParts } from './slack/open-digests.ts';
import { portError } from './slack/transport/connect.ts';
import { healthRoutes } from './status/health.ts';
import { openStatus } from './status/open-status.ts';
import { ArticlesSeen } from './store/articles-seen.ts';
import { askedInChannel } from './store/asked-in-channel.ts';
import { People } from './store/people.ts';
import { openJobs, probe } from './store/probe.ts';
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
  const { live, close } = await openArticles(config, log);
  const book = new ResilientBook({
    url: config.databaseUrl,
    keepsTexts: config.keepQuestionsDays > 0,
    tell: (message) => log.warn(message),
  });
  const status = await showStatus(config, {
    library: live.library,
    book,
    isReachable: () => bot.isReachable(),
  });
  const bot = createBot({
    ...config.slack,
    threadFollowups: config.threadFollowups,
    allowExternal: config.allowExternal,
    people: new People((work) => book.use(work)),
    library: live.library,
    answer: (question) =>
      live.use((parts) => answer(question, { ...parts, tell: (message) => log.error(message) })),
    book,
    digests: digestParts(live, (work) => book.use(work), clock),
    status: status.health,
    observer: status.observer,
    log: boltLogger(log),
  });
  const endRetention = startRetention(config.keepQuestionsDays, book);
  await bot.start();
  log.info(`Ready: ${live.library.articles.size} articles, ${config.slack.command}`);
  return {
    async stop() {
      endRetention();
      await bot.stop();
      await close();
      await book.close();
      await status.close();
    },
  };
}

/** The library and what finds passages in it; says what is left out, and what is sent elsewhere. */
async function openArticles({ meaning: settings, libraryDirs: folders }: Config, log: Logger) {
  const tell = (message: string) => log.warn(message);
  const meaning = await openMeaning(settings, tell);
  if (settings.server) {
    log.info(
      `Questions and articles are sent to ${new URL(settings.server.url).host} for their vectors`,
    );
  }
  const live = await openLiveLibrary({ meaning, folders, tell });
  const { articles, problems } = live.library;
  for (const problem of problems) log.warn(`Left out: ${problem}`);
  if (articles.size === 0) {
    log.error(
      `There is no article in ${folders.join(', ')} (LIBRARY_DIRS); every answer will be "unknown"`,
    );
  }
  const close = async () => {
    await live.close();
    await meaning?.close();
  };
  return { live, close };
}

/** What can be seen of the bot from outside, at the ports that are set. */
async function showStatus(
  { healthPort, metricsPort }: Config,
  parts: {
    readonly library: Library;
    readonly book: Pick<ResilientBook, 'use'>;
    readonly isReachable: () => boolean;
  },
) {
  const { library, book, isReachable } = parts;
  const health = healthRoutes({
    library: async () => library.articles.size > 0,
    database: () => book.use(probe).then(() => true),
    slack: async () => isReachable(),
  });
  const sizes = { articles: () => library.articles.size, jobs: () => book.use(openJobs) };
  // Reading the figures takes memory that nobody needs who does not.
  const metrics = metricsPort && (await import('./status/metrics.ts')).createMetrics(sizes);
  const { close } = await openStatus(
    [
      { setting: 'HEALTH_PORT', port: healthPort, routes: health },
      { setting: 'METRICS_PORT', port: metricsPort, routes: metrics ? metrics.routes : {} },
    ],
    (setting, error) => portError(setting, error) ?? error,
  );
  return { health, observer: metrics ? metrics.observer : undefined, close };
}

function digestParts(live: LiveLibrary, use: UseDatabase, clock: () => number): DigestParts {
  return {
    library: live.library,
    readTopics,
    passagesOn: (topics) => live.use((parts) => passagesOn(topics, parts)),
    subscriptions: new Subscriptions(use),
    runs: new Runs(use, clock),
    seen: new ArticlesSeen(use),
    askedIn: (place, since) => askedInChannel(use, place, since),
    clock,
  };
}
