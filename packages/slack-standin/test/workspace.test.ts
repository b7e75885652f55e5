import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Changes } from '../src/workspace/changes.ts';
import { Ids } from '../src/workspace/ids.ts';

describe('timestamps', () => {
  it('are unique and ascend, even when the clock stands still or jumps back', () => {
    const clock = fc.array(fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(clock, (times) => {
        let now = times[0] ?? 0;
        const ids = new Ids(() => now);
        const stamps = times.map((time) => {
          now = time;
          return ids.ts();
        });
        expect(new Set(stamps).size).toBe(stamps.length);
        expect([...stamps].sort()).toEqual(stamps);
        for (const stamp of stamps) expect(stamp).toMatch(/^\d{10}\.\d{6}$/);
      }),
    );
  });
});

describe('waiting', () => {
  it('ends with the first thing found after a change', async () => {
    const changes = new Changes();
    let value = 0;
    const found = changes.waitFor(() => value > 1 && `found ${value}`, 1000, 'a value');
    for (value = 1; value <= 3; value += 1) changes.emit();
    expect(await found).toBe('found 2');
  });

  it('says what it waited for in vain', async () => {
    const waiting = new Changes().waitFor(() => false, 5, 'a second answer');
    await expect(waiting).rejects.toThrow('Waited 5 ms in vain for a second answer.');
  });
});
