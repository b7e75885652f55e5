import { addressOf } from '../library/address.ts';
import type { Article } from '../library/article.ts';
import { fingerprintOf } from '../library/fingerprint.ts';

/** An article that the library holds already, and how it is known to be the same. */
export interface Duplicate {
  readonly id: string;
  readonly by: 'address' | 'text';
  /** How much of the text is the same, 0 to 1. */
  readonly likeness: number;
}

/** Runs of so many words are compared: fewer are common to articles that only quote the same. */
const wordsOfRun = 5;

/** So many of an article's runs stand for all of them (Broder 1997, "bottom sketch"). */
const sketchSize = 128;

/** Texts that share more of their runs are one text, as agencies' copies in several papers are. */
const minLikeness = 0.8;

/** Finds articles of the same address or text, in time that does not grow with the library. */
export class Duplicates {
  readonly #byAddress = new Map<string, string>();
  readonly #byRun = new Map<number, string[]>();
  readonly #sketches = new Map<string, readonly number[]>();

  constructor(articles: Iterable<Article>) {
    for (const article of articles) this.add(article);
  }

  add(article: Article): void {
    const address = addressOf(article);
    if (address !== undefined) this.#byAddress.set(address, article.id);
    // A brief retells the text of a source; the source is not there with it.
    if (article.text === 'brief') return;
    const sketch = sketchOf(article);
    this.#sketches.set(article.id, sketch);
    for (const run of sketch) {
      const ids = this.#byRun.get(run);
      if (ids) ids.push(article.id);
      else this.#byRun.set(run, [article.id]);
    }
  }

  /** The article that is the same as this one, by its address if there are two. */
  find(article: Article): Duplicate | undefined {
    if (this.#byAddress.size + this.#byRun.size === 0) return undefined;
    const sketch = sketchOf(article);
    const address = addressOf(article);
    const same = address === undefined ? undefined : this.#byAddress.get(address);
    if (same !== undefined && same !== article.id) {
      return { id: same, by: 'address', likeness: this.#likeness(sketch, same) };
    }
    const ids = this.#sharing(sketch);
    ids.delete(article.id);
    const found = Array.from(ids, (id) => ({ id, likeness: this.#likeness(sketch, id) }));
    const [best] = found.sort((a, b) => b.likeness - a.likeness);
    return best && best.likeness >= minLikeness ? { ...best, by: 'text' } : undefined;
  }

  /**
   * All that may be like enough: an article without any of these runs lacks more than a fifth of them. The
   * rarest are looked up, as all articles of a paper share its boilerplate.
   */
  #sharing(sketch: readonly number[]): Set<string> {
    const most = Math.floor((1 - minLikeness) * sketch.length) + 1;
    return new Set(
      sketch
        .map((run) => this.#byRun.get(run) ?? [])
        .sort((a, b) => a.length - b.length)
        .slice(0, most)
        .flat(),
    );
  }

  #likeness(sketch: readonly number[], id: string): number {
    return resemblance(sketch, this.#sketches.get(id) ?? []);
  }
}

function sketchOf({ paragraphs }: Article): number[] {
  const words = paragraphs.flatMap(({ text }) => hashesOf(text));
  const last = Math.max(1, words.length - wordsOfRun + 1);
  const runs = new Uint32Array(words.length === 0 ? 0 : last);
  for (const at of runs.keys()) runs[at] = hashOfRun(words, at);
  const sketch: number[] = [];
  for (const run of runs.sort()) {
    if (run !== sketch.at(-1)) sketch.push(run);
    if (sketch.length === sketchSize) break;
  }
  return sketch;
}

function hashesOf(text: string): number[] {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  return words.map(fingerprintOf);
}

/** Words in their order, mixed to the end as MurmurHash3 does: a sketch takes the least of all runs. */
function hashOfRun(words: readonly number[], from: number): number {
  let hash = 0;
  for (const word of words.slice(from, from + wordsOfRun)) hash = Math.imul(hash, 31) + word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function resemblance(a: readonly number[], b: readonly number[]): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, sketchSize);
  const [inA, inB] = [new Set(a), new Set(b)];
  const shared = union.filter((run) => inA.has(run) && inB.has(run)).length;
  return union.length === 0 ? 0 : shared / union.length;
}
