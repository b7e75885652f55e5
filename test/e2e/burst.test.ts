import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { fromBot, startDesk } from '../support/start-desk.ts';

const burst = 200;
const signingSecret = 'shhh';

describe('a burst in HTTP mode, each request on a connection of its own', () => {
  it('is acknowledged before the bulk of it is answered', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/slack/events`;
    const { slack } = await startDesk(
      { delivery: { kind: 'http', url, signingSecret }, ackTimeoutMs: 30_000 },
      { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) },
    );
    const answers = () => slack.calls.filter(({ method }) => method === 'response_url').length;
    /** How many answers had been given when each command was acknowledged. */
    const before = await Promise.all(
      Array.from({ length: burst }, async (_, i) => {
        const text = `thaad ${i}`;
        const command = { user: 'ada', channel: 'general', command: '/sino-russia', text };
        expect(await slack.command(command)).toMatchObject({ ok: true });
        return answers();
      }),
    );
    expect(Math.max(...before)).toBeLessThan(burst / 4);
    await slack.waitFor(() => fromBot(slack, 'general').length === burst, { timeoutMs: 60_000 });
  }, 90_000);
});
