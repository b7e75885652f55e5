import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { connectBot, fromBot, startDesk, temporaryFolder } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

/** A desk whose health and figures can be read, with what is at an address. */
async function startWatched(settings: Readonly<Record<string, string>> = {}) {
  const [health, metrics] = [await freePort(), await freePort()];
  const env = { HEALTH_PORT: String(health), METRICS_PORT: String(metrics), ...settings };
  const desk = await startDesk({}, env);
  const read = async (port: number, path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, body: await response.text() };
  };
  return {
    ...desk,
    health: (path: string, init?: RequestInit) => read(health, path, init),
    figures: async () => (await read(metrics, '/metrics')).body,
  };
}

describe('from outside', () => {
  it('a bot that can answer shows as alive and ready', async () => {
    const { health } = await startWatched();
    expect(await health('/healthz')).toEqual({ status: 200, body: 'ok\n' });
    const { status, body } = await health('/readyz?verbose');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ library: 'ok', database: 'ok', slack: 'ok' });
  });

  it('shows no other address, and takes nothing but GET', async () => {
    const { health } = await startWatched();
    expect((await health('/metrics')).status).toBe(404);
    expect((await health('/constructor')).status).toBe(404);
    expect((await health('/healthz', { method: 'POST' })).status).toBe(404);
  });

  it('a bot without an article, its database or Slack is alive, but not ready', async () => {
    const { health, slack } = await startWatched({
      LIBRARY_DIRS: await temporaryFolder(),
      DATABASE_URL: 'postgres://desk@127.0.0.1:1/desk',
    });
    await slack.close();
    // The bot hears of it a moment later.
    const readiness = async () => JSON.parse((await health('/readyz')).body);
    for (let i = 0; i < 1000 && (await readiness()).slack === 'ok'; i += 1);
    expect(await readiness()).toEqual({ library: 'away', database: 'away', slack: 'away' });
    expect((await health('/readyz')).status).toBe(503);
    expect((await health('/healthz')).status).toBe(200);
  });

  it('shows what the bot does, in figures without a word or an id of anybody', async () => {
    const { slack, logged, figures } = await startWatched();
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: 'thaad',
    });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.waitFor(() => fromBot(slack, 'general').length === 2);
    await untilLogged(logged, /answered after/, 2);
    const shown = await figures();
    expect(shown).toMatch(/^bot_ack_seconds_count 2$/m);
    expect(shown).toMatch(
      /^bot_slack_call_seconds_count\{method="chat.postMessage",result="ok"\} 1$/m,
    );
    expect(shown).toMatch(/^bot_slack_call_seconds_count\{method="response_url",result="ok"\} 1$/m);
    expect(shown).toMatch(/^bot_library_articles 5$/m);
    expect(shown).toMatch(/^bot_outbox_jobs\{state="claimed"\} 0$/m);
    expect(shown).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(shown).toMatch(/^process_resident_memory_bytes /m);
    expect(shown).not.toMatch(/thaad|U024|C024|T024/i);
  });

  it('shows by which code Slack refused something', async () => {
    const { slack, figures } = await startWatched();
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.waitFor(() => slack.calls.some(({ error }) => error === 'is_archived'));
    expect(await figures()).toMatch(/method="chat.postMessage",result="is_archived"\} 1$/m);
  });

  it('a port that is taken is named by its setting', async () => {
    const { env } = await startWatched();
    await expect(connectBot({ ...env, HEALTH_PORT: '' })).rejects.toThrow(
      'METRICS_PORT names a port that another program uses. Set it to a free one.',
    );
  });
});
