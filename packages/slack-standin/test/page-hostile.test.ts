import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startSlack } from './support/bolt-bot.ts';
import { callAsBot, describeInBrowser, visit } from './support/page-visit.ts';

const channel = 'C0GENERAL';

describeInBrowser('hostile text on the page', () => {
  const image = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

  /** Everything hostile at once: what a person typed, what a bot sent, escaped or not. */
  async function showHostile(text: string): Promise<Page> {
    const slack = await startSlack();
    await slack.say({ user: 'ada', channel, text });
    await callAsBot(slack, 'chat.postMessage', { channel, text });
    await callAsBot(slack, 'chat.postMessage', {
      channel,
      text: 'fallback',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text } },
        { type: 'section', text: { type: 'plain_text', text } },
        { type: 'markdown', text },
      ],
    });
    return visit(slack);
  }

  it('stays text, from people and from bots', async () => {
    const page = await showHostile(image);
    const texts = await page.getByTestId('message-content').allInnerTexts();
    expect(texts.join('\n').split('<img src=x onerror=').length - 1).toBe(5);
    expect(await page.locator('.messages img, .messages script').count()).toBe(0);
  });

  it('stays text in every other place that takes some', async () => {
    const slack = await startSlack({ examples: [{ text: image, what: image }] });
    const im = 'D0ADA';
    const files = [{ name: image, bytes: Buffer.from('x') }];
    const { ts } = await slack.say({ user: 'ada', channel: im, text: 'notes', files });
    const thread = { channel_id: im, thread_ts: ts };
    const prompts = [{ title: image, message: image }];
    await callAsBot(slack, 'assistant.threads.setSuggestedPrompts', {
      channel_id: im,
      title: image,
      prompts,
    });
    await callAsBot(slack, 'assistant.threads.setTitle', { ...thread, title: image });
    await callAsBot(slack, 'assistant.threads.setStatus', { ...thread, status: image });
    const words = { type: 'plain_text', text: image };
    const cell = { type: 'raw_text', text: image };
    const blocks = [
      { type: 'card', title: words, subtitle: words, body: words },
      { type: 'alert', text: words },
      { type: 'container', title: words, subtitle: words, child_blocks: [{ type: 'divider' }] },
      { type: 'table', rows: [[cell], [cell]] },
    ];
    await callAsBot(slack, 'chat.postMessage', { channel: im, text: 'x', blocks });
    const page = await visit(slack, `/?user=ada&channel=dm&thread=${ts}`);
    await page.getByTestId('example-menu').click();
    const shown = await page.locator('body').innerText();
    // Twice a file and a status; a title; prompts; an example; eight times in the blocks.
    expect(shown.split('<img src=x onerror=').length - 1).toBe(17);
    expect(await page.locator('.layout img, .layout script').count()).toBe(0);
  });

  it('cannot ping when it is escaped, and shows a ping as one when it is not', async () => {
    const slack = await startSlack();
    await slack.say({ user: 'ada', channel, text: 'typed <!channel>' });
    await callAsBot(slack, 'chat.postMessage', { channel, text: 'sent &lt;!channel&gt;' });
    await callAsBot(slack, 'chat.postMessage', { channel, text: 'meant <!channel>' });
    const page = await visit(slack);
    const texts = await page.getByTestId('message-content').allInnerTexts();
    expect(texts).toEqual(['typed <!channel>', 'sent <!channel>', 'meant @channel']);
    expect(await page.locator('.messages .mention').count()).toBe(1);
  });

  it('cannot make a link that runs code', async () => {
    const page = await showHostile('<javascript:alert(1)|click> [me](javascript:alert(2))');
    expect(await page.locator('.messages a').count()).toBe(0);
  });

  it('reads from right to left where it is written so, without turning what is around it', async () => {
    const slack = await startSlack();
    await callAsBot(slack, 'chat.postMessage', { channel, text: 'שלום עולם, 2017 \u202Eabc' });
    const page = await visit(slack);
    const line = page.getByTestId('message-content').locator('p');
    expect(await line.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
    const head = page.getByTestId('author');
    expect(await head.evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
  });

  it('is shown whole and within its column, even 40,000 characters without a space', async () => {
    const slack = await startSlack();
    await callAsBot(slack, 'chat.postMessage', { channel, text: 'x'.repeat(40_000) });
    const page = await visit(slack);
    const content = page.getByTestId('message-content');
    expect((await content.textContent())?.length).toBe(40_000);
    const { wide, room } = await content.evaluate((node) => ({
      wide: node.scrollWidth,
      room: node.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
  });
});
