import type { RichTextElement, RichTextSection } from '@slack/types';
import type { ChannelDigests, DigestStatus } from '../../digests/channel-digests.ts';
import { localDate } from '../../digests/local-time.ts';
import { causeOf, type Run } from '../../digests/run.ts';
import type { Subscription, SubscriptionChange } from '../../digests/subscription.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { bold, button, code, plain, type Reply, richText, said, section } from './block-kit.ts';
import { digestReason } from './digest-reasons.ts';
import { describeChange, describeDate, describeInstant, describeSettings } from './digest-words.ts';

const maxChangeLength = 300;

/** A channel's digests: what is set, when the next one comes, what became of the last ones. */
export function digestStatusBlocks(
  { subscription, runs }: DigestStatus,
  command: string,
  now: number,
  say: Say,
): Reply {
  if (!subscription) return noDigest(command, say);
  const state = stateOf(subscription, now, say);
  const changes = subscription.changes.map((change) => changeLine(change, subscription, say));
  const last = runs.map((run) => section(runLine(run, subscription, say)));
  const blocks = [
    richText(section(bold(state), plain(`\n${describeSettings(subscription, say)}`))),
    richText(section(bold(say(texts.lastChanges))), ...changes),
    ...(last.length > 0 ? [richText(section(bold(say(texts.lastDigests))), ...last)] : []),
    setUpButton(say(texts.change)),
  ];
  return { text: escapeSlackText(state), blocks };
}

/** One line on a subscription: whether it is on, and when the next digest comes. */
export function stateOf(subscription: Subscription | undefined, now: number, say: Say): string {
  if (!subscription) return say(texts.stateNone);
  const { status, rhythm, due, pausedUntil, zone } = subscription;
  if (status === 'off' || !due) return say(texts.stateOff);
  const next = describeInstant(due.at, zone, say);
  if (pausedUntil !== undefined && pausedUntil > localDate(now, zone)) {
    return say(texts.statePaused, { date: describeDate(pausedUntil, say), next });
  }
  return rhythm === 'news' ? say(texts.stateWatching) : say(texts.stateOn, { next });
}

/** A button that opens the form; an order in words, of which it shows what was understood. */
export function setUpButton(text: string, order?: string): Reply['blocks'][number] {
  return { type: 'actions', elements: [button(text, ids.digestChange, order)] };
}

function noDigest(command: string, say: Say): Reply {
  const text = say(texts.stateNone);
  const example = code(`${command} digest 09:00 Europe/Berlin weekdays about energy`);
  return {
    text: escapeSlackText(text),
    blocks: [
      richText(section(bold(text), ...said(say, texts.setUpInWords, { example }))),
      setUpButton(say(texts.setUp)),
    ],
  };
}

function changeLine(
  { person, what, at }: SubscriptionChange,
  { zone }: Subscription,
  say: Say,
): RichTextSection {
  const who: RichTextElement = person
    ? { type: 'user', user_id: person }
    : plain(say(texts.somebody));
  const change = shorten(describeChange(what, say), maxChangeLength);
  const when = describeInstant(at, zone, say);
  return section(plain('\n'), ...said(say, texts.changeLine, { when, person: who, what: change }));
}

const outcomes = {
  waiting: texts.waiting,
  posted: texts.posted,
  empty: texts.empty,
  failed: texts.failed,
  missed: texts.missed,
  dropped: texts.dropped,
} as const;

function runLine(run: Run, { zone }: Subscription, say: Say): RichTextElement {
  const { slot, dueAt, status, reason } = run;
  const why = reason && ['failed', 'waiting'].includes(status);
  const plainly = say(outcomes[status]);
  const outcome = why
    ? say(texts.because, { outcome: plainly, reason: digestReason(reason, say) })
    : plainly;
  const cause = causeOf(run);
  const when = cause === 'date' ? describeDate(slot, say) : describeInstant(dueAt, zone, say);
  const line = say(cause === 'request' ? texts.runAtOnce : texts.run, { when, outcome });
  return plain(`\n${line}`);
}

type Health = Awaited<ReturnType<ChannelDigests['health']>>;

const summaries = [
  [['posted'], texts.countPosted],
  [['empty'], texts.countEmpty],
  [['waiting'], texts.countWaiting],
  [['failed', 'missed'], texts.countFailed],
] as const;

/**
 * One line on all digests of a workspace, and one on each that failed and that this person set up;
 * other channels stay unnamed, for they may be private.
 */
export function digestHealth(health: Health, person: string, say: Say): string[] {
  const on = health.filter(({ subscription }) => subscription.status === 'on');
  if (on.length === 0) return [say(texts.noneOn)];
  const counts = summaries.flatMap(([statuses, message]) => {
    const n = on.filter(
      ({ last }) => last && statuses.some((status) => status === last.status),
    ).length;
    return n > 0 ? [say(message, { n })] : [];
  });
  const channels = on.length;
  const own = on.filter(
    ({ subscription, last }) => last?.status === 'failed' && subscription.setUpBy === person,
  );
  return [
    counts.length > 0
      ? say(texts.channelsOnLast, { channels, outcomes: counts.join(', ') })
      : say(texts.channelsOn, { channels }),
    ...own
      .slice(0, 5)
      .map(({ last }) => say(texts.ownFailed, { reason: digestReason(last?.reason ?? '', say) })),
  ];
}
