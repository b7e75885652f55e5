import { isVisibleTo } from '../message.ts';
import type { User } from '../roster.ts';
import type { Channel, Workspace } from '../workspace.ts';

/** Everything the page shows to one person. */
export function pageState(workspace: Workspace, person: User): Record<string, unknown> {
  const { team, app, users, channels, modals, homes, notices, examples } = workspace;
  return {
    team: { id: team.id, name: team.name },
    me: shownUser(person),
    users: users.map(shownUser),
    channels: channels
      .filter(({ kind, members }) => kind === 'channel' || members.has(person.id))
      .map((channel) => shownChannel(workspace, channel, person)),
    commands: app.commands,
    shortcuts: app.shortcuts,
    examples,
    modals: modals.get(person.id) ?? [],
    home: homes.get(person.id) ?? null,
    notices: notices
      .filter(({ user }) => user === person.id)
      .map(({ id, channel, text }) => ({ id, channel, text })),
  };
}

function shownUser({ id, name, real_name, is_bot, tz }: User): Record<string, unknown> {
  return { id, name, real_name, is_bot, tz };
}

function shownChannel(
  { bot, statuses, prompts, titles }: Workspace,
  { id, name, kind, members, messages }: Channel,
  person: User,
): Record<string, unknown> {
  const isMember = members.has(person.id);
  const working = statuses.shown
    .filter(({ channel }) => channel === id)
    .map(({ thread, text, loadingMessages }) => ({
      thread_ts: thread,
      status: text,
      loading_messages: loadingMessages,
    }));
  return {
    id,
    name,
    kind,
    is_member: isMember,
    bot_is_member: members.has(bot.id),
    messages: isMember ? messages.filter((message) => isVisibleTo(message, person.id)) : [],
    statuses: working,
    titles: [...titles]
      .filter(([key]) => key.startsWith(`${id}:`))
      .map(([key, title]) => ({ thread_ts: key.slice(id.length + 1), title })),
    suggested_prompts: prompts.get(id) ?? null,
  };
}
