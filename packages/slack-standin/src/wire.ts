/** What travels between the fake Slack, the app and the page, declared once. */
import type { KnownBlock, PlainTextElement } from '@slack/types';

/** A person or the bot. */
export interface User {
  readonly id: string;
  readonly team_id: string;
  readonly name: string;
  readonly real_name: string;
  readonly is_bot: boolean;
  readonly tz: string;
  readonly tz_offset: number;
  /** As `ru-RU`. */
  readonly locale: string;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly deleted?: boolean;
}

/** How Slack calls a kind of file. */
export interface FileType {
  readonly filetype: string;
  readonly pretty_type: string;
  readonly mimetype: string;
}

/** A file as Slack tells of it. Source: https://docs.slack.dev/reference/objects/file-object */
export interface FileRecord extends FileType {
  readonly id: string;
  readonly created: number;
  readonly timestamp: number;
  readonly name: string;
  readonly title: string;
  readonly user: string;
  readonly size: number;
  readonly mode: 'hosted';
  readonly editable: false;
  readonly is_external: false;
  readonly external_type: '';
  readonly is_public: boolean;
  readonly public_url_shared: false;
  readonly display_as_bot: false;
  readonly username: '';
  readonly url_private: string;
  readonly url_private_download: string;
  readonly permalink: string;
  readonly alt_txt?: string;
}

/** A message as Slack keeps it and as it travels in events and answers. */
export interface Message {
  readonly type: 'message';
  readonly ts: string;
  readonly team: string;
  user: string;
  text: string;
  thread_ts?: string;
  username?: string;
  bot_id?: string;
  app_id?: string;
  client_msg_id?: string;
  subtype?: string;
  blocks?: readonly KnownBlock[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  edited?: { user: string; ts: string };
  files?: readonly FileRecord[];
  upload?: boolean;
  reactions?: { name: string; users: string[]; count: number }[];
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  /** The one person who sees the message: such a message never reaches the history. */
  ephemeral_to?: string;
}

/** What a person entered in one input, in the shape Slack sends it to the app. */
export interface InputValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: Record<string, unknown> | null;
  readonly selected_options?: readonly Record<string, unknown>[];
  readonly selected_conversation?: string | null;
  readonly selected_channel?: string | null;
  readonly selected_user?: string | null;
  readonly selected_conversations?: readonly string[];
  readonly selected_channels?: readonly string[];
  readonly selected_users?: readonly string[];
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  /** Seconds since 1970. */
  readonly selected_date_time?: number | null;
  readonly files?: readonly FileRecord[];
  readonly [field: string]: unknown;
}

/** Inputs by `block_id`, then `action_id`. */
export type InputValues = Record<string, Record<string, InputValue>>;

/** A modal or Home tab as Slack keeps it. Source: https://docs.slack.dev/reference/views */
export interface View {
  readonly id: string;
  readonly team_id: string;
  readonly app_id: string;
  readonly bot_id: string;
  type: 'modal' | 'home';
  blocks: KnownBlock[];
  title?: PlainTextElement;
  submit: PlainTextElement | null;
  close: PlainTextElement | null;
  callback_id: string;
  private_metadata: string;
  external_id: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  state: { values: InputValues };
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  /** What the app found wrong with the last submission, by `block_id`: shown under the inputs. */
  errors?: Record<string, string>;
}

/** A slash command that the app declares. */
export interface CommandConfig {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

/** A shortcut that the app declares: in a message's menu, or beside the message box. */
export interface ShortcutConfig {
  readonly callback_id: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

/** What Slack itself would tell a person, such as that a command failed. */
export interface Notice {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly text: string;
}

/** What the app says it is doing in a thread: "is thinking…". */
export interface Status {
  readonly channel: string;
  readonly thread_ts: string;
  readonly status: string;
  /** Shown in turn instead of the status. */
  readonly loading_messages: readonly string[];
}

/** The prompts that the app suggests in a conversation. */
export interface SuggestedPrompts {
  readonly title?: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** Something worth typing when the app is tried: a command, a mention or a message. */
export interface Example {
  /** Begins with `/` for a command, and with `@` for a mention of the bot. */
  readonly text: string;
  /** What one gets to see. */
  readonly what: string;
}

/** A channel or a direct message with all its messages, threads among them, oldest first. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly is_member: boolean;
  readonly bot_is_member: boolean;
  readonly messages: readonly Message[];
  /** What the app says it is doing, by thread. */
  readonly statuses: readonly Status[];
  /** What the app calls threads. */
  readonly titles: readonly { readonly thread_ts: string; readonly title: string }[];
  /** What the app suggests to write in this conversation. */
  readonly suggested_prompts: SuggestedPrompts | null;
}

/** Everything that one person can see. */
export interface PageState {
  /** All teams of the fake Slack, this one among them. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly team: { readonly id: string; readonly name: string };
  readonly me: User;
  readonly users: readonly User[];
  readonly channels: readonly ChannelView[];
  readonly commands: readonly CommandConfig[];
  readonly shortcuts: readonly ShortcutConfig[];
  readonly examples: readonly Example[];
  readonly modals: readonly View[];
  readonly home: View | null;
  readonly notices: readonly Notice[];
}

/** Where the element stands that was used on the page. */
export type Container =
  | { readonly type: 'message'; readonly channel: string; readonly ts: string }
  | { readonly type: 'view'; readonly view_id: string };

/** What a person did to one element of a block on the page. */
export interface BlockAction {
  readonly block_id: string;
  readonly action_id: string;
  readonly element_type: string;
  readonly [chosen: string]: unknown;
}

/** A message, and who does something with it. */
export interface MessageRef {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}
