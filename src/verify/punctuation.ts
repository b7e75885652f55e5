import type { Step } from './alignment.ts';
import type { StoredToken } from './stretch.ts';
import type { Token } from './wording.ts';

/** Whether the marks between the words are the same, in whatever form they are printed. */
export function isSamePunctuation(
  { quotation, tokens }: { readonly quotation: string; readonly tokens: readonly Token[] },
  { steps, stored }: { readonly steps: readonly Step[]; readonly stored: readonly StoredToken[] },
): boolean {
  return steps.every((step, index) => {
    const next = steps[index + 1];
    if (step.kind !== 'same' || next?.kind !== 'same') return true;
    const [ours, ourNext] = [stored[step.stored], stored[next.stored]];
    const [theirs, theirNext] = [tokens[step.quoted], tokens[next.quoted]];
    if (!ours || !ourNext || !theirs || !theirNext || ours.home !== ourNext.home) return true;
    if (theirNext.afterGap) return true;
    const text = ours.home.paragraph.text;
    return (
      marksIn(text.slice(ours.end, ourNext.start)) ===
      marksIn(quotation.slice(theirs.end, theirNext.start))
    );
  });
}

/** Commas, stops and brackets; quotation marks, dashes, raised numbers, bullets are the printer's. */
function marksIn(gap: string): string {
  const plain = gap.replace(/[¹²³⁰⁴-⁹]/g, '').normalize('NFKC');
  return plain.replace(/[\s"'“”‘’«»„`*_>•\p{Pd}]/gu, '');
}
