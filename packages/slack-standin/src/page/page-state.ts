import type { ChannelView, PageState, User } from '../wire.ts';
import { isVisibleTo } from '../workspace/message.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';

/** Everything the page shows to one person. */
export function pageState(workspace: Workspace, person: User): Omit<PageState, 'teams'> {
  const { team, app, users, channels, modals, homes, notices, examples } = workspace;
  return {
    team: { id: team.id, name: team.name },
    me: person,
    users,
    channels: channels
      .filter(({ kind, members }) => kind === 'channel' || members.has(person.id))
      .map((channel) => shownChannel(workspace, channel, person)),
    commands: app.commands,
    shortcuts: app.shortcuts,
    examples,
    modals: modals.get(person.id) ?? [],
    home: homes.get(person.id) ?? null,
    notices: notices.filter(({ user }) => user === person.id),
  };
}

function shownChannel(
  { bot, isInstalled, statuses, prompts, titles }: Workspace,
  { id, name, kind, members, messages }: Channel,
  person: User,
): ChannelView {
  const isMember = members.has(person.id);
  return {
    id,
    name,
    kind,
    is_member: isMember,
    bot_is_member: isInstalled && members.has(bot.id),
    messages: isMember ? messages.filter((message) => isVisibleTo(message, person.id)) : [],
    statuses: statuses.shown.filter(({ channel }) => channel === id),
    titles: [...titles]
      .filter(([key]) => key.startsWith(`${id}:`))
      .map(([key, title]) => ({ thread_ts: key.slice(id.length + 1), title })),
    suggested_prompts: prompts.get(id) ?? null,
  };
}
