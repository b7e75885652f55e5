import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectBot, signal, startSlack } from './support/bolt-bot.ts';

const mention = { user: 'ada', channel: 'general', text: '@scout tea?' };
const command = { user: 'ada', channel: 'elsewhere', command: '/scout', text: 'tea' };

describe('a bot over Socket Mode', () => {
  it('gets a mention and answers in its thread', async () => {
    const slack = await startSlack();
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `You said ${event.text}`, thread_ts: event.ts });
      });
    });
    const { ts } = await slack.say(mention);
    const what = 'a reply in the thread';
    const reply = await slack.waitFor((space) => space.thread('general', ts)[1], { what });
    expect(reply.text).toBe(`You said <@${slack.workspace.bot.id}> tea?`);
    expect(slack.workspace.message('general', ts)?.reply_count).toBe(1);
  });

  it('gets a command and responds to the person alone, even where it is no member', async () => {
    const slack = await startSlack();
    await connectBot(slack, (app) => {
      app.command('/scout', async ({ ack, respond, command: { text } }) => {
        await ack();
        await respond(`Looking for ${text}`);
      });
    });
    expect(await slack.command(command)).toEqual({ ok: true });
    const reply = await slack.waitFor((space) => space.channel('elsewhere')?.messages[0]);
    expect(reply).toMatchObject({ text: 'Looking for tea', ephemeral_to: 'U0ADA' });
  });

  it('shows the text of an acknowledgement', async () => {
    const slack = await startSlack();
    await connectBot(slack, (app) => {
      app.command('/scout', async ({ ack }) => ack('At once.'));
    });
    expect(await slack.command(command)).toEqual({ ok: true, text: 'At once.' });
    expect(slack.workspace.channel('elsewhere')?.messages[0]?.text).toBe('At once.');
  });

  it('shows the person a timeout when a command is not acknowledged', async () => {
    const slack = await startSlack({ ackTimeoutMs: 50 });
    await connectBot(slack, (app) => {
      app.command('/scout', async () => {});
    });
    const error = '/scout failed with the error "operation_timeout"';
    expect(await slack.command(command)).toEqual({ ok: false, error });
    expect(slack.workspace.notices).toMatchObject([{ user: 'U0ADA', text: error }]);
  });

  it('fails a command when no bot is connected', async () => {
    const slack = await startSlack();
    const error = '/scout failed with the error "dispatch_failed"';
    expect(await slack.command(command)).toEqual({ ok: false, error });
  });

  it('fails a command that the app does not declare', async () => {
    const slack = await startSlack();
    const error = '/foo is not a valid command';
    expect(await slack.command({ ...command, command: '/foo' })).toEqual({ ok: false, error });
  });

  it('keeps an event until a bot connects', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<string>();
    await slack.say(mention);
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ event }) => see(event.text));
    });
    expect(await seen).toContain('tea');
    await slack.idle();
  });

  it('redelivers an event three times, saying why, and then gives up', async () => {
    const slack = await startSlack({ ackTimeoutMs: 40 });
    const attempts: unknown[] = [];
    const ids = new Set<unknown>();
    const receiver = await connectBot(slack, () => {});
    receiver.client.removeAllListeners('slack_event');
    receiver.client.on('slack_event', ({ retry_num, retry_reason, body }) => {
      attempts.push([retry_num, retry_reason]);
      ids.add(body.event_id);
    });
    await slack.say(mention);
    await slack.idle();
    expect(attempts).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(ids.size).toBe(1);
  });

  it('gets the event again on a new socket when the old one broke before the acknowledgement', async () => {
    const slack = await startSlack();
    slack.faults.next('events_api', { kind: 'drop_socket' });
    const retries: (number | undefined)[] = [];
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ context }) => {
        retries.push(context.retryNum);
      });
    });
    await slack.say(mention);
    await slack.idle();
    expect(retries).toContain(1);
  });

  it('comes back after Slack asked it to refresh its socket', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<string>();
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ event }) => see(event.text));
    });
    slack.refresh();
    await slack.connected();
    await slack.say(mention);
    expect(await seen).toContain('tea');
    expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
  });

  it('shares deliveries among its sockets in turn', async () => {
    const slack = await startSlack();
    const seen: string[] = [];
    for (const name of ['one', 'two']) {
      await connectBot(slack, (app) => {
        app.event('app_mention', async () => {
          seen.push(name);
        });
      });
    }
    for (let round = 0; round < 4; round += 1) {
      await slack.say(mention);
      await slack.idle();
    }
    expect([...seen].sort()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('gets mention and message as two events of one message where it may read channels', async () => {
    const slack = await startSlack({
      app: {
        scopes: ['app_mentions:read', 'channels:history', 'chat:write'],
        botEvents: ['app_mention', 'message.channels'],
      },
    });
    const seen: { type: string; ts: string; id: string }[] = [];
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ event, body }) => {
        seen.push({ type: event.type, ts: event.ts, id: body.event_id });
      });
      app.event('message', async ({ event, body }) => {
        seen.push({ type: event.type, ts: event.ts, id: body.event_id });
      });
    });
    await slack.say(mention);
    await slack.idle();
    expect(seen.map(({ type }) => type).sort()).toEqual(['app_mention', 'message']);
    expect(new Set(seen.map(({ ts }) => ts)).size).toBe(1);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
  });

  it('hears of direct messages, their edits and their deletion', async () => {
    const slack = await startSlack();
    const seen: (string | undefined)[] = [];
    await connectBot(slack, (app) => {
      app.event('message', async ({ event }) => {
        seen.push(event.subtype);
      });
    });
    const im = slack.workspace.im('ada')?.id ?? '';
    const { ts } = await slack.say({ user: 'ada', channel: im, text: 'tea?' });
    await slack.edit({ user: 'ada', channel: im, ts, text: 'tea!' });
    await slack.remove({ user: 'ada', channel: im, ts });
    await slack.idle();
    expect(seen).toEqual([undefined, 'message_changed', 'message_deleted']);
  });

  it('hears nothing from a channel that it is not in, and the person is told', async () => {
    const slack = await startSlack();
    await connectBot(slack, () => {});
    await slack.say({ ...mention, channel: 'elsewhere' });
    await slack.idle();
    const text = "You mentioned @scout, but they're not in this channel.";
    expect(slack.workspace.notices).toMatchObject([{ channel: 'C0ELSEWHERE', text }]);
  });

  it('is let go politely when Slack closes', async () => {
    const slack = await startSlack();
    const open = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await open.json()) as { url: string };
    const socket = new WebSocket(url);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await slack.connected();
    await slack.close();
    expect(await closed).toBe(1001);
  });

  it('refuses a socket without a ticket of its own', async () => {
    const slack = await startSlack();
    const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/link/?ticket=guess`);
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('403');
  });
});
