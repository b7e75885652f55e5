/** The first and the longest pause between attempts, in ms. */
export interface Range {
  readonly first: number;
  readonly max: number;
}

/** The pause after some attempts, in ms: twice as long each time. */
export function backoff(attempts: number, { first, max }: Range): number {
  return Math.min(max, first * 2 ** Math.min(attempts, 30));
}
