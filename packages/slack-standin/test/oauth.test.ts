import { describe, expect, it } from '@jest/globals';
import { App, HTTPReceiver, type Installation, MemoryInstallationStore } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { FakeSlack, FakeSlackOptions } from '../src/index.ts';
import { afterTest, freePort, quiet, startSlack } from './support/bolt-bot.ts';

const oauth = { clientId: '1.2', clientSecret: 'secret' };
const botEvents = ['app_mention', 'app_uninstalled', 'tokens_revoked'];
const acme = { team: { name: 'Acme' }, people: [{ name: 'kim' }], channels: [{ name: 'general' }] };

interface Installable {
  readonly slack: FakeSlack;
  /** What the bot heard, with the team that it heard it from. */
  readonly heard: string[];
  /** Goes the way of a person who installs the app, and gives back the last page's status. */
  readonly install: (as: { user: string; team?: string; allows?: boolean }) => Promise<number>;
  readonly installed: (teamId: string) => Promise<Installation<'v1' | 'v2', boolean>>;
}

/** A fake Slack with two teams, and a real Bolt app that either may install. */
async function startInstallable(options: Partial<FakeSlackOptions> = {}): Promise<Installable> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const slack = await startSlack({
    delivery: { kind: 'http', url: `${base}/slack/events`, signingSecret: 'shh' },
    app: { botEvents },
    teams: [acme],
    oauth,
    ...options,
  });
  const installationStore = new MemoryInstallationStore();
  const receiver = new HTTPReceiver({
    ...oauth,
    signingSecret: 'shh',
    stateSecret: 'a secret of its own',
    scopes: ['app_mentions:read', 'chat:write'],
    redirectUri: `${base}/slack/oauth_redirect`,
    installationStore,
    logger: quiet,
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: slack.authorizationUrl,
      clientOptions: { slackApiUrl: slack.apiUrl },
    },
  });
  const heard: string[] = [];
  const app = new App({
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  app.event('app_mention', async ({ event, say, body }) => {
    heard.push(`${event.type} ${body.team_id}`);
    await say(`heard in ${body.team_id}`);
  });
  for (const type of ['app_uninstalled', 'tokens_revoked']) {
    app.event(type, async ({ body }) => void heard.push(`${type} ${body.team_id}`));
  }
  await receiver.start({ host: '127.0.0.1', port });
  afterTest(() => receiver.stop());
  const install: Installable['install'] = async (as) => {
    const asked = await fetch(`${base}/slack/install`, { redirect: 'manual' });
    const target = slack.authorize(asked.headers.get('location') ?? '', as);
    const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
    return (await fetch(target, { headers: { cookie } })).status;
  };
  const installed = (teamId: string) =>
    installationStore.fetchInstallation(
      { teamId, enterpriseId: undefined, isEnterpriseInstall: false },
      quiet,
    );
  return { slack, heard, install, installed };
}

describe('an app that several teams install', () => {
  it('hears and sees nothing of a team before it is let in', async () => {
    const { slack, heard } = await startInstallable();
    await slack.say({ user: 'ada', channel: 'general', text: '@scout hello' });
    await slack.idle();
    expect(heard).toEqual([]);
    const state = await fetch(`${slack.url}/page/state?user=ada`);
    expect(await state.json()).toMatchObject({ channels: [{ bot_is_member: false }, {}, {}, {}] });
    const command = { user: 'ada', channel: 'general', command: '/scout', text: '' };
    expect(await slack.command(command)).toEqual({
      ok: false,
      error: '/scout is not a valid command',
    });
    const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: quiet });
    await expect(web.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  it('has a token for each, and answers each in its own workspace', async () => {
    const { slack, heard, install, installed } = await startInstallable();
    const other = slack.team('Acme');
    expect(await install({ user: 'ada' })).toBe(200);
    expect(await install({ user: 'kim', team: 'Acme' })).toBe(200);
    const home = slack.workspace.team.id;
    const away = other.workspace.team.id;
    const [one, two] = await Promise.all([installed(home), installed(away)]);
    expect(one.bot?.token).not.toBe(two.bot?.token);
    expect(two).toMatchObject({ team: { name: 'Acme' }, user: { id: 'U0KIMACME' } });
    await other.say({ user: 'kim', channel: 'general', text: '@scout hello' });
    const answer = await other.waitFor(({ channels }) => channels[0]?.messages[1]);
    expect(answer.text).toBe(`heard in ${away}`);
    expect(heard).toEqual([`app_mention ${away}`]);
    expect(slack.workspace.channels.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('does not reach into one team with the token of another', async () => {
    const { slack, install, installed } = await startInstallable();
    await install({ user: 'ada' });
    await install({ user: 'kim', team: 'Acme' });
    const { bot } = await installed(slack.team('Acme').workspace.team.id);
    const web = new WebClient(bot?.token, { slackApiUrl: slack.apiUrl, logger: quiet });
    const post = web.chat.postMessage({ channel: 'C0GENERAL', text: 'hello' });
    await expect(post).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
  });

  it('is sent back without a code by a person who does not want it', async () => {
    const { slack, install } = await startInstallable();
    expect(await install({ user: 'ada', allows: false })).not.toBe(200);
    expect(slack.workspace.isInstalled).toBe(false);
  });

  it('is told when it is taken out, and its token ends', async () => {
    const { slack, heard, install, installed } = await startInstallable();
    await install({ user: 'ada' });
    const home = slack.workspace.team.id;
    const { bot } = await installed(home);
    slack.uninstall();
    await slack.idle();
    expect(heard.sort()).toEqual([`app_uninstalled ${home}`, `tokens_revoked ${home}`]);
    const web = new WebClient(bot?.token, { slackApiUrl: slack.apiUrl, logger: quiet });
    await expect(web.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  });

  it('refreshes tokens that expire, each refresh token once', async () => {
    let now = Date.now();
    const rotating = { ...oauth, tokenRotation: true };
    const { slack, install, installed } = await startInstallable({
      oauth: rotating,
      clock: () => now,
    });
    await install({ user: 'ada' });
    const { bot } = await installed(slack.workspace.team.id);
    const { token, refreshToken = '' } = bot ?? {};
    const web = new WebClient(token, { slackApiUrl: slack.apiUrl, logger: quiet });
    now += 12 * 60 * 60 * 1000;
    await expect(web.auth.test()).rejects.toMatchObject({ data: { error: 'token_expired' } });
    const refresh = () =>
      web.oauth.v2.access({
        client_id: oauth.clientId,
        client_secret: oauth.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
    const { access_token } = await refresh();
    const renewed = new WebClient(access_token, { slackApiUrl: slack.apiUrl, logger: quiet });
    expect(await renewed.auth.test()).toMatchObject({ ok: true });
    await expect(refresh()).rejects.toMatchObject({ data: { error: 'invalid_refresh_token' } });
  });
});

describe('the page on which an app is let in', () => {
  it('asks who lets it in, and leads back to the app with a code and its state', async () => {
    const slack = await startSlack({ teams: [acme], oauth });
    const query = new URLSearchParams({
      client_id: oauth.clientId,
      scope: 'chat:write,commands',
      redirect_uri: 'https://a.example/back',
      state: '<tea>',
    });
    const address = `${slack.authorizationUrl}?${query}`;
    const words = await (await fetch(address)).text();
    expect(words).toContain('chat:write, commands');
    expect(words).toContain('kim, Acme');
    const person = `${slack.team('Acme').workspace.team.id}/U0KIMACME`;
    const body = new URLSearchParams({ person, allow: '1' });
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    const target = new URL(answer.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe('https://a.example/back');
    expect(target.searchParams.get('state')).toBe('<tea>');
    expect(target.searchParams.get('code')).toMatch(/^code-/);
  });

  it.each([
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ redirect_uri: 'javascript:alert(1)' }, 'bad_redirect_uri'],
    [{ scope: '' }, 'invalid_scope_requested'],
  ])('refuses %j', async (wrong, reason) => {
    const slack = await startSlack({ oauth });
    const right = { client_id: oauth.clientId, scope: 'x', redirect_uri: 'https://a.example/' };
    const query = new URLSearchParams({ ...right, ...wrong });
    const answer = await fetch(`${slack.authorizationUrl}?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(reason);
  });

  it.each([
    [{ client_secret: 'wrong' }, 'bad_client_secret'],
    [{ code: 'made-up' }, 'invalid_code'],
    [{ redirect_uri: 'https://other.example/' }, 'bad_redirect_uri'],
    [{ grant_type: 'password' }, 'invalid_grant_type'],
  ])('gives no token for %j', async (wrong, error) => {
    const slack = await startSlack({ oauth });
    const redirect_uri = 'https://a.example/';
    const query = new URLSearchParams({ client_id: oauth.clientId, scope: 'x', redirect_uri });
    const target = slack.authorize(`${slack.authorizationUrl}?${query}`, { user: 'ada' });
    const code = new URL(target).searchParams.get('code') ?? '';
    const web = new WebClient(undefined, { slackApiUrl: slack.apiUrl, logger: quiet });
    const { clientId: client_id, clientSecret: client_secret } = oauth;
    const given = { client_id, client_secret, code, redirect_uri, ...wrong };
    const asked = web.apiCall('oauth.v2.access', given);
    await expect(asked).rejects.toMatchObject({ data: { error } });
  });
});
