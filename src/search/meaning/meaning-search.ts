import { setImmediate as turn } from 'node:timers/promises';
import { languageOf } from '../../language/languages.ts';
import type { Article } from '../../library/article.ts';
import { lengthOf } from '../../library/kept-words.ts';
import { meets, type Query } from '../query/query.ts';
import type { ClosableSearch, Findings, Search } from '../search.ts';
import type { Embedder } from './embedder.ts';
import { fuse } from './fusion.ts';
import { generalQuestions } from './general-questions.ts';
import { Nearness } from './nearness.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { keyOf, type PackedVector, type VectorFile } from './vector-file.ts';

/** What a search by words and meaning is made from. */
export interface MeaningParts {
  readonly embedder: Embedder;
  readonly vectors: VectorFile;
  /** Forgets the vectors of all other texts; else only once they are many. */
  readonly keepsOnlyThese?: boolean;
  /** Hears of faults. */
  readonly tell: (message: string) => void;
  /** How long a question waits for its vector, in ms; then words answer it. */
  readonly timeout?: number;
}

/** A question that waits longer for its vector, in ms, is answered by words. */
const defaultTimeout = 400;

/** After a fault, words alone answer for so long, in ms. */
const restAfterFault = 30_000;

/** In a library of more paragraphs sentences have no vectors of their own: they cost more than they bring. */
const maxParagraphsWithSentences = 2000;

/** How many hits by words are ordered again. */
const reordered = 50;

/** Fewer words are keywords. */
const minWordsOfSentence = 4;

/** A file with more vectors of texts that are gone than of those that are there, and these, is written again. */
const maxStale = 1000;

/** Chinese is written without spaces between words of some two characters. */
const charactersOfWord = 2;

/** How many vectors are made between two writings of the file. */
const savedAtOnce = 64;

/**
 * Adds meaning to a search by words. The vectors of the articles are made in the background, one
 * after the other, and never while a question waits for its own. Until they are complete, and after
 * any fault of the model, words alone answer.
 */
export class MeaningSearch implements ClosableSearch {
  readonly #words: Search & Partial<ClosableSearch>;
  readonly #articles: readonly Article[];
  readonly #parts: MeaningParts;
  readonly #built: Promise<void>;
  #library: { readonly nearness: Nearness; readonly typical: Typical } | undefined;
  #asking = 0;
  #restsUntil = 0;
  #isClosed = false;

  constructor(
    words: Search & Partial<ClosableSearch>,
    articles: readonly Article[],
    parts: MeaningParts,
  ) {
    this.#words = words;
    this.#articles = articles;
    this.#parts = parts;
    this.#built = this.#build().catch((error: Error) => {
      if (!this.#isClosed) {
        parts.tell(`Articles have no vectors (${error.message}); questions are answered by words`);
      }
    });
  }

  /** Resolves when the vectors are complete, or will not be. */
  get built(): Promise<void> {
    return this.#built;
  }

  async find(query: Query, limit: number): Promise<Findings> {
    const [found, question] = await Promise.all([
      this.#words.find(query, Math.max(limit, reordered)),
      this.#vectorOf(query),
    ]);
    if (!question || !this.#library) return { ...found, hits: found.hits.slice(0, limit) };
    const { nearness: paragraphs, typical } = this.#library;
    // Cosines across languages are lower: each is a list of its own.
    const near = paragraphs
      .compare(question)
      .filter(({ article }) => meets(article, query.filters));
    const most = near.reduce((best, { similarity }) => Math.max(best, similarity), -1);
    const nearness = (most - typical.mean) / typical.deviation;
    return {
      ...found,
      hits: fuse(found, near, query, limit),
      ...(isSentence(query) && { nearness }),
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#built;
    await this.#words.close?.();
  }

  /** Undefined where the model is not asked, or fails: then words answer. */
  async #vectorOf({ text, borrowed }: Query): Promise<Float32Array | undefined> {
    if (!this.#library || Date.now() < this.#restsUntil) return undefined;
    this.#asking += 1;
    try {
      const whole = borrowed ? `${borrowed} ${text}` : text;
      return await this.#parts.embedder.embed(
        whole,
        'question',
        AbortSignal.timeout(this.#parts.timeout ?? defaultTimeout),
      );
    } catch (error) {
      this.#restsUntil = Date.now() + restAfterFault;
      this.#parts.tell(
        `The model of meaning failed (${(error as Error).message}); for ${restAfterFault / 1000} s questions are answered by words`,
      );
      return undefined;
    } finally {
      this.#asking -= 1;
    }
  }

  async #build(): Promise<void> {
    const paragraphs = this.#articles.reduce((sum, each) => sum + lengthOf(each), 0);
    const withSentences = paragraphs <= maxParagraphsWithSentences;
    const pieces: Piece[] = [];
    const packed: PackedVector[] = [];
    const keys = new Set<string>();
    for (const article of this.#articles) {
      for (const piece of piecesOf(article, withSentences)) {
        keys.add(keyOf(piece.text, 'passage'));
        pieces.push(piece);
        packed.push(await this.#packed(piece.text, 'passage'));
      }
    }
    if (pieces.length === 0) return;
    const nearness = new Nearness(pieces, packed);
    const typical = await this.#typicalIn(nearness, keys);
    await this.#parts.vectors.save();
    const maxKept = keys.size + maxStale;
    await this.#parts.vectors.prune(keys, this.#parts.keepsOnlyThese ? 0 : maxKept);
    this.#library = { nearness, typical };
  }

  /** From the file, or from the model when no question waits for it. */
  async #packed(text: string, purpose: 'question' | 'passage'): Promise<PackedVector> {
    const { embedder, vectors } = this.#parts;
    const key = keyOf(text, purpose);
    const known = vectors.get(key);
    if (known) return known;
    do {
      await turn();
      if (this.#isClosed) throw new Error('The search is closed');
    } while (this.#asking > 0);
    vectors.add(key, await embedder.embed(text, purpose));
    this.#made += 1;
    if (this.#made % savedAtOnce === 0) await vectors.save();
    const made = vectors.get(key);
    if (!made) throw new Error('A vector was not kept');
    return made;
  }

  #made = 0;

  async #typicalIn(nearness: Nearness, keys: Set<string>): Promise<Typical> {
    const best: number[] = [];
    for (const text of generalQuestions) {
      keys.add(keyOf(text, 'question'));
      const { scale, values } = await this.#packed(text, 'question');
      const near = nearness.compare(Float32Array.from(values, (value) => value * scale));
      best.push(Math.max(...near.map(({ similarity }) => similarity)));
      await turn();
    }
    const mean = best.reduce((sum, each) => sum + each, 0) / best.length;
    const variance = best.reduce((sum, each) => sum + (each - mean) ** 2, 0) / best.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  }
}

/** A model can't tell how near a keyword or two are meant to be. */
function isSentence({ text }: Query): boolean {
  const isChinese = languageOf(text) === 'zh';
  const words = isChinese ? text.length / charactersOfWord : text.split(/\s+/).length;
  return words >= minWordsOfSentence;
}

/** How near the best passage of the library is to questions on anything. */
interface Typical {
  readonly mean: number;
  readonly deviation: number;
}
