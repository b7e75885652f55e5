import { limits } from '../block-kit/limits.ts';
import type { Message } from '../wire.ts';
import {
  checkDraft,
  type Draft,
  draftToMessage,
  nameBlocks,
  threadOf,
} from '../workspace/posting.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Channel } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import { channelOf, type Method, type MethodContext } from './method.ts';

/** https://docs.slack.dev/reference/methods#chat */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { tier: 'special', required: ['channel'], scopes: ['chat:write'], run: post },
  'chat.postEphemeral': {
    tier: 4,
    required: ['channel', 'user'],
    scopes: ['chat:write'],
    run: postEphemeral,
  },
  'chat.update': { tier: 3, required: ['channel', 'ts'], scopes: ['chat:write'], run: update },
  'chat.delete': { tier: 3, required: ['channel', 'ts'], scopes: ['chat:write'], run: remove },
  'chat.getPermalink': {
    tier: 'special',
    required: ['channel', 'message_ts'],
    run: (args, context) => {
      const channel = channelOf(args, context);
      const message = messageAt(channel, args.string('message_ts'));
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : '';
      const path = `/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink: `${context.url}${path}` };
    },
  },
};

function post(args: Args, context: MethodContext): Record<string, unknown> {
  const { workspace, events } = context;
  const channel = addressed(args.string('channel'), context);
  requireVoice(channel, context);
  const draft = readDraft(args);
  checkDraft(draft);
  const message = draftToMessage(workspace, { ...draft, thread_ts: threadOf(channel, draft) });
  workspace.add(channel, message);
  events.messagePosted(channel, message);
  return { channel: channel.id, ts: message.ts, message };
}

function postEphemeral(args: Args, context: MethodContext): Record<string, unknown> {
  const { workspace } = context;
  const channel = channelOf(args, context);
  if (!channel.members.has(workspace.bot.id)) throw new Refusal('not_in_channel');
  const user = args.string('user');
  if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
  const draft = readDraft(args);
  checkDraft(draft);
  const checked = { ...draft, thread_ts: threadOf(channel, draft) };
  const message: Message = { ...draftToMessage(workspace, checked), ephemeral_to: user };
  workspace.add(channel, message);
  return { message_ts: message.ts };
}

function update(args: Args, context: MethodContext): Record<string, unknown> {
  const { workspace, events } = context;
  const channel = channelOf(args, context);
  const message = own(messageAt(channel, args.string('ts')), context, 'cant_update_message');
  const draft = readDraft(args);
  if (draft.text === undefined && draft.blocks === undefined) throw new Refusal('no_text');
  // What is left out stays as it was, blocks too.
  const { text = message.text, blocks: kept = message.blocks } = draft;
  checkDraft({ text, blocks: kept }, limits.updatedText);
  const previous = { ...message };
  const { metadata, blocks } = draftToMessage(workspace, draft);
  message.text = text;
  if (draft.blocks !== undefined) {
    message.blocks = nameBlocks(blocks ?? [], workspace.ids);
  }
  if (metadata) message.metadata = metadata;
  message.edited = { user: workspace.botId, ts: workspace.ids.ts() };
  workspace.changes.emit();
  events.messageChanged(channel, message, previous);
  return { channel: channel.id, ts: message.ts, text: message.text, message };
}

function remove(args: Args, context: MethodContext): Record<string, unknown> {
  const { workspace, events } = context;
  const channel = channelOf(args, context);
  const message = own(messageAt(channel, args.string('ts')), context, 'cant_delete_message');
  workspace.drop(channel, message.ts);
  events.messageDeleted(channel, message);
  return { channel: channel.id, ts: message.ts };
}

/** Only posting takes, besides a channel's id, its name, or the id of a person to write to. */
function addressed(to: string, { workspace }: MethodContext): Channel {
  const channel = to.startsWith('U') ? workspace.im(to) : workspace.channel(to);
  if (!channel) throw new Refusal('channel_not_found');
  return channel;
}

function readDraft(args: Args): Draft {
  return {
    text: args.optional('text'),
    blocks: args.json('blocks', 'invalid_blocks_format'),
    thread_ts: args.optional('thread_ts'),
    metadata: args.json('metadata', 'invalid_metadata_format'),
    username: args.optional('username'),
  };
}

function requireVoice(channel: Channel, { workspace }: MethodContext): void {
  if (channel.is_archived) throw new Refusal('is_archived');
  if (channel.members.has(workspace.bot.id)) return;
  if (channel.kind === 'channel' && workspace.app.scopes.includes('chat:write.public')) return;
  throw new Refusal(channel.kind === 'im' ? 'channel_not_found' : 'not_in_channel');
}

function messageAt(channel: Channel, ts: string): Message {
  const message = channel.messages.find((one) => one.ts === ts);
  if (!message || message.ephemeral_to) throw new Refusal('message_not_found');
  return message;
}

function own(message: Message, { workspace }: MethodContext, error: string): Message {
  if (message.user !== workspace.bot.id) throw new Refusal(error);
  return message;
}
