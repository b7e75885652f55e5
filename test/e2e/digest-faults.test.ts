import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message } from 'slack-standin';
import { deskApp } from '../support/slack.ts';
import { connectBot, fromBot, isChangeNotice, seen, startDesk } from '../support/start-desk.ts';

const ada = 'U024ADABR';

/** Sets a digest up and waits until everybody there was told, so that faults meet what comes after. */
async function setUp(slack: FakeSlack): Promise<void> {
  await said(slack, '09:00 Europe/Berlin daily from the archive');
  await slack.waitFor(() => fromBot(slack, 'general').find(isChangeNotice));
}

/** Gives an order about digests; the line that shows it may be posted comes before the reply. */
async function said(slack: FakeSlack, text: string, channel = 'general'): Promise<Message> {
  const before = new Set(fromBot(slack, channel));
  await slack.command({ user: 'ada', channel, command: '/sino-russia', text: `digest ${text}` });
  return slack.waitFor(() =>
    fromBot(slack, channel).find(
      (message) =>
        !before.has(message) &&
        message.ephemeral_to === ada &&
        !/^The digest will/.test(message.text),
    ),
  );
}

function digests(slack: FakeSlack): Message[] {
  return fromBot(slack, 'general').filter(
    (message) => message.ephemeral_to === undefined && !isChangeNotice(message),
  );
}

describe('a digest that meets faults', () => {
  it('is posted once when the answer to its post is lost and the app may look', async () => {
    const scopes = [...deskApp.scopes, 'channels:history'];
    const { slack } = await startDesk({ app: { scopes } });
    await setUp(slack);
    slack.faults.next('chat.postMessage', { kind: 'lost_response' });
    expect(seen(await said(slack, 'now'))).toMatch(/could not be posted yet/);
    await slack.waitFor(
      () => slack.calls.some(({ method }) => method === 'conversations.history'),
      {
        timeoutMs: 25_000,
      },
    );
    expect(digests(slack)).toHaveLength(1);
    const status = await slackStatus(slack);
    expect(status).toMatch(/at once: posted/);
  }, 40_000);

  it('is not posted twice where the app may not look; the person is told', async () => {
    const { slack } = await startDesk();
    await setUp(slack);
    slack.faults.next('chat.postMessage', { kind: 'lost_response' });
    await said(slack, 'now');
    const told = await slack.waitFor(() => fromBot(slack, 'D024ADABR')[0], { timeoutMs: 25_000 });
    expect(told.text).toMatch(/did not confirm it/);
    expect(digests(slack)).toHaveLength(1);
  }, 40_000);

  it('is posted after a server error and a rate limit, once, by the next process too', async () => {
    const { slack, bot, env } = await startDesk();
    await setUp(slack);
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 2 });
    expect(seen(await said(slack, 'now'))).toMatch(/Slack took no more messages at the time/);
    await bot.stop();
    await connectBot(env);
    await slack.waitFor(() => digests(slack)[0], { timeoutMs: 25_000 });
    expect(digests(slack)).toHaveLength(1);
  }, 40_000);

  it('says that the channel is archived', async () => {
    const { slack } = await startDesk();
    await said(slack, '09:00 Europe/Berlin daily from the archive');
    const channel = slack.workspace.channel('general');
    if (channel) channel.is_archived = true;
    expect(seen(await said(slack, 'now'))).toMatch(/the channel is archived/);
    const told = await slack.waitFor(() => fromBot(slack, 'D024ADABR')[0]);
    expect(told.text).toMatch(/the channel is archived/);
  });
});

async function slackStatus(slack: FakeSlack): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const status = seen(await said(slack, 'status'));
    if (/at once: posted/.test(status) || attempt === 5) return status;
  }
}
