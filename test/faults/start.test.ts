import { describe, expect, it } from '@jest/globals';
import { startSlack } from '../support/slack.ts';
import { afterTest, connectBot, fromBot, temporaryFolder } from '../support/start-desk.ts';

describe('a bot that starts while Slack is away', () => {
  it.each(['auth.test', 'apps.connections.open'] as const)(
    'tries again until %s succeeds, and answers',
    async (method) => {
      const slack = await startSlack();
      afterTest(() => slack.close());
      slack.faults.next(method, { kind: 'server_error', status: 503 });
      slack.faults.next(method, { kind: 'lost_response' });
      const { logged } = await connectBot({
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: `file:${await temporaryFolder()}/desk.db`,
        LIBRARY_DIRS: 'seeds',
      });
      await slack.connected();
      await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
      await slack.waitFor(() => fromBot(slack, 'general')[0]);
      expect(logged.length).toBeGreaterThan(0);
    },
    30_000,
  );
});
