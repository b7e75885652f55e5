import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import SqliteFile from 'better-sqlite3';
import { pino } from 'pino';
import type { FakeSlack } from 'slack-standin';
import { startBot } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startSlack } from '../support/slack.ts';
import { afterTest, fromBot, seen, temporaryFolder } from '../support/start-desk.ts';

/**
 * `version-0.1.0/desk.sql` is what version 0.1.0 left when it was killed at noon: answers with their
 * buttons, questions in each state, and digests that were due at nine in each state.
 */
const fixture = new URL('./version-0.1.0/', import.meta.url).pathname;
const noon = Date.UTC(2026, 10, 23, 12);

const day = 24 * 60 * 60_000;

/** The last noon, and by how much it is later than that of the fixture. */
const daysLater = Math.floor((Date.now() - noon) / day) * day;
const lastNoon = noon + daysLater;

/** Channels of the fixture whose digest was in the state that they are named after. */
const digestChannels = ['DUE', 'WAITING', 'POSTING', 'REPLYING', 'POSTED', 'UNTOLD'];

/** The messages that asked, by their timestamps in the fixture. */
const asking = ['200.1', '201.1', '202.1', '100.1', '100.5', '102.1'];

/** What was sent to the response addresses of commands and clicks. */
async function openResponses() {
  const sent: { readonly path: string; readonly body: { readonly text: string } }[] = [];
  const server = createServer((request, response) => {
    readText(request).then(
      (body) => {
        sent.push({ path: request.url ?? '', body: JSON.parse(body) });
        response.end('ok');
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(() => new Promise((resolve) => server.close(resolve)));
  return { sent, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Slack as it was when the earlier version ended: its messages, one digest among them. */
async function openSlack() {
  const slack = await startSlack({
    channels: [
      { id: 'C024GENRL', name: 'general' },
      ...digestChannels.map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
    ],
    app: {
      scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'channels:history'],
    },
  });
  afterTest(() => slack.close());
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const timestamps = new Map<string, string>();
  for (const ts of asking) {
    const channel = ts === '202.1' ? (slack.workspace.im('ada')?.id ?? '') : 'general';
    timestamps.set(ts, (await slack.say({ user: 'ada', channel, text: `asked at ${ts}` })).ts);
  }
  const post = async (channel: string, more: object = {}) =>
    String((await client.chat.postMessage({ channel, text: 'a digest', ...more })).ts);
  timestamps.set('300.1', await post('C0REPLYING'));
  return { slack, timestamps, post };
}

/** The database of the earlier version, with the ids that this Slack has and an age of a minute. */
async function restore(slack: FakeSlack, timestamps: Map<string, string>, origin: string) {
  const path = join(await temporaryFolder(), 'desk.db');
  const { id: im = '' } = slack.workspace.im('ada') ?? {};
  const names: Record<string, string> = {
    ...{ 'T-OLD': 'T0FAKESLACK', 'C-OLD': 'C024GENRL', 'D-OLD': im, 'U-OLD': 'U024ADABR' },
    ...Object.fromEntries(
      ['COMMAND', 'SHARE', 'SOURCES'].map((at) => [`R-${at}`, `${origin}/${at}`]),
    ),
    ...Object.fromEntries(digestChannels.map((name) => [`C-${name}`, `C0${name}`])),
    ...Object.fromEntries(timestamps),
    '2026-11-24': dateOf(lastNoon + day),
    '2026-11-23': dateOf(lastNoon),
  };
  let sql = readFileSync(join(fixture, 'desk.sql'), 'utf8');
  for (const [old, now] of Object.entries(names)) sql = sql.replaceAll(old, now);
  const file = new SqliteFile(path);
  file.exec(sql);
  // Three minutes ago, so that nothing is leased any more.
  const later = Date.now() - noon - 3 * 60_000;
  file.exec(`update questions set asked_at = asked_at + ${later}, leased_until = 0`);
  file.exec(`update runs set due_at = due_at + ${daysLater}, leased_until = 0`);
  file.exec(`update subscriptions set due_at = due_at + ${daysLater}`);
  const digestPosted = file.prepare("select id from runs where status = 'posting'").pluck().get();
  file.close();
  return { path, digestPosted: String(digestPosted) };
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Waits until nothing is left open, for twenty seconds at most. */
async function allDone(open: () => unknown[]): Promise<void> {
  for (let i = 0; open().length > 0 && i < 200; i += 1) await wait(100);
  expect(open()).toEqual([]);
}

/** Starts the bot on the database that the earlier version left. */
async function upgrade() {
  const { slack, timestamps, post } = await openSlack();
  const { sent, origin } = await openResponses();
  const { path, digestPosted } = await restore(slack, timestamps, origin);
  const metadata = { event_type: 'sino_russia_digest', event_payload: { run: digestPosted } };
  await post('C0POSTING', { metadata });
  const log = pino({ level: 'silent' });
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${path}`,
    LIBRARY_DIRS: join(fixture, 'library'),
  };
  const began = Date.now();
  // Digests go by the time at which the earlier version ended.
  const bot = await startBot(readConfig(env), log, { clock: () => lastNoon + Date.now() - began });
  afterTest(() => bot.stop());
  await slack.connected();
  const open = () => {
    const file = new SqliteFile(path, { readonly: true });
    const states = file.prepare('select kind, state from jobs').all() as { state: string }[];
    file.close();
    return states.filter(({ state }) => state !== 'done');
  };
  return { slack, timestamps, post, sent, path, open };
}

describe('a database of version 0.1.0', () => {
  it('is taken over: each open question is answered once, and each digest goes out once', async () => {
    const { slack, timestamps, sent, open } = await upgrade();
    await allDone(open);
    const threads = fromBot(slack, 'general').map(({ thread_ts }) => thread_ts);
    const answered = ['200.1', '201.1', '100.1'].map((ts) => timestamps.get(ts));
    expect(threads.sort()).toEqual(answered.sort());
    expect(sent.map(({ path }) => path).sort()).toEqual(['/COMMAND', '/SHARE', '/SOURCES']);
    const inChannels = digestChannels.map((name) => fromBot(slack, `C0${name}`).length);
    expect(inChannels).toEqual([1, 1, 1, 1, 0, 0]);
    const told = fromBot(slack, slack.workspace.im('ada')?.id ?? '').map(seen);
    expect(told.filter((said) => /could not be posted/.test(said))).toHaveLength(1);
    expect(told.filter((said) => /harbour pact, waiting/.test(said))).toHaveLength(1);
  }, 60_000);

  it('answers nothing again that Slack brings again, and keeps what is below its buttons', async () => {
    const { slack, path, open, post } = await upgrade();
    await allDone(open);
    const file = new SqliteFile(path, { readonly: true });
    const idOf = (text: string) =>
      String(file.prepare('select id from questions where text = ?').pluck().get(text));
    const mention = idOf('Who signed the harbour pact of Vestholm?');
    const button = (action: string, value: string) => ({
      type: 'button',
      text: { type: 'plain_text', text: action },
      ...{ action_id: action, value },
    });
    const elements = [button('cite_all', `${mention}.0`), button('cite_thread', `${mention}.0`)];
    const ts = await post('C024GENRL', { blocks: [{ type: 'actions', elements }] });
    await slack.click({ user: 'ada', in: { channel: 'general', ts }, actionId: 'cite_all' });
    const modal = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    expect(JSON.stringify(modal)).toMatch(/Lindqvist/);
    const sources = file.prepare('select distinct surface from questions order by surface').pluck();
    expect(sources.all()).toEqual([
      'check quote',
      'command',
      'direct message',
      'find sources',
      'follow-up',
      'mention',
    ]);
    expect(file.prepare('select count(*) from shares').pluck().get()).toBe(1);
    file.close();
  }, 60_000);
});
