/** Shorter times, in milliseconds, say more about the garbage collector than about the work. */
const noise = 20;

/** The processor time that some work takes, in milliseconds: the least of some tries. */
export async function processorTime(work: () => unknown, tries = 3): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1000);
    if (least < noise) break;
  }
  return least;
}

/**
 * How many times the processor time of the first the second work takes; times below 20 ms count as
 * 20. Work on twice as much that takes more than three times as long is none that grows in
 * proportion.
 */
export async function costRatio(first: () => unknown, second: () => unknown): Promise<number> {
  await first();
  const small = Math.max(noise, await processorTime(first));
  return (await processorTime(second)) / small;
}
