import type { Logger } from 'pino';
import { answer } from './answer/answer.ts';
import { openLiveLibrary } from './answer/live-library.ts';
import { passagesOn, readTopics } from './answer/topics.ts';
import type { Config } from './config.ts';
import { type ArticleStore, mainLibrary } from './library/article-store.ts';
import type { Library } from './library/library.ts';
import { boltLogger } from './log.ts';
import { openMeaning } from './search/meaning/open-meaning.ts';
import { createBot } from './slack/bot.ts';
import { portError } from './slack/transport/connect.ts';
import { healthRoutes } from './status/health.ts';
import { openStatus } from './status/open-status.ts';
import { openStore, type Store } from './store/open-store.ts';
import { openJobs, probe } from './store/probe.ts';
import { startRetention } from './store/question-archive.ts';

/** A running bot. */
export interface RunningBot {
  /** Finishes what is being answered, closes the database and resolves. */
  stop(): Promise<void>;
}

/**
 * Loads the library, opens the store and connects to Slack. Digests go by `clock`, in ms since
 * 1970.
 */
export async function startBot(
  config: Config,
  log: Logger,
  clock: () => number = Date.now,
): Promise<RunningBot> {
  const store = openStore({
    url: config.databaseUrl,
    keepsTexts: config.keepQuestionsDays > 0,
    tell: (message) => log.warn(message),
    clock,
  });
  const articles = store.articlesOf(mainLibrary, () => live.catchUp());
  const { live, close } = await openArticles(config, articles, log);
  const status = await showStatus(config, {
    library: live.library,
    store,
    isReachable: () => bot.isReachable(),
  });
  const bot = createBot({
    ...config.slack,
    threadFollowups: config.threadFollowups,
    allowExternal: config.allowExternal,
    people: store.people,
    library: live.library,
    articles,
    answer: (question) =>
      live.use((parts) => answer(question, { ...parts, tell: (message) => log.error(message) })),
    store,
    digests: {
      library: live.library,
      readTopics,
      passagesOn: (topics) => live.use((parts) => passagesOn(topics, parts)),
      clock,
    },
    status: status.health,
    observer: status.observer,
    log: boltLogger(log),
  });
  const endRetention = startRetention(config.keepQuestionsDays, store.archive);
  await bot.start();
  log.info(`Ready: ${live.library.articles.size} articles, ${config.slack.command}`);
  return {
    async stop() {
      endRetention();
      await bot.stop();
      await close();
      await store.close();
      await status.close();
    },
  };
}

/** The library and what finds passages in it; says what is left out, and what is sent elsewhere. */
async function openArticles(
  { meaning: settings, libraryDirs: folders }: Config,
  stored: ArticleStore,
  log: Logger,
) {
  const tell = (message: string) => log.warn(message);
  const meaning = await openMeaning(settings, tell);
  if (settings.server) {
    log.info(
      `Questions and articles are sent to ${new URL(settings.server.url).host} for their vectors`,
    );
  }
  const live = await openLiveLibrary({ meaning, folders, articles: stored, tell });
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
    readonly store: Pick<Store, 'use'>;
    readonly isReachable: () => boolean;
  },
) {
  const { library, store, isReachable } = parts;
  const health = healthRoutes({
    library: async () => library.articles.size > 0,
    database: () => store.use(probe).then(() => true),
    slack: async () => isReachable(),
  });
  const sizes = { articles: () => library.articles.size, jobs: () => store.use(openJobs) };
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
