import type { Example, Message, Notice, SuggestedPrompts, User, View } from '../wire.ts';
import { type AppConfig, openApp } from './app-config.ts';
import { Changes } from './changes.ts';
import { Ids } from './ids.ts';
import { isReply } from './message.ts';
import {
  type ChannelConfig,
  idFor,
  type PersonConfig,
  personOf,
  type RosterConfig,
  sampleRoster,
  type Team,
  teamOf,
} from './roster.ts';
import { Statuses } from './statuses.ts';

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

/** How a workspace begins. */
export interface WorkspaceConfig extends RosterConfig {
  /** Milliseconds since 1970; timestamps and expiries follow it, timeouts run in real time. */
  readonly clock?: () => number;
  /** What the app declares; parts left out are those of `openApp`. */
  readonly app?: Partial<AppConfig>;
  /** What the page proposes to people who do not know the app yet. */
  readonly examples?: readonly Example[];
}

/** The whole state of the fake Slack's workspace, in memory, with one app installed. */
export class Workspace {
  readonly changes = new Changes();
  readonly clock: () => number;
  readonly ids: Ids;
  readonly team: Team;
  /** What the app declares; the scopes are those that this team granted. */
  app: AppConfig;
  /** Whether the app is installed here: only then does it hear of anything. */
  isInstalled = false;
  readonly appId: string;
  readonly botId: string;
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

  /**
   * `ids` are shared by the workspaces of one fake Slack, and `suffix` tells apart what has the same
   * name in several of them.
   */
  constructor(config: WorkspaceConfig = {}, ids?: Ids, suffix = '') {
    const { clock = Date.now, examples = [], app, team, people, channels } = config;
    this.clock = clock;
    this.app = { ...openApp, ...app };
    this.examples = examples;
    this.ids = ids ?? new Ids(clock);
    this.statuses = new Statuses(clock, this.changes);
    this.team = teamOf(team ?? sampleRoster.team);
    this.appId = idFor('A', this.app.name);
    const { name } = this.app;
    this.botId = idFor('B', name + suffix);
    const at = new Date(clock());
    const person = (one: PersonConfig) =>
      personOf({ id: idFor('U', one.name + suffix), ...one }, this.team.id, at);
    this.bot = { ...person({ name }), is_bot: true };
    const everybody = (people ?? sampleRoster.people).map(person);
    this.users = [...everybody, this.bot];
    this.channels = [
      ...(channels ?? sampleRoster.channels).map((one) =>
        this.#publicChannel({ id: idFor('C', one.name + suffix), ...one }, everybody),
      ),
      ...everybody.map((one) => this.#conversation(one)),
    ];
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

  #publicChannel({ id = '', name, bot = true }: ChannelConfig, people: readonly User[]): Channel {
    const members = people.map((person) => person.id);
    return {
      ...this.#emptyPlace(),
      id,
      name,
      kind: 'channel',
      members: new Set(bot ? [...members, this.bot.id] : members),
    };
  }

  #conversation({ id, name }: User): Channel {
    const members = new Set([id, this.bot.id]);
    return { ...this.#emptyPlace(), id: id.replace(/^U/, 'D'), name, kind: 'im', members };
  }

  #emptyPlace(): Pick<Channel, 'created' | 'is_archived' | 'messages'> {
    return { created: Math.floor(this.clock() / 1000), is_archived: false, messages: [] };
  }
}
