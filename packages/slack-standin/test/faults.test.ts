import { describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { Faults } from '../src/faults/faults.ts';
import { connectBot, quiet, startSlack } from './support/bolt-bot.ts';

const mention = { user: 'ada', channel: 'general', text: '@scout tea?' };
const post = { channel: 'C0GENERAL', text: 'Hello' };

async function slackAndClient() {
  const slack = await startSlack();
  const web = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: quiet,
    rejectRateLimitedCalls: true,
  });
  return { slack, web };
}

describe('faults of calls', () => {
  it('lose the response of a call that was carried out', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'lost_response' });
    await expect(web.chat.postMessage(post)).rejects.toThrow();
    expect(slack.workspace.channel('general')?.messages).toHaveLength(1);
    expect(slack.calls.at(-1)).toMatchObject({ ok: true, fault: 'lost_response' });
  });

  it('break the connection without carrying the call out', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'lost_request' });
    await expect(web.chat.postMessage(post)).rejects.toThrow();
    expect(slack.workspace.channel('general')?.messages).toHaveLength(0);
    expect(slack.calls.at(-1)).toMatchObject({ ok: false, fault: 'lost_request' });
  });

  it('answer 5xx without carrying the call out, as often as asked', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'server_error', status: 503 }, 2);
    await expect(web.chat.postMessage(post)).rejects.toMatchObject({ statusCode: 503 });
    await expect(web.chat.postMessage(post)).rejects.toMatchObject({ statusCode: 503 });
    await web.chat.postMessage(post);
    expect(slack.workspace.channel('general')?.messages).toHaveLength(1);
  });

  it('answer 429 with the seconds to wait', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 7 });
    await expect(web.chat.postMessage(post)).rejects.toMatchObject({ retryAfter: 7 });
  });

  it('delay a call', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'delay', ms: 20 });
    const started = performance.now();
    await web.chat.postMessage(post);
    expect(performance.now() - started).toBeGreaterThan(15);
  });

  it('refuse with any error', async () => {
    const { slack, web } = await slackAndClient();
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'fatal_error' });
    await expect(web.chat.postMessage(post)).rejects.toMatchObject({
      data: { error: 'fatal_error' },
    });
  });
});

describe('faults of deliveries', () => {
  async function mentions(setUp: (slack: Awaited<ReturnType<typeof startSlack>>) => void) {
    // Far more than an acknowledgement takes that is not lost.
    const slack = await startSlack({ ackTimeoutMs: 2000 });
    const seen: (string | undefined)[] = [];
    await connectBot(slack, (app) => {
      app.event('app_mention', async ({ event, context }) => {
        seen.push(`${event.text.split(' ')[1]} ${context.retryNum}`);
      });
    });
    setUp(slack);
    return { slack, seen };
  }

  it('lose an acknowledgement, so that the event comes again', async () => {
    const { slack, seen } = await mentions(({ faults }) => {
      faults.next('events_api', { kind: 'lost_ack' });
    });
    await slack.say(mention);
    await slack.idle();
    expect(seen).toEqual(['tea? 0', 'tea? 1']);
  });

  it('deliver an event twice', async () => {
    const { slack, seen } = await mentions(({ faults }) => {
      faults.next('events_api', { kind: 'duplicate' });
    });
    await slack.say(mention);
    await slack.idle();
    expect(seen).toEqual(['tea? 0', 'tea? 0']);
  });

  it('let the next event overtake', async () => {
    const { slack, seen } = await mentions(({ faults }) => {
      faults.next('events_api', { kind: 'reorder' });
    });
    await slack.say({ ...mention, text: '@scout first' });
    await slack.say({ ...mention, text: '@scout second' });
    await slack.idle();
    expect(seen).toEqual(['second 0', 'first 0']);
  });
});

describe('faults by chance', () => {
  const rates = { lost_response: 0.2, server_error: 0.2, lost_ack: 0.5 };

  function draw(seed: number): (string | undefined)[] {
    const faults = new Faults();
    faults.random({ seed, rates });
    return Array.from({ length: 200 }, () => faults.ofRequest('chat.postMessage')?.kind);
  }

  it('are the same for the same seed', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('come about as often as asked, and only where they fit', () => {
    const drawn = draw(7);
    expect(new Set(drawn)).toEqual(new Set([undefined, 'lost_response', 'server_error']));
    const share = drawn.filter((kind) => kind === 'server_error').length / drawn.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(0.1);
  });

  it('are delays of two seconds at most', () => {
    const faults = new Faults();
    faults.random({ seed: 7, rates: { delay: 1 } });
    const drawn = Array.from({ length: 100 }, () => faults.ofRequest('chat.postMessage'));
    const times = drawn.map((fault) => (fault?.kind === 'delay' ? fault.ms : Number.NaN));
    expect(times.every((ms) => ms > 0 && ms <= 2000)).toBe(true);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(1000);
  });

  it('spare signing in', () => {
    const faults = new Faults();
    faults.random({ seed: 1, rates: { server_error: 1 } });
    expect(faults.ofRequest('auth.test')).toBeUndefined();
    expect(faults.ofRequest('views.open')?.kind).toBe('server_error');
  });

  it('end when cleared', () => {
    const faults = new Faults();
    faults.random({ seed: 1, rates: { server_error: 1 } });
    faults.next('views.open', { kind: 'lost_response' });
    faults.clear();
    expect(faults.ofRequest('views.open')).toBeUndefined();
  });
});
