import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * What tells processes apart: the boot of the machine, the space in which process ids are counted,
 * the id, and when it started (in clock ticks since the boot). Containers may share a host name and
 * all be process 1, so neither says anything.
 */
interface ProcessIdentity {
  readonly boot: string;
  readonly space: string;
  readonly pid: number;
  /** Empty where the system does not tell. */
  readonly started: string;
}

/** A name for this process that no other process has. */
export function nameThisProcess(): string {
  const { pid } = process;
  const { boot, space } = machine();
  const random = randomBytes(4).toString('hex');
  return [boot, space, pid, startOf(pid) ?? '', random].join('/');
}

/**
 * Whether the process of this name has ended for certain. Of one on another machine, in another
 * container, or before the machine was started again, nobody can tell: its lease decides.
 */
export function hasEnded(name: string): boolean {
  const identity = readName(name);
  if (!identity) return false;
  const here = machine();
  if (identity.boot !== here.boot || identity.space !== here.space) return false;
  if (!isRunning(identity.pid)) return true;
  const started = startOf(identity.pid);
  return started !== undefined && identity.started !== '' && started !== identity.started;
}

function readName(name: string): ProcessIdentity | undefined {
  const [boot = '', space = '', pid = '', started = '', random] = name.split('/');
  return random ? { boot, space, pid: Number(pid), started } : undefined;
}

/** Where Linux does not tell, the host name has to stand for the boot. */
function machine(): Pick<ProcessIdentity, 'boot' | 'space'> {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return { boot: boot ?? hostname(), space: space ?? '' };
}

/** Field 22 of `/proc/PID/stat`; the second, the program's name, may hold blanks and brackets. */
function startOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
