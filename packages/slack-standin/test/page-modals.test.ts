import { expect, it } from '@jest/globals';
import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Locator, Page } from 'playwright-core';
import type { FakeSlack } from '../src/fake-slack.ts';
import { signal } from './support/bolt-bot.ts';
import {
  describeInBrowser,
  hasFocus,
  startSlowPair,
  visit,
  wordsOf,
} from './support/page-visit.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const days = ['Monday', 'Friday'].map(option);

const form: ModalView = {
  type: 'modal',
  callback_id: 'digest',
  title: plain('Weekly digest'),
  submit: plain('Subscribe'),
  close: plain('Not now'),
  blocks: [
    input('topic', 'Topic', { type: 'plain_text_input', action_id: 'a' }),
    {
      ...input('notes', 'Notes', { type: 'plain_text_input', multiline: true, action_id: 'a' }),
      optional: true,
    },
    input('day', 'Day', { type: 'static_select', action_id: 'a', options: days }),
    input('days', 'Days', { type: 'multi_static_select', action_id: 'a', options: days }),
    input('length', 'Length', {
      type: 'radio_buttons',
      action_id: 'a',
      options: [option('Short'), option('Long')],
    }),
    input('kinds', 'Kinds', { type: 'checkboxes', action_id: 'a', options: [option('Brief')] }),
    input('from', 'From', { type: 'datepicker', action_id: 'a' }),
    input('at', 'At', { type: 'timepicker', action_id: 'a' }),
    input('where', 'Where', {
      type: 'conversations_select',
      action_id: 'a',
      default_to_current_conversation: true,
    }),
  ],
};

type Input = Extract<ModalView['blocks'][number], { type: 'input' }>;

function input(block_id: string, label: string, element: unknown): Input {
  return { type: 'input', block_id, label: plain(label), element } as Input;
}

/** A bot that opens a modal on its command, and what a submission of it is answered with. */
async function openForm(
  view: ModalView,
  answer: (submitted: ViewOutput) => Record<string, unknown> | undefined = () => undefined,
): Promise<{ page: Page; slack: FakeSlack; modal: Locator; submitted: Promise<ViewOutput> }> {
  const { seen, see } = signal<ViewOutput>();
  const slack = await startSlowPair((app) => {
    app.command('/scout', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view('digest', async ({ ack, view: sent }) => {
      const response = answer(sent);
      await (response ? ack(response as unknown as { response_action: 'clear' }) : ack());
      see(sent);
    });
  });
  const page = await visit(slack);
  await page.getByTestId('composer').fill('/scout digest');
  await page.keyboard.press('Enter');
  const modal = page.getByTestId('modal');
  await modal.waitFor();
  return { page, slack, modal, submitted: seen };
}

async function fill(modal: Locator): Promise<void> {
  await modal.getByRole('textbox', { name: 'Topic' }).fill('energy');
  await modal.getByRole('combobox', { name: 'Day' }).selectOption('Friday');
  await modal.getByRole('group', { name: 'Days' }).getByLabel('Monday').check();
  await modal.getByRole('radio', { name: 'Long' }).check();
  await modal.getByRole('checkbox', { name: 'Brief' }).check();
  await modal.getByLabel('From', { exact: true }).fill('2026-03-02');
  await modal.getByLabel('At', { exact: true }).fill('09:30');
}

describeInBrowser('modals on the page', () => {
  it('send what every kind of input holds', async () => {
    const { modal, submitted } = await openForm(form);
    expect(await wordsOf(modal.getByTestId('modal-title'))).toBe('Weekly digest');
    await fill(modal);
    await modal.getByRole('button', { name: 'Subscribe' }).click();
    await modal.waitFor({ state: 'detached' });
    const { values } = (await submitted).state;
    expect(values).toMatchObject({
      topic: { a: { value: 'energy' } },
      notes: { a: { value: null } },
      day: { a: { selected_option: { value: 'friday' } } },
      days: { a: { selected_options: [{ value: 'monday' }] } },
      length: { a: { selected_option: { value: 'long' } } },
      kinds: { a: { selected_options: [{ value: 'brief' }] } },
      from: { a: { selected_date: '2026-03-02' } },
      at: { a: { selected_time: '09:30' } },
      where: { a: { selected_conversation: 'C0GENERAL' } },
    });
  });

  it('say what is missing, keep what was typed, and lead to the first field that is wrong', async () => {
    const { page, modal } = await openForm(form);
    await modal.getByRole('textbox', { name: 'Notes' }).fill('kept');
    await modal.getByTestId('modal-submit').click();
    const error = modal.locator('[data-block-id=topic]').getByTestId('field-error');
    await error.waitFor();
    expect(await wordsOf(error)).toBe('Please complete this required field.');
    expect(await modal.locator('[data-block-id=notes]').getByTestId('field-error').count()).toBe(0);
    expect(await modal.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('kept');
    const topic = modal.getByRole('textbox', { name: 'Topic' });
    await modal.locator('[data-block-id=topic] input:focus').waitFor();
    expect(await topic.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
  });

  it('show the errors that the bot finds, under their fields', async () => {
    const blocks = form.blocks.slice(0, 1);
    const errors = { topic: 'There is nothing about that.' };
    const { modal } = await openForm({ ...form, blocks }, () => ({
      response_action: 'errors',
      errors,
    }));
    await modal.getByRole('textbox', { name: 'Topic' }).fill('football');
    await modal.getByTestId('modal-submit').click();
    await modal.getByTestId('field-error').waitFor();
    expect(await wordsOf(modal.getByTestId('field-error'))).toBe(errors.topic);
    expect(await modal.getByRole('textbox', { name: 'Topic' }).inputValue()).toBe('football');
  });

  it('stack, and give back what was typed below', async () => {
    const above: ModalView = {
      type: 'modal',
      title: plain('Above'),
      blocks: [{ type: 'section', text: plain('nothing to send') }],
    };
    const blocks = form.blocks.slice(0, 1);
    const { modal, page } = await openForm({ ...form, blocks }, () => ({
      response_action: 'push',
      view: above,
    }));
    await modal.getByRole('textbox', { name: 'Topic' }).fill('energy');
    await modal.getByTestId('modal-submit').click();
    await page.getByRole('dialog', { name: 'Above' }).waitFor();
    expect(await modal.getByTestId('modal-submit').count()).toBe(0);
    await modal.getByTestId('modal-close').click();
    await page.getByRole('dialog', { name: 'Weekly digest' }).waitFor();
    expect(await modal.getByRole('textbox', { name: 'Topic' }).inputValue()).toBe('energy');
  });

  it('keep the focus inside, and give it back when they close', async () => {
    const { modal, page } = await openForm({ ...form, blocks: form.blocks.slice(0, 1) });
    const inside = () => modal.evaluate((node) => node.contains(document.activeElement));
    for (let n = 0; n < 6; n += 1) {
      await page.keyboard.press('Tab');
      expect(await inside()).toBe(true);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await inside()).toBe(true);
    await modal.getByRole('button', { name: 'Not now' }).click();
    await modal.waitFor({ state: 'detached' });
    const composer = page.getByTestId('composer');
    expect(await hasFocus(composer)).toBe(true);
  });

  it('belong to the person who opened them', async () => {
    const { slack } = await openForm(form);
    const lin = await visit(slack, '/?user=lin');
    expect(await lin.getByTestId('modal').count()).toBe(0);
  });
});

describeInBrowser('fields for files', () => {
  it('send the files that were chosen, as many as are wanted, and outlive a mistake', async () => {
    const { page, modal, submitted } = await openForm({
      ...form,
      blocks: [
        input('report', 'Reports', {
          type: 'file_input',
          action_id: 'a',
          filetypes: ['txt'],
          max_files: 2,
        }),
        ...form.blocks.slice(0, 1),
      ],
    });
    const chooser = page.getByTestId('a-files');
    expect(await chooser.getAttribute('accept')).toBe('.txt');
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
    await chooser.setInputFiles([file('one.txt'), file('two.txt')]);
    await modal.getByRole('button', { name: 'Remove one.txt' }).click();
    await chooser.setInputFiles([file('three.txt'), file('four.txt')]);
    await modal.getByText('three.txt').waitFor();
    expect(await modal.getByRole('button', { name: 'Reports' }).isDisabled()).toBe(true);
    await modal.getByTestId('modal-submit').click();
    await modal.getByTestId('field-error').waitFor();
    await modal.getByRole('textbox', { name: 'Topic' }).fill('energy');
    await modal.getByTestId('modal-submit').click();
    const { report } = (await submitted).state.values;
    expect(report?.a).toMatchObject({
      type: 'file_input',
      files: [{ name: 'two.txt', size: 7 }, { name: 'three.txt' }],
    });
  });
});

describeInBrowser('menus whose options the app knows', () => {
  it('search as one types, are used with the keyboard, and keep what was chosen', async () => {
    const { seen, see } = signal<ViewOutput>();
    const titles = ['Close and getting closer', 'Contemporary alignment'];
    const slack = await startSlowPair((app) => {
      app.command('/scout', async ({ ack, client, command }) => {
        await ack();
        const menu = { type: 'external_select', action_id: 'a', min_query_length: 2 };
        const view = { ...form, blocks: [input('article', 'Article', menu)] };
        await client.views.open({ trigger_id: command.trigger_id, view });
      });
      app.options('a', async ({ ack, payload }) => {
        const found = titles.filter((title) => title.includes(payload.value));
        await ack({ options: found.map(option) });
      });
      app.view('digest', async ({ ack, view }) => {
        await ack();
        see(view);
      });
    });
    const page = await visit(slack);
    await page.getByTestId('composer').fill('/scout digest');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('combobox', { name: 'Article' });
    await menu.pressSequentially('Co');
    await page.getByRole('option', { name: 'Contemporary' }).waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual([titles[1]]);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await menu.fill('cl');
    await page.getByRole('option', { name: 'Close' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await menu.inputValue()).toBe(titles[0]);
    await page.getByTestId('modal-submit').click();
    const { values } = (await seen).state;
    expect(values.article?.a).toMatchObject({ selected_option: option(titles[0] ?? '') });
  });
});

describeInBrowser('the Home tab on the page', () => {
  it('tells the bot that it was opened, and shows what the bot publishes', async () => {
    const slack = await startSlowPair((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab !== 'home') return;
        const text = { type: 'mrkdwn', text: `Hello <@${event.user}>` } as const;
        const press = { type: 'button', action_id: 'ask', text: plain('Ask') } as const;
        const blocks = [{ type: 'section', text, accessory: press } as const];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      });
      app.action('ask', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        const blocks = [{ type: 'section', text: plain('What would you know?') } as const];
        const view = { type: 'modal', title: plain('A question'), blocks } as const;
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
    });
    const page = await visit(slack, '/?user=lin');
    await page.getByTestId('place-home').click();
    await page.getByTestId('home').getByText('Hello @Lin Zhao').waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('home');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('dialog', { name: 'A question' }).waitFor();
  });
});
