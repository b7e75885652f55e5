import type { Token } from './wording.ts';

/** A step from the stored words to the quoted ones, as positions in each. */
export type Step =
  | { readonly kind: 'same' | 'replaced'; readonly stored: number; readonly quoted: number }
  /** `skipped` is what an ellipsis leaves out, `joined` a word that was only divided otherwise. */
  | { readonly kind: 'removed' | 'skipped' | 'joined'; readonly stored: number }
  | { readonly kind: 'added'; readonly quoted: number };

const [fromBoth, fromStored, fromQuoted] = [1, 2, 3];

/** Of two ways with as few changes, the one that keeps more words: `same` breaks the tie. */
const cost = { edit: 4096, interjected: 256, same: -1 } as const;

/** Who speaks may be left out between two halves: that is one change, however many words it has. */
export interface Alignable extends Token {
  readonly isInterjected?: boolean;
}

/** Tables of more cells would take seconds. */
export const mostCells = 8_000_000;

/**
 * The fewest changes that lead from a stretch of the stored words to all of the quoted ones. What
 * stands before and behind that stretch is free, and so is what an ellipsis leaves out (`skipped`).
 */
export function align(stored: readonly Alignable[], quoted: readonly Token[]): Step[] {
  const width = stored.length + 1;
  const moves = new Uint8Array(width * (quoted.length + 1));
  let above = new Int32Array(width);
  for (let row = 1; row <= quoted.length; row += 1) {
    const costs = new Int32Array(width);
    costs[0] = row * cost.edit;
    moves[row * width] = fromQuoted;
    const word = quoted[row - 1];
    const isGap = row < quoted.length && quoted[row]?.afterGap === true;
    for (let column = 1; column < width; column += 1) {
      const isSame = stored[column - 1]?.key === word?.key;
      const both = (above[column - 1] ?? 0) + (isSame ? cost.same : cost.edit);
      const skip = stored[column - 1]?.isInterjected ? cost.interjected : cost.edit;
      const left = (costs[column - 1] ?? 0) + (isGap ? 0 : skip);
      const up = (above[column] ?? 0) + cost.edit;
      const least = Math.min(both, left, up);
      costs[column] = least;
      moves[row * width + column] =
        both === least ? fromBoth : left === least ? fromStored : fromQuoted;
    }
    above = costs;
  }
  const end = cheapest(above, moves.subarray(quoted.length * width));
  return trace(moves, width, end, { stored, quoted });
}

/** Where the stretch ends; a last word that was replaced is shown beside the one it replaces. */
function cheapest(costs: Int32Array, moves: Uint8Array): number {
  const least = costs.reduce((best, cost) => Math.min(best, cost), Number.POSITIVE_INFINITY);
  const pairs = costs.findIndex((cost, at) => cost === least && moves[at] === fromBoth);
  return pairs === -1 ? costs.indexOf(least) : pairs;
}

function trace(
  moves: Uint8Array,
  width: number,
  from: number,
  { stored, quoted }: { readonly stored: readonly Token[]; readonly quoted: readonly Token[] },
): Step[] {
  const steps: Step[] = [];
  let column = from;
  let row = quoted.length;
  while (row > 0) {
    const move = moves[row * width + column];
    if (move === fromBoth) {
      [row, column] = [row - 1, column - 1];
      const isSame = stored[column]?.key === quoted[row]?.key;
      steps.push({ kind: isSame ? 'same' : 'replaced', stored: column, quoted: row });
    } else if (move === fromStored) {
      column -= 1;
      steps.push({ kind: quoted[row]?.afterGap ? 'skipped' : 'removed', stored: column });
    } else {
      row -= 1;
      steps.push({ kind: 'added', quoted: row });
    }
  }
  return steps.reverse();
}
