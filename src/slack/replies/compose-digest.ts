import type { Changed, ChannelDigests } from '../../digests/channel-digests.ts';
import { localDate } from '../../digests/local-time.ts';
import { type ChangeOrder, readOrder } from '../../digests/order.ts';
import type { Run } from '../../digests/run.ts';
import type { Subscription } from '../../digests/subscription.ts';
import { describeSettings } from '../../digests/wording.ts';
import type { NewJob } from '../../outbox/job.ts';
import { changeNotice } from '../../questions/notice.ts';
import { publicSources, type Source } from '../../questions/question.ts';
import type { ChannelDirectory } from '../api/channel-directory.ts';
import { bold, context, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestBlocks } from '../blocks/digest-blocks.ts';
import {
  digestReason,
  digestStatusBlocks,
  setUpButton,
  stateOf,
} from '../blocks/digest-status-blocks.ts';
import { escapeSlackText, shorten } from '../text.ts';

/** What replies to digest orders are made with. */
export interface DigestReplyParts {
  readonly digests: ChannelDigests;
  readonly directory: ChannelDirectory;
  readonly command: string;
  readonly clock: () => number;
  /** Tells a channel what was changed there. */
  readonly announce: (notice: NewJob) => Promise<unknown>;
}

/** Who orders something, and where. */
export interface Requester {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly person: string;
  /** Absent for buttons and forms. */
  readonly source?: Source;
}

/** Carries out an order about digests, and says what came of it. */
export async function composeDigestOrder(
  typed: string,
  requester: Requester,
  parts: DigestReplyParts,
): Promise<Reply> {
  const order = readOrder(typed);
  switch (order.kind) {
    case 'wrong':
      return wrongOrder(order.problems, parts.command);
    case 'open':
    case 'status':
      return digestStatusBlocks(
        await parts.digests.status(requester),
        parts.command,
        parts.clock(),
      );
    case 'preview':
      return preview(requester, parts);
    case 'now':
      return postNow(requester, parts);
    default:
      return changedReply(await change(order, requester, parts), requester, parts, {
        asksSlack: order.kind === 'set' || order.kind === 'resume',
      });
  }
}

/** Tells the channel of a change; says what it came to and, if asked, whether the bot can post there. */
export async function changedReply(
  changed: Changed,
  requester: Requester,
  parts: DigestReplyParts,
  { asksSlack }: { readonly asksSlack: boolean },
): Promise<Reply> {
  if (changed.kind === 'impossible') return describeChanged(changed, parts);
  const { subscription } = changed;
  const isSeen = publicSources.some((source) => source === requester.source);
  if (!isSeen) await parts.announce(changeNoticeOf(subscription, requester));
  const refusal =
    subscription.status === 'on' && asksSlack
      ? await parts.directory.refusalIn(requester.channel, requester.person)
      : undefined;
  return describeChanged(changed, parts, refusal);
}

/** What a change came to: the next digest, or why not, and why the bot can't post there. */
export function describeChanged(
  changed: Changed,
  { command, clock }: Pick<DigestReplyParts, 'command' | 'clock'>,
  refusal?: string,
): Reply {
  if (changed.kind === 'impossible') return wrongOrder([changed.problem], command);
  const { subscription } = changed;
  const state = stateOf(subscription, clock());
  const warning = refusal ? [plain(`\n${adviceOn(refusal)}`)] : [];
  return {
    text: escapeSlackText(refusal ? `${state} ${adviceOn(refusal)}` : state),
    blocks: [
      richText(
        section(
          bold(state),
          plain(`\n${shorten(describeSettings(subscription), 1000)}`),
          ...warning,
        ),
      ),
      ...(subscription.status === 'on'
        ? [context(`${command} digest preview shows what it would say now; only you see that.`)]
        : []),
    ],
  };
}

/** Everybody in the channel gets the digests, so everybody sees who changed them. */
function changeNoticeOf({ changes }: Subscription, { id, channel, person }: Requester): NewJob {
  const what = shorten(changes[0]?.what ?? 'changed it', 1000);
  const text = `About this channel’s daily digest: <@${person}> ${escapeSlackText(what)}.`;
  return changeNotice(id, channel, text);
}

function adviceOn(refusal: string): string {
  return refusal === 'not_in_channel' || refusal === 'channel_not_found'
    ? 'I am not in this channel yet, so I can’t post. Type /invite and my name here; the digest waits for that.'
    : `I can’t post here yet: ${digestReason(refusal)}.`;
}

async function change(
  order: ChangeOrder,
  requester: Requester,
  { digests, directory }: DigestReplyParts,
): Promise<Changed> {
  const { person } = requester;
  switch (order.kind) {
    case 'set':
      return digests.set(requester, person, order.settings, await directory.zoneOf(person));
    case 'pause':
      return digests.pause(requester, person, order.until);
    case 'resume':
      return digests.resume(requester, person);
    case 'off':
      return digests.off(requester, person);
  }
}

async function preview(requester: Requester, { digests, clock }: DigestReplyParts): Promise<Reply> {
  const { digest, settings } = await digests.preview(requester);
  const date = localDate(clock(), settings.zone);
  const page = { digest, settings, date, delay: 0, next: undefined, hasControls: false };
  const { text, blocks } = digestBlocks(page).parent;
  const isNothing = digest.fresh.length + digest.passages.length + digest.asked.total === 0;
  const note = isNothing
    ? 'A preview: there is nothing to say at the moment, so nothing would be posted.'
    : 'A preview: this is what a digest would say now. Nothing was posted.';
  return { text: `${note} ${text}`.slice(0, 3900), blocks: [context(note), ...blocks] };
}

async function postNow(
  requester: Requester,
  { digests, command }: DigestReplyParts,
): Promise<Reply> {
  const run = await digests.now(requester, requester.id);
  if (!run) {
    const text = 'This channel gets no digest yet, so there is none to post.';
    return { text, blocks: [richText(section(bold(text))), setUpButton('Set up')] };
  }
  const text = sayRun(run);
  const more = context(`${command} digest status shows the last digests.`);
  return { text: escapeSlackText(text), blocks: [richText(section(bold(text))), more] };
}

function sayRun({ status, reason }: Run): string {
  if (status === 'posted') return 'The digest is posted.';
  if (status === 'empty') return 'There is nothing to say, so I posted nothing.';
  if (status === 'failed') return `The digest failed: ${digestReason(reason ?? 'fault')}.`;
  return reason
    ? `The digest could not be posted yet: ${digestReason(reason)}. I try again for an hour.`
    : 'The digest is on its way.';
}

function wrongOrder(problems: readonly string[], command: string): Reply {
  const forms = [
    `${command} digest`,
    `${command} digest 09:00 Europe/Berlin weekdays about energy, "dual freeze"`,
    `${command} digest preview, now, status, pause until 2026-12-27, resume or off`,
  ];
  return {
    text: escapeSlackText(shorten(problems.join(' '), 3000)),
    blocks: [
      richText(
        section(...problems.map((problem) => plain(`${shorten(problem, 500)}\n`))),
        section(plain(`You can write:\n${forms.map((form) => `• ${form}`).join('\n')}`)),
      ),
    ],
  };
}

/** The state of a subscription as one sentence, for a form. */
export function stateLine(subscription: Subscription | undefined, now: number): string {
  return subscription ? stateOf(subscription, now) : 'This channel gets no digest yet.';
}
