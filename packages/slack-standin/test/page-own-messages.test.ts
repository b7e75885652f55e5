import { expect, it } from '@jest/globals';
import { startSlack } from './support/bolt-bot.ts';
import {
  callAsBot,
  describeInBrowser,
  hasFocus,
  messageWith,
  visit,
  wordsOf,
} from './support/page-visit.ts';

const channel = 'C0GENERAL';

describeInBrowser('the page: one’s own messages', () => {
  it('can be changed, with names instead of markup', async () => {
    const slack = await startSlack();
    const text = 'ask @lin, or see https://a.example/ & #elsewhere';
    const { ts } = await slack.say({ user: 'ada', channel, text });
    const page = await visit(slack);
    await messageWith(page, 'ask').hover();
    await page.getByTestId('message-more').click();
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    const field = page.getByTestId('edit-field');
    expect(await field.inputValue()).toBe(text);
    await field.fill('ask @ada');
    await field.press('Enter');
    await messageWith(page, '(edited)').waitFor();
    expect(slack.workspace.message(channel, ts)).toMatchObject({
      text: 'ask <@U0ADA>',
      edited: { user: 'U0ADA' },
    });
  });

  it('are called back with the arrow up in an empty box', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'ada', channel, text: 'mine' });
    await slack.say({ user: 'lin', channel, text: 'hers' });
    const page = await visit(slack);
    await page.keyboard.press('ArrowUp');
    expect(await page.getByTestId('edit-field').inputValue()).toBe('mine');
    await page.keyboard.press('Escape');
    await page.getByTestId('edit').waitFor({ state: 'detached' });
    expect(await hasFocus(page.getByTestId('composer'))).toBe(true);
    expect(slack.workspace.channel(channel)?.messages[0]?.edited).toBeUndefined();
  });

  it('are deleted only by who means it', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'ada', channel, text: 'regretted' });
    const page = await visit(slack);
    const remove = async () => {
      await page.getByTestId('message-more').press('Enter');
      await page.getByRole('menuitem', { name: 'Delete message' }).press('Enter');
    };
    await remove();
    await page.getByTestId('confirm-deny').click();
    expect(await messageWith(page, 'regretted').count()).toBe(1);
    await remove();
    await page.getByTestId('confirm-agree').click();
    await messageWith(page, 'regretted').waitFor({ state: 'detached' });
  });

  it('are nobody else’s to change', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'lin', channel, text: 'hers' });
    const page = await visit(slack, '/?user=ada');
    await page.getByTestId('message-more').press('Enter');
    await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
    expect(await page.getByTestId('edit-message').count()).toBe(0);
  });
});

describeInBrowser('the page: reactions', () => {
  it('are chosen from a menu, joined and taken back', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'lin', channel, text: 'news' });
    const page = await visit(slack, '/?user=ada');
    await page.getByTestId('react').press('Enter');
    await page.getByRole('menuitem', { name: 'eyes' }).click();
    const chip = page.getByRole('button', { name: 'eyes, 1 from Ada Brandt' });
    await chip.waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await slack.react({ user: 'lin', channel, ts, name: 'eyes' });
    await page.getByRole('button', { name: 'eyes, 2 from Ada Brandt, Lin Zhao' }).click();
    const hers = page.getByRole('button', { name: 'eyes, 1 from Lin Zhao' });
    await hers.waitFor();
    expect(await hers.getAttribute('aria-pressed')).toBe('false');
    expect(await wordsOf(hers)).toBe('👀 1');
  });

  it('whose emoji the page does not know are shown by name', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'lin', channel, text: 'news' });
    await slack.react({ user: 'lin', channel, ts, name: 'constructor' });
    const page = await visit(slack);
    expect(await wordsOf(page.getByTestId('reaction'))).toBe(':constructor: 1');
  });
});

describeInBrowser('the page: links to messages', () => {
  it('lead to the message, in its thread', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'random', text: 'root' });
    const posted = await callAsBot(slack, 'chat.postMessage', {
      channel: 'C0RANDOM',
      thread_ts: ts,
      text: 'the answer',
    });
    const { permalink } = await callAsBot(slack, 'chat.getPermalink', {
      channel: 'C0RANDOM',
      message_ts: posted.ts,
    });
    const page = await visit(slack, String(permalink).replace(slack.url, ''));
    const reply = page.getByTestId('thread-messages').getByTestId('message').last();
    await page.locator('[data-testid=message]:focus').waitFor();
    expect(await wordsOf(reply.getByTestId('message-content'))).toBe('the answer');
    expect(await hasFocus(reply)).toBe(true);
  });

  it('open a conversation with the bot for the person whose it is', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'lin', channel: 'D0LIN', text: 'tea?' });
    const page = await visit(slack, `/archives/D0LIN/p${ts.replace('.', '')}`);
    expect(await wordsOf(page.getByTestId('person-switch'))).toContain('Lin Zhao');
    expect(await hasFocus(messageWith(page, 'tea?'))).toBe(true);
  });
});
