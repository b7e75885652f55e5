/** What a text is embedded for: models of the e5 family want to be told. */
export type Purpose = 'question' | 'passage';

/** Turns texts into vectors whose cosine says how near in meaning they are. */
export interface Embedder {
  /** Names model, revision and prefixes: vectors of different ids can't be compared. */
  readonly id: string;
  /**
   * A unit vector. One text at a time: in a batch the vectors of a quantised model depend on their
   * neighbours. Rejects on any fault and when `signal` aborts.
   */
  embed(text: string, purpose: Purpose, signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Most characters of a text that is embedded: models read some 160 tokens, and servers block on more. */
export const maxCharacters = 1200;

/** The same direction with length 1. Throws where there is no direction. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length) || length === 0) throw new Error('The model gave no direction');
  return vector.map((value) => value / length);
}
