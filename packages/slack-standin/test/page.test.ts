import { expect, it } from '@jest/globals';
import { startSlack } from './support/bolt-bot.ts';
import {
  callAsBot,
  describeInBrowser,
  hasFocus,
  messageWith,
  startSlowPair,
  visit,
  wordsOf,
} from './support/page-visit.ts';

const general = 'C0GENERAL';

describeInBrowser('the page: reading and writing', () => {
  it('greets with things to try, and offers them later too', async () => {
    const examples = [
      { text: '@scout what did Beijing say about TEA?', what: 'a question' },
      { text: 'hello', what: 'a greeting' },
    ];
    const page = await visit(await startSlack({ examples }));
    await page.getByTestId('composer').fill('half a sent');
    await page.getByTestId('example').filter({ hasText: '@scout' }).click();
    const said = page.getByTestId('message-content');
    await said.first().waitFor();
    expect(await wordsOf(said.first())).toBe(examples[0]?.text);
    expect(await page.getByTestId('example').count()).toBe(0);
    // Where the answer will be.
    await page.getByTestId('thread-pane').waitFor();
    await page.getByRole('button', { name: 'Things to try' }).click();
    await page.getByRole('menuitem', { name: 'hello' }).click();
    await messageWith(page, 'hello').waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('half a sent');
  });

  it('proposes mentions only where the bot would see them, and commands everywhere', async () => {
    const examples = [
      { text: '@scout what did Beijing say?', what: 'a question' },
      { text: '/scout help', what: 'a command' },
    ];
    const page = await visit(await startSlack({ examples }), '/?user=ada&channel=dm');
    const proposed = () => page.getByTestId('example').locator('code').allTextContents();
    expect(await proposed()).toEqual(['what did Beijing say?', '/scout help']);
    await page.getByTestId('place-elsewhere').click();
    expect(await proposed()).toEqual(['/scout help']);
  });

  it('shows who wrote, marks the bot, and puts a divider before each day', async () => {
    let now = Date.parse('2026-03-02T10:00:00Z');
    const slack = await startSlack({ clock: () => now });
    await slack.say({ user: 'ada', channel: 'general', text: 'on Monday' });
    now = Date.parse('2026-03-03T10:00:00Z');
    await callAsBot(slack, 'chat.postMessage', { channel: general, text: 'on Tuesday' });
    const page = await visit(slack, '/?user=ada');
    expect(await page.getByTestId('day').allInnerTexts()).toEqual([
      'Monday, March 2, 2026',
      'Tuesday, March 3, 2026',
    ]);
    const ours = messageWith(page, 'on Monday');
    expect(await wordsOf(ours.getByTestId('author'))).toBe('Ada Brandt');
    expect(await ours.getByTestId('app-badge').count()).toBe(0);
    expect(await ours.locator('time').textContent()).toMatch(/^11:00\sAM$/);
    expect(await wordsOf(messageWith(page, 'on Tuesday').getByTestId('app-badge'))).toBe('APP');
  });

  it('begins a new line with Shift+Enter and sends with Enter', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.pressSequentially('one');
    await box.press('Shift+Enter');
    await box.pressSequentially('two');
    await box.press('Enter');
    const said = await slack.waitFor(({ channels }) => channels[0]?.messages[0]);
    expect(said.text).toBe('one\ntwo');
    expect(await box.inputValue()).toBe('');
  });

  it('completes commands after / and people after @', async () => {
    const page = await visit(await startSlack());
    const box = page.getByTestId('composer');
    await box.pressSequentially('/s');
    expect(await wordsOf(page.getByTestId('suggestion'))).toContain('Finds things');
    await box.press('Tab');
    expect(await box.inputValue()).toBe('/scout ');
    await box.fill('');
    await box.pressSequentially('ask @li');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('ask @lin ');
    await box.pressSequentially('@');
    await box.press('Escape');
    expect(await page.getByTestId('composer-suggestions').isVisible()).toBe(false);
  });

  it('shows messages that arrive, and keeps what is being written', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await page.getByTestId('composer').fill('half a sent');
    await callAsBot(slack, 'chat.postMessage', { channel: general, text: 'news' });
    await messageWith(page, 'news').waitFor();
    const box = page.getByTestId('composer');
    expect(await box.inputValue()).toBe('half a sent');
    expect(await hasFocus(box)).toBe(true);
    const announced = page.getByTestId('announcer');
    expect(await announced.textContent()).toBe('scout in #general: news');
  });

  it('does not move what is being read further up', async () => {
    const slack = await startSlack();
    for (let n = 1; n <= 40; n += 1) {
      await slack.say({ user: 'lin', channel: 'general', text: `line ${n}` });
    }
    const page = await visit(slack);
    const scroller = page.locator('.scroller').first();
    expect(await messageWith(page, 'line 40').isVisible()).toBe(true);
    // The page learns of it from the event, which comes with the next frame.
    await scroller.evaluate(
      (node) =>
        new Promise<void>((resolve) => {
          node.addEventListener('scroll', () => requestAnimationFrame(() => resolve()), {
            once: true,
          });
          node.scrollTo(0, 0);
        }),
    );
    await slack.say({ user: 'lin', channel: 'general', text: 'the newest' });
    const pill = page.getByTestId('messages-new');
    await pill.waitFor();
    expect(await scroller.evaluate((node) => node.scrollTop)).toBe(0);
    await pill.click();
    await pill.waitFor({ state: 'hidden' });
    expect(await scroller.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
  });
});

describeInBrowser('the page: long messages', () => {
  it('begins with the first line of an answer that is too long to be seen whole', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'ada', channel: 'general', text: 'tell me all' });
    const page = await visit(slack);
    const text = Array.from({ length: 80 }, (_, n) => `line ${n + 1}`).join('\n');
    await callAsBot(slack, 'chat.postMessage', { channel: general, text });
    const answer = messageWith(page, 'line 80');
    await answer.waitFor();
    const top = await answer.evaluate((node) => node.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(200);
  });
});

describeInBrowser('the page: threads', () => {
  it('counts the replies and opens the thread beside the channel', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'root' });
    for (const text of ['first', 'second', 'third']) {
      await callAsBot(slack, 'chat.postMessage', { channel: general, thread_ts: ts, text });
    }
    const page = await visit(slack);
    await page.getByTestId('thread-link').filter({ hasText: '3 replies' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    expect(await thread.getByTestId('message-content').allInnerTexts()).toEqual([
      'root',
      'first',
      'second',
      'third',
    ]);
    expect(new URL(page.url()).searchParams.get('thread')).toBe(ts);
    expect(await messageWith(page, 'first').count()).toBe(0);
  });

  it('takes a reply, and closes with Esc', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'root' });
    const page = await visit(slack);
    await messageWith(page, 'root').hover();
    await page.getByRole('button', { name: 'Reply in thread' }).click();
    await page.keyboard.type('a reply');
    await page.keyboard.press('Enter');
    await page.getByTestId('reply-count').filter({ hasText: '1 reply' }).waitFor();
    expect(slack.workspace.thread('general', ts)[1]?.text).toBe('a reply');
    await page.keyboard.press('Escape');
    await page.getByTestId('thread-pane').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.has('thread')).toBe(false);
  });

  it('refuses a command in a thread, as Slack does', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'root' });
    const page = await visit(slack, `/?user=ada&channel=general&thread=${ts}`);
    const box = page.getByTestId('thread-composer');
    await box.fill('/scout tea');
    await box.press('Enter');
    const trouble = page.getByTestId('thread-composer-trouble').filter({ hasText: 'Sorry' });
    await trouble.waitFor();
    expect(await wordsOf(trouble)).toBe('/scout is not supported in threads. Sorry!');
    expect(await box.inputValue()).toBe('/scout tea');
  });
});

describeInBrowser('the page: what goes wrong', () => {
  it('shows why a command failed as a line in the channel, until it is dismissed', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await page.getByTestId('composer').fill('/nonsense at all');
    await page.keyboard.press('Enter');
    const notice = page.getByTestId('notice');
    await notice.waitFor();
    expect(await wordsOf(notice)).toContain('/nonsense is not a valid command');
    expect(await page.getByTestId('composer').inputValue()).toBe('/nonsense at all');
    expect(await page.getByTestId('complaint').isVisible()).toBe(false);
    await notice.getByRole('button', { name: 'Dismiss this notice' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(slack.workspace.notices).toEqual([]);
  });

  it('says that the fake Slack is away, and goes on once it is back', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await page.route('**/page/**', (route) => route.abort());
    await page.getByTestId('composer').fill('are you there?');
    await page.keyboard.press('Enter');
    await page.getByTestId('away-banner').waitFor();
    // The text comes back with the refusal, which the banner may precede.
    await page.waitForFunction(
      () => document.querySelector('textarea')?.value === 'are you there?',
    );
    await page.unroute('**/page/**');
    await page.getByTestId('away-banner').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await messageWith(page, 'are you there?').waitFor();
  });

  it('lets a command through to the bot, and shows its private answer', async () => {
    const slack = await startSlowPair((app) => {
      app.command('/scout', async ({ ack, respond, command }) => {
        await ack();
        await respond(`looked for _${command.text}_`);
      });
    });
    const page = await visit(slack);
    await page.getByTestId('composer').fill('/scout tea');
    await page.keyboard.press('Enter');
    const answer = messageWith(page, 'looked for tea');
    await answer.waitFor();
    expect(await answer.locator('em').textContent()).toBe('tea');
    expect(await answer.getByTestId('ephemeral-mark').isVisible()).toBe(true);
  });
});

describeInBrowser('the page: on a telephone', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  it('keeps the sidebar in a drawer, and lets a thread cover the channel', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'random', text: 'root' });
    await callAsBot(slack, 'chat.postMessage', { channel: 'C0RANDOM', thread_ts: ts, text: 'r' });
    const page = await visit(slack, '/', phone);
    expect(await page.getByTestId('sidebar').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open the sidebar' }).tap();
    await page.getByTestId('place-random').tap();
    await page.getByTestId('sidebar').waitFor({ state: 'hidden' });
    await page.getByTestId('thread-link').tap();
    const width = await page.getByTestId('thread-pane').evaluate((node) => node.clientWidth);
    expect(width).toBe(390);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBe(390);
  });
});
