import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** A name for this process that no other process has: machine, process id, and something random. */
export function nameThisProcess(): string {
  return `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
}

/** Whether the process of this name has ended for certain. Of another machine's nobody can tell. */
export function hasEnded(name: string): boolean {
  const [host, pid] = name.split(':');
  if (!host) return true;
  if (host !== hostname()) return false;
  // Whoever had the process id of this one before, as in a container, has ended.
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
