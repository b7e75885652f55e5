import type { KnownBlock, PlainTextElement } from '@slack/types';

/** A person or the bot, as the server tells of them. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly real_name: string;
  readonly is_bot: boolean;
  readonly tz: string;
}

/** A file that a message shares. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly pretty_type: string;
  readonly size: number;
  readonly alt_txt?: string;
}

/** A message as this person sees it; ephemeral ones of others are never among them. */
export interface Message {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly username?: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly ephemeral_to?: string;
  readonly edited?: unknown;
  readonly files?: readonly FileView[];
  readonly subtype?: string;
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly reply_count?: number;
}

/** What the app says it is doing in a thread. */
export interface Status {
  readonly thread_ts: string;
  readonly status: string;
  /** Shown in turn instead of the status. */
  readonly loading_messages: readonly string[];
}

/** A channel or a direct message with all its messages, threads among them, oldest first. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly is_member: boolean;
  readonly bot_is_member: boolean;
  readonly messages: readonly Message[];
  /** What the app says it is doing, by thread: "is thinking…". */
  readonly statuses?: readonly Status[];
  /** How the app calls threads. */
  readonly titles?: readonly { readonly thread_ts: string; readonly title: string }[];
  /** What the app suggests to write in this conversation. */
  readonly suggested_prompts?: {
    readonly title?: string;
    readonly prompts: readonly { readonly title: string; readonly message: string }[];
  } | null;
}

/** What a person chose or typed in one element, in the shape that Slack's `view.state` has. */
export interface ElementValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: unknown;
  readonly selected_options?: readonly unknown[];
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_channel?: string | null;
  readonly selected_user?: string | null;
  readonly selected_conversations?: readonly string[];
  readonly selected_channels?: readonly string[];
  readonly selected_users?: readonly string[];
  /** Seconds since 1970. */
  readonly selected_date_time?: number | null;
  readonly files?: readonly FileView[];
}

/** Element values by block id, then by action id. */
export type ElementValues = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;

/** A modal or Home view: Slack's payload, and the errors that its last submission got. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title?: PlainTextElement;
  readonly blocks: readonly KnownBlock[];
  readonly submit?: PlainTextElement | null;
  readonly close?: PlainTextElement | null;
  readonly state?: { readonly values: ElementValues };
  readonly errors?: Readonly<Record<string, string>>;
}

/** A slash command that the app declares. */
export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

/** A shortcut that the app declares. */
export interface Shortcut {
  readonly callback_id: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

/** A line from the stand-in itself, such as "the app did not respond". */
export interface Notice {
  readonly id: string;
  readonly channel?: string;
  readonly text: string;
}

/** Something worth typing, and what one gets to see then. */
export interface Example {
  readonly text: string;
  readonly what: string;
}

/** Everything that one person can see. */
export interface PageState {
  readonly team: { readonly id: string; readonly name: string };
  readonly me: User;
  readonly users: readonly User[];
  readonly channels: readonly ChannelView[];
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly examples: readonly Example[];
  readonly modals: readonly View[];
  readonly home: View | null;
  readonly notices: readonly Notice[];
}
