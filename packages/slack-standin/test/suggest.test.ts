import { expect, it } from '@jest/globals';
import type { BlockAction, BlockSuggestion } from '@slack/bolt';
import type { FakeSlack } from '../src/fake-slack.ts';
import { signal, startHttpPair } from './support/bolt-bot.ts';

const channel = 'C0GENERAL';
const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value });
const menu = { type: 'external_select', action_id: 'article', min_query_length: 2 };

/** A bot with a menu in a message, which answers each question for options with `options`. */
async function startMenu(options: unknown): Promise<{
  slack: FakeSlack;
  ts: string;
  asked: Promise<BlockSuggestion>;
  chosen: Promise<unknown>;
}> {
  const asked = signal<BlockSuggestion>();
  const chosen = signal<unknown>();
  const slack = await startHttpPair((app) => {
    app.options('article', async ({ ack, options: body }) => {
      asked.see(body as BlockSuggestion);
      await ack({ options } as Parameters<typeof ack>[0]);
    });
    app.action<BlockAction>('article', async ({ ack, action }) => {
      await ack();
      chosen.see(action);
    });
  });
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel,
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'b', elements: [menu] }],
    }),
  });
  const { ts } = (await response.json()) as { ts: string };
  return { slack, ts, asked: asked.seen, chosen: chosen.seen };
}

const query = (ts: string, value: string) => ({
  user: 'ada',
  in: { channel, ts },
  actionId: 'article',
  value,
});

it('asks the app for options with what was typed, and lets only these be chosen', async () => {
  const { slack, ts, asked, chosen } = await startMenu([option('hammond-2017')]);
  expect(await slack.suggest(query(ts, 'ham'))).toEqual({
    ok: true,
    options: [option('hammond-2017')],
  });
  expect(await asked).toMatchObject({
    type: 'block_suggestion',
    action_id: 'article',
    block_id: 'b',
    value: 'ham',
    user: { id: 'U0ADA' },
    container: { type: 'message', message_ts: ts, channel_id: channel },
  });
  expect(await asked).not.toHaveProperty('trigger_id');
  const use = { user: 'ada', in: { channel, ts }, actionId: 'article' };
  const unknown = slack.click({ ...use, option: 'stoner-2026' });
  await expect(unknown).rejects.toThrow('has suggested no option "stoner-2026"');
  await slack.click({ ...use, option: 'hammond-2017' });
  expect(await chosen).toMatchObject({ selected_option: option('hammond-2017') });
});

it('asks nothing before enough was typed', async () => {
  const { slack, ts } = await startMenu([option('x')]);
  expect(await slack.suggest(query(ts, 'h'))).toEqual({ ok: true, options: [] });
});

it.each([
  ['no list', 'x'],
  ['options without text', [{ value: 'x' }]],
  ['101 options', Array.from({ length: 101 }, (_, n) => option(`o${n}`))],
])('refuses %s', async (_what, options) => {
  const { slack, ts } = await startMenu(options);
  expect(await slack.suggest(query(ts, 'ham'))).toEqual({ ok: false, error: 'invalid_options' });
});
