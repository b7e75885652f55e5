import type { Changed, ChannelDigests } from '../../digests/channel-digests.ts';
import { isEmpty } from '../../digests/digest.ts';
import { localDate } from '../../digests/local-time.ts';
import { type ChangeOrder, readOrder } from '../../digests/order.ts';
import type { Run } from '../../digests/run.ts';
import type { Subscription } from '../../digests/subscription.ts';
import type { Library } from '../../library/library.ts';
import type { NewJob } from '../../outbox/job.ts';
import { changeNotice } from '../../questions/notice.ts';
import type { SayTo } from '../../questions/people.ts';
import { publicSources, type Source } from '../../questions/question.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import type { ChannelDirectory } from '../api/channel-directory.ts';
import { bold, code, context, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestBlocks } from '../blocks/digest-blocks.ts';
import { digestReason } from '../blocks/digest-reasons.ts';
import { digestStatusBlocks, setUpButton, stateOf } from '../blocks/digest-status-blocks.ts';
import { describeChange, describeSettings } from '../blocks/digest-words.ts';
import { escapeSlackText, shorten } from '../text.ts';

/** What replies to digest orders are made with. */
export interface DigestReplyParts {
  readonly digests: ChannelDigests;
  readonly directory: ChannelDirectory;
  readonly library: Library;
  readonly command: string;
  readonly clock: () => number;
  readonly sayTo: SayTo;
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
  say: Say,
): Promise<Reply> {
  const { digests, command, clock } = parts;
  const order = readOrder(typed);
  switch (order.kind) {
    case 'unclear':
      return unclearOrder(
        order.problems.map((problem) => say(problem)),
        typed,
        command,
        say,
      );
    case 'help':
      return unclearOrder([], '', command, say);
    case 'open':
    case 'status':
      return digestStatusBlocks(await digests.status(requester), command, clock(), say);
    case 'preview':
      return preview(requester, order.archive, parts, say);
    case 'now':
      return postNow(requester, order.archive, parts, say);
    default: {
      const asksSlack = order.kind === 'set' || order.kind === 'resume';
      const changed = await change(order, requester, parts);
      return changedReply(changed, requester, parts, { asksSlack, say });
    }
  }
}

/** What a change came to: the next digest, or why not; if asked, whether the bot can post there. */
export async function changedReply(
  changed: Changed,
  requester: Requester,
  parts: DigestReplyParts,
  { asksSlack, say }: { readonly asksSlack: boolean; readonly say: Say },
): Promise<Reply> {
  if (changed.kind === 'impossible') return describeChanged(changed, parts, say);
  const { subscription } = changed;
  const isSeen = publicSources.some((source) => source === requester.source);
  if (!isSeen) await parts.announce(changeNoticeOf(subscription, requester, say));
  const refusal =
    subscription.status === 'on' && asksSlack
      ? await parts.directory.refusalIn(requester.channel, requester.person)
      : undefined;
  return describeChanged(changed, parts, say, refusal);
}

/** What a change came to: the next digest, or why not, and why the bot can't post there. */
export function describeChanged(
  changed: Changed,
  { command, clock }: Pick<DigestReplyParts, 'command' | 'clock'>,
  say: Say,
  refusal?: string,
): Reply {
  if (changed.kind === 'impossible') return unclearOrder([say(changed.problem)], '', command, say);
  const { subscription, unmatched } = changed;
  const state = stateOf(subscription, clock(), say);
  const named = say.list(
    unmatched.map((words) => say(texts.quoted, { words: shorten(words, 100) })),
  );
  const warnings = [
    ...(unmatched.length > 0 ? [say(texts.unmatched, { topics: named })] : []),
    ...(refusal ? [adviceOn(refusal, say)] : []),
  ];
  const lines = [describeSettings(subscription, say), ...warnings];
  const hint = say(texts.previewHint, { preview: `${command} digest preview` });
  return {
    text: escapeSlackText([state, ...warnings].join(' ')),
    blocks: [
      richText(section(bold(state), ...lines.map((line) => plain(`\n${line}`)))),
      ...(subscription.status === 'on' ? [context(hint)] : []),
    ],
  };
}

/** Everybody in the channel gets the digests, so everybody sees who changed them. */
function changeNoticeOf(
  { changes }: Subscription,
  { id, channel, person }: Requester,
  say: Say,
): NewJob {
  const [last] = changes;
  const what = escapeSlackText(shorten(last ? describeChange(last.what, say) : '', 1000));
  return changeNotice(id, channel, say(texts.announced, { person: `<@${person}>`, what }));
}

function adviceOn(refusal: string, say: Say): string {
  return refusal === 'not_in_channel' || refusal === 'channel_not_found'
    ? say(texts.inviteMe)
    : say(texts.cannotPost, { reason: digestReason(refusal, say) });
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

async function preview(
  requester: Requester,
  archive: boolean,
  { digests, clock, library, command }: DigestReplyParts,
  say: Say,
): Promise<Reply> {
  const { digest, settings } = await digests.preview(requester, archive);
  const date = localDate(clock(), settings.zone);
  const facts = { digest, settings, library, date, cause: 'request' as const };
  const { text, blocks } = digestBlocks(
    { ...facts, delay: 0, next: undefined, hasControls: false },
    say,
  ).parent;
  const note = say(isEmpty(digest) ? texts.previewEmpty : texts.preview);
  const hint = { archive: `${command} digest preview from the archive` };
  const notes = isEmpty(digest) && !archive ? [note, say(texts.archiveHint, hint)] : [note];
  return { text: `${note} ${text}`.slice(0, 3900), blocks: [context(...notes), ...blocks] };
}

async function postNow(
  requester: Requester,
  archive: boolean,
  { digests, command }: DigestReplyParts,
  say: Say,
): Promise<Reply> {
  const run = await digests.now(requester, requester.id, archive);
  if (!run) {
    const text = say(texts.nonePosted);
    return { text, blocks: [richText(section(bold(text))), setUpButton(say(texts.setUp))] };
  }
  const text = sayRun(run, say);
  const isNothing = run.status === 'empty' && !archive;
  const more = isNothing
    ? say(texts.archiveHint, { archive: `${command} digest now from the archive` })
    : say(texts.statusHint, { status: `${command} digest status` });
  return { text: escapeSlackText(text), blocks: [richText(section(bold(text))), context(more)] };
}

function sayRun({ status, reason }: Run, say: Say): string {
  if (status === 'posted') return say(texts.nowPosted);
  if (status === 'empty') return say(texts.nowEmpty);
  const why = { reason: digestReason(reason ?? 'fault', say) };
  if (status === 'failed') return say(texts.nowFailed, why);
  return reason ? say(texts.nowWaiting, why) : say(texts.nowOnTheWay);
}

/** Slack takes no longer value of a button. */
const maxOrder = 1500;

function unclearOrder(
  problems: readonly string[],
  typed: string,
  command: string,
  say: Say,
): Reply {
  const forms = [
    `${command} digest`,
    `${command} digest Mon-Fri at 9am Moscow time about energy, "dual freeze"`,
    `${command} digest when something new comes about THAAD`,
    `${command} digest preview, now, status, pause until Friday, resume, off`,
    `${command} digest now from the archive`,
  ];
  const what = typed === '' ? problems : [...problems, say(texts.nothingChanged)];
  return {
    text: escapeSlackText(shorten(what.join(' '), 3000)) || say(texts.youCanWrite),
    blocks: [
      richText(
        section(...what.map((problem) => plain(`${shorten(problem, 500)}\n`))),
        section(
          plain(say(texts.youCanWrite)),
          ...forms.flatMap((form) => [plain('\n• '), code(form)]),
        ),
      ),
      setUpButton(say(texts.openForm), typed.slice(0, maxOrder) || undefined),
    ],
  };
}
