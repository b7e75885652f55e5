import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ids } from '../../src/slack/ids.ts';
import { freePort } from '../support/free-port.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const signingSecret = 'shhh';

async function startHttpDesk() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const desk = await startDesk(
    { delivery: { kind: 'http', url, signingSecret } },
    { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) },
  );
  return { ...desk, url, health: `http://127.0.0.1:${port}/healthz` };
}

type Started = Pick<Awaited<ReturnType<typeof startHttpDesk>>, 'url' | 'slack'>;

/** Posts a body as Slack signs it. */
async function post(url: string, body: string, type: string): Promise<number> {
  const at = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${hmac}`,
  };
  return (await fetch(url, { method: 'POST', body, headers })).status;
}

const postForm = (url: string, fields: Readonly<Record<string, string>>) =>
  post(url, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
const postPayload = (url: string, payload: object) =>
  postForm(url, { payload: JSON.stringify(payload) });
const postEvent = (url: string, event: object, id: string) =>
  post(
    url,
    JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      api_app_id: 'A1',
      event_id: id,
      event,
    }),
    'application/json',
  );

/** What logs are searched for: part of everything that is sent. */
const canary = 'CANARY';
const longest = 40_000;
const fill = (unit: string) =>
  `${canary} ${unit.repeat(Math.ceil(longest / unit.length))}`.slice(0, longest);

const texts: Readonly<Record<string, string>> = {
  'marks that open': fill('“‘«「("['),
  'control characters': fill('\u0000\u0007\u001b[2J\u2028\ufeff'),
  'right-to-left marks': fill('\u202e\u2066א\u202d'),
  'lone surrogates': fill('\ud800\udfff'),
  'marks on one letter': fill('\u0301'),
  'mentions and links': fill('<@U1> <!channel> <https://a|b> '),
  filters: fill('author:"a" -b lang:ru after:2020 '),
  'times and days': fill('monday 09:00 am to noon '),
  'families of emoji': fill('👨‍👩‍👧‍👦'),
  'names of objects': fill('__proto__ constructor toString '),
};

const words = [
  '',
  'ask ',
  'verify ',
  'verify “',
  'timeline ',
  'digest 09:00 ',
  'article ',
  'cite ',
  'author:"',
];

/** Everything by which a text can come from Slack. */
function requestsWith({ url, slack }: Started, text: string, key: string): Promise<number>[] {
  const { team: { id: teamId } = { id: '' }, users, channels } = slack.workspace;
  const userId = users.find(({ name }) => name === 'ada')?.id ?? '';
  const channelId = channels.find(({ name }) => name === 'general')?.id ?? '';
  const [team, channel] = [{ id: teamId }, { id: channelId }];
  const person = { id: userId, team_id: teamId };
  const responseUrl = `${slack.url}/response/R1`;
  const base = {
    team_id: teamId,
    channel_id: channelId,
    user_id: userId,
    trigger_id: `1.${key}`,
    response_url: responseUrl,
  };
  const message = { type: 'message', text, user: 'U2', ts: '1.2' };
  const shortcut = {
    type: 'message_action',
    team,
    user: person,
    channel,
    message,
    trigger_id: '1.2',
    message_ts: '1.2',
    response_url: responseUrl,
  };
  return [
    ...words.map((word) => postForm(url, { ...base, command: '/sino-russia', text: word + text })),
    ...['app_mention', 'message'].map((type) =>
      postEvent(
        url,
        {
          type,
          text: `<@UBOT> ${text}`,
          user: userId,
          channel: type === 'message' ? 'D1' : channelId,
          channel_type: 'im',
          ts: `2.${key}`,
          event_ts: `2.${key}`,
        },
        `Ev${type}${key}`,
      ),
    ),
    ...[ids.findSources, ids.checkQuote, ids.citeThread].map((callback_id) =>
      postPayload(url, { ...shortcut, callback_id }),
    ),
    ...Object.values(ids).map((action_id) =>
      postPayload(url, {
        type: 'block_actions',
        team,
        user: person,
        channel,
        trigger_id: '1.2',
        container: { type: 'message', message_ts: '1.2', channel_id: channelId },
        message,
        response_url: responseUrl,
        actions: [{ type: 'button', action_id, block_id: 'b', value: text, action_ts: '1.2' }],
      }),
    ),
    ...[ids.digestModal, ids.answerModal, ids.feedbackModal, text.slice(0, 200)].map(
      (callback_id) =>
        postPayload(url, {
          type: 'view_submission',
          team,
          user: person,
          trigger_id: '1.2',
          view: {
            id: 'V1',
            type: 'modal',
            callback_id,
            private_metadata: text,
            state: { values: { a: { b: { type: 'plain_text_input', value: text } } } },
          },
        }),
    ),
  ];
}

describe('whatever Slack may send', () => {
  it.each(Object.entries(texts))(
    'does not stop the bot nor reach the log: %s',
    async (name, text) => {
      const { url, health, slack, logged, bot } = await startHttpDesk();
      const codes = await Promise.all(requestsWith({ url, slack }, text, String(name.length)));
      expect(codes.filter((code) => code >= 500)).toEqual([]);
      expect((await fetch(health)).status).toBe(200);
      await slack.command({
        user: 'ada',
        channel: 'energy',
        command: '/sino-russia',
        text: 'thaad',
      });
      expect(seen(await slack.waitFor(() => fromBot(slack, 'energy')[0]))).toMatch(/THAAD/);
      await slack.idle();
      await bot.stop();
      expect(JSON.stringify(logged)).not.toContain(canary);
      expect(logged.filter(({ level }) => level >= 60)).toEqual([]);
    },
  );
});
