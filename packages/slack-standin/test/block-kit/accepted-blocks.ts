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

/** Blocks that Slack takes. */
export const accepted: [what: string, ...blocks: object[]][] = [
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
  ['an alert', { type: 'alert', level: 'warning', text: mrkdwn(x(200)) }],
  [
    'a card',
    {
      type: 'card',
      icon: { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'A' },
      title: mrkdwn(x(150)),
      subtitle: plain(x(150)),
      body: mrkdwn(x(200)),
      actions: many(3, (index) => button({ action_id: `a${index}` })),
    },
  ],
  [
    'a carousel',
    { type: 'carousel', elements: many(10, () => ({ type: 'card', body: plain('x') })) },
  ],
  [
    'a container',
    {
      type: 'container',
      title: plain('x'),
      is_collapsible: true,
      child_blocks: [{ type: 'section', text: plain('x') }, actions(button())],
    },
  ],
  ['a table', { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }],
];
