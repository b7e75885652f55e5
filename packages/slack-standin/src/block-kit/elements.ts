import { all, type Check, fields, flag, list, number, oneOf, string, url } from './check.ts';
import {
  anyOption,
  confirm,
  conversationFilter,
  dispatchConfig,
  either,
  imageSource,
  plainOption,
  plainText,
  staticOptions,
} from './composition.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';

const action = { action_id: string({ max: limits.actionId }) };
const label = { accessibility_label: string({ max: limits.accessibilityLabel }) };
const focus = { focus_on_load: flag };
const placeholder = { placeholder: plainText(limits.placeholder) };
const picker = { ...action, ...focus, ...placeholder, confirm };
const typing = { ...action, ...focus, ...placeholder, dispatch_action_config: dispatchConfig };
const many = { max_selected_items: number({ min: 1 }) };
const ids = list(string());

const button = fields(
  { text: plainText(limits.buttonText) },
  {
    ...action,
    ...label,
    confirm,
    value: string({ min: 0, max: limits.buttonValue }),
    url: url(limits.url),
    style: oneOf('primary', 'danger'),
  },
);

const feedbackButton = fields(
  {
    text: plainText(limits.feedbackText),
    value: string({ max: limits.feedbackValue }),
  },
  label,
);

const choices = list(anyOption, { max: limits.choiceOptions });

const staticSelect = all(
  fields({}, { ...picker, ...staticOptions, initial_option: plainOption }),
  either('options', 'option_groups'),
);

const multiStaticSelect = all(
  fields({}, { ...picker, ...many, ...staticOptions, initial_options: list(plainOption) }),
  either('options', 'option_groups'),
);

const conversations = { default_to_current_conversation: flag, filter: conversationFilter };
const answerable = { response_url_enabled: flag };

/** Menus, one for each kind of thing that can be chosen. Source: https://docs.slack.dev/reference/block-kit/block-elements */
const selects: Record<string, Check> = {
  static_select: staticSelect,
  external_select: fields(
    {},
    { ...picker, initial_option: plainOption, min_query_length: number() },
  ),
  users_select: fields({}, { ...picker, initial_user: string() }),
  conversations_select: fields(
    {},
    { ...picker, ...conversations, ...answerable, initial_conversation: string() },
  ),
  channels_select: fields({}, { ...picker, ...answerable, initial_channel: string() }),
  multi_static_select: multiStaticSelect,
  multi_external_select: fields(
    {},
    { ...picker, ...many, initial_options: list(plainOption), min_query_length: number() },
  ),
  multi_users_select: fields({}, { ...picker, ...many, initial_users: ids }),
  multi_conversations_select: fields(
    {},
    { ...picker, ...many, ...conversations, initial_conversations: ids },
  ),
  multi_channels_select: fields({}, { ...picker, ...many, initial_channels: ids }),
};

/** Pickers and boxes that both messages and forms may hold. */
const pickers: Record<string, Check> = {
  ...selects,
  checkboxes: fields(
    { options: choices },
    { ...action, ...focus, confirm, initial_options: choices },
  ),
  radio_buttons: fields(
    { options: choices },
    { ...action, ...focus, confirm, initial_option: anyOption },
  ),
  datepicker: fields({}, { ...picker, initial_date: string({ pattern: /^\d{4}-\d\d-\d\d$/ }) }),
  timepicker: fields(
    {},
    { ...picker, initial_time: string({ pattern: /^\d\d:\d\d$/ }), timezone: string() },
  ),
  datetimepicker: fields({}, { ...action, ...focus, confirm, initial_date_time: number() }),
};

/** What may stand in an actions block or beside a section. */
export const actionElements: Record<string, Check> = {
  ...pickers,
  button,
  overflow: fields(
    { options: list(plainOption, { max: limits.overflowOptions }) },
    { ...action, confirm },
  ),
};

/** What may stand in a context_actions block. Source: https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const contextActionElements: Record<string, Check> = {
  feedback_buttons: fields(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    action,
  ),
  icon_button: fields(
    { icon: oneOf('trash'), text: plainText(limits.buttonText) },
    {
      ...action,
      ...label,
      confirm,
      value: string({ min: 0, max: limits.buttonValue }),
      visible_to_user_ids: ids,
    },
  ),
};

/** An image inside another block. */
export const imageElement: Check = all(
  fields({ alt_text: string({ max: limits.imageAlt }) }, imageSource),
  either('image_url', 'slack_file'),
);

/** What may stand in an input block. Source: https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputElements: Record<string, Check> = {
  ...pickers,
  plain_text_input: fields(
    {},
    {
      ...typing,
      initial_value: string({ min: 0, max: limits.plainTextInput }),
      multiline: flag,
      min_length: number({ min: 0, max: limits.plainTextInput }),
      max_length: number({ min: 1, max: limits.plainTextInput }),
    },
  ),
  email_text_input: fields({}, { ...typing, initial_value: string() }),
  url_text_input: fields({}, { ...typing, initial_value: string() }),
  number_input: fields(
    { is_decimal_allowed: flag },
    { ...typing, initial_value: string(), min_value: string(), max_value: string() },
  ),
  rich_text_input: fields(
    {},
    { ...typing, initial_value: richText, min_lines: number(), max_lines: number() },
  ),
};

/** A field for files, which only views have. Source: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export const fileInput: Check = fields(
  {},
  { ...action, filetypes: list(string()), max_files: number({ min: 1, max: limits.inputFiles }) },
);
