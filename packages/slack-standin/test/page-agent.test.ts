import { expect, it } from '@jest/globals';
import { startSlack } from './support/bolt-bot.ts';
import { callAsBot, describeInBrowser, messageWith, visit, wordsOf } from './support/page-visit.ts';

const channel = 'D0ADA';
const direct = '/?user=ada&channel=dm';

describeInBrowser('the page: an agent', () => {
  it('offers what the app suggests in the conversation with it, and sends what is chosen', async () => {
    const slack = await startSlack();
    const page = await visit(slack, direct);
    expect(await page.getByTestId('prompts').isVisible()).toBe(false);
    const prompts = [
      { title: 'TEA', message: 'Why does China object to TEA?' },
      { title: 'Gas', message: 'What became of the gas pipeline?' },
    ];
    await callAsBot(slack, 'assistant.threads.setSuggestedPrompts', {
      channel_id: channel,
      title: 'Where to begin',
      prompts,
    });
    const suggested = page.getByRole('region', { name: 'Where to begin' });
    await suggested.getByRole('button', { name: 'Gas' }).click();
    await messageWith(page, 'What became of the gas pipeline?').waitFor();
    expect(slack.workspace.channel(channel)?.messages).toMatchObject([{ user: 'U0ADA' }]);
    expect(await page.getByTestId('prompt').allInnerTexts()).toEqual(['TEA', 'Gas']);
    await page.getByTestId('place-general').click();
    expect(await page.getByTestId('prompts').isVisible()).toBe(false);
  });

  it('shows and says what the app is doing, until it answers', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel, text: 'tea?' });
    const page = await visit(slack, direct);
    const place = { channel_id: channel, thread_ts: ts };
    await callAsBot(slack, 'assistant.threads.setStatus', { ...place, status: 'is searching…' });
    const status = page.getByTestId('messages').getByTestId('status');
    expect(await wordsOf(status)).toBe('scout is searching…');
    expect(await page.getByTestId('announcer').textContent()).toBe('scout is searching…');
    await callAsBot(slack, 'chat.postMessage', { channel, thread_ts: ts, text: 'Here.' });
    await page.getByTestId('thread-link').waitFor();
    expect(await status.count()).toBe(0);
  });

  it('shows loading messages in the place of the status, in the thread too', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'tea?' });
    const page = await visit(slack, `/?user=ada&channel=general&thread=${ts}`);
    await callAsBot(slack, 'assistant.threads.setStatus', {
      channel_id: 'C0GENERAL',
      thread_ts: ts,
      status: 'is searching…',
      loading_messages: ['Leafing through five articles…'],
    });
    const status = page.getByTestId('thread-messages').getByTestId('status');
    expect(await wordsOf(status)).toBe('Leafing through five articles…');
  });

  it('calls a thread what the app calls it', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ user: 'ada', channel, text: 'tea?' });
    const page = await visit(slack, `${direct}&thread=${ts}`);
    const title = { channel_id: channel, thread_ts: ts, title: 'On TEA' };
    await callAsBot(slack, 'assistant.threads.setTitle', title);
    await page.getByTestId('thread-pane').getByText('scout · On TEA').waitFor();
  });
});
