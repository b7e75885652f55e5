import { expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axeProblems } from '../../packages/slack-standin/test/support/axe.ts';
import {
  describeInBrowser,
  messageWith,
  visit,
} from '../../packages/slack-standin/test/support/page-visit.ts';
import { startDesk } from '../support/start-desk.ts';

// Each state in four looks, on a busy machine.
jest.setTimeout(60_000);

/** Opens the page in a workspace of its own with the whole bot in it. */
async function tryOut(address = '/'): Promise<Page> {
  const { slack } = await startDesk({ ackTimeoutMs: 20_000 });
  return visit(slack, address);
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('composer').press('Enter');
}

/** Asks so that only oneself sees the answer, and gives the answer back. */
async function askInPrivate(page: Page): Promise<Locator> {
  await write(page, '/sino-russia thaad');
  const answer = messageWith(page, '3 passages from 2 articles');
  await answer.waitFor();
  return answer;
}

describeInBrowser('axe finds nothing wrong, by day or night, wide or narrow, with', () => {
  it('an empty channel, an answer, and the menu beside a quote', async () => {
    const page = await tryOut();
    expect(await axeProblems(page)).toEqual([]);
    const answer = await askInPrivate(page);
    expect(await axeProblems(page)).toEqual([]);
    await answer.getByTestId('overflow').first().click();
    await page.getByTestId('menu').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('a thread, and the menu of a message', async () => {
    const page = await tryOut();
    await write(page, '@sino-russia what does Russia think of THAAD?');
    await page.getByTestId('thread-link').waitFor();
    await page.getByTestId('message-more').press('Enter');
    await page.getByTestId('menu').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('thread-link').click();
    await page.getByTestId('thread-messages').getByText('Arab News').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('a quote in context, its citations, and the form for feedback', async () => {
    const page = await tryOut();
    const answer = await askInPrivate(page);
    const modal = page.getByTestId('modal');
    for (const choice of ['Read in context', 'Cite']) {
      await answer.getByTestId('overflow').first().click();
      await page.getByRole('menuitem', { name: choice, exact: true }).click();
      await modal.waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await modal.waitFor({ state: 'detached' });
    }
    await answer.getByTestId('feedback-negative').click();
    await modal.waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('the form for digests', async () => {
    const page = await tryOut();
    await write(page, '/sino-russia digest');
    await page.getByTestId('modal').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('the Home tab, and the direct message', async () => {
    const page = await tryOut('/?user=ada&view=home');
    await page.getByTestId('home').getByText('The library').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByTestId('place-dm').click();
    expect(await axeProblems(page)).toEqual([]);
    await write(page, 'dual freeze');
    await page.getByText('In brief, after').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});
