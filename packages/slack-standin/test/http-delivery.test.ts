import { describe, expect, it } from '@jest/globals';
import { signal, startHttpPair, startSlack } from './support/bolt-bot.ts';

const mention = { user: 'ada', channel: 'general', text: '@scout tea?' };
const command = { user: 'ada', channel: 'general', command: '/scout', text: 'tea' };

describe('a bot over HTTP', () => {
  it('gets signed events, and answers', async () => {
    const slack = await startHttpPair((app) => {
      app.event('app_mention', async ({ say }) => {
        await say('Here.');
      });
    });
    await slack.connected();
    await slack.say(mention);
    const what = 'the answer';
    await slack.waitFor(
      (space) => space.channel('general')?.messages.find(({ text }) => text === 'Here.'),
      { what },
    );
  });

  it('gets commands as forms, and its acknowledgement is shown', async () => {
    const { seen, see } = signal<string>();
    const slack = await startHttpPair((app) => {
      app.command('/scout', async ({ ack, command: { text } }) => {
        see(text);
        await ack({ text: 'In a moment.', response_type: 'in_channel' });
      });
    });
    expect(await slack.command({ ...command, text: 'a & b <c>' })).toEqual({
      ok: true,
      text: 'In a moment.',
    });
    expect(await seen).toBe('a & b <c>');
    const [message] = slack.workspace.channel('general')?.messages ?? [];
    expect(message).toMatchObject({ text: 'In a moment.' });
    expect(message?.ephemeral_to).toBeUndefined();
  });

  it('gets interactions as a payload', async () => {
    const { seen, see } = signal<string>();
    const slack = await startHttpPair((app) => {
      app.shortcut('look_up', async ({ ack, shortcut }) => {
        await ack();
        see(shortcut.callback_id);
      });
    });
    const { ts } = await slack.say({ ...mention, text: 'tea' });
    const use = { user: 'lin', callbackId: 'look_up', channel: 'general', ts };
    expect(await slack.shortcut(use)).toEqual({ ok: true });
    expect(await seen).toBe('look_up');
  });

  it('refuses what another secret signed, and the person sees the failure', async () => {
    const slack = await startHttpPair(() => {}, { botSecret: 'another' });
    const error = '/scout failed with the error "http_client_error"';
    expect(await slack.command(command)).toEqual({ ok: false, error });
  });

  it('fails a command when nobody listens', async () => {
    const slack = await startSlack({
      // Port 9 is the discard service, which listens nowhere nowadays.
      delivery: { kind: 'http', url: 'http://127.0.0.1:9/slack/events', signingSecret: 'shh' },
    });
    const error = '/scout failed with the error "dispatch_failed"';
    expect(await slack.command(command)).toEqual({ ok: false, error });
  });

  it('gets an event again, numbered, when the acknowledgement was lost', async () => {
    const retries: unknown[] = [];
    const slack = await startHttpPair(
      (app) => {
        app.event('app_mention', async ({ context }) => {
          retries.push([context.retryNum, context.retryReason]);
        });
      },
      { ackTimeoutMs: 2000 },
    );
    slack.faults.next('events_api', { kind: 'lost_ack' });
    await slack.say(mention);
    await slack.idle();
    expect(retries).toEqual([
      [undefined, undefined],
      [1, 'http_timeout'],
    ]);
  });
});
