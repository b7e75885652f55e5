import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Poster } from '../../src/outbox/delivery.ts';
import { HandClock, KeptChannel, startDigests } from '../digests/digest-bench.ts';
import { temporaryFolder } from '../support/start-desk.ts';

const evening = Date.UTC(2026, 10, 22, 20);
const minute = 60_000;
const hour = 60 * minute;
const days = 12;
const channels = ['C1', 'C2', 'C3', 'C4'];

/** Mulberry32, so that a failure can be seen again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('several instances on one database', () => {
  it.each([1, 2, 3])(
    'post each digest once, though they die around due times (seed %d)',
    async (seed) => {
      const random = randomOf(seed);
      const clock = new HandClock(evening);
      const url = `file:${join(await temporaryFolder(), 'desk.db')}`;
      const channel = new KeptChannel(clock.read);
      let kills = 0;
      /** A process that may end before or right after Slack took its message. */
      const openMortal = async () => {
        let isDead = false;
        let die = () => {};
        const poster = (): Poster => ({
          find: (tag, where) => channel.find(tag, where),
          async post(...message) {
            if (isDead) return new Promise(() => {});
            const fate = random();
            if (fate < 0.4) await channel.post(...message);
            if (fate < 0.6) {
              kills += 1;
              die();
              return new Promise(() => {});
            }
            return channel.post(...message);
          },
        });
        const desk = await startDigests(evening, { url, clock, channel, poster });
        const live = () =>
          new Promise<void>((resolve) => {
            isDead = false;
            die = () => {
              isDead = true;
              desk.kill();
              resolve();
            };
            // A locked database ends a look; the next one goes on where it was.
            desk.go().then(resolve, () => resolve());
          });
        return { ...desk, live };
      };
      const processes = await Promise.all([1, 2, 3].map(() => openMortal()));
      for (const name of channels) {
        const settings = { zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], archive: true };
        await processes[0]?.digests.set({ team: 'T1', channel: name }, 'U1', settings, undefined);
      }
      while (clock.now < evening + days * 24 * hour) {
        // Around the due time in minutes, the rest of the day in hours.
        const timeOfDay = clock.now % (24 * hour);
        clock.now += timeOfDay >= 8 * hour && timeOfDay < 10 * hour ? minute : hour;
        await Promise.all(processes.map(({ live }) => live()));
      }
      const posted = channel.posts.map(
        ({ subscription, date }) => `${subscription.channel} ${date}`,
      );
      expect(new Set(posted).size).toBe(posted.length);
      expect(posted).toHaveLength(days * channels.length);
      expect(kills).toBeGreaterThan(20);
      for (const { database } of processes) await database.close();
    },
    180_000,
  );
});
