import type { Message } from '../wire.ts';
import { addReaction, removeReaction } from '../workspace/reacting.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Channel } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import { channelOf, type Method, type MethodContext } from './method.ts';

/** https://docs.slack.dev/reference/methods#reactions */
export const reactionsMethods: Record<string, Method> = {
  'reactions.add': {
    tier: 3,
    required: ['channel', 'name', 'timestamp'],
    scopes: ['reactions:write'],
    run: (args, context) => {
      const { channel, message } = reactable(args, context);
      if (channel.is_archived) throw new Refusal('is_archived');
      const reacting = { message, user: context.workspace.bot.id, name: nameIn(args) };
      addReaction(reacting);
      context.workspace.changes.emit();
      context.events.reactionChanged('reaction_added', channel, reacting);
      return {};
    },
  },
  'reactions.remove': {
    tier: 2,
    required: ['name'],
    scopes: ['reactions:write'],
    run: (args, context) => {
      const { channel, message } = reactable(args, context);
      const reacting = { message, user: context.workspace.bot.id, name: nameIn(args) };
      removeReaction(reacting);
      context.workspace.changes.emit();
      context.events.reactionChanged('reaction_removed', channel, reacting);
      return {};
    },
  },
  'reactions.get': {
    tier: 3,
    scopes: ['reactions:read'],
    run: (args, context) => {
      const { channel, message } = reactable(args, context);
      return { type: 'message', channel: channel.id, message };
    },
  },
};

function nameIn(args: Args): string {
  return args.string('name').replaceAll(':', '');
}

function reactable(args: Args, context: MethodContext): { channel: Channel; message: Message } {
  if (args.missing(['channel', 'timestamp']).length > 0) throw new Refusal('no_item_specified');
  const channel = channelOf(args, context);
  const ts = args.string('timestamp');
  if (!/^\d+\.\d+$/.test(ts)) throw new Refusal('bad_timestamp');
  const message = context.workspace.message(channel.id, ts);
  if (!message || message.ephemeral_to) throw new Refusal('message_not_found');
  return { channel, message };
}
