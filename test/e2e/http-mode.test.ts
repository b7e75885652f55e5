import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const signingSecret = 'shhh';

async function startHttpDesk() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const desk = await startDesk(
    { delivery: { kind: 'http', url, signingSecret } },
    { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) },
  );
  return { ...desk, url, health: `http://127.0.0.1:${port}/healthz` };
}

const body = new URLSearchParams({
  command: '/sino-russia',
  text: 'thaad',
  team_id: 'T1',
  channel_id: 'C1',
  user_id: 'U1',
  trigger_id: '1.2',
  response_url: 'http://127.0.0.1:9/never',
}).toString();

function signed(secret: string, seconds: number): RequestInit {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

const now = () => Math.floor(Date.now() / 1000);

describe('the bot in HTTP mode', () => {
  it('answers commands, mentions and direct messages that Slack has signed', async () => {
    const { slack } = await startHttpDesk();
    await slack.command({ user: 'ada', channel: 'energy', command: '/sino-russia', text: 'thaad' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    expect(seen(await slack.waitFor(() => fromBot(slack, 'energy')[0]))).toMatch(/THAAD/);
    expect(seen(await slack.waitFor(() => fromBot(slack, 'general')[0]))).toMatch(/THAAD/);
  });

  it('says that it is alive', async () => {
    const { health } = await startHttpDesk();
    expect((await fetch(health)).status).toBe(200);
  });

  it('refuses a wrong signature', async () => {
    const { url } = await startHttpDesk();
    expect((await fetch(url, signed('guessed', now()))).status).toBe(401);
  });

  it('refuses a request that was signed more than five minutes ago', async () => {
    const { url } = await startHttpDesk();
    expect((await fetch(url, signed(signingSecret, now() - 6 * 60))).status).toBe(401);
  });

  it('refuses a request without a signature', async () => {
    const { url } = await startHttpDesk();
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});
