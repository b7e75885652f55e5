import type { AppConfig } from './app-config.ts';
import { Changes } from './changes.ts';
import { Ids } from './ids.ts';
import { isReply, type Message } from './message.ts';
import { roster, type User } from './roster.ts';
import { Statuses } from './statuses.ts';
import type { View } from './view.ts';

/** A place where messages stand: a public channel, or a person's conversation with the bot. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly members: Set<string>;
  readonly created: number;
  is_archived: boolean;
  messages: Message[];
}

/** What Slack itself would tell a person, such as that a command failed. */
export interface Notice {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly text: string;
}

/** The prompts that the app suggests in a conversation. */
export interface SuggestedPrompts {
  readonly title?: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** Something worth typing for somebody who tries the app: a command, a mention or a message. */
export interface Example {
  /** Begins with `/` for a command, and with `@` for a mention of the bot. */
  readonly text: string;
  /** What one gets to see. */
  readonly what: string;
}

/** The whole state of the pretended Slack workspace, in memory, with one app installed. */
export class Workspace {
  readonly changes = new Changes();
  readonly clock: () => number;
  readonly ids: Ids;
  readonly team = roster.team;
  readonly app: AppConfig;
  readonly appId = roster.appId;
  readonly botId = roster.botId;
  readonly bot: User;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** Each person's stack of open modals, the top one last. */
  readonly modals = new Map<string, View[]>();
  readonly homes = new Map<string, View>();
  readonly statuses: Statuses;
  /** By the id of the conversation. */
  readonly prompts = new Map<string, SuggestedPrompts>();
  /** The titles that the app gave to threads, by `channel:thread`. */
  readonly titles = new Map<string, string>();
  readonly examples: readonly Example[];
  /** The options that the app has suggested for an element, as it stands in a message or view. */
  readonly suggested = new WeakMap<object, readonly Readonly<Record<string, unknown>>[]>();
  notices: readonly Notice[] = [];

  constructor({
    clock,
    app,
    examples = [],
  }: {
    clock: () => number;
    app: AppConfig;
    examples?: readonly Example[];
  }) {
    this.clock = clock;
    this.app = app;
    this.examples = examples;
    this.ids = new Ids(clock);
    this.statuses = new Statuses(clock, this.changes);
    this.bot = {
      id: roster.botUserId,
      team_id: roster.team.id,
      name: app.name,
      real_name: app.name,
      is_bot: true,
      tz: 'Etc/UTC',
      tz_offset: 0,
    };
    this.users = [...roster.people, this.bot];
    this.channels = [...this.#publicChannels(), ...this.#conversations()];
  }

  /** The channel with this id, or with this name (`#general` or `general`). */
  channel(idOrName: string): Channel | undefined {
    const name = idOrName.replace(/^#/, '');
    return this.channels.find(
      (channel) => channel.id === idOrName || (channel.kind === 'channel' && channel.name === name),
    );
  }

  /** The user with this id or name. */
  user(idOrName: string): User | undefined {
    return this.users.find((user) => user.id === idOrName || user.name === idOrName);
  }

  /** A person's direct conversation with the bot. */
  im(user: string): Channel | undefined {
    const id = this.user(user)?.id;
    if (id === undefined || id === this.bot.id) return undefined;
    return this.channels.find(({ kind, members }) => kind === 'im' && members.has(id));
  }

  /** The message with this timestamp. */
  message(channel: string, ts: string): Message | undefined {
    return this.channel(channel)?.messages.find((message) => message.ts === ts);
  }

  /** A thread's messages, the first one included; ephemeral ones too. */
  thread(channel: string, ts: string): Message[] {
    const messages = this.channel(channel)?.messages ?? [];
    return messages.filter((message) => message.ts === ts || message.thread_ts === ts);
  }

  /** The view with this id, wherever it is open. */
  view(id: string): View | undefined {
    const open = [...this.modals.values()].flat();
    return [...open, ...this.homes.values()].find((view) => view.id === id);
  }

  /** Adds a message, and counts it in its thread. */
  add(channel: Channel, message: Message): void {
    channel.messages.push(message);
    if (message.bot_id) this.statuses.clear(channel.id, message.thread_ts ?? message.ts);
    if (isReply(message) && message.ephemeral_to === undefined) {
      this.#count(channel, message.thread_ts ?? '');
    }
    this.changes.emit();
  }

  /** Takes a message away. */
  drop(channel: Channel, ts: string): void {
    const message = channel.messages.find((one) => one.ts === ts);
    channel.messages = channel.messages.filter((one) => one.ts !== ts);
    if (message && isReply(message)) this.#count(channel, message.thread_ts ?? '');
    this.changes.emit();
  }

  /** Tells a person something in Slack's own voice. */
  tell(user: string, channel: string, text: string): void {
    this.notices = [...this.notices, { id: this.ids.next('N'), user, channel, text }];
    this.changes.emit();
  }

  /** Takes a notice away after the person has read it. */
  dismiss(user: string, id: string): void {
    this.notices = this.notices.filter((notice) => notice.user !== user || notice.id !== id);
    this.changes.emit();
  }

  #count(channel: Channel, ts: string): void {
    const first = channel.messages.find((message) => message.ts === ts);
    if (!first) return;
    const replies = channel.messages.filter(
      (one) => one.thread_ts === ts && one.ts !== ts && one.ephemeral_to === undefined,
    );
    first.thread_ts = ts;
    first.reply_count = replies.length;
    first.reply_users = [...new Set(replies.map(({ user }) => user))];
    first.latest_reply = replies.at(-1)?.ts ?? ts;
  }

  #publicChannels(): Channel[] {
    const people = roster.people.map(({ id }) => id);
    return roster.channels.map(({ id, name, hasBot }) => ({
      id,
      name,
      kind: 'channel',
      members: new Set(hasBot ? [...people, this.bot.id] : people),
      created: Math.floor(this.clock() / 1000),
      is_archived: false,
      messages: [],
    }));
  }

  #conversations(): Channel[] {
    return roster.people.map(({ id, name }) => ({
      id: id.replace(/^U/, 'D'),
      name,
      kind: 'im',
      members: new Set([id, this.bot.id]),
      created: Math.floor(this.clock() / 1000),
      is_archived: false,
      messages: [],
    }));
  }
}
