import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { afterTest, fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const signingSecret = 'shhh';
const form = 'application/x-www-form-urlencoded';

async function startHttpDesk() {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/slack/events`;
  const desk = await startDesk(
    { delivery: { kind: 'http', url, signingSecret } },
    { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) },
  );
  return { ...desk, url, port, health: `${origin}/healthz` };
}

interface Signing {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly at?: number;
  readonly type?: string;
}

/** A request as Slack signs it. */
function signed(body: string, { secret, at = now(), type = form }: Signing = {}) {
  const hmac = createHmac('sha256', secret ?? signingSecret).update(`v0:${at}:${body}`);
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  };
  return { method: 'POST', body, headers };
}

/** A command of Ada's in the channel general, with other fields where `fields` has them. */
function command(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams({
    command: '/sino-russia',
    text: 'thaad',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2',
    ...fields,
  }).toString();
}

const now = () => Math.floor(Date.now() / 1000);

/** A connection that is destroyed after the test, over which `sent` was sent as it is. */
async function open(port: number, sent = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  afterTest(async () => socket.destroy());
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
}

/** The head of a request whose body is still to come. */
function head(length: number, headers: Readonly<Record<string, string>> = {}): string {
  const all = { host: 'x', 'content-length': String(length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /slack/events HTTP/1.1\r\n${lines.join('')}\r\n`;
}

const forged = {
  'x-slack-request-timestamp': String(now()),
  'x-slack-signature': `v0=${'0'.repeat(64)}`,
};

async function firstLine(socket: Socket): Promise<string> {
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString().split('\r\n')[0] ?? '';
}

describe('the bot in HTTP mode', () => {
  it('answers commands, mentions and direct messages that Slack has signed', async () => {
    const { slack } = await startHttpDesk();
    await slack.command({ user: 'ada', channel: 'energy', command: '/sino-russia', text: 'thaad' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    expect(seen(await slack.waitFor(() => fromBot(slack, 'energy')[0]))).toMatch(/THAAD/);
    expect(seen(await slack.waitFor(() => fromBot(slack, 'general')[0]))).toMatch(/THAAD/);
  });

  it('says that it is alive, and nothing at other addresses', async () => {
    const { health, port } = await startHttpDesk();
    expect((await fetch(health)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/wp-login.php`)).status).toBe(404);
    expect(await firstLine(await open(port, 'GET // HTTP/1.1\r\nhost: x\r\n\r\n'))).toMatch(/404/);
  });

  it.each([
    ['a wrong signature', signed('{}', { secret: 'guessed' })],
    ['a request that was signed six minutes ago', signed('{}', { at: now() - 360 })],
    ['a request that will be signed in six minutes', signed('{}', { at: now() + 360 })],
    ['a request without a signature', { method: 'POST', body: '{}' }],
    ['a form without a signature', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }],
  ])('refuses %s', async (_, request) => {
    const { url } = await startHttpDesk();
    expect((await fetch(url, request)).status).toBe(401);
  });

  it('lets Slack check the certificate without a signature', async () => {
    const { url } = await startHttpDesk();
    const check = { method: 'POST', body: new URLSearchParams({ ssl_check: '1', token: 'x' }) };
    expect((await fetch(url, check)).status).toBe(200);
  });

  it('takes a form that says its character set', async () => {
    const { url, slack, logged } = await startHttpDesk();
    const body = command({ response_url: `${slack.url}/response/R1` });
    const type = `${form};charset=utf-8`;
    expect((await fetch(url, signed(body, { type }))).status).toBe(200);
    await untilLogged(logged, /question/i);
  });

  it.each([
    ['null', 'application/json'],
    ['[{"event":1}]', 'application/json'],
    ['"CANARY"', 'application/json'],
    ['CANARY hello', 'application/json'],
    ['payload=null', form],
    ['payload=CANARY', form],
  ])('refuses the signed body %s, keeps running and logs none of it', async (body, type) => {
    const { url, health, logged } = await startHttpDesk();
    expect((await fetch(url, signed(body, { type }))).status).toBe(400);
    expect((await fetch(health)).status).toBe(200);
    expect(JSON.stringify(logged)).not.toMatch(/CANARY/);
  });

  it('refuses a large body before it is sent', async () => {
    const { port } = await startHttpDesk();
    const large = 4 * 1024 * 1024;
    expect(await firstLine(await open(port, head(large)))).toMatch(/401/);
    expect(await firstLine(await open(port, head(large, forged)))).toMatch(/413/);
  });

  it('holds no more than 32 MB of bodies that nobody has vouched for yet', async () => {
    const { port, health } = await startHttpDesk();
    const size = 1024 * 1024;
    const almostAll = head(size, forged) + 'x'.repeat(size - 1);
    const sockets = await Promise.all(Array.from({ length: 40 }, () => open(port, almostAll)));
    expect(await Promise.race(sockets.map(firstLine))).toMatch(/503/);
    expect((await fetch(health)).status).toBe(200);
  });

  it('answers beside 1,000 connections that say nothing', async () => {
    const { port, health } = await startHttpDesk();
    await Promise.all(Array.from({ length: 1000 }, () => open(port)));
    expect((await fetch(health)).status).toBe(200);
  });

  it('ends within seconds although half a request hangs on it', async () => {
    const { port, bot } = await startHttpDesk();
    const socket = await open(port, `${head(100)}{`);
    const unsigned = await open(port, 'POST /slack/events HTTP/1.1\r\nhost: x\r\n');
    const told = Date.now();
    await bot.stop();
    expect(Date.now() - told).toBeLessThan(8000);
    await Promise.all([text(socket), text(unsigned)]);
  });

  it('tells only the person when Slack names no address to answer a command at', async () => {
    const { url, slack } = await startHttpDesk();
    const [channel] = slack.workspace.channels;
    const body = command({ channel_id: channel?.id ?? '' });
    const response = await fetch(url, signed(body));
    expect(await response.json()).toMatchObject({ response_type: 'ephemeral' });
    await slack.idle();
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  it('sends an answer to no address but those of Slack', async () => {
    const { url, logged } = await startHttpDesk();
    let hits = 0;
    const elsewhere = createServer((_, response) => {
      hits += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    afterTest(async () => elsewhere.close());
    await once(elsewhere, 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    const body = command({ response_url: `http://127.0.0.1:${port}/` });
    expect((await fetch(url, signed(body))).status).toBe(200);
    await untilLogged(logged, /no https address of Slack/);
    expect(hits).toBe(0);
  });
});
