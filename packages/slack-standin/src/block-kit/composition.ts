import {
  all,
  type Check,
  fields,
  flag,
  isObject,
  list,
  oneOf,
  string,
  typed,
  url,
} from './check.ts';
import { limits } from './limits.ts';

/** A plain_text object. Source: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(max: number): Check {
  return typed({ plain_text: fields({ text: string({ max }) }, { emoji: flag }) });
}

/** A plain_text or mrkdwn object. */
export function textObject(max: number): Check {
  return typed({
    plain_text: fields({ text: string({ max }) }, { emoji: flag }),
    mrkdwn: fields({ text: string({ max }) }, { verbatim: flag }),
  });
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm = fields(
  { text: textObject(limits.confirmText) },
  {
    title: plainText(limits.confirmTitle),
    confirm: plainText(limits.confirmButton),
    deny: plainText(limits.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
function optionWith(text: Check): Check {
  return fields(
    { text },
    {
      value: string({ min: 0, max: limits.optionValue }),
      description: text,
      url: url(limits.url),
    },
  );
}

/** An option of a select or overflow menu: plain text only. */
export const plainOption = optionWith(plainText(limits.optionText));

/** An option of checkboxes or radio buttons, which may be mrkdwn. */
export const anyOption = optionWith(textObject(limits.optionText));

const optionGroup = fields({
  label: plainText(limits.optionGroupLabel),
  options: list(plainOption, { max: limits.optionsPerSelect }),
});

/** The fields of a menu with fixed options: either `options` or `option_groups`, not both. */
export const staticOptions = {
  options: list(plainOption, { max: limits.optionsPerSelect }),
  option_groups: list(optionGroup, { max: limits.optionGroups }),
};

/** Refuses an object that has none, or more than one, of two alternative fields. */
export function either(one: string, other: string): Check {
  return (value, at, report) => {
    if (!isObject(value)) return;
    if ((value[one] === undefined) !== (value[other] === undefined)) return;
    const message = `must define either \`${one}\` or \`${other}\``;
    report({ pointer: at, message, constraint: 'required' });
  };
}

const slackFile: Check = all(
  either('id', 'url'),
  fields({}, { id: string(), url: url(limits.url) }),
);

/** The source of an image: an address, or a file of the workspace. */
export const imageSource = { image_url: url(limits.url), slack_file: slackFile };

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
export const dispatchConfig = fields(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) },
);

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
export const conversationFilter = fields(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);
