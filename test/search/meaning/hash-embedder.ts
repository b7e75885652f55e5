import { type Embedder, unit } from '../../../src/search/meaning/embedder.ts';

const dimensions = 64;

/** Words that mean the same to this model. */
const meanings: Readonly<Record<string, string>> = {
  vessel: 'ship',
  mariner: 'sailor',
  big: 'large',
};

/**
 * A model without weights: each word, or what it means, is a direction. What it was asked is written
 * down; `fault`, when set, is what it answers with.
 */
export class HashEmbedder implements Embedder {
  readonly id = 'hash-64';
  readonly asked: string[] = [];
  fault: (() => Promise<never>) | undefined;

  async embed(text: string): Promise<Float32Array> {
    this.asked.push(text);
    if (this.fault) return this.fault();
    const vector = new Float32Array(dimensions).fill(0.01);
    for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
      const at = placeOf(meanings[word] ?? word);
      vector[at] = (vector[at] ?? 0) + 1;
    }
    return unit(vector);
  }

  async close(): Promise<void> {}
}

function placeOf(word: string): number {
  let hash = 7;
  for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % dimensions;
}
