import { describe, expect, it } from '@jest/globals';
import { App, type Receiver } from '@slack/bolt';
import { pino } from 'pino';
import { boltLogger } from '../../../src/log.ts';
import { acknowledgeWhenSafe } from '../../../src/slack/transport/incoming.ts';
import { startSlack } from '../../support/slack.ts';
import { afterTest, fromBot } from '../../support/start-desk.ts';

/** A Bolt app without a connection: a test hands it what Slack sends. */
async function openApp() {
  const slack = await startSlack();
  afterTest(() => slack.close());
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };
  const log = boltLogger(pino({ level: 'silent' }));
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: log,
    clientOptions: { slackApiUrl: slack.apiUrl },
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  acknowledgeWhenSafe(app, log);
  await app.init();
  return { slack, app };
}

const command = {
  command: '/sino-russia',
  text: 'thaad',
  team_id: 'T0FAKESLACK',
  channel_id: 'C024GENRL',
  user_id: 'U024ADABR',
  trigger_id: '1.2',
};

const mention = {
  type: 'event_callback',
  team_id: 'T0FAKESLACK',
  event_id: 'Ev1',
  event: { type: 'app_mention', user: 'U024ADABR', channel: 'C024GENRL', ts: '1.5', text: 'thaad' },
};

describe('an acknowledgement', () => {
  it('that comes too late for Slack is no reason to say that there will be no answer', async () => {
    const { slack, app } = await openApp();
    let isTaken = false;
    app.command('/sino-russia', async ({ ack }) => {
      isTaken = true;
      await ack();
    });
    const late = () => Promise.reject(new Error('Cannot set headers after they are sent'));
    await app.processEvent({ body: command, ack: late });
    expect(isTaken).toBe(true);
    expect(fromBot(slack, 'general')).toEqual([]);
  });

  it('of an event goes out when its listeners are done, and not before', async () => {
    const { app } = await openApp();
    const done: string[] = [];
    app.event('app_mention', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('listened');
    });
    await app.processEvent({ body: mention, ack: async () => void done.push('acknowledged') });
    expect(done).toEqual(['listened', 'acknowledged']);
  });

  it('of an event that could not be taken is left out, so that Slack brings it again', async () => {
    const { slack, app } = await openApp();
    const done: string[] = [];
    app.event('app_mention', () => Promise.reject(new Error('out of paper')));
    const ack = async () => void done.push('acknowledged');
    await app.processEvent({ body: mention, ack });
    expect([done, fromBot(slack, 'general')]).toEqual([[], []]);
    await app.processEvent({ body: { ...mention }, ack, retryNum: 3, retryReason: 'timeout' });
    expect(fromBot(slack, 'general')).toMatchObject([
      { ephemeral_to: 'U024ADABR', text: expect.stringMatching(/ask again/) },
    ]);
  });

  it('that never comes is no reason to apologise to those who asked nothing', async () => {
    const { slack, app } = await openApp();
    app.event('message', () => Promise.reject(new Error('out of paper')));
    app.event('app_mention', () => Promise.reject(new Error('out of paper')));
    const { event, ...rest } = mention;
    const bystander = { ...event, type: 'message', channel_type: 'channel' };
    const bot = { ...event, bot_id: 'B1' };
    for (const said of [bystander, bot]) {
      const body = { ...rest, event: said };
      await app.processEvent({ body, ack: async () => {}, retryNum: 3, retryReason: 'timeout' });
    }
    expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  it('that never comes is told in a direct message where nothing can be shown in the channel', async () => {
    const { slack, app } = await openApp();
    app.event('app_mention', () => Promise.reject(new Error('out of paper')));
    slack.faults.next('chat.postEphemeral', { kind: 'refused', error: 'not_in_channel' });
    const last = { ack: async () => {}, retryNum: 3, retryReason: 'timeout' };
    await app.processEvent({ body: mention, ...last });
    const direct = slack.workspace.im('ada')?.messages ?? [];
    expect(direct.map(({ text }) => text)).toEqual([expect.stringMatching(/ask again/)]);
    expect(fromBot(slack, 'general')).toEqual([]);
  });
});
