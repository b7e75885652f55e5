import type { RichTextElement } from '@slack/types';
import type { ChannelDigests, DigestStatus } from '../../digests/channel-digests.ts';
import { localDate } from '../../digests/local-time.ts';
import type { Run } from '../../digests/run.ts';
import type { Subscription, SubscriptionChange } from '../../digests/subscription.ts';
import { describeDate, describeInstant, describeSettings } from '../../digests/wording.ts';
import { ids } from '../ids.ts';
import { count, escapeSlackText, shorten } from '../text.ts';
import { bold, button, code, plain, type Reply, richText, section } from './block-kit.ts';

const maxChangeLength = 300;

/** A channel's digests: what is set, when the next one comes, what became of the last ones. */
export function digestStatusBlocks(
  { subscription, runs }: DigestStatus,
  command: string,
  now: number,
): Reply {
  if (!subscription) return noDigest(command);
  const state = stateOf(subscription, now);
  const blocks = [
    richText(section(bold(state), plain(`\n${shorten(describeSettings(subscription), 1000)}`))),
    richText(section(bold('Changes'), ...subscription.changes.flatMap(changeLine(subscription)))),
    ...(runs.length > 0
      ? [richText(section(bold('Last digests'), ...runs.map(runLine(subscription))))]
      : []),
    setUpButton('Change'),
  ];
  return { text: escapeSlackText(state), blocks };
}

/** One line on a subscription: whether it is on, and when the next digest comes. */
export function stateOf({ status, due, pausedUntil, zone }: Subscription, now: number): string {
  if (status === 'off' || !due) return 'The digest of this channel is off.';
  const next = describeInstant(due.at, zone);
  const isPaused = pausedUntil !== undefined && pausedUntil > localDate(now, zone);
  return isPaused
    ? `The digest of this channel is paused until ${describeDate(pausedUntil)}. The next one: ${next}.`
    : `The digest of this channel is on. The next one: ${next}.`;
}

/** A button that opens the settings. */
export function setUpButton(text: string): Reply['blocks'][number] {
  return { type: 'actions', elements: [button(text, ids.digestChange)] };
}

function noDigest(command: string): Reply {
  const text = 'This channel gets no digest.';
  const example = `${command} digest 09:00 Europe/Berlin weekdays about energy`;
  return {
    text,
    blocks: [
      richText(
        section(bold(text), plain(' Set one up with the button, or in words: '), code(example)),
      ),
      setUpButton('Set up'),
    ],
  };
}

function changeLine({ zone }: Subscription) {
  return ({ person, what, at }: SubscriptionChange): RichTextElement[] => [
    plain(`\n${describeInstant(at, zone)}: `),
    person ? { type: 'user', user_id: person } : plain('somebody'),
    plain(` ${shorten(what, maxChangeLength)}`),
  ];
}

const outcomes: Readonly<Record<Run['status'], string>> = {
  waiting: 'waits to be posted',
  posted: 'posted',
  empty: 'nothing to say, so nothing was posted',
  failed: 'failed',
  missed: 'left out; the next one covered it',
  dropped: 'not posted: paused or switched off',
};

function runLine({ zone }: Subscription) {
  return ({ slot, dueAt, status, reason }: Run): RichTextElement => {
    const when = slot.startsWith('now-')
      ? `${describeInstant(dueAt, zone)}, at once`
      : describeDate(slot);
    const why = reason && ['failed', 'waiting'].includes(status);
    return plain(`\n${when}: ${outcomes[status]}${why ? ` (${digestReason(reason)})` : ''}`);
  };
}

type Health = Awaited<ReturnType<ChannelDigests['health']>>;

const summaries: readonly (readonly [statuses: readonly Run['status'][], text: string])[] = [
  [['posted'], 'posted'],
  [['empty'], 'with nothing to say, so not posted'],
  [['waiting'], 'on the way'],
  [['failed', 'missed'], 'failed'],
];

/**
 * One line on all digests of a workspace, and one on each that failed and that this person set up;
 * other channels stay unnamed, for they may be private.
 */
export function digestHealth(health: Health, person: string): string[] {
  const on = health.filter(({ subscription }) => subscription.status === 'on');
  if (on.length === 0) return ['No channel gets digests.'];
  const counts = summaries.flatMap(([statuses, text]) => {
    const number = on.filter(({ last }) => last && statuses.includes(last.status)).length;
    return number > 0 ? [`${number} ${text}`] : [];
  });
  const last = counts.length > 0 ? `; the last ones: ${counts.join(', ')}` : '';
  const own = on.filter(
    ({ subscription, last }) => last?.status === 'failed' && subscription.setUpBy === person,
  );
  return [
    `${count(on.length, 'channel')} with digests${last}.`,
    ...own
      .slice(0, 5)
      .map(({ last }) => `A digest that you set up failed: ${digestReason(last?.reason ?? '')}.`),
  ];
}

const reasons: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in the channel; invite me there',
  channel_not_found: 'I can’t see the channel: it was deleted, or it is private and I am not in it',
  is_archived: 'the channel is archived',
  missing_scope: 'the app lacks a scope; an administrator has to install it again',
  restricted_action: 'only some people may post in the channel',
  restricted_action_read_only_channel: 'the channel is read-only',
  account_inactive: 'the app’s account is switched off',
  invalid_auth: 'Slack does not take the app’s token',
  token_revoked: 'the app’s token was revoked',
  ratelimited: 'Slack took no more messages at the time',
  unconfirmed:
    'Slack did not confirm it, and I may not read the channel to look; it may be there, so I did not post it twice',
  late: 'I was away, or Slack was',
  away: 'I was away',
  fault: 'something broke; it is in my log',
};

/** Why a digest was not posted, in words; Slack's code where there are none. */
export function digestReason(code: string): string {
  if (/^http_5|^internal_error|^fatal_error|^service_unavailable/.test(code))
    return 'Slack was down';
  if (/^E[A-Z]+|^UND_|abort|timeout/i.test(code)) return 'Slack could not be reached';
  return reasons[code] ?? `Slack said ${code}`;
}
