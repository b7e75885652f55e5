import {
  type Check,
  fields,
  flag,
  isObject,
  list,
  number,
  oneOf,
  string,
  typed,
  url,
} from './check.ts';
import { limits } from './limits.ts';

const style = fields(
  {},
  { bold: flag, italic: flag, strike: flag, code: flag, underline: flag, highlight: flag },
);
const styled = { style };
const id = string();

const citation = fields(
  { url: url(limits.url), text: string(), index: number({ min: 0 }) },
  { details: isObjectCheck, from_llm: flag, is_slack_url: flag },
);

/** What may stand in a line of rich text. Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const inline = {
  text: fields({ text: string() }, styled),
  link: fields({ url: url(limits.url) }, { ...styled, text: string(), unsafe: flag }),
  user: fields({ user_id: id }, styled),
  usergroup: fields({ usergroup_id: id }, styled),
  channel: fields({ channel_id: id }, styled),
  team: fields({ team_id: id }, styled),
  broadcast: fields({ range: oneOf('here', 'channel', 'everyone') }, styled),
  emoji: fields({ name: string() }, { ...styled, unicode: string(), skin_tone: number() }),
  color: fields({ value: string() }, styled),
  date: fields(
    { timestamp: number(), format: string() },
    { ...styled, url: url(limits.url), fallback: string() },
  ),
  citation,
};

// Sections may be empty, unlike the block itself: https://github.com/slackapi/python-slack-sdk/pull/1576
const line = list(typed(inline), { min: 0 });
const border = oneOf(0, 1);
const section = fields({ elements: line });

/** A rich_text block: sections, lists, quotes and preformatted text. */
export const richText: Check = fields(
  {
    elements: list(
      typed({
        rich_text_section: section,
        rich_text_quote: fields({ elements: line }, { border }),
        rich_text_preformatted: fields(
          { elements: list(typed({ text: inline.text, link: inline.link }), { min: 0 }) },
          { border, language: string() },
        ),
        rich_text_list: fields(
          {
            elements: list(typed({ rich_text_section: section }), { min: 0 }),
            style: oneOf('bullet', 'ordered'),
          },
          {
            indent: number({ min: 0, max: limits.listIndent }),
            offset: number({ min: 0 }),
            border,
          },
        ),
      }),
    ),
  },
  { block_id: string({ max: limits.blockId }) },
);

function isObjectCheck(...[value, at, report]: Parameters<Check>): void {
  if (isObject(value)) return;
  report({ pointer: at, message: 'must provide an object', constraint: 'type' });
}
