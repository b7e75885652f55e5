import type { Message } from '../wire.ts';
import { isReply } from '../workspace/message.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import { channelOf, type Method, type MethodContext, paginate, requireScope } from './method.ts';

/** https://docs.slack.dev/reference/methods#conversations */
export const conversationsMethods: Record<string, Method> = {
  'conversations.info': {
    tier: 3,
    required: ['channel'],
    run: (args, context) => {
      const channel = readable(args, context, 'read');
      return { channel: channelToInfo(channel, context.workspace) };
    },
  },
  'conversations.list': {
    tier: 2,
    scopes: ['channels:read', 'im:read'],
    run: (args, { workspace }) => {
      const types = (args.optional('types') ?? 'public_channel').split(',');
      const wanted = workspace.channels.filter(({ kind }) =>
        types.includes(kind === 'im' ? 'im' : 'public_channel'),
      );
      const { page, response_metadata } = paginate(wanted, args);
      const channels = page.map((channel) => channelToInfo(channel, workspace));
      return { channels, response_metadata };
    },
  },
  'conversations.members': {
    tier: 4,
    required: ['channel'],
    run: (args, context) => {
      const channel = readable(args, context, 'read');
      const { page, response_metadata } = paginate([...channel.members], args);
      return { members: page, response_metadata };
    },
  },
  'conversations.history': { tier: 3, required: ['channel'], run: history },
  'conversations.replies': { tier: 3, required: ['channel', 'ts'], run: replies },
  'conversations.open': {
    tier: 3,
    scopes: ['im:write'],
    run: (args, { workspace }) => {
      const [user = ''] = args.string('users').split(',');
      const channel = workspace.im(user) ?? workspace.channel(args.string('channel'));
      if (!channel) throw new Refusal('user_not_found');
      return { no_op: true, already_open: true, channel: { id: channel.id } };
    },
  },
  'conversations.join': {
    tier: 3,
    required: ['channel'],
    scopes: ['channels:join'],
    run: (args, context) => {
      const channel = channelOf(args, context);
      if (channel.is_archived) throw new Refusal('is_archived');
      if (channel.kind === 'im') throw new Refusal('method_not_supported_for_channel_type');
      channel.members.add(context.workspace.bot.id);
      context.workspace.changes.emit();
      return { channel: channelToInfo(channel, context.workspace) };
    },
  },
};

function history(args: Args, context: MethodContext): Record<string, unknown> {
  const channel = readable(args, context, 'history');
  requireMembership(channel, context);
  const latest = args.optional('latest');
  const oldest = args.string('oldest') || '0';
  const inclusive = args.flag('inclusive');
  const found = kept(channel)
    .filter((message) => !isReply(message))
    .filter(({ ts }) => ts > oldest || (inclusive && ts === oldest))
    .filter(({ ts }) => latest === undefined || ts < latest || (inclusive && ts === latest))
    .reverse();
  const { page, response_metadata } = paginate(found, args);
  const messages = page.map((message) => shown(message, args));
  return { messages, has_more: response_metadata.next_cursor !== '', response_metadata };
}

function replies(args: Args, context: MethodContext): Record<string, unknown> {
  const channel = readable(args, context, 'history');
  requireMembership(channel, context);
  const ts = args.string('ts');
  const found = kept(channel).filter((one) => one.ts === ts || one.thread_ts === ts);
  if (found.length === 0) throw new Refusal('thread_not_found');
  const { page, response_metadata } = paginate(found, args, 1000);
  const messages = page.map((message) => shown(message, args));
  return { messages, has_more: response_metadata.next_cursor !== '', response_metadata };
}

/** The channel asked for, when the app has the scope for its kind. */
function readable(args: Args, context: MethodContext, right: 'read' | 'history'): Channel {
  const channel = channelOf(args, context);
  requireScope(context, channel.kind === 'im' ? `im:${right}` : `channels:${right}`);
  return channel;
}

function requireMembership(channel: Channel, { workspace }: MethodContext): void {
  if (!channel.members.has(workspace.bot.id)) throw new Refusal('not_in_channel');
}

function kept(channel: Channel): Message[] {
  return channel.messages.filter((message) => message.ephemeral_to === undefined);
}

function shown(message: Message, args: Args): Message {
  if (args.flag('include_all_metadata')) return message;
  const { metadata, ...rest } = message;
  return rest;
}

function channelToInfo(channel: Channel, workspace: Workspace): Record<string, unknown> {
  const { id, name, kind, is_archived, created } = channel;
  const base = { id, created, is_archived, is_private: false, is_im: kind === 'im' };
  if (kind === 'im') {
    const user = [...channel.members].find((member) => member !== workspace.bot.id);
    return { ...base, user, is_channel: false };
  }
  return {
    ...base,
    name,
    name_normalized: name,
    is_channel: true,
    is_member: channel.members.has(workspace.bot.id),
    num_members: channel.members.size,
  };
}
