import type { Logger } from '@slack/bolt';
import type { NewAddition } from '../additions/addition.ts';
import { ChannelDigests } from '../digests/channel-digests.ts';
import { type DraftParts, hasNews as draftNews } from '../digests/drafts.ts';
import {
  DigestPosting,
  digestFailureKind,
  digestThreadKind,
  type PostingParts,
} from '../digests/posting.ts';
import { Schedule } from '../digests/schedule.ts';
import type { Subscription } from '../digests/subscription.ts';
import type { Polling } from '../feeds/polling.ts';
import type { Library } from '../library/library.ts';
import type { Poster } from '../outbox/delivery.ts';
import type { Kind } from '../outbox/kind.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Answerer, questionJob, questionOf } from '../questions/answerer.ts';
import { noticeKind } from '../questions/notice.ts';
import type { SayTo } from '../questions/people.ts';
import type { NewQuestion, NewShare } from '../questions/question.ts';
import { Sharing, shareJob } from '../questions/sharing.ts';
import type { Observer } from '../status/observer.ts';
import type { Store } from '../store/open-store.ts';
import { WorkingStatus } from './api/agent-view.ts';
import { createChannelDirectory } from './api/channel-directory.ts';
import { createPoster } from './api/poster.ts';
import { type AdditionParts, openAdditions } from './open-additions.ts';
import { type FeedSettings, openFeeds } from './open-feeds.ts';
import { type ComposeParts, composeForMembers, createCompose } from './replies/compose.ts';
import type { DigestReplyParts } from './replies/compose-digest.ts';
import { composeShared } from './replies/compose-shared.ts';
import { composeOrSayUnsearchable } from './replies/compose-unsearchable.ts';
import { createDigestRenderer } from './replies/digest-renderer.ts';

/** What digests are made from, but for what is kept of them. */
export type DigestParts = Omit<DraftParts, 'seen' | 'runs' | 'askedIn'>;

/** What an outbox is made from. */
export interface OpenOutboxParts
  extends Omit<ComposeParts, 'digests' | 'articles' | 'feeds'>,
    AdditionParts {
  readonly store: Store;
  readonly library: Library;
  readonly sayTo: SayTo;
  readonly fetchUrl: typeof fetch;
  /** Watches the work. */
  readonly observer: Observer;
  /** Absent in a bot without digests. */
  readonly digests?: DigestParts | undefined;
  /** Absent in a bot that follows no feeds. */
  readonly feeds?: FeedSettings | undefined;
  readonly log: Logger;
}

/** The digests of a bot: what people order of them, and what hands them in when they are due. */
export interface OpenDigests extends DigestReplyParts {
  readonly schedule: Schedule;
}

/** A person who orders a digest at once waits this long to hear what became of it, in ms. */
const nowTimeout = 8000;

/** An outbox, and the ways into it. */
export interface OpenedOutbox {
  readonly outbox: Outbox;
  readonly digests: OpenDigests | undefined;
  readonly polling: Polling | undefined;
  ask(question: NewQuestion): Promise<boolean>;
  share(share: NewShare): Promise<boolean>;
  add(addition: NewAddition): Promise<boolean>;
}

/** Joins what is posted to Slack: answers, shares, digests and cards, in one outbox. */
export function openOutbox(parts: OpenOutboxParts): OpenedOutbox {
  const { store, client, log, fetchUrl, observer } = parts;
  const poster = createPoster(client, { log, fetchUrl });
  const kinds: Record<string, Kind> = {};
  const outbox = new Outbox({ store: store.jobs, kinds, log, observer });
  const digests = parts.digests && openDigests(parts.digests, parts, { outbox, poster, kinds });
  const status = new WorkingStatus(parts.agentView, parts.sayTo);
  const feeds = parts.feeds && openFeeds({ ...parts, feeds: parts.feeds }, (it) => outbox.take(it));
  const following = feeds && { ...parts, followed: feeds.followed };
  const compose = composeForMembers(
    composeOrSayUnsearchable(createCompose({ ...parts, digests, feeds: following }), parts.sayTo),
    parts.admission,
    parts.sayTo,
  );
  kinds.question = new Answerer({
    poster,
    log,
    observer,
    records: store.questions,
    sayTo: parts.sayTo,
    gather: (question) => parts.admission.refusalOf(question),
    compose,
    during: (question, work) => status.during(question, work),
  });
  kinds.share = new Sharing({
    poster,
    log,
    records: store.shares,
    sayTo: parts.sayTo,
    compose: (share) => composeShared(share, parts),
    clock: Date.now,
  });
  kinds.notice = noticeKind(poster);
  const add = openAdditions(parts, { outbox, poster, kinds });
  const share = (wanted: NewShare) => outbox.take(shareJob(wanted));
  const ask = (question: NewQuestion) =>
    outbox.take(questionJob(question), (job) => store.questions.asked(questionOf(job)));
  return { outbox, digests, polling: feeds?.polling, ask, share, add };
}

function openDigests(
  parts: DigestParts,
  { store, client, command, log, sayTo }: OpenOutboxParts,
  to: { readonly outbox: Outbox; readonly poster: Poster; readonly kinds: Record<string, Kind> },
): OpenDigests {
  const { outbox, poster, kinds } = to;
  const { subscriptions, runs, seen, askedIn } = store;
  const kept = { subscriptions, runs, seen, askedIn };
  const posting: PostingParts = {
    ...parts,
    ...kept,
    ...{ log, poster, renderer: createDigestRenderer({ command, library: parts.library, sayTo }) },
  };
  kinds.digest = new DigestPosting(posting);
  kinds['digest thread'] = digestThreadKind(posting);
  kinds['digest failure'] = digestFailureKind(posting);
  const hasNews = (subscription: Subscription) => draftNews(subscription, { ...parts, ...kept });
  const newestLink = async () => (await parts.linksSince(0, 1))[0]?.id;
  const schedule = new Schedule({ ...parts, ...kept, outbox, log, hasNews, newestLink });
  const settled = (run: string) => outbox.settled(run, nowTimeout);
  return {
    digests: new ChannelDigests({ ...parts, ...kept, schedule, settled }),
    directory: createChannelDirectory(client),
    schedule,
    ...{ command, sayTo, library: parts.library },
    clock: parts.clock,
    announce: (notice) => outbox.take(notice),
  };
}
