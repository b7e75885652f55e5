import { expect, it } from '@jest/globals';
import type { BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Locator } from 'playwright-core';
import type { FakeSlack } from '../src/fake-slack.ts';
import { startSlack } from './support/bolt-bot.ts';
import {
  callAsBot,
  describeInBrowser,
  messageWith,
  startSlowPair,
  visit,
  wordsOf,
} from './support/page-visit.ts';

const channel = 'C0GENERAL';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text }) as const;
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

/** Posts blocks as the bot and opens the page on them. */
async function show(blocks: readonly unknown[], slack?: FakeSlack): Promise<Locator> {
  const to = slack ?? (await startSlack());
  await callAsBot(to, 'chat.postMessage', { channel, text: 'fallback', blocks });
  const page = await visit(to, '/?user=ada');
  return page.getByTestId('message-content');
}

/** A bot that notes what is done to its blocks, and says in the channel that it did. */
async function startNotingBot(): Promise<{ slack: FakeSlack; noted: BlockAction['actions'] }> {
  const noted: BlockAction['actions'] = [];
  const slack = await startSlowPair((app) => {
    app.action<BlockAction>(/.*/, async ({ ack, action, client }) => {
      await ack();
      noted.push(action);
      await client.chat.postMessage({ channel, text: `noted ${noted.length}` });
    });
  });
  return { slack, noted };
}

describeInBrowser('blocks on the page', () => {
  it('show rich text with its typed elements, and its text literally', async () => {
    const content = await show([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'bold', style: { bold: true, italic: true } },
              { type: 'text', text: ' *literal* <!channel> ' },
              { type: 'user', user_id: 'U0ADA' },
              { type: 'channel', channel_id: channel },
              { type: 'broadcast', range: 'here' },
              { type: 'emoji', name: 'smile', unicode: '1f604' },
              { type: 'link', url: 'https://a.example/', text: 'a link' },
              { type: 'color', value: '#ff8800' },
              { type: 'date', timestamp: 1_772_494_200, format: '{date_num}' },
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a  b' }] },
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
          },
        ],
      },
    ]);
    const words = await wordsOf(content);
    expect(words).toContain('bold *literal* <!channel> @Ada Brandt#general@here😄a link#ff8800');
    expect(words).toContain('2026-03-03');
    expect(await wordsOf(content.locator('em strong'))).toBe('bold');
    expect(await wordsOf(content.getByTestId('quote'))).toBe('quoted');
    expect(await content.locator('pre').textContent()).toBe('a  b');
    expect(await wordsOf(content.locator('ol > li'))).toBe('first');
    const link = content.getByRole('link', { name: 'a link' });
    expect(await link.getAttribute('href')).toBe('https://a.example/');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('show sections, fields, headers, dividers, contexts, images and markdown', async () => {
    const image = { type: 'image', image_url: 'https://127.0.0.1:9/x.png', alt_text: 'a map' };
    const content = await show([
      { type: 'header', text: plain('A header') },
      { type: 'section', text: mrkdwn('*marked*'), accessory: image },
      { type: 'section', fields: [plain('*literal*'), mrkdwn('_field_')] },
      { type: 'divider' },
      { type: 'context', elements: [image, mrkdwn('small `print`')] },
      { ...image, title: plain('A title') },
      { type: 'markdown', text: '## Heading\n- **item**' },
    ]);
    const kinds = await content
      .locator('[data-block]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-block')));
    expect(kinds).toEqual([
      'header',
      'section',
      'section',
      'divider',
      'context',
      'image',
      'markdown',
    ]);
    expect(await content.getByRole('heading', { name: 'A header' }).isVisible()).toBe(true);
    expect(await content.locator('.section-field').allInnerTexts()).toEqual(['*literal*', 'field']);
    expect(await content.getByRole('img', { name: 'a map' }).count()).toBe(3);
    expect(await wordsOf(content.locator('[data-block=markdown]'))).toBe('Heading item');
  });

  it('show tables, alerts, cards, carousels and containers', async () => {
    const text = (words: string) => ({ type: 'raw_text', text: words });
    const press = { type: 'button', action_id: 'press', text: plain('Open') };
    const card = {
      type: 'card',
      title: mrkdwn('*Hammond*'),
      body: plain('A brief'),
      actions: [press],
    };
    const content = await show([
      {
        type: 'table',
        rows: [
          [text('Title'), text('Year')],
          [text('TEA'), text('2017')],
        ],
      },
      { type: 'alert', level: 'warning', text: plain('Old news') },
      card,
      { type: 'carousel', elements: [{ type: 'card', body: plain('one') }, card] },
      {
        type: 'container',
        title: plain('More'),
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [{ type: 'section', text: plain('folded away') }],
      },
    ]);
    const table = content.getByRole('table');
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Title', 'Year']);
    expect(await table.getByRole('cell').allInnerTexts()).toEqual(['TEA', '2017']);
    expect(await wordsOf(content.getByRole('note', { name: 'Warning' }))).toBe('Old news');
    expect(await content.getByTestId('card').count()).toBe(3);
    expect(await content.getByRole('button', { name: 'Open' }).count()).toBe(2);
    const folded = content.getByText('folded away');
    expect(await folded.isVisible()).toBe(false);
    await content.getByText('More').click();
    expect(await folded.isVisible()).toBe(true);
  });

  it('name a kind that the page cannot show, in its place', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel, text: 'a table' });
    const message = slack.workspace.message(channel, ts);
    if (message) message.blocks = [{ type: 'telepathy' } as unknown as KnownBlock];
    const page = await visit(slack);
    const unsupported = page.getByTestId('unsupported');
    expect(await wordsOf(unsupported)).toBe('unsupported block: telepathy');
  });

  it('send what is pressed and chosen in them to the bot', async () => {
    const { slack, noted } = await startNotingBot();
    const content = await show(
      [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'press', text: plain('Press'), value: 'v' },
            { type: 'static_select', action_id: 'pick', options: [option('One'), option('Two')] },
            { type: 'overflow', action_id: 'more', options: [option('Cite'), option('Share')] },
            { type: 'datepicker', action_id: 'day' },
          ],
        },
      ],
      slack,
    );
    const page = content.page();
    await content.getByRole('button', { name: 'Press' }).click();
    await messageWith(page, 'noted 1').waitFor();
    await page.getByRole('combobox', { name: 'pick' }).selectOption('Two');
    await messageWith(page, 'noted 2').waitFor();
    await page.getByTestId('overflow').click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
    await messageWith(page, 'noted 3').waitFor();
    await page.locator('input[type=date]').fill('2026-03-02');
    await messageWith(page, 'noted 4').waitFor();
    expect(noted).toMatchObject([
      { action_id: 'press', type: 'button', value: 'v' },
      { action_id: 'pick', selected_option: { value: 'two' } },
      { action_id: 'more', selected_option: { value: 'share' } },
      { action_id: 'day', selected_date: '2026-03-02' },
    ]);
  });

  it('send a press within a card, with the card’s own id', async () => {
    const { slack, noted } = await startNotingBot();
    const actions = [{ type: 'button', action_id: 'open', text: plain('Open'), value: 'v' }];
    const card = { type: 'card', block_id: 'hammond', body: plain('x'), actions };
    const content = await show([{ type: 'carousel', elements: [card] }], slack);
    await content.getByRole('button', { name: 'Open' }).click();
    await messageWith(content.page(), 'noted 1').waitFor();
    expect(noted).toMatchObject([{ action_id: 'open', block_id: 'hammond', value: 'v' }]);
  });

  it('choose several people, and a moment', async () => {
    const { slack, noted } = await startNotingBot();
    const elements = [
      { type: 'multi_users_select', action_id: 'who' },
      { type: 'datetimepicker', action_id: 'when' },
    ];
    const content = await show([{ type: 'actions', elements }], slack);
    const page = content.page();
    await content.getByRole('group', { name: 'who' }).getByLabel('Lin Zhao').check();
    await messageWith(page, 'noted 1').waitFor();
    await page.locator('input[type=datetime-local]').fill('2026-03-02T09:30');
    await messageWith(page, 'noted 2').waitFor();
    expect(noted).toMatchObject([
      { action_id: 'who', selected_users: ['U0LIN'] },
      { action_id: 'when', selected_date_time: Date.parse('2026-03-02T09:30') / 1000 },
    ]);
  });

  it('ask before an action that wants to be confirmed', async () => {
    const { slack, noted } = await startNotingBot();
    const confirm = {
      title: plain('Sure?'),
      text: mrkdwn('It is *gone* then.'),
      confirm: plain('Forget'),
      deny: plain('Keep'),
    };
    const button = { type: 'button', action_id: 'forget', text: plain('Forget it'), confirm };
    const content = await show([{ type: 'actions', elements: [button] }], slack);
    const page = content.page();
    await content.getByRole('button', { name: 'Forget it' }).click();
    await page.getByRole('dialog', { name: 'Sure?' }).waitFor();
    await page.getByTestId('confirm-deny').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByTestId('confirm-agree').click();
    await messageWith(page, 'noted 1').waitFor();
    expect(noted).toMatchObject([{ action_id: 'forget' }]);
  });

  it('mark the thumb that was pressed', async () => {
    const { slack, noted } = await startNotingBot();
    const side = (text: string, value: string) => ({ text: plain(text), value });
    const feedback = {
      type: 'feedback_buttons',
      action_id: 'rate',
      positive_button: side('Helpful', 'yes'),
      negative_button: side('Not helpful', 'no'),
    };
    const blocks = [{ type: 'context_actions', elements: [feedback] }];
    const page = (await show(blocks, slack)).page();
    const helpful = page.getByRole('button', { name: 'Helpful', exact: true });
    await helpful.click();
    await messageWith(page, 'noted 1').waitFor();
    expect(noted).toMatchObject([{ type: 'feedback_buttons', value: 'yes' }]);
    expect(await helpful.getAttribute('aria-pressed')).toBe('true');
  });

  it('offer the shortcuts of the app on a message', async () => {
    const slack = await startSlowPair((app) => {
      app.shortcut('look_up', async ({ ack, shortcut, client }) => {
        await ack();
        if (shortcut.type !== 'message_action') return;
        const { ts } = shortcut.message;
        await client.chat.postMessage({ channel, thread_ts: ts, text: 'found' });
      });
    });
    await slack.say({ user: 'lin', channel, text: 'TEA again' });
    const page = await visit(slack);
    await messageWith(page, 'TEA again').hover();
    await page.getByTestId('message-more').click();
    await page.getByRole('menuitem', { name: 'Look it up' }).click();
    await page.getByTestId('thread-link').filter({ hasText: '1 reply' }).waitFor();
  });
});
