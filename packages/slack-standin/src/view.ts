import type { KnownBlock, PlainTextElement } from '@slack/types';

/** What a person entered in one input, in the shape Slack sends it to the app. */
export interface InputValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: Record<string, unknown> | null;
  readonly selected_options?: readonly Record<string, unknown>[];
  readonly selected_conversation?: string | null;
  readonly selected_channel?: string | null;
  readonly selected_user?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
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
