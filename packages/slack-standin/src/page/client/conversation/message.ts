import { drawBlocks } from '../blocks/block.ts';
import { drawStretches } from '../blocks/marked-nodes.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { Page } from '../page.ts';
import { blockContext } from '../page-blocks.ts';
import { displayName } from '../people.ts';
import type { Message, Status } from '../state.ts';
import { clockTime, fullTime, timeOf } from '../text/message-time.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';
import { drawAvatar } from './avatar.ts';
import { drawFiles } from './file-list.ts';
import { drawMessageActions } from './message-actions.ts';
import { drawReactions } from './reactions.ts';
import { drawStatus } from './status.ts';
import type { ThreadSummary } from './thread.ts';
import { drawThreadLink } from './thread-link.ts';

/** Where a message stands: which channel, whether it follows one of the same person, its thread. */
export interface MessageSetting {
  readonly channel: string;
  readonly grouped: boolean;
  readonly inThread: boolean;
  readonly thread?: ThreadSummary;
  /** What the app says it is doing about this message. */
  readonly status?: Status;
}

/** Draws a message with all that belongs to it. */
export function drawMessage(message: Message, setting: MessageSetting, page: Page): HTMLElement {
  const { me } = page.names;
  const author = authorOf(message, page);
  const ephemeral = message.ephemeral_to !== undefined;
  return element(
    'li',
    {
      class: `message ${setting.grouped ? 'grouped' : ''} ${ephemeral ? 'ephemeral' : ''}`,
      tabindex: -1,
      'data-testid': 'message',
      'data-ts': message.ts,
      'data-user': message.user,
      'data-ephemeral': ephemeral ? 'true' : undefined,
    },
    drawAvatar(message.user, author.name, author.isBot),
    element(
      'div',
      { class: 'message-body' },
      ephemeral && drawEphemeralMark(),
      element(
        'div',
        { class: 'message-head' },
        element('bdi', { class: 'message-author', 'data-testid': 'author' }, author.name),
        author.isBot && element('span', { class: 'badge', 'data-testid': 'app-badge' }, 'APP'),
        drawTime(message, me.tz),
      ),
      drawContent(message, setting, page),
      message.files && message.files.length > 0 && drawFiles(message.files, page),
      message.reactions &&
        message.reactions.length > 0 &&
        drawReactions(message, setting.channel, page),
      setting.thread && drawThreadLink(message, setting.thread, page),
      setting.status !== undefined && drawStatus(setting.status, page),
    ),
    drawMessageActions(message, setting, page),
  );
}

/** Who a message is from, as it is shown. */
export function authorOf(message: Message, page: Page): { name: string; isBot: boolean } {
  const user = page.names.user(message.user);
  const isBot = message.bot_id !== undefined || (user?.is_bot ?? false);
  return { name: message.username ?? (user ? displayName(user) : message.user), isBot };
}

function drawEphemeralMark(): HTMLElement {
  const attributes = { class: 'only-you', 'data-testid': 'ephemeral-mark' };
  return element('p', attributes, icon('eye'), 'Only visible to you');
}

function drawTime(message: Message, timeZone: string): HTMLElement {
  const at = timeOf(message.ts);
  const attributes = {
    class: 'message-time',
    datetime: Number.isNaN(at.getTime()) ? undefined : at.toISOString(),
    title: fullTime(message.ts, timeZone),
  };
  return element('time', attributes, clockTime(message.ts, timeZone));
}

function drawContent(message: Message, setting: MessageSetting, page: Page): HTMLElement {
  const container = { type: 'message', channel: setting.channel, ts: message.ts } as const;
  const parts = message.blocks?.length
    ? drawBlocks(message.blocks, {
        ...blockContext(page, container),
        here: setting.channel,
        headingLevel: 3,
      })
    : drawStretches(parseMrkdwn(message.text), page.names);
  return element(
    'div',
    { class: 'message-content', 'data-testid': 'message-content' },
    ...parts,
    message.edited !== undefined && element('span', { class: 'edited' }, '(edited)'),
  );
}
