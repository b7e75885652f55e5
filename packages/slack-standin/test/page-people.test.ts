import { expect, it } from '@jest/globals';
import { startSlack } from './support/bolt-bot.ts';
import { callAsBot, describeInBrowser, messageWith, visit, wordsOf } from './support/page-visit.ts';

const general = 'C0GENERAL';
const ada = 'U0ADA';

describeInBrowser('the page: two people', () => {
  it('shows an ephemeral message to one person only, and says so', async () => {
    const slack = await startSlack();
    const text = 'for Ada alone';
    await callAsBot(slack, 'chat.postEphemeral', { channel: general, user: ada, text });
    const page = await visit(slack, '/?user=ada');
    const whisper = messageWith(page, text);
    expect(await wordsOf(whisper.getByTestId('ephemeral-mark'))).toBe('Only visible to you');
    expect(await whisper.getByTestId('message-more').count()).toBe(0);
    await page.getByTestId('person-switch').click();
    await page.getByTestId('person-lin').click();
    await page.getByTestId('person-switch').filter({ hasText: 'Lin Zhao' }).waitFor();
    expect(await messageWith(page, text).count()).toBe(0);
  });

  it('writes as the person that was chosen', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await page.getByRole('button', { name: 'You are Ada Brandt' }).click();
    await page.getByRole('menuitemradio', { name: /Lin Zhao/ }).click();
    await page.getByTestId('person-switch').filter({ hasText: 'Lin Zhao' }).waitFor();
    await page.getByTestId('composer').fill('from Lin');
    await page.getByTestId('composer-send').click();
    await messageWith(page, 'from Lin').waitFor();
    expect(slack.workspace.channels[0]?.messages[0]?.user).toBe('U0LIN');
    expect(new URL(page.url()).searchParams.get('user')).toBe('lin');
  });

  it('keeps a direct message between its person and the bot', async () => {
    const slack = await startSlack();
    const page = await visit(slack, '/?user=ada&channel=dm');
    await page.getByTestId('composer').fill('a secret');
    await page.keyboard.press('Enter');
    await messageWith(page, 'a secret').waitFor();
    await page.getByTestId('person-switch').click();
    await page.getByTestId('person-lin').click();
    await page.getByTestId('empty-channel').waitFor();
    expect(await messageWith(page, 'a secret').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?user=lin&channel=dm');
  });

  it('counts what arrived in the other channels', async () => {
    const slack = await startSlack();
    const page = await visit(slack);
    await slack.say({ user: 'lin', channel: 'random', text: 'over here' });
    const place = page.getByRole('link', { name: 'random 1 unread' });
    await place.click();
    await messageWith(page, 'over here').waitFor();
    expect(await page.getByTestId('unread').count()).toBe(0);
  });

  it('goes back and forth with the browser', async () => {
    const page = await visit(await startSlack());
    await page.getByTestId('place-elsewhere').click();
    await page.getByTestId('channel-title').filter({ hasText: 'elsewhere' }).waitFor();
    expect(await wordsOf(page.getByTestId('empty-channel'))).toContain('is not in this channel');
    await page.goBack();
    await page.getByTestId('channel-title').filter({ hasText: 'general' }).waitFor();
  });
});

describeInBrowser('the page: several teams', () => {
  it('shows each at an address of its own, and leads from one to the other', async () => {
    const acme = {
      team: { name: 'Acme' },
      people: [{ name: 'kim', real_name: 'Kim Lee' }],
      channels: [{ name: 'lab' }],
    };
    const slack = await startSlack({ teams: [acme] });
    await slack.team('Acme').say({ user: 'kim', channel: 'lab', text: 'over here' });
    const page = await visit(slack);
    expect(await page.getByTestId('place-lab').count()).toBe(0);
    await page.getByRole('link', { name: 'Acme' }).click();
    await messageWith(page, 'over here').waitFor();
    expect(await wordsOf(page.getByTestId('person-switch'))).toContain('Kim Lee');
    await page.getByTestId('composer').fill('from the page');
    await page.keyboard.press('Enter');
    await messageWith(page, 'from the page').waitFor();
    expect(slack.workspace.channels.flatMap(({ messages }) => messages)).toEqual([]);
    await page.reload();
    await messageWith(page, 'from the page').waitFor();
  });
});
