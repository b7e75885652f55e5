import { describe, expect, it } from '@jest/globals';
import { readUntil } from '../../src/digests/orders/until.ts';
import type { Outcome, Source } from '../../src/questions/question.ts';
import { askedInChannel } from '../../src/store/questions.ts';
import { useOf } from '../support/asked.ts';
import { place, startDigests } from './digest-bench.ts';

const hour = 3_600_000;
const minute = 60_000;
const settings = { zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], archive: true };
/** A digest is due at 09:00 UTC on the 23rd. */
const evening = Date.UTC(2026, 10, 22, 20);
const due = Date.UTC(2026, 10, 23, 9);

async function subscribed(options: Parameters<typeof startDigests>[1] = {}) {
  const desk = await startDigests(evening, options);
  await desk.digests.set(place, 'U1', settings, undefined);
  const lastRuns = async () => (await desk.digests.status(place)).runs;
  /** Lets the clock run in steps, with a look after each. */
  const run = async (until: number, step = minute) => {
    while (desk.clock.now < until) {
      desk.clock.now = Math.min(until, desk.clock.now + step);
      await desk.go();
    }
  };
  return { ...desk, lastRuns, run };
}

describe('a due digest', () => {
  it('is posted at its instant, once, and the next is due the day after', async () => {
    const desk = await subscribed();
    await desk.run(due - minute, hour);
    expect(desk.channel.posts).toHaveLength(0);
    await desk.run(due + 2 * hour);
    expect(desk.channel.posts.map(({ at }) => at)).toEqual([due]);
    const { subscription } = await desk.digests.status(place);
    expect(subscription?.due).toEqual({ at: due + 24 * hour, date: '2026-11-24' });
  });

  it('comes late after a downtime of less than twelve hours, one for all that were missed', async () => {
    const desk = await subscribed();
    desk.clock.now = due + 3 * 24 * hour + 2 * hour;
    await desk.go();
    expect(desk.channel.posts).toHaveLength(1);
    expect(desk.channel.posts[0]).toMatchObject({ date: '2026-11-26', delay: 2 * hour });
    expect((await desk.lastRuns()).map(({ slot, status }) => [slot, status])).toEqual([
      ['2026-11-26', 'posted'],
      ['2026-11-25', 'missed'],
      ['2026-11-24', 'missed'],
      ['2026-11-23', 'missed'],
    ]);
  });

  it('is left to the next one after twelve hours', async () => {
    const desk = await subscribed();
    desk.clock.now = due + 12 * hour;
    await desk.go();
    expect(desk.channel.posts).toHaveLength(0);
    await desk.run(due + 24 * hour, hour);
    expect(desk.channel.posts.map(({ at }) => at)).toEqual([due + 24 * hour]);
  });

  it('is not posted when there is nothing to say, and that is recorded', async () => {
    const desk = await subscribed({ folders: [] });
    await desk.run(due + hour);
    expect(desk.channel.posts).toHaveLength(0);
    expect(await desk.lastRuns()).toMatchObject([{ slot: '2026-11-23', status: 'empty' }]);
  });

  it('does not come while paused or off, nor twice on a date when the time is changed', async () => {
    const desk = await subscribed();
    await desk.run(due);
    await desk.digests.set(place, 'U2', { time: '10:00' }, undefined);
    await desk.run(due + 2 * hour);
    expect(desk.channel.posts).toHaveLength(1);
    await desk.digests.pause(place, 'U2', readUntil('2026-11-27'));
    await desk.run(due + 4 * 24 * hour, hour);
    expect(desk.channel.posts).toHaveLength(1);
    await desk.run(due + 4 * 24 * hour + hour, hour);
    expect(desk.channel.posts).toHaveLength(2);
    await desk.digests.off(place, 'U2');
    await desk.run(due + 7 * 24 * hour, hour);
    expect(desk.channel.posts).toHaveLength(2);
  });
});

describe('a failing digest', () => {
  it('is tried again with growing pauses while Slack is down, and arrives once', async () => {
    const desk = await subscribed();
    desk.channel.always = { kind: 'later', code: 'http_503', retryAfter: 1000 };
    await desk.run(due + hour, 10_000);
    expect(desk.channel.attempts).toBeLessThan(20);
    desk.channel.always = undefined;
    await desk.run(due + 2 * hour, 10_000);
    expect(desk.channel.posts).toHaveLength(1);
    expect(desk.channel.told).toEqual([]);
  });

  it('keeps to the pause that a rate limit asks for', async () => {
    const desk = await subscribed();
    desk.channel.next = [{ kind: 'later', code: 'ratelimited', retryAfter: 5 * minute }];
    await desk.run(due + hour, 10_000);
    expect(desk.channel.posts.map(({ at }) => at)).toEqual([due + 5 * minute]);
  });

  it.each(['not_in_channel', 'is_archived', 'channel_not_found', 'missing_scope'])(
    'because of %s is told once, tried within its window, recorded, and not told again',
    async (code) => {
      const desk = await subscribed();
      desk.channel.always = { kind: 'refused', code };
      await desk.run(due + 11 * hour, 5 * minute);
      expect(desk.channel.told).toMatchObject([{ reason: code, until: due + 12 * hour }]);
      await desk.run(due + 3 * 24 * hour, 20 * minute);
      expect(desk.channel.attempts).toBeLessThan(100);
      const [, ...earlier] = await desk.lastRuns();
      expect(earlier).toMatchObject([
        { status: 'failed', reason: code },
        { status: 'failed', reason: code },
        { status: 'failed', reason: code },
      ]);
      expect(desk.channel.told).toHaveLength(1);
    },
  );

  it('arrives within its window once somebody has invited the bot', async () => {
    const desk = await subscribed();
    desk.channel.always = { kind: 'refused', code: 'not_in_channel' };
    await desk.run(due + 2 * hour);
    desk.channel.always = undefined;
    await desk.run(due + 3 * hour);
    expect(desk.channel.posts).toHaveLength(1);
  });

  it('is looked for before it is posted again, when its answer was lost', async () => {
    const desk = await subscribed();
    desk.channel.next = ['lost'];
    await desk.run(due + hour);
    expect(desk.channel.posts).toHaveLength(1);
    expect(await desk.lastRuns()).toMatchObject([{ status: 'posted', postTs: '1' }]);
  });

  it('is not posted twice where nobody may look; that is recorded and told', async () => {
    const desk = await subscribed();
    desk.channel.mayLook = false;
    desk.channel.next = ['lost'];
    await desk.run(due + 2 * hour);
    expect(desk.channel.posts).toHaveLength(1);
    expect(await desk.lastRuns()).toMatchObject([{ status: 'failed', reason: 'unconfirmed' }]);
    expect(desk.channel.told).toMatchObject([{ reason: 'unconfirmed' }]);
  });
});

describe('what was asked', () => {
  it('is told when everybody could read it, and never what a command asked in private', async () => {
    const desk = await subscribed();
    const ask = (key: string, text: string, source: Source, outcome: Outcome) =>
      desk.database.db
        .insertInto('questions')
        .values({
          ...{
            key,
            id: key,
            team: 'T1',
            channel: 'C1',
            person: 'U1',
            surface: source,
            text,
            outcome,
          },
          ...{ event_id: null, thread: null, ts: null, response_url: null, answer: null },
          ...({
            reply_ts: null,
            about_thread: null,
            status: 'answered',
            asked_at: evening + 1,
            leased_until: 0,
          } as const),
          ...{ answered_at: evening + 2, holder: '' },
        })
        .execute();
    await ask('1', 'What about THAAD?', 'mention', 'answered');
    await ask('2', 'what about thaad', 'mention', 'answered');
    await ask('3', 'Who won the cup?', 'mention', 'unknown');
    await ask('4', 'My secret worry', 'command', 'unknown');
    await ask('5', 'And the missiles?', 'follow-up', 'answered');
    const use = useOf(desk.database);
    expect(await askedInChannel(use, place, 0)).toHaveLength(4);
    await desk.run(due + minute);
    expect(desk.channel.posts[0]?.digest.unanswered).toEqual(['Who won the cup?']);
  });
});
