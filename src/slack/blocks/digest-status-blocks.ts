import type { RichTextElement } from '@slack/types';
import type { DigestStatus } from '../../digests/digests.ts';
import { localDate } from '../../digests/local-time.ts';
import type { Run } from '../../digests/run.ts';
import type { Subscription, SubscriptionChange } from '../../digests/subscription.ts';
import { describeDate, describeInstant, describeSettings } from '../../digests/wording.ts';
import { ids } from '../ids.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { button, type Reply } from './block-kit.ts';
import { digestReason } from './digest-reason.ts';
import { bold, code, plain, richText, section } from './rich-text.ts';

const mostOfChange = 300;

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
    plain(` ${shorten(what, mostOfChange)}`),
  ];
}

const outcomes: Readonly<Record<Run['status'], string>> = {
  waiting: 'waits to be posted',
  posting: 'is being posted',
  replying: 'posted',
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
    const why = reason && ['failed', 'waiting', 'posting'].includes(status);
    return plain(`\n${when}: ${outcomes[status]}${why ? ` (${digestReason(reason)})` : ''}`);
  };
}
