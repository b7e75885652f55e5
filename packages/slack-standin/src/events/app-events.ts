import type { Message } from '../wire.ts';
import { viewToPayload } from '../workspace/modals.ts';
import type { Reacting } from '../workspace/reacting.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Tells the app of what happens, as far as its scopes and subscriptions let it know. */
export class AppEvents {
  readonly #workspace: Workspace;
  readonly #dispatcher: Dispatcher;

  constructor(workspace: Workspace, dispatcher: Dispatcher) {
    this.#workspace = workspace;
    this.#dispatcher = dispatcher;
  }

  /** A message was posted, by a person or by the bot itself. */
  messagePosted(channel: Channel, message: Message): void {
    this.#mention(channel, message);
    this.#message(channel, { ...message, event_ts: message.ts });
    for (const { id } of message.files ?? []) this.#fileShared(channel, message.user, id);
  }

  /** A message was edited. */
  messageChanged(channel: Channel, message: Message, previous: Message): void {
    const ts = this.#workspace.ids.ts();
    const { edited } = message;
    if (!mentions(previous, this.#workspace) && edited) this.#mention(channel, message);
    this.#message(channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: { ...message },
      previous_message: previous,
      ts,
      event_ts: ts,
    });
  }

  /** A message was deleted. */
  messageDeleted(channel: Channel, previous: Message): void {
    const ts = this.#workspace.ids.ts();
    this.#message(channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: previous.ts,
      previous_message: previous,
      ts,
      event_ts: ts,
    });
  }

  /** A person or the bot reacted to a message, or took that back. */
  reactionChanged(
    type: 'reaction_added' | 'reaction_removed',
    channel: Channel,
    { message, user, name }: Reacting,
  ): void {
    const { bot, app, ids } = this.#workspace;
    if (!channel.members.has(bot.id) || !app.scopes.includes('reactions:read')) return;
    this.#send(type, {
      type,
      user,
      reaction: name,
      item_user: message.user,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      event_ts: ids.ts(),
    });
  }

  /** A person opened the app's Home, or its messages. */
  homeOpened(user: string, tab: 'home' | 'messages'): void {
    const view = this.#workspace.homes.get(user);
    this.#send('app_home_opened', {
      type: 'app_home_opened',
      user,
      channel: this.#workspace.im(user)?.id,
      tab,
      ...(tab === 'home' && view && { view: viewToPayload(view) }),
      event_ts: this.#workspace.ids.ts(),
    });
  }

  /** The app was taken out of the workspace, by a person or by itself. */
  uninstalled(): void {
    const { bot, ids } = this.#workspace;
    const tokens = { oauth: [], bot: [bot.id] };
    this.#send('tokens_revoked', { type: 'tokens_revoked', tokens, event_ts: ids.ts() });
    this.#send('app_uninstalled', { type: 'app_uninstalled', event_ts: ids.ts() });
  }

  #fileShared(channel: Channel, user: string, id: string): void {
    const { bot, app, ids } = this.#workspace;
    if (!channel.members.has(bot.id) || !app.scopes.includes('files:read')) return;
    this.#send('file_shared', {
      type: 'file_shared',
      channel_id: channel.id,
      file_id: id,
      user_id: user,
      file: { id },
      event_ts: ids.ts(),
    });
  }

  #mention(channel: Channel, message: Message): void {
    const { bot, app } = this.#workspace;
    // Conversations with the bot never make mentions: https://docs.slack.dev/reference/events/app_mention
    if (channel.kind === 'im' || !channel.members.has(bot.id)) return;
    if (message.user === bot.id || !mentions(message, this.#workspace)) return;
    if (!app.scopes.includes('app_mentions:read')) return;
    const { ts } = message;
    this.#send('app_mention', {
      ...message,
      type: 'app_mention',
      channel: channel.id,
      event_ts: ts,
    });
  }

  #message(channel: Channel, event: Record<string, unknown>): void {
    const { bot, app } = this.#workspace;
    if (!channel.members.has(bot.id)) return;
    const plural = channel.kind === 'im' ? 'im' : 'channels';
    if (!app.scopes.includes(`${plural}:history`)) return;
    const { kind } = channel;
    this.#send(`message.${plural}`, { ...event, channel: channel.id, channel_type: kind });
  }

  /** Source of the wrapping: https://docs.slack.dev/apis/events-api/#callback-field */
  #send(subscription: string, event: Record<string, unknown>): void {
    const { app, appId, team, bot, clock, ids, isInstalled } = this.#workspace;
    if (!isInstalled || !app.botEvents.includes(subscription)) return;
    this.#dispatcher.event({
      token: 'fake-slack',
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: Math.floor(clock() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: bot.id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: ids.next('4-'),
    });
  }
}

function mentions({ text }: Message, { bot }: Workspace): boolean {
  return text.includes(`<@${bot.id}>`);
}
