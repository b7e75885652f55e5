import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemToMessage } from '../../../src/standin/block-kit/check.ts';
import { refuseMessage, textLength } from '../../../src/standin/block-kit/message-check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (length: number) => 'x'.repeat(length);
const many = <T>(length: number, item: (index: number) => T) =>
  Array.from({ length }, (_, i) => item(i));
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const option = (value: string) => ({ text: plain(value), value });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const input = (element: object) => ({ type: 'input', label: plain('Label'), element });
const feedback = (value: string) => ({ text: plain('Good'), value });

const accepted: [what: string, ...blocks: object[]][] = [
  ['a divider', { type: 'divider' }],
  ['a section', { type: 'section', text: mrkdwn(x(3000)), expand: true }],
  ['a section with fields only', { type: 'section', fields: many(10, () => mrkdwn(x(200))) }],
  ['a section with a button', { type: 'section', text: plain('x'), accessory: button() }],
  ['a header', { type: 'header', text: plain(x(150)) }],
  ['a context line', { type: 'context', elements: many(10, () => mrkdwn('x')) }],
  ['25 buttons', actions(...many(25, (index) => button({ action_id: `a${index}` })))],
  ['a link button', actions(button({ url: 'https://example.org', style: 'primary' }))],
  ['an overflow menu', actions({ type: 'overflow', options: many(5, (i) => option(`o${i}`)) })],
  ['a menu', actions({ type: 'static_select', options: [option('a')] })],
  ['a picker of dates', actions({ type: 'datepicker', initial_date: '2026-11-22' })],
  [
    'grouped options',
    actions({
      type: 'static_select',
      option_groups: [{ label: plain('G'), options: [option('a')] }],
    }),
  ],
  [
    'rich text with every inline element',
    rich(
      { type: 'text', text: 'x', style: { bold: true } },
      { type: 'link', url: 'https://example.org', text: 'x' },
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'broadcast', range: 'here' },
      { type: 'emoji', name: 'tada' },
      { type: 'color', value: '#fff' },
      { type: 'date', timestamp: 1_700_000_000, format: '{date}' },
    ),
  ],
  [
    'quotes, lists and preformatted text',
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'x' }], border: 1 },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
        },
      ],
    },
  ],
  [
    'feedback buttons',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: feedback('+'),
          negative_button: feedback('-'),
        },
        { type: 'icon_button', icon: 'trash', text: plain('Delete') },
      ],
    },
  ],
  ['an input', input({ type: 'plain_text_input', multiline: true })],
  ['an image', { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'A' }],
  ['markdown', { type: 'markdown', text: x(12_000) }],
  ['a table', { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }],
];

const refused: [what: string, message: string, ...blocks: unknown[]][] = [
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
];

describe('a message’s blocks', () => {
  it.each(accepted)('may be %s', (_what, ...blocks) => {
    expect(refuseMessage({ text: 'x', blocks })).toBeUndefined();
  });

  it.each(refused)('may not be %s', (_what, message, ...blocks) => {
    const refusal = refuseMessage({ text: 'x', blocks });
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.problems.map(problemToMessage)).toContain(`[ERROR] ${message}`);
  });

  it('may be 50, but not 51', () => {
    const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
    expect(refuseMessage({ text: 'x', blocks: dividers(50) })).toBeUndefined();
    expect(refuseMessage({ text: 'x', blocks: dividers(51) })?.error).toBe('invalid_blocks');
  });

  it('may hold 13,200 characters together, but not one more', () => {
    const blocks = (extra: number) => [
      ...many(4, () => ({ type: 'section', text: plain(x(3000)) })),
      { type: 'section', text: plain(x(1200 + extra)) },
    ];
    expect(refuseMessage({ text: 'x', blocks: blocks(0) })).toBeUndefined();
    expect(refuseMessage({ text: 'x', blocks: blocks(1) })?.error).toBe('msg_blocks_too_long');
  });

  it('are looked at without failing, whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const refusal = refuseMessage({ text: 'x', blocks: value });
        const isFine = Array.isArray(value) && value.length === 0;
        expect(refusal === undefined).toBe(isFine);
      }),
    );
  });

  it('are refused for exactly the texts of the wrong length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (length) => {
        const blocks = [{ type: 'section', text: mrkdwn(x(length)) }];
        const isFine = length >= 1 && length <= 3000;
        expect(refuseMessage({ text: 'x', blocks }) === undefined).toBe(isFine);
      }),
    );
  });

  it('count all their texts, however deep', () => {
    const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, (words) => {
        const blocks = [rich(...words.map((text) => ({ type: 'text', text })))];
        expect(textLength(blocks)).toBe(words.join('').length);
      }),
    );
  });
});
