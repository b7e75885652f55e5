import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { option, plain } from './block-kit/sample-blocks.ts';
import { startSlack } from './support/bolt-bot.ts';
import {
  callAsBot,
  describeInBrowser,
  hasFocus,
  messageWith,
  startSlowPair,
  visit,
} from './support/page-visit.ts';

const channel = 'C0GENERAL';

/** Presses Tab until an element has the focus, as a person without a mouse would. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`60 times ${key} did not lead to ${String(target)}.`);
}

/** What Tab stops at on its way round the page, and where one does not see that it has stopped. */
async function goRound(page: Page): Promise<{ stops: string[]; unseen: string[] }> {
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const { name, isSeen } = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement;
      const { outlineStyle, boxShadow } = getComputedStyle(node.closest('.composer-box') ?? node);
      // Between the last stop and the first one the browser itself has the focus.
      const name = node === document.body ? '' : (node.ariaLabel ?? node.innerText.trim());
      return { name, isSeen: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    if (stops.includes(name)) break;
    if (name !== '') stops.push(name);
    if (name !== '' && !isSeen) unseen.push(name);
  }
  return { stops, unseen };
}

describeInBrowser('the page without a mouse', () => {
  it('lets Tab reach everything, and shows where one is', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel, text: 'root' });
    await slack.react({ user: 'lin', channel, ts, name: 'eyes' });
    await callAsBot(slack, 'chat.postMessage', { channel, thread_ts: ts, text: 'a reply' });
    const page = await visit(slack);
    await page.getByTestId('thread-link').waitFor();
    await page.keyboard.type('half a sent');
    const { stops, unseen } = await goRound(page);
    expect(unseen).toEqual([]);
    expect(stops).toEqual(
      expect.arrayContaining([
        'Skip to the conversation',
        expect.stringContaining('You are'),
        'general',
        'Home',
        'Things to try',
        'eyes, 1 from Lin Zhao',
        expect.stringContaining('1 reply'),
        'Add a reaction',
        'Reply in thread',
        'More actions',
        'Message #general',
        'Send',
      ]),
    );
  });

  it('goes from message to message with the arrow keys', async () => {
    const slack = await startSlack();
    for (let n = 1; n <= 30; n += 1) {
      await slack.say({ user: 'lin', channel, text: `line ${n}.` });
    }
    const page = await visit(slack);
    const line = (n: number) => messageWith(page, `line ${n}.`);
    await tabTo(page, line(30), 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await hasFocus(line(29))).toBe(true);
    await page.keyboard.press('Home');
    expect(await hasFocus(line(1))).toBe(true);
    expect(await line(1).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(line(2))).toBe(true);
    await page.keyboard.press('End');
    expect(await hasFocus(line(30))).toBe(true);
  });

  it('opens a thread, answers there, and comes back to where it was opened', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel, text: 'root' });
    await callAsBot(slack, 'chat.postMessage', { channel, thread_ts: ts, text: 'a reply' });
    const page = await visit(slack);
    const link = page.getByTestId('thread-link');
    await tabTo(page, link, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByTestId('thread-composer').waitFor();
    await page.keyboard.type('thanks');
    await page.keyboard.press('Enter');
    await page.getByTestId('reply-count').filter({ hasText: '2 replies' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('thread-pane').waitFor({ state: 'hidden' });
    expect(await hasFocus(link)).toBe(true);
  });

  it('moves in menus with the arrow keys, and comes back to where they were opened', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'lin', channel, text: 'news' });
    const page = await visit(slack);
    const more = page.getByTestId('message-more');
    await tabTo(page, more, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const item = (name: string) => page.getByRole('menuitem', { name });
    expect(await hasFocus(item('Reply in thread'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(item('Look it up'))).toBe(true);
    await page.keyboard.press('End');
    expect(await hasFocus(item('Copy link'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(item('Reply in thread'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByTestId('menu').waitFor({ state: 'detached' });
    expect(await hasFocus(more)).toBe(true);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
  });

  it('stays at a message when what had the focus in it goes away', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'lin', channel, text: 'news' });
    await slack.react({ user: 'ada', channel, ts, name: 'eyes' });
    const page = await visit(slack, '/?user=ada');
    const reaction = page.getByTestId('reaction');
    await tabTo(page, reaction, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await reaction.waitFor({ state: 'detached' });
    expect(await hasFocus(messageWith(page, 'news'))).toBe(true);
  });

  it('becomes the other person', async () => {
    const page = await visit(await startSlack());
    await tabTo(page, page.getByTestId('person-switch'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('person-switch').filter({ hasText: 'Lin Zhao' }).waitFor();
  });
});

describeInBrowser('dialogs without a mouse', () => {
  it('open from a menu beside a quote, and give the focus back when Escape closes them', async () => {
    const slack = await startSlowPair((app) => {
      app.action('quote', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        const blocks = [{ type: 'section', text: plain('The whole paragraph.') } as const];
        const view = { type: 'modal', title: plain('In context'), blocks } as const;
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
    });
    const options = [option('Cite'), option('In context')];
    const accessory = { type: 'overflow', action_id: 'quote', options };
    const blocks = [{ type: 'section', text: plain('A quote'), accessory }];
    await callAsBot(slack, 'chat.postMessage', { channel, text: 'A quote', blocks });
    const page = await visit(slack);
    const overflow = page.getByRole('button', { name: 'More actions for A quote' });
    await tabTo(page, overflow, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'In context' });
    await dialog.waitFor();
    expect(await dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(overflow)).toBe(true);
  });
});

describeInBrowser('the page for who hears it', () => {
  it('says what others write, in threads too, and nothing of one’s own', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    const said = page.getByTestId('announcer');
    const { ts } = await slack.say({ user: 'ada', channel, text: 'mine' });
    await messageWith(page, 'mine').waitFor();
    expect(await said.textContent()).toBe('');
    await callAsBot(slack, 'chat.postMessage', { channel, thread_ts: ts, text: 'an answer' });
    await page.getByTestId('thread-link').waitFor();
    expect(await said.textContent()).toBe('scout in #general: an answer');
    expect(await said.getAttribute('role')).toBe('status');
  });
});

describeInBrowser('a narrow page without a mouse', () => {
  it('opens the sidebar, goes somewhere, and closes it with Escape', async () => {
    const viewport = { width: 375, height: 700 };
    const page = await visit(await startSlack(), '/', { viewport });
    const opener = page.getByTestId('drawer-opener');
    await tabTo(page, opener, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await hasFocus(page.getByTestId('place-general'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await hasFocus(opener)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByTestId('channel-title').filter({ hasText: 'random' }).waitFor();
    expect(await page.getByTestId('sidebar').isVisible()).toBe(false);
  });
});
