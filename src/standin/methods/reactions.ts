import { Refusal } from '../refusal.ts';
import { channelOf, type Method } from './method.ts';

/** https://docs.slack.dev/reference/methods/reactions.add */
export const reactionsMethods: Record<string, Method> = {
  'reactions.add': {
    tier: 3,
    required: ['channel', 'name', 'timestamp'],
    scopes: ['reactions:write'],
    run: (args, context) => {
      const { workspace } = context;
      const channel = channelOf(args, context);
      const message = workspace.message(channel.id, args.string('timestamp'));
      if (!message || message.ephemeral_to) throw new Refusal('message_not_found');
      const name = args.string('name').replaceAll(':', '');
      const others = (message.reactions ?? []).filter((reaction) => reaction.name !== name);
      const users = message.reactions?.find((reaction) => reaction.name === name)?.users ?? [];
      if (users.includes(workspace.bot.id)) throw new Refusal('already_reacted');
      const now = [...users, workspace.bot.id];
      message.reactions = [...others, { name, users: now, count: now.length }];
      workspace.changes.emit();
      return {};
    },
  },
};
