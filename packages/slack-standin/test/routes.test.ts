import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as streamed } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeSlack } from '../src/fake-slack.ts';
import { maxBodyBytes } from '../src/transport/server.ts';
import { connectBot, startSlack } from './support/bolt-bot.ts';

let slack: FakeSlack;

beforeEach(async () => {
  slack = await startSlack();
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${slack.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.text() };
}

async function state(user: string) {
  const response = await fetch(`${slack.url}/page/state?user=${user}`);
  return (await response.json()) as {
    me: { name: string };
    channels: { name: string; kind: string; messages: { text: string }[] }[];
    notices: { id: string; text: string }[];
    modals: unknown[];
  };
}

/** A request whose Host header fetch would not let us write. */
function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const get = request(`${slack.url}/page/state?user=ada`, { headers, agent: false });
    get.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    get.on('error', reject);
    get.end();
  });
}

describe('the page’s routes', () => {
  it('show each person their own view of the workspace', async () => {
    await slack.say({ user: 'ada', channel: slack.workspace.im('ada')?.id ?? '', text: 'secret' });
    const [ada, lin] = [await state('U0ADA'), await state('U0LIN')];
    expect([ada.me.name, lin.me.name]).toEqual(['ada', 'lin']);
    expect(JSON.stringify(ada)).toContain('secret');
    expect(JSON.stringify(lin)).not.toContain('secret');
    expect(lin.channels.map(({ name }) => name)).toEqual(['general', 'random', 'elsewhere', 'lin']);
  });

  it('post messages, and say what is missing', async () => {
    const { status } = await post('/page/messages', {
      user: 'U0ADA',
      channel: 'C0GENERAL',
      text: 'hello',
    });
    expect(status).toBe(200);
    expect((await state('U0LIN')).channels[0]?.messages).toMatchObject([{ text: 'hello' }]);
    expect(await post('/page/messages', { user: 'U0ADA' })).toEqual({
      status: 400,
      body: '{"ok":false,"error":"The field \\"channel\\" is missing: it must be a text."}',
    });
  });

  it('send commands, and keep what went wrong until it is dismissed', async () => {
    const command = { user: 'U0ADA', channel: 'C0GENERAL', command: '/scout', text: '' };
    const { body } = await post('/page/commands', command);
    expect(JSON.parse(body)).toMatchObject({ ok: false });
    const [notice] = (await state('U0ADA')).notices;
    expect(notice?.text).toContain('dispatch_failed');
    expect((await state('U0LIN')).notices).toEqual([]);
    await post('/page/notices/dismiss', { user: 'U0ADA', id: notice?.id });
    expect((await state('U0ADA')).notices).toEqual([]);
  });

  it('open, fill and close modals', async () => {
    await connectBot(slack, (app) => {
      app.shortcut('look_up', async ({ ack, client, shortcut }) => {
        await ack();
        const element = { type: 'plain_text_input' as const, action_id: 'a' };
        const label = { type: 'plain_text' as const, text: 'Q' };
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'v',
            title: label,
            submit: label,
            blocks: [{ type: 'input', block_id: 'b', label, element }],
          },
        });
      });
      app.view('v', async ({ ack }) => ack());
    });
    const user = 'U0ADA';
    const { ts } = await slack.say({ user, channel: 'general', text: 'tea' });
    await post('/page/shortcuts', { user, callback_id: 'look_up', channel: 'C0GENERAL', ts });
    const { id } = await slack.waitFor((space) => space.modals.get(user)?.at(-1));
    const submit = (value: string) => ({
      user,
      view_id: id,
      values: { b: { a: { type: 'plain_text_input', value } } },
    });
    expect(await post('/page/views/submit', submit(''))).toMatchObject({
      body: '{"ok":false,"errors":{"b":"Please complete this required field."}}',
    });
    expect(await post('/page/views/submit', submit('x'))).toMatchObject({ body: '{"ok":true}' });
    expect((await state(user)).modals).toEqual([]);
  });

  it('tell of changes as they happen', async () => {
    const leave = new AbortController();
    const response = await fetch(`${slack.url}/page/events?user=ada`, { signal: leave.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value;
    expect(await next()).toMatch(/^event: change\ndata: \d+\n\n$/);
    await slack.say({ user: 'ada', channel: 'general', text: 'hello' });
    expect(await next()).toMatch(/^event: change\n/);
    leave.abort();
  });

  it.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['of wrong types', '{"user":7,"channel":"C0GENERAL","text":"x"}'],
    ['of an unknown person', '{"user":"U0","channel":"C0GENERAL","text":"x"}'],
  ])('refuse a body that is %s with a sentence', async (_what, body) => {
    const reply = await post('/page/messages', body);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toEqual({ ok: false, error: expect.stringMatching(/\.$/) });
  });

  it('refuse bodies that hold no file which Slack would take', async () => {
    const text = 'x'.repeat(maxBodyBytes);
    const large = { user: 'ada', channel: 'general', text };
    expect((await post('/page/messages', large)).status).toBe(413);
  });

  it('refuse forms, which foreign pages could send', async () => {
    const form = { 'content-type': 'text/plain' };
    expect((await post('/page/messages', '{}', form)).status).toBe(400);
  });

  it('are only for loopback names and the page itself', async () => {
    const { port } = new URL(slack.url);
    expect(await statusWith({ host: `localhost:${port}` })).toBe(200);
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'http://evil.example' })).toBe(403);
    expect(await statusWith({ origin: slack.url })).toBe(200);
  });
});

describe('the site beside the page', () => {
  it('serves its pages, one of which may change with time, and lets none of them run scripts', async () => {
    let items = ['one'];
    const html = {
      type: 'text/html; charset=utf-8',
      body: '<p>Ceylon</p><script>alert(1)</script>',
    };
    const feed = { type: 'application/rss+xml', body: () => `<rss>${items.join()}</rss>` };
    const { siteUrl } = await startSlack({ site: { 'tea/цейлон.html': html, 'feed.xml': feed } });
    const page = await fetch(`${siteUrl}tea/цейлон.html`);
    expect(await page.text()).toContain('Ceylon');
    expect(page.headers.get('content-type')).toBe(html.type);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    const read = async () => (await fetch(`${siteUrl}feed.xml`)).text();
    expect(await read()).toBe('<rss>one</rss>');
    items = ['two', 'one'];
    expect(await read()).toBe('<rss>two,one</rss>');
    expect((await fetch(`${siteUrl}constructor`)).status).toBe(404);
    expect((await fetch(`${siteUrl}%ff`)).status).toBe(404);
  });

  it('serves pages of other hosts, and files of Slack’s, to an app that connects to here for them', async () => {
    const page = { type: 'text/html', body: '<p>Assam</p>' };
    const moved = { ...page, status: 302, location: '/tea' };
    const site = { '//gazette.example/tea': page, '//gazette.example/old': moved };
    const here = await startSlack({
      site,
      filesUrl: 'https://files.slack.com',
      app: { scopes: ['files:read'] },
    });
    const files = [{ name: 'a.txt', bytes: Buffer.from('Assam') }];
    const { files: [file] = [] } = await here.say({
      user: 'ada',
      channel: 'general',
      text: '',
      files,
    });
    expect(file?.url_private).toMatch(/^https:\/\/files\.slack\.com\/files-pri\//);
    const path = new URL(file?.url_private ?? '').pathname;
    const token = { authorization: `Bearer ${here.botToken}` };
    expect(await elsewhere(here, 'gazette.example', '/tea')).toMatch(/^200 .*Assam/);
    expect(await elsewhere(here, 'gazette.example', '/old')).toMatch(/^302/);
    expect(await elsewhere(here, 'gazette.example', '/page/state')).toMatch(/^404/);
    expect(await elsewhere(here, 'files.slack.com', path, token)).toBe('200 Assam');
    expect(await elsewhere(here, 'files.slack.com', path)).toMatch(/^302/);
    expect(await elsewhere(here, 'files.slack.com', '/page/state')).toMatch(/^403/);
    const origin = { origin: 'http://gazette.example' };
    expect(await elsewhere(here, 'gazette.example', '/tea', origin)).toMatch(/^403/);
  });
});

/** What a fake Slack answers to a request for another host: its status and its body. */
async function elsewhere(
  { url }: FakeSlack,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const get = request(`${url}${path}`, { headers: { ...headers, host }, agent: false });
  get.end();
  const [response] = (await once(get, 'response')) as [IncomingMessage];
  return `${response.statusCode} ${await streamed(response)}`;
}
