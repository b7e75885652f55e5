import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { answer } from './answer/answer.ts';
import { openLiveLibrary } from './answer/live-library.ts';
import { indexFileOf } from './answer/open-library.ts';
import { passagesOn, readTopics } from './answer/topics.ts';
import { requireWhole } from './answer/unsearchable.ts';
import { type Config, type InstallSettings, isHere, type SearchServerSettings } from './config.ts';
import { createParsers } from './import/child/parsers.ts';
import type { ConnectionParts } from './import/fetch/connection.ts';
import { createFetcher } from './import/fetch/fetcher.ts';
import { type ArticleStore, mainLibrary } from './library/article-store.ts';
import { type Dictionaries, startDictionaries } from './library/dictionaries/open-dictionaries.ts';
import type { Library } from './library/library.ts';
import { boltLogger } from './log.ts';
import { type Meaning, openMeaning } from './search/meaning/open-meaning.ts';
import { createBot } from './slack/bot.ts';
import { createSharedBot, type OpenWorkspace } from './slack/shared-bot.ts';
import { portError } from './slack/transport/connect.ts';
import { healthRoutes } from './status/health.ts';
import type { Observer } from './status/observer.ts';
import { openStatus } from './status/open-status.ts';
import type { StatusRoutes } from './status/routes.ts';
import { KeptWords } from './store/kept-words.ts';
import { openStore, type SharedStore, type Store } from './store/open-store.ts';
import { openJobs, probe } from './store/probe.ts';
import { startRetention } from './store/question-archive.ts';
import { withWording } from './verify/wording-writer.ts';
import { Installations } from './workspaces/installations.ts';
import { createSeal } from './workspaces/seal.ts';

/** A running bot. */
export interface RunningBot {
  /** Finishes what is being answered, closes the database and resolves. */
  stop(): Promise<void>;
}

/** What all workspaces of a process share. */
interface Shared {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: () => number;
  readonly store: SharedStore;
  readonly meaning: Meaning | undefined;
  readonly dictionaries: Dictionaries;
  readonly observer: Observer | undefined;
  /** What reads links and files. */
  readonly reading: ReturnType<typeof openReading>;
  readonly feedInterval: number | undefined;
}

/** What may be put in by code that tries the bot; no setting does. */
export interface StartOptions {
  /** Digests go by it, in ms since 1970. */
  readonly clock?: () => number;
  /** How addresses that people want to add are reached. */
  readonly connection?: ConnectionParts;
  /** Between two visits of a feed, in ms; a quarter of an hour else. */
  readonly feedInterval?: number;
}

/** So many links of feeds are looked through for a digest. */
const maxLinks = 500;

/** Opens the store, loads the library and connects to Slack. */
export async function startBot(
  config: Config,
  log: Logger,
  { clock = Date.now, connection, feedInterval }: StartOptions = {},
): Promise<RunningBot> {
  const store = openStore({
    url: config.databaseUrl,
    keepsTexts: config.keepQuestionsDays > 0,
    tell: (message) => log.warn(message),
    clock,
  });
  const meaning = await openMeaningFor(config, log);
  const dictionaries = startDictionaries(config.dictionaries, (message) => log.warn(message));
  /** The libraries that are open now. */
  const libraries = new Set<Library>();
  const status = await showStatus(config, {
    articles: () => [...libraries].reduce((sum, { articles }) => sum + articles.size, 0),
    // Without a workspace there is nothing to be answered yet.
    isReady: () => [...libraries].every(({ articles }) => articles.size > 0),
    store,
    isReachable: () => bot.isReachable(),
  });
  const { observer, health } = status;
  const reading = openReading(config, connection);
  const opened = { store, meaning, dictionaries, observer, reading };
  const shared: Shared = { config, log, clock, feedInterval, ...opened };
  const open = async (library: string, view: Store) => {
    const workspace = await openWorkspace(shared, library, view);
    libraries.add(workspace.library);
    const close = () => {
      libraries.delete(workspace.library);
      return workspace.close();
    };
    return { ...workspace, close };
  };
  const { bot, close } = config.slack.install
    ? createForMany(shared, config.slack.install, { open, health })
    : await createForOne(shared, { open, health });
  const endRetention = startRetention(config.keepQuestionsDays, store.archive);
  await bot.start();
  log.info(readyLine(config, libraries));
  // A large library takes many seconds, which whoever checks the first quotation should not wait for.
  for (const library of libraries) withWording(library).catch(() => undefined);
  return {
    async stop() {
      endRetention();
      await bot.stop();
      await close();
      await reading.close();
      await Promise.all([meaning?.close(), dictionaries.close()]);
      await store.close();
      await status.close();
    },
  };
}

function readyLine({ slack }: Config, libraries: ReadonlySet<Library>): string {
  const [library] = libraries;
  const what = library
    ? `${library.articles.size} articles`
    : `workspaces install the bot at ${new URL('/slack/install', slack.install?.publicUrl).href}`;
  return `Ready: ${what}, ${slack.command}`;
}

interface Opening {
  readonly open: (library: string, view: Store) => Promise<OpenWorkspace>;
  readonly health: StatusRoutes;
}

async function createForOne({ config, store }: Shared, { open, health }: Opening) {
  const { botToken, transport } = config.slack;
  const workspace = await open(mainLibrary, store);
  const bot = createBot({ ...workspace, botToken, transport, status: health });
  return { bot, close: () => workspace.close() };
}

function createForMany(
  { config, store, log }: Shared,
  { tokenKeys, libraries, ...oauth }: InstallSettings,
  { open, health }: Opening,
) {
  const { transport, apiUrl } = config.slack;
  if (transport.kind !== 'http') throw new Error('Workspaces install the bot in HTTP mode only');
  const bot = createSharedBot({
    // A Slack of another address has its pages there as well.
    oauth: apiUrl
      ? { ...oauth, authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }
      : oauth,
    ...transport,
    apiUrl,
    threadFollowups: config.threadFollowups !== false,
    installations: new Installations(store.installations, createSeal(tokenKeys)),
    async open(team) {
      const view = store.of(team);
      const workspace = await open(libraries[team] ?? team, view);
      return {
        ...workspace,
        async close() {
          await workspace.close();
          await view.close();
        },
      };
    },
    status: health,
    log: boltLogger(log),
  });
  return { bot, close: async () => {} };
}

/** A workspace's library, what finds passages in it, and what is kept of the workspace. */
async function openWorkspace(
  { config, log, clock, meaning, dictionaries, observer, reading, feedInterval }: Shared,
  library: string,
  store: Store,
): Promise<OpenWorkspace> {
  const articles = store.articlesOf(library, () => live.catchUp());
  const live = await openLibraryFor(config, library, { articles, meaning, log });
  const feeds = store.feedsOf(library);
  return {
    ...{ apiUrl: config.slack.apiUrl, command: config.slack.command },
    ...{ threadFollowups: config.threadFollowups !== false, allowExternal: config.allowExternal },
    ...{ librarians: config.librarians, reading, sendsTo: readerElsewhere(config) },
    people: store.people,
    library: live.library,
    articles,
    answer: async (question) => {
      const dictionary = dictionaries.now;
      const tell = (message: string) => log.error(message);
      // What was not there when the search began may be there by its end.
      const { isWhole } = live.library;
      const found = await live.use((parts) => answer(question, { ...parts, dictionary, tell }));
      if (found.kind === 'unknown') requireWhole({ isWhole });
      return found;
    },
    store,
    digests: {
      library: live.library,
      readTopics,
      passagesOn: (topics) => live.use((parts) => passagesOn(topics, parts)),
      linksSince: (since, limit = maxLinks) => feeds.links(since, limit),
      clock,
    },
    feeds: { store: feeds, clock, interval: feedInterval },
    observer,
    log: boltLogger(log),
    close: () => live.close(),
  };
}

/** What reads links and files: a fetcher of public addresses, and a process apart for parsers. */
function openReading({ slack }: Config, connection: ConnectionParts | undefined) {
  const own = [slack.apiUrl, slack.install?.publicUrl];
  const ownHosts = new Set(own.flatMap((address) => (address ? [new URL(address).hostname] : [])));
  const fetcher = createFetcher({ ownHosts, ...(connection && { connection }) });
  const parsers = createParsers();
  const close = async () => {
    parsers.close();
    await fetcher.close();
  };
  return { fetcher, parsers, close };
}

/** The host off this machine that questions and articles are sent to for their vectors. */
function readerElsewhere({ meaning: { server } }: Config): string | undefined {
  const { host, hostname } = new URL(server?.url ?? 'http://localhost');
  return isHere(hostname) ? undefined : host;
}

/** The model of meaning, where there is one; says where texts are sent. */
async function openMeaningFor({ meaning: settings }: Config, log: Logger) {
  const meaning = await openMeaning(settings, (message) => log.warn(message));
  if (settings.server) {
    log.info(
      `Questions and articles are sent to ${new URL(settings.server.url).host} for their vectors`,
    );
  }
  return meaning;
}

interface OpenLibraryParts extends Pick<Shared, 'meaning' | 'log'> {
  readonly articles: ArticleStore;
}

/** The library of folders and of what people added; says what is left out. */
async function openLibraryFor(
  { libraryDirs: folders, searchServer }: Config,
  name: string,
  { articles, meaning, log }: OpenLibraryParts,
) {
  // Libraries over the same folders are told apart by their names.
  const indexFile = indexFileOf(name === mainLibrary ? folders : [...folders, name]);
  const live = await openLiveLibrary({
    ...{ meaning, folders, articles, indexFile },
    words: KeptWords.in(indexFile.replace(/\.db$/, '.words')),
    isShared: name !== mainLibrary,
    searchServer: searchServer && { ...searchServer, prefix: prefixFor(searchServer, name) },
    tell: (message) => log.warn(message),
  });
  for (const problem of live.library.problems) log.warn(`Left out: ${problem}`);
  if (live.library.articles.size === 0) {
    log.error(
      `There is no article in ${folders.join(', ')} (LIBRARY_DIRS); every answer will be "unknown"`,
    );
  }
  return live;
}

/** Names of indexes take less than names of libraries may be. */
function prefixFor({ prefix }: SearchServerSettings, library: string): string {
  if (library === mainLibrary) return prefix;
  return `${prefix}-${createHash('sha256').update(library).digest('hex').slice(0, 12)}`;
}

/** What can be seen of the bot from outside, at the ports that are set. */
async function showStatus(
  { healthPort, metricsPort }: Config,
  parts: {
    readonly articles: () => number;
    readonly isReady: () => boolean;
    readonly store: Pick<Store, 'use'>;
    readonly isReachable: () => boolean;
  },
) {
  const { articles, isReady, store, isReachable } = parts;
  const health = healthRoutes({
    library: async () => isReady(),
    database: () => store.use(probe).then(() => true),
    slack: async () => isReachable(),
  });
  const sizes = { articles, jobs: () => store.use(openJobs) };
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
