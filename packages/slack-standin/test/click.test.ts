import { describe, expect, it } from '@jest/globals';
import type { BlockAction } from '@slack/bolt';
import type { FakeSlack } from '../src/fake-slack.ts';
import { connectBot, signal, startSlack } from './support/bolt-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

async function post(slack: FakeSlack, element: object, ephemeral = false): Promise<string> {
  const response = await fetch(
    `${slack.apiUrl}chat.${ephemeral ? 'postEphemeral' : 'postMessage'}`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slack.botToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        channel: 'C0GENERAL',
        ...(ephemeral && { user: 'U0ADA' }),
        text: 'x',
        blocks: [{ type: 'actions', elements: [element] }],
      }),
    },
  );
  const { ok, error, ts, message_ts } = (await response.json()) as Record<string, string>;
  if (!ok) throw new Error(error);
  return ts ?? message_ts ?? '';
}

describe('a click', () => {
  it('reaches the bot with the button’s value, the message and a way to respond', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<BlockAction>();
    await connectBot(slack, (app) => {
      app.action<BlockAction>('go', async ({ ack, body, respond }) => {
        await ack();
        await respond({ text: 'Done', replace_original: true });
        see(body);
      });
    });
    const ts = await post(slack, {
      type: 'button',
      action_id: 'go',
      text: plain('Go'),
      value: 'id-7',
    });
    const click = { user: 'lin', in: { channel: 'general', ts }, actionId: 'go' };
    expect(await slack.click(click)).toEqual({ ok: true });
    const body = await seen;
    expect(body).toMatchObject({
      user: { id: 'U0LIN' },
      actions: [{ value: 'id-7', type: 'button' }],
      message: { ts },
      container: { is_ephemeral: false },
    });
    expect(slack.workspace.message('general', ts)?.text).toBe('Done');
  });

  it('on an ephemeral message comes without the message, and may delete it', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<BlockAction>();
    await connectBot(slack, (app) => {
      app.action<BlockAction>('go', async ({ ack, body, respond }) => {
        await ack();
        await respond({ delete_original: true });
        see(body);
      });
    });
    const ts = await post(slack, { type: 'button', action_id: 'go', text: plain('Go') }, true);
    await slack.click({ user: 'ada', in: { channel: 'general', ts }, actionId: 'go' });
    const body = await seen;
    expect(body.message).toBeUndefined();
    expect(body.container).toMatchObject({ is_ephemeral: true });
    expect(slack.workspace.message('general', ts)).toBeUndefined();
  });

  it('on a menu names the chosen option, and no other can be chosen', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<BlockAction>();
    await connectBot(slack, (app) => {
      app.action<BlockAction>('more', async ({ ack, body }) => {
        await ack();
        see(body);
      });
    });
    const options = [{ text: plain('Cite'), value: 'cite' }];
    const ts = await post(slack, { type: 'overflow', action_id: 'more', options });
    const use = { user: 'ada', in: { channel: 'general', ts }, actionId: 'more' };
    await expect(slack.click({ ...use, option: 'burn' })).rejects.toThrow('there are: cite');
    await slack.click({ ...use, option: 'cite' });
    expect((await seen).actions).toMatchObject([{ selected_option: { value: 'cite' } }]);
  });

  it('is reported to the person when the bot does not acknowledge it', async () => {
    const slack = await startSlack({ ackTimeoutMs: 30 });
    await connectBot(slack, (app) => {
      app.action('go', async () => {});
    });
    const ts = await post(slack, { type: 'button', action_id: 'go', text: plain('Go') });
    const click = { user: 'ada', in: { channel: 'general', ts }, actionId: 'go' };
    const error = 'The app did not respond: "operation_timeout"';
    expect(await slack.click(click)).toEqual({ ok: false, error });
    expect(slack.workspace.notices).toMatchObject([{ text: error }]);
  });

  it('cannot be made on what is not there', async () => {
    const slack = await startSlack();
    const ts = await post(slack, { type: 'button', action_id: 'go', text: plain('Go') }, true);
    const click = { in: { channel: 'general', ts }, actionId: 'go' };
    await expect(slack.click({ ...click, user: 'lin' })).rejects.toThrow(
      'Lin Zhao sees no message',
    );
    await expect(slack.click({ ...click, user: 'ada', actionId: 'no' })).rejects.toThrow(
      '0 elements have the action_id "no"; there are: go.',
    );
  });
});
