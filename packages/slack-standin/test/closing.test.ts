import { describe, expect, it } from '@jest/globals';
import { Closing } from '../src/events/closing.ts';

const anHour = 3_600_000;
const never = new Promise<never>(() => {});

describe('waiting until something closes', () => {
  it('ends as what is waited for does', async () => {
    const closing = new Closing();
    expect(await closing.wait(Promise.resolve('done'))).toBe('done');
    await expect(closing.wait(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await closing.sleep(0);
  });

  it('ends for everybody at once when it closes, and no warning is given before', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    const closing = new Closing();
    const waiting = Array.from({ length: 50 }, (_, index) =>
      index % 2 ? closing.wait(never) : closing.sleep(anHour),
    );
    closing.close();
    const outcomes = await Promise.allSettled(waiting);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    await expect(closing.sleep(0)).rejects.toThrow('closed meanwhile');
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});
