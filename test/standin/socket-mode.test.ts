import { afterEach, describe, expect, it } from '@jest/globals';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type Standin, type StandinOptions, startStandin } from '../../src/standin/standin.ts';

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  // The bot first: it would try to reconnect to a stand-in that is gone.
  for (const close of open.splice(0).reverse()) await close();
});

async function standin(options?: StandinOptions): Promise<Standin> {
  const slack = await startStandin({ redeliveryDelaysMs: [0, 0, 0], ...options });
  open.push(() => slack.close());
  return slack;
}

async function bot(slack: Standin, listen: (app: App) => void): Promise<SocketModeReceiver> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    receiver,
    token: slack.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  await app.start();
  open.push(async () => receiver.client.disconnect());
  await slack.connected();
  return receiver;
}

describe('a bot over Socket Mode', () => {
  it('gets a mention and answers in its thread', async () => {
    const slack = await standin();
    await bot(slack, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `You said ${event.text}`, thread_ts: event.ts });
      });
    });
    const { ts } = await slack.say({
      user: 'ada',
      channel: 'general',
      text: '@sino-russia thaad?',
    });
    const reply = await slack.waitFor((workspace) => workspace.thread('general', ts)[1], {
      what: 'a reply in the thread',
    });
    expect(reply.text).toBe(`You said <@${slack.workspace.bot.id}> thaad?`);
    expect(slack.workspace.message('general', ts)?.reply_count).toBe(1);
  });

  it('gets a command and responds to the person alone', async () => {
    const slack = await standin();
    await bot(slack, (app) => {
      app.command('/sino-russia', async ({ ack, respond, command }) => {
        await ack();
        await respond(`Looking for ${command.text}`);
      });
    });
    const command = { user: 'ada', channel: 'energy', command: '/sino-russia', text: 'thaad' };
    expect(await slack.command(command)).toEqual({ ok: true });
    const reply = await slack.waitFor((workspace) => workspace.channel('energy')?.messages[0]);
    expect(reply).toMatchObject({ text: 'Looking for thaad', ephemeral_to: 'U024ADABR' });
  });
});
