import type { Span } from '../../language/sentences.ts';
import type { Article } from '../../library/article.ts';
import type { Piece } from './pieces.ts';
import type { PackedVector } from './vector-file.ts';

/** How near a paragraph is to a question. */
export interface NearParagraph {
  readonly article: Article;
  readonly paragraph: number;
  /** Cosine: half of the nearest window, half of the nearest sentence. */
  readonly similarity: number;
  /** The nearest sentence, or window where sentences have no vectors. */
  readonly nearest: Span;
}

/** Compares a question with all pieces of a library, one by one: 20,000 take some 10 ms. */
export class Nearness {
  readonly #pieces: readonly Piece[];
  readonly #dimensions: number;
  /** All vectors, one behind the other. */
  readonly #values: Int8Array;
  readonly #scales: Float32Array;

  /** `vectors` in the order of `pieces`. */
  constructor(pieces: readonly Piece[], vectors: readonly PackedVector[]) {
    this.#pieces = pieces;
    this.#dimensions = vectors[0]?.values.length ?? 0;
    this.#values = new Int8Array(vectors.length * this.#dimensions);
    this.#scales = Float32Array.from(vectors, ({ scale }) => scale);
    for (const [at, { values }] of vectors.entries()) {
      if (values.length !== this.#dimensions) throw new Error('The model changed its dimensions');
      this.#values.set(values, at * this.#dimensions);
    }
  }

  /** Every paragraph with how near it is to the question's vector; in the library's order. */
  compare(question: Float32Array): NearParagraph[] {
    if (question.length !== this.#dimensions) return [];
    const paragraphs: NearParagraph[] = [];
    let open: Open | undefined;
    for (const [at, piece] of this.#pieces.entries()) {
      if (!open || open.article !== piece.article || open.paragraph !== piece.paragraph) {
        if (open) paragraphs.push(closed(open));
        open = { article: piece.article, paragraph: piece.paragraph };
      }
      const cosine = this.#cosine(at, question);
      const best = open[piece.kind];
      if (!best || cosine > best.cosine) open[piece.kind] = { cosine, piece };
    }
    if (open) paragraphs.push(closed(open));
    return paragraphs;
  }

  #cosine(at: number, question: Float32Array): number {
    const from = at * this.#dimensions;
    let sum = 0;
    for (let i = 0; i < this.#dimensions; i += 1) {
      sum += (this.#values[from + i] ?? 0) * (question[i] ?? 0);
    }
    return sum * (this.#scales[at] ?? 0);
  }
}

interface Best {
  readonly cosine: number;
  readonly piece: Piece;
}

/** A paragraph of which not all pieces have been compared yet. */
interface Open {
  readonly article: Article;
  readonly paragraph: number;
  window?: Best;
  sentence?: Best;
}

function closed({ article, paragraph, window, sentence }: Open): NearParagraph {
  const [one, other] = [sentence ?? window, window ?? sentence];
  const { start = 0, end = 0 } = one?.piece ?? {};
  const similarity = ((one?.cosine ?? 0) + (other?.cosine ?? 0)) / 2;
  return { article, paragraph, similarity, nearest: { start, end } };
}
