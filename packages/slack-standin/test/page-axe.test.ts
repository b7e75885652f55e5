import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeSlack } from '../src/fake-slack.ts';
import { mrkdwn, option, plain } from './block-kit/sample-blocks.ts';
import { axeProblems, runAxe } from './support/axe.ts';
import { startSlack } from './support/bolt-bot.ts';
import {
  callAsBot,
  describeInBrowser,
  messageWith,
  startSlowPair,
  visit,
} from './support/page-visit.ts';

// Each state in four looks, on a busy machine.
jest.setTimeout(60_000);

const channel = 'C0GENERAL';
const cell = (text: string) => ({ type: 'raw_text', text });
const options = [option('One'), option('Two')];

/** A message with a block of every kind. */
const everything = [
  { type: 'header', text: plain('A header') },
  { type: 'section', text: mrkdwn('*bold* `code` <https://a.example/|link> <@U0ADA>') },
  { type: 'context', elements: [mrkdwn('small print')] },
  { type: 'divider' },
  { type: 'markdown', text: '# Heading\n> quoted\n\n- item' },
  {
    type: 'table',
    rows: [
      [cell('Title'), cell('Year')],
      [cell('TEA'), cell('2017')],
    ],
  },
  { type: 'alert', level: 'error', text: plain('Gone') },
  { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('Card'), body: plain('x') }] },
  {
    type: 'container',
    title: plain('Frame'),
    is_collapsible: true,
    child_blocks: [{ type: 'divider' }],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'plain', text: plain('Plain') },
      { type: 'button', action_id: 'primary', style: 'primary', text: plain('Primary') },
      { type: 'button', action_id: 'danger', style: 'danger', text: plain('Danger') },
      { type: 'static_select', action_id: 'one', options },
      { type: 'multi_static_select', action_id: 'several', options },
      { type: 'external_select', action_id: 'search', min_query_length: 1 },
      { type: 'radio_buttons', action_id: 'radio', options },
      { type: 'checkboxes', action_id: 'boxes', options },
      { type: 'datepicker', action_id: 'day' },
      { type: 'timepicker', action_id: 'time' },
    ],
  },
];

async function post(slack: FakeSlack, blocks: readonly unknown[]): Promise<void> {
  await callAsBot(slack, 'chat.postMessage', { channel, text: 'fallback', blocks });
}

async function showsNothingWrong(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
}

describeInBrowser(
  'axe finds nothing wrong, by day or night, wide or narrow, on the page with',
  () => {
    it('a block of every kind, and a menu that was searched', async () => {
      const slack = await startSlowPair((app) => {
        app.options('search', ({ ack }) => ack({ options }));
      });
      await post(slack, everything);
      const page = await visit(slack);
      await messageWith(page, 'A header').waitFor();
      await showsNothingWrong(page);
      await page.getByRole('combobox', { name: 'search' }).fill('o');
      await page.getByTestId('option').first().waitFor();
      await showsNothingWrong(page);
    });

    it('files, reactions, an edited message, prompts and a status', async () => {
      const slack = await startSlack();
      const im = 'D0ADA';
      const files = [{ name: 'notes.txt', bytes: Buffer.from('x') }];
      const { ts } = await slack.say({ user: 'ada', channel: im, text: 'notes', files });
      await slack.edit({ user: 'ada', channel: im, ts, text: 'my notes' });
      await slack.react({ user: 'ada', channel: im, ts, name: 'eyes' });
      const prompts = [{ title: 'TEA', message: 'tea?' }];
      await callAsBot(slack, 'assistant.threads.setSuggestedPrompts', { channel_id: im, prompts });
      const status = { channel_id: im, thread_ts: ts, status: 'is thinking…' };
      await callAsBot(slack, 'assistant.threads.setStatus', status);
      const page = await visit(slack, '/?user=ada&channel=dm');
      await page.getByTestId('status').waitFor();
      await page.getByTestId('composer-files').setInputFiles({
        name: 'more.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('x'),
      });
      await showsNothingWrong(page);
      await page.getByTestId('react').press('Enter');
      await page.getByTestId('menu').waitFor();
      await showsNothingWrong(page);
    });

    it('a form with mistakes, a confirmation, and a message that is edited', async () => {
      const slack = await startSlowPair((app) => {
        app.command('/scout', async ({ ack, client, command }) => {
          await ack();
          const field = { type: 'plain_text_input', action_id: 'a' } as const;
          const boxes = { type: 'checkboxes', action_id: 'a', options } as const;
          await client.views.open({
            trigger_id: command.trigger_id,
            view: {
              type: 'modal',
              title: plain('A form'),
              submit: plain('Send'),
              blocks: [
                { type: 'header', text: plain('About you') },
                { type: 'input', label: plain('Name'), hint: plain('In full'), element: field },
                { type: 'input', label: plain('Days'), element: boxes },
              ],
            },
          });
        });
      });
      await slack.say({ user: 'ada', channel, text: 'mine' });
      const page = await visit(slack);
      await page.getByTestId('composer').fill('/scout');
      await page.keyboard.press('Enter');
      await page.getByTestId('modal-submit').click();
      await page.getByTestId('field-error').first().waitFor();
      await showsNothingWrong(page);
      await page.keyboard.press('Escape');
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await page.getByTestId('composer').press('ArrowUp');
      await showsNothingWrong(page);
      await page.keyboard.press('Escape');
      await page.getByTestId('message-more').press('Enter');
      await page.getByTestId('delete-message').press('Enter');
      await page.getByTestId('confirm').waitFor();
      await showsNothingWrong(page);
    });

    it('a notice, completions, and the menus of the page', async () => {
      const examples = [{ text: 'hello', what: 'a greeting' }];
      const page = await visit(await startSlack({ examples }), '/?user=ada&channel=elsewhere');
      await page.getByTestId('composer').fill('/nope');
      await page.keyboard.press('Enter');
      await page.getByTestId('notice').waitFor();
      await showsNothingWrong(page);
      await page.getByTestId('composer').fill('');
      await page.getByTestId('composer').pressSequentially('@');
      await page.getByTestId('suggestion').first().waitFor();
      await showsNothingWrong(page);
      await page.getByTestId('example-menu').click();
      await page.getByTestId('menu').waitFor();
      await showsNothingWrong(page);
      await page.keyboard.press('Escape');
      await page.getByTestId('person-switch').click();
      await page.getByTestId('menu').waitFor();
      await showsNothingWrong(page);
    });

    it('the sidebar as a drawer', async () => {
      const page = await visit(await startSlack(), '/', { viewport: { width: 375, height: 700 } });
      await page.getByTestId('drawer-opener').click();
      await page.getByTestId('place-general').waitFor();
      // Another width would close it.
      expect(await runAxe(page)).toEqual([]);
    });
  },
);
