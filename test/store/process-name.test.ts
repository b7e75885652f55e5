import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { hasEnded, nameThisProcess } from '../../src/store/process-name.ts';

/** The name of this process with one of its parts another: boot, process space, id, start or the random part. */
function nameWith(part: number, value: string): string {
  return nameThisProcess()
    .split('/')
    .map((own, index) => (index === part ? value : own))
    .join('/');
}

describe('whether a process has ended', () => {
  it('is no for this one', () => {
    expect(hasEnded(nameThisProcess())).toBe(false);
  });

  it('is yes for one that ended on this machine', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const name = nameWith(2, String(child.pid));
    await once(child, 'exit');
    expect(hasEnded(name)).toBe(true);
  });

  it('is yes for one whose process id another has by now', () => {
    expect(hasEnded(nameWith(3, '1'))).toBe(process.platform === 'linux');
  });

  it('is unknown for the same process id in another container, or on another machine', () => {
    expect(hasEnded(nameWith(1, 'pid:[4026532999]'))).toBe(false);
    expect(hasEnded(nameWith(0, 'another-boot'))).toBe(false);
    // What has no process of that id here may run there.
    const elsewhere = nameWith(1, 'pid:[4026532999]').replace(`/${process.pid}/`, '/999999/');
    expect(hasEnded(elsewhere)).toBe(false);
  });

  it('is unknown for a name of version 0.1, whose lease decides', () => {
    expect(hasEnded('desk-1:1:0badcafe')).toBe(false);
    expect(hasEnded('')).toBe(false);
  });
});
