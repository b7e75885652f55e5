import { App, type Logger, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { createLibrarians } from '../additions/librarians.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import { createAdmission, type PeopleStore, type PersonRef } from '../questions/people.ts';
import { nobodyWatches, type Observer } from '../status/observer.ts';
import type { Store } from '../store/open-store.ts';
import { sayIn } from '../texts/say.ts';
import { createAgentView } from './api/agent-view.ts';
import { PeopleDirectory } from './api/people-directory.ts';
import { authorizedFetch, observedFetch } from './api/web-api.ts';
import { registerAddShortcut } from './handlers/add.ts';
import { registerAdmission } from './handlers/admission.ts';
import {
  registerFurtherPages,
  registerInContext,
  registerShare,
} from './handlers/answer-controls.ts';
import {
  registerCommand,
  registerDirectMessage,
  registerMention,
  registerThreadReply,
} from './handlers/ask.ts';
import { registerCite } from './handlers/cite.ts';
import { registerDigest } from './handlers/digest.ts';
import { registerFeedback } from './handlers/feedback.ts';
import type { HandlerParts } from './handlers/handler-parts.ts';
import { registerHomeTab, registerPastAnswer } from './handlers/home-tab.ts';
import { registerKeeping } from './handlers/keep-articles.ts';
import { registerMessageShortcuts } from './handlers/message-shortcuts.ts';
import { registerProposals } from './handlers/proposals.ts';
import { registerSendCitations } from './handlers/send-citations.ts';
import { registerSuggestedPrompts } from './handlers/suggested-prompts.ts';
import type { Reading } from './open-additions.ts';
import type { FeedSettings } from './open-feeds.ts';
import { type DigestParts, openOutbox } from './open-outbox.ts';
import { acknowledgeWhenSafe, observeAcks, refuseForeignAddresses } from './transport/incoming.ts';

/** What a bot is made from, for one workspace. */
export interface WorkspaceParts {
  /** The token of its calls, or what has the one that holds now. */
  readonly botToken: string | (() => Promise<string>);
  readonly apiUrl?: string | undefined;
  readonly command: string;
  readonly threadFollowups: boolean;
  readonly allowExternal: boolean;
  /** Ids of the people who may change the library; none: every full member. */
  readonly librarians: readonly string[];
  /** The host off this machine that questions and articles are sent to. */
  readonly sendsTo?: string | undefined;
  /** What reads what people want to add. */
  readonly reading: Reading;
  readonly people: PeopleStore;
  readonly library: Library;
  readonly articles: ArticleStore;
  readonly answer: HandlerParts['answer'];
  readonly store: Store;
  /** Without them the bot posts no digests. */
  readonly digests?: DigestParts | undefined;
  /** Without them the bot follows no feeds. */
  readonly feeds?: FeedSettings | undefined;
  /** Watches the work. */
  readonly observer?: Observer | undefined;
  readonly log: Logger;
}

/** A bot in one workspace, without what brings it Slack's requests. */
export interface WorkspaceBot {
  /** Takes one request of Slack. */
  processEvent(event: ReceiverEvent): Promise<void>;
  /** Resolves when Slack has told who the bot is. */
  introduce(): Promise<void>;
  /** Takes up what was left to do. */
  begin(): Promise<void>;
  /** Hands in digests and visits feeds from now on. */
  schedule(): void;
  /** Takes nothing more, finishes what is being answered (8 s at most), and resolves. */
  stop(): Promise<void>;
}

/** What is at hand gets this long when the bot stops, in ms. */
const stopTimeout = 8000;

/**
 * The Web API for the bot's own calls. The outbox tries again by itself, after it has made sure that
 * a message did not arrive; the client's own attempts would post a second one.
 */
const clientOptions = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
};

/** Builds one Bolt app with every handler and one error boundary; `receiver` is told of it. */
export function createWorkspaceBot(parts: WorkspaceParts, receiver: Receiver): WorkspaceBot {
  const { log, observer = nobodyWatches } = parts;
  const fetchUrl = observedFetch(observer);
  const app = createApp(parts, receiver, fetchUrl);
  const { client } = app;
  const agentView = createAgentView(client, log);
  const directory = new PeopleDirectory({ client, store: parts.people, log });
  const admission = createAdmission({
    standingOf: (person) => directory.standingOf(person),
    allowExternal: parts.allowExternal,
  });
  const sayTo = async (person: PersonRef) => sayIn(await directory.localeOf(person));
  const librarians = createLibrarians(parts.librarians, admission);
  const slack = { client, agentView, admission, librarians, fetchUrl, observer, sayTo };
  const { outbox, digests, polling, ...intake } = openOutbox({ ...parts, ...slack });
  acknowledgeWhenSafe(app, log);
  refuseForeignAddresses(app, parts);
  observeAcks(app, observer);
  const handlerParts: HandlerParts = {
    ...parts,
    ...intake,
    ...{ admission, librarians, digests, sayTo },
  };
  registerAdmission(app, admission, sayTo);
  registerHandlers(app, handlerParts);
  registerSuggestedPrompts(app, { ...parts, agentView, sayTo });
  return {
    processEvent: (event) => app.processEvent(event),
    introduce: () => app.init(),
    begin: () => outbox.start(),
    schedule() {
      digests?.schedule.start();
      polling?.start();
    },
    async stop() {
      const looks = [digests?.schedule.stop(), polling?.stop()];
      await Promise.all([outbox.close(stopTimeout), ...looks]);
    },
  };
}

function createApp(
  { botToken, apiUrl, log }: WorkspaceParts,
  receiver: Receiver,
  fetchUrl: typeof fetch,
) {
  const isFixed = typeof botToken === 'string';
  const fetchAs = isFixed ? fetchUrl : authorizedFetch(botToken, fetchUrl);
  return new App({
    token: isFixed ? botToken : 'renewed with each call',
    receiver,
    logger: log,
    clientOptions: { ...clientOptions, fetch: fetchAs, ...(apiUrl && { slackApiUrl: apiUrl }) },
    deferInitialization: true,
    extendedErrorHandler: true,
  });
}

function registerHandlers(app: App, parts: HandlerParts): void {
  if (parts.digests) registerDigest(app, parts.digests);
  registerCommand(app, parts);
  registerMention(app, parts);
  registerDirectMessage(app, parts);
  registerThreadReply(app, parts);
  registerAddShortcut(app, parts);
  registerProposals(app, parts);
  registerKeeping(app, parts);
  registerShare(app, parts);
  registerFurtherPages(app, parts);
  registerInContext(app, parts);
  registerMessageShortcuts(app, parts);
  registerCite(app, parts);
  registerSendCitations(app, parts);
  registerFeedback(app, parts);
  registerHomeTab(app, parts);
  registerPastAnswer(app, parts);
}
