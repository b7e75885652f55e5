import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  messageWith,
  visit,
  wordsOf,
} from '../../packages/slack-standin/test/support/page-visit.ts';
import { startDesk } from '../support/start-desk.ts';

async function write(page: Page, text: string, box = 'composer'): Promise<void> {
  const composer = page.getByTestId(box);
  await composer.fill(text);
  await composer.press('Enter');
}

describeInBrowser('the bot, tried in the browser', () => {
  it('answers a slash command with quotes, citations and what can be done with them', async () => {
    const { slack } = await startDesk({ ackTimeoutMs: 20_000 });
    const page = await visit(slack);
    await write(page, '/sino-russia thaad');
    const answer = messageWith(page, '3 passages from 2 articles');
    expect(await wordsOf(answer)).toMatch(
      /Only visible to you.*THAAD.*Andrew Hammond, "Why Beijing/,
    );
    await answer.getByTestId('overflow').first().click();
    await page.getByRole('menuitem', { name: 'Read in context' }).click();
    expect(await wordsOf(page.getByTestId('modal'))).toMatch(/¶ 13 .*¶ 14 \(the quote is bold\)/);
    await page.getByTestId('modal').getByRole('button', { name: /Later/ }).click();
    await page.getByTestId('modal').getByText('¶ 17').waitFor();
  });

  it('answers a mention in its thread, and a follow-up there', async () => {
    const { slack } = await startDesk({ ackTimeoutMs: 20_000 });
    const page = await visit(slack);
    await write(page, '@sino-russia what does Russia think of THAAD?');
    await page.getByTestId('thread-link').click();
    const thread = page.getByTestId('thread-messages');
    await thread.getByText('Arab News').first().waitFor();
    await write(page, '@sino-russia and China?', 'thread-composer');
    await thread.getByText('“and China?”').waitFor();
  });

  it('lets another person see what was shared, and only that', async () => {
    const { slack } = await startDesk({ ackTimeoutMs: 20_000 });
    const ada = await visit(slack, '/?user=ada&channel=general');
    const lin = await visit(slack, '/?user=lin&channel=general');
    await write(ada, '/sino-russia thaad');
    const answer = messageWith(ada, 'Only visible to you');
    await answer.getByRole('button', { name: 'Share to channel' }).click();
    const shared = messageWith(lin, 'asked, and shares the answer');
    expect(await wordsOf(shared)).toMatch(/Ada Brandt asked.*THAAD/);
    expect(await lin.getByTestId('messages').getByTestId('message').count()).toBe(1);
  });
});
