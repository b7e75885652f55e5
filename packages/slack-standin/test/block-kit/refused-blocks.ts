import {
  actions,
  button,
  feedback,
  input,
  many,
  mrkdwn,
  option,
  plain,
  rich,
  x,
} from './sample-blocks.ts';

/** Blocks that Slack refuses, with its words. */
export const refused: [what: string, message: string, ...blocks: unknown[]][] = [
  ['no block', 'must provide an object [json-pointer:/blocks/0]', null],
  ['a block without type', 'missing required field: type [json-pointer:/blocks/0]', {}],
  ['an unknown block', 'unsupported type: nope [json-pointer:/blocks/0/type]', { type: 'nope' }],
  [
    'a type named like an object’s own method',
    'unsupported type: toString [json-pointer:/blocks/0/type]',
    { type: 'toString' },
  ],
  [
    'an unknown field',
    'invalid additional property: colour [json-pointer:/blocks/0]',
    { type: 'divider', colour: 'red' },
  ],
  [
    'an empty section',
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
    { type: 'section' },
  ],
  [
    'a long section',
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    { type: 'section', text: mrkdwn(x(3001)) },
  ],
  [
    'an empty text',
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    { type: 'section', text: mrkdwn('') },
  ],
  [
    '11 fields',
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    { type: 'section', fields: many(11, () => mrkdwn('x')) },
  ],
  [
    'a long field',
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    { type: 'section', fields: [mrkdwn(x(2001))] },
  ],
  [
    'a header in mrkdwn',
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    { type: 'header', text: mrkdwn('x') },
  ],
  [
    'a long header',
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    { type: 'header', text: plain(x(151)) },
  ],
  [
    'an empty context',
    'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
    { type: 'context', elements: [] },
  ],
  [
    '26 buttons',
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    actions(...many(26, (index) => button({ action_id: `a${index}` }))),
  ],
  [
    'a long button',
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    actions({ ...button(), text: plain(x(76)) }),
  ],
  [
    'a long button value',
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    actions(button({ value: x(2001) })),
  ],
  [
    'a script as an address',
    'must be a valid http(s) url [json-pointer:/blocks/0/elements/0/url]',
    actions(button({ url: 'javascript:alert(1)' })),
  ],
  [
    'six overflow options',
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    actions({ type: 'overflow', options: many(6, (i) => option(`o${i}`)) }),
  ],
  [
    'a long option value',
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
    actions({ type: 'static_select', options: [{ text: plain('x'), value: x(151) }] }),
  ],
  [
    'a menu without options',
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
    actions({ type: 'static_select' }),
  ],
  [
    'feedback buttons among actions',
    'unsupported type: feedback_buttons [json-pointer:/blocks/0/elements/0/type]',
    actions({ type: 'feedback_buttons' }),
  ],
  [
    'an empty rich text element',
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    rich({ type: 'text', text: '' }),
  ],
  [
    'an empty rich text block',
    'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
    { type: 'rich_text', elements: [] },
  ],
  [
    'an unknown rich text element',
    'unsupported type: mention [json-pointer:/blocks/0/elements/0/elements/0/type]',
    rich({ type: 'mention' }),
  ],
  [
    'a link without an address',
    'missing required field: url [json-pointer:/blocks/0/elements/0/elements/0]',
    rich({ type: 'link', text: 'x' }),
  ],
  [
    'feedback without a value',
    'missing required field: value [json-pointer:/blocks/0/elements/0/negative_button]',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: feedback('+'),
          negative_button: { text: plain('Bad') },
        },
      ],
    },
  ],
  [
    'another icon',
    'must be one of: trash [json-pointer:/blocks/0/elements/0/icon]',
    {
      type: 'context_actions',
      elements: [{ type: 'icon_button', icon: 'star', text: plain('x') }],
    },
  ],
  [
    'an input without a label',
    'missing required field: label [json-pointer:/blocks/0]',
    { type: 'input', element: { type: 'plain_text_input' } },
  ],
  [
    'an image without alt text',
    'missing required field: alt_text [json-pointer:/blocks/0]',
    { type: 'image', image_url: 'https://example.org/a.png' },
  ],
  [
    'two blocks with one id',
    '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
    { type: 'divider', block_id: 'a' },
    { type: 'divider', block_id: 'a' },
  ],
  [
    'two buttons with one id',
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
  ],
  [
    'a long block_id',
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    { type: 'divider', block_id: x(256) },
  ],
  [
    'two tables',
    'only_one_table_allowed [json-pointer:/blocks]',
    { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
    { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
  ],
  [
    'much markdown in several blocks',
    'markdown blocks must be less than 12001 characters together [json-pointer:/blocks]',
    { type: 'markdown', text: x(6001) },
    { type: 'markdown', text: x(6001) },
  ],
  [
    'a grave alert of an unknown kind',
    'must be one of: default, info, warning, error, success [json-pointer:/blocks/0/level]',
    { type: 'alert', text: plain('x'), level: 'grave' },
  ],
  [
    'an empty card',
    'must define at least one of: hero_image, title, actions, body [json-pointer:/blocks/0]',
    { type: 'card', subtitle: plain('x') },
  ],
  [
    'a card with four buttons',
    'no more than 3 items allowed [json-pointer:/blocks/0/actions]',
    { type: 'card', actions: many(4, (index) => button({ action_id: `a${index}` })) },
  ],
  [
    '11 cards',
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    { type: 'carousel', elements: many(11, () => ({ type: 'card', body: plain('x') })) },
  ],
  [
    'a container without a title',
    'must define at least one of: title, rich_text_title [json-pointer:/blocks/0]',
    { type: 'container', child_blocks: [{ type: 'divider' }] },
  ],
  [
    'a container within a container',
    'unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]',
    { type: 'container', title: plain('x'), child_blocks: [{ type: 'container' }] },
  ],
  [
    'one block_id inside a container and beside it',
    '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    { type: 'container', title: plain('x'), child_blocks: [{ type: 'divider', block_id: 'b' }] },
    { type: 'divider', block_id: 'b' },
  ],
  [
    'a field for files, which only views have',
    'unsupported type: file_input [json-pointer:/blocks/0/element/type]',
    input({ type: 'file_input' }),
  ],
];
