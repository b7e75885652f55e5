/** Shorter times, in milliseconds, say more about the garbage collector than about the work. */
const noise = 20;

/** Growth that is no accident shows in each round; a collection of garbage only in some. */
const maxRounds = 6;

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
 * How many times the processor time of the first the second work takes. Work on twice as much that
 * takes more than `limit` times as long is none that grows in proportion.
 */
export async function costRatio(
  first: () => unknown,
  second: () => unknown,
  limit: number,
): Promise<number> {
  await first();
  return ratioOfTimes(
    () => processorTime(first),
    () => processorTime(second),
    limit,
  );
}

/**
 * How many times the first time the second one is; less than 20 ms count as 20. A ratio above
 * `limit` is measured again before it is believed, and the least counts.
 */
export async function ratioOfTimes(
  first: () => Promise<number>,
  second: () => Promise<number>,
  limit: number,
): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < maxRounds && least > limit; round += 1) {
    const small = Math.max(noise, await first());
    least = Math.min(least, (await second()) / small);
  }
  return least;
}
