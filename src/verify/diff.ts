import type { Step } from './alignment.ts';
import type { StoredToken } from './stretch.ts';
import type { Token } from './wording.ts';

/** A piece of a word-level comparison; together the pieces tell both wordings. */
export interface DiffPiece {
  /** `omitted` is what an ellipsis passes over. */
  readonly kind: 'same' | 'removed' | 'added' | 'omitted';
  readonly text: string;
}

/** The stored words and the quoted ones in one line, in the order of reading. */
export function diffOf(
  steps: readonly Step[],
  stored: readonly StoredToken[],
  quoted: { readonly text: string; readonly tokens: readonly Token[] },
): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let before: StoredToken | undefined;
  for (const step of steps) {
    const ours = 'stored' in step ? stored[step.stored] : undefined;
    const theirs = 'quoted' in step ? quoted.tokens[step.quoted] : undefined;
    if (ours) {
      const kind = kindOf(step);
      const isInside = kind !== 'same' && pieces.at(-1)?.kind === kind;
      pieces.push({ kind: isInside ? kind : 'same', text: gapBetween(before, ours) });
      pieces.push({ kind, text: wordOf(ours) });
      before = ours;
    }
    if (theirs && (step.kind === 'added' || step.kind === 'replaced')) {
      if (pieces.length > 0) pieces.push({ kind: 'same', text: ' ' });
      pieces.push({ kind: 'added', text: quoted.text.slice(theirs.start, theirs.end) });
    }
  }
  return merged(pieces);
}

function kindOf({ kind }: Step): DiffPiece['kind'] {
  if (kind === 'skipped') return 'omitted';
  return kind === 'removed' || kind === 'replaced' ? 'removed' : 'same';
}

function wordOf({ home, start, end }: StoredToken): string {
  return home.paragraph.text.slice(start, end);
}

function gapBetween(before: StoredToken | undefined, token: StoredToken): string {
  if (!before) return '';
  if (before.home !== token.home) return ' ¶ ';
  return token.home.paragraph.text.slice(before.end, token.start);
}

function merged(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind === piece.kind)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') runs.push(piece);
  }
  return runs;
}
