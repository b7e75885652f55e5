import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { startSlack } from './support/bolt-bot.ts';
import { describeInBrowser, messageWith, visit, wordsOf } from './support/page-visit.ts';

const channel = 'C0GENERAL';
/** The smallest picture there is. */
const dot = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');

describeInBrowser('the page: files', () => {
  it('are attached, taken away again, and sent with the message', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await page.getByTestId('composer-files').setInputFiles([
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('TEA, 2017') },
      { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
    ]);
    await page.getByRole('button', { name: 'Remove wrong.txt' }).click();
    await page.getByTestId('composer').fill('my notes');
    await page.keyboard.press('Enter');
    const message = messageWith(page, 'my notes');
    await message.waitFor();
    expect(await page.getByTestId('attachment').count()).toBe(0);
    const link = message.getByTestId('file');
    expect(await wordsOf(link)).toBe('notes.txt Plain Text · 9 B');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('notes.txt');
    expect(await text(await download.createReadStream())).toBe('TEA, 2017');
  });

  it('are sent without words too, and pictures are shown', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    const picture = { name: 'map.gif', mimeType: 'image/gif', buffer: dot };
    await page.getByTestId('composer-files').setInputFiles(picture);
    await page.getByTestId('composer-send').click();
    const shown = page.getByRole('img', { name: 'map.gif' });
    await shown.waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('figure img')?.complete,
    );
    expect(await shown.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(1);
  });

  it('come back when they are refused', async () => {
    const slack = await startSlack({ maxFileBytes: 5 * 1024 * 1024 });
    const page = await visit(slack);
    const large = {
      name: 'large.zip',
      mimeType: 'application/zip',
      buffer: Buffer.alloc(5_300_000),
    };
    await page.getByTestId('composer-files').setInputFiles(large);
    await page.getByTestId('composer-send').click();
    await page.getByTestId('composer-trouble').getByText('large.zip is larger than').waitFor();
    expect(await wordsOf(page.getByTestId('attachment'))).toBe('large.zip 5.1 MB');
    expect(slack.workspace.channel(channel)?.messages).toEqual([]);
  });
});
