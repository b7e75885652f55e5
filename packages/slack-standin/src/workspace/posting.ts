import type { KnownBlock } from '@slack/types';
import { isObject, problemToMessage } from '../block-kit/check.ts';
import { refuseMessage } from '../block-kit/message-check.ts';
import type { Message } from '../wire.ts';
import type { Ids } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Workspace } from './workspace.ts';

/** What the app wants to say, before it was looked at. */
export interface Draft {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly thread_ts?: string | undefined;
  readonly metadata?: unknown;
  readonly username?: string | undefined;
}

/** Throws Slack's refusal of a draft that breaks a limit or a shape. */
export function checkDraft(draft: Draft, textMax?: number): void {
  const refusal = refuseMessage(draft, textMax);
  if (!refusal) return;
  const messages = refusal.problems.map(problemToMessage);
  const details = { errors: messages, response_metadata: { messages } };
  throw new Refusal(refusal.error, messages.length > 0 ? details : {});
}

/** The thread that a draft goes to, which must exist; a reply's timestamp stands for its thread. */
export function threadOf(channel: Channel, { thread_ts: ts }: Draft): string | undefined {
  if (ts === undefined) return undefined;
  const parent = channel.messages.find((message) => message.ts === ts);
  // Slack is vague here and may lose the reply; a refusal shows the mistake.
  if (!parent || parent.ephemeral_to) throw new Refusal('thread_not_found');
  return parent.thread_ts ?? parent.ts;
}

/** Makes a checked draft a message of the bot. */
export function draftToMessage(workspace: Workspace, draft: Draft): Message {
  const metadata = readMetadata(draft.metadata);
  return {
    type: 'message',
    ts: workspace.ids.ts(),
    team: workspace.team.id,
    user: workspace.bot.id,
    bot_id: workspace.botId,
    app_id: workspace.appId,
    text: draft.text ?? '',
    ...(draft.username && { username: draft.username }),
    ...(draft.thread_ts && { thread_ts: draft.thread_ts }),
    ...(hasBlocks(draft.blocks) && { blocks: nameBlocks(draft.blocks, workspace.ids) }),
    ...(metadata && { metadata }),
  };
}

/** Gives blocks and their elements the ids that Slack makes up where the app gave none. */
export function nameBlocks(blocks: readonly KnownBlock[], ids: Ids): KnownBlock[] {
  const shortId = () => ids.next('').slice(-7);
  const named = (element: unknown): unknown => {
    if (!isObject(element) || !needsAction(element) || element.action_id) return element;
    return { ...element, action_id: shortId() };
  };
  return blocks.map((block) => {
    const { elements, element, accessory, actions } = block as unknown as Record<string, unknown>;
    const isActions = block.type === 'actions' || block.type === 'context_actions';
    return {
      ...block,
      block_id: block.block_id ?? shortId(),
      ...(isActions && Array.isArray(elements) && { elements: elements.map(named) }),
      ...(element !== undefined && { element: named(element) }),
      ...(accessory !== undefined && { accessory: named(accessory) }),
      ...(Array.isArray(actions) && { actions: actions.map(named) }),
      ...(block.type === 'carousel' && { elements: nameBlocks(block.elements, ids) }),
      ...(block.type === 'container' && { child_blocks: nameBlocks(block.child_blocks, ids) }),
    } as unknown as KnownBlock;
  });
}

function hasBlocks(blocks: unknown): blocks is readonly KnownBlock[] {
  return Array.isArray(blocks) && blocks.length > 0;
}

function needsAction({ type }: Record<string, unknown>): boolean {
  return type !== 'image' && type !== 'mrkdwn' && type !== 'plain_text';
}

/** Source: https://docs.slack.dev/messaging/message-metadata */
function readMetadata(value: unknown): Message['metadata'] {
  if (value === undefined) return undefined;
  if (
    isObject(value) &&
    typeof value.event_type === 'string' &&
    value.event_type !== '' &&
    isObject(value.event_payload)
  ) {
    return { event_type: value.event_type, event_payload: value.event_payload };
  }
  throw new Refusal('invalid_metadata_format');
}
