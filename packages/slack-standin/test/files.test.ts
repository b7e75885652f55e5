import { beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FakeSlack } from '../src/fake-slack.ts';
import { connectBot, quiet, startSlack } from './support/bolt-bot.ts';

const channel = 'C0GENERAL';
const scopes = ['channels:history', 'chat:write', 'files:read', 'files:write', 'im:history'];
const botEvents = ['file_shared', 'message.channels', 'message.im'];
const words = 'title,year\nTEA,2017\n';

let slack: FakeSlack;
let web: WebClient;

function clientOf(slack: FakeSlack): WebClient {
  const retryConfig = { retries: 0 };
  return new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig,
    logger: quiet,
  });
}

beforeEach(async () => {
  slack = await startSlack({ app: { scopes, botEvents } });
  web = clientOf(slack);
});

/** Begins an upload and sends its bytes. */
async function upload(body: string, length = body.length): Promise<{ id: string; status: number }> {
  const begun = await web.files.getUploadURLExternal({ filename: 'notes.txt', length });
  const { status } = await fetch(begun.upload_url ?? '', { method: 'POST', body });
  return { id: begun.file_id ?? '', status };
}

describe('files of the bot', () => {
  it('are uploaded by the client’s own method, and stand in a message', async () => {
    const { ts } = await slack.say({ user: 'ada', channel, text: 'the table?' });
    await web.files.uploadV2({
      channel_id: channel,
      thread_ts: ts,
      filename: 'table.csv',
      title: 'A table',
      content: words,
      initial_comment: 'Here.',
    });
    const [, message] = slack.workspace.thread(channel, ts);
    expect(message).toMatchObject({ user: 'U0SCOUT', text: 'Here.', subtype: 'file_share' });
    const [file] = message?.files ?? [];
    expect(file).toMatchObject({ title: 'A table', mimetype: 'text/csv', size: words.length });
    const info = await web.files.info({ file: file?.id ?? '' });
    expect(info.file).toMatchObject({ name: 'table.csv', channels: [channel], ims: [] });
  });

  it('are given to a bot that signs in, and to nobody else', async () => {
    const { id } = await upload(words);
    const { files } = await web.files.completeUploadExternal({ files: [{ id, title: 'Notes' }] });
    const address = files?.[0]?.url_private_download ?? '';
    const authorization = `Bearer ${slack.botToken}`;
    const given = await fetch(address, { headers: { authorization } });
    expect(await given.text()).toBe(words);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  });

  it('are taken as a form too', async () => {
    const begun = await web.files.getUploadURLExternal({ filename: 'a.txt', length: words.length });
    const body = new FormData();
    body.append('filename', new Blob([words]), 'a.txt');
    const { status } = await fetch(begun.upload_url ?? '', { method: 'POST', body });
    expect(status).toBe(200);
  });

  it('are not there before their bytes came, nor twice', async () => {
    const complete = (id: string) => web.files.completeUploadExternal({ files: [{ id }] });
    const short = await upload(words, words.length + 1);
    expect(short.status).toBe(400);
    await expect(complete(short.id)).rejects.toThrow('file_not_found');
    const { id } = await upload(words);
    await complete(id);
    await expect(complete(id)).rejects.toThrow('file_not_found');
    await expect(web.files.info({ file: 'F0' })).rejects.toThrow('file_not_found');
  });

  it.each([
    ['missing_argument', { length: 0 }],
    ['file_upload_size_restricted', { length: 30 * 1024 * 1024 + 1 }],
    ['snippet_too_large', { length: 1024 * 1024 + 1, snippet_type: 'text' }],
    ['alt_txt_too_large', { length: 1, alt_txt: 'x'.repeat(1001) }],
  ])('are refused with %s', async (error, args) => {
    const begin = web.files.getUploadURLExternal({ filename: 'a.png', ...args });
    await expect(begin).rejects.toThrow(error);
  });

  it('are shared only where the bot is', async () => {
    const { id } = await upload(words);
    const share = (to: string) =>
      web.files.completeUploadExternal({ files: [{ id }], channel_id: to });
    await expect(share('C0ELSEWHERE')).rejects.toThrow('not_in_channel');
    await expect(share('C0')).rejects.toThrow('channel_not_found');
    await share(channel);
    expect(slack.workspace.channel(channel)?.messages).toHaveLength(1);
  });

  it('need their scopes', async () => {
    const poor = clientOf(await startSlack());
    const begin = poor.files.getUploadURLExternal({ filename: 'a', length: 1 });
    await expect(begin).rejects.toThrow('missing_scope');
  });
});

describe('files of people', () => {
  it('are told to the bot, with the message and by themselves', async () => {
    const seen: unknown[] = [];
    await connectBot(slack, (app) => {
      app.event('message', async ({ event }) => void seen.push(event));
      app.event('file_shared', async ({ event }) => void seen.push(event));
    });
    const files = [{ name: 'Brief.PDF', bytes: Buffer.from('%PDF-1.7') }];
    const { ts } = await slack.say({ user: 'lin', channel, text: 'read this', files });
    await slack.idle();
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(
      expect.objectContaining({
        subtype: 'file_share',
        ts,
        text: 'read this',
        files: [expect.objectContaining({ name: 'Brief.PDF', mimetype: 'application/pdf' })],
      }),
    );
    expect(seen).toContainEqual(
      expect.objectContaining({ type: 'file_shared', user_id: 'U0LIN', channel_id: channel }),
    );
  });

  it('make a message without words, but nothing makes none', async () => {
    const files = [{ name: 'a.txt', bytes: Buffer.from('a') }];
    const { text } = await slack.say({ user: 'ada', channel, text: '', files });
    expect(text).toBe('');
    const nothing = slack.say({ user: 'ada', channel, text: '' });
    await expect(nothing).rejects.toThrow('needs a text or a file');
  });

  it('are shown to those who see a message with them, and never run on the page', async () => {
    const files = [{ name: 'x.html', bytes: Buffer.from('<script>alert(1)</script>') }];
    const { files: kept } = await slack.say({ user: 'ada', channel: 'D0ADA', text: '', files });
    const get = (user: string) => fetch(`${slack.url}/page/files/${kept?.[0]?.id}?user=${user}`);
    expect((await get('lin')).status).toBe(404);
    const { headers } = await get('ada');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });
});
