import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Loaded before the bot: at SIGUSR2 it writes into HOLD_FILE the longest time in ms that its own thread
 * computed between two turns of the event loop since the last signal (Linux).
 */
const computed = () =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
let last = computed();
let longest = 0;
setInterval(() => {
  const now = computed();
  longest = Math.max(longest, now - last);
  last = now;
}, 1).unref();
process.on('SIGUSR2', () => {
  writeFileSync(process.env.HOLD_FILE, String(longest));
  longest = 0;
});
