import { type Alignable, align, type Step } from './alignment.ts';
import { isSameWord, type Token } from './wording.ts';

/** A quotation beside the stretch of the library that it comes nearest to. */
export interface Comparison {
  readonly steps: readonly Step[];
  /** How many words were replaced, added or left out without a sign. */
  readonly edits: number;
  /** How many of these differ by their capitals only. */
  readonly capitals: number;
}

const changes = new Set<Step['kind']>(['replaced', 'removed', 'added']);

/** Compares a quotation with stored words, tolerant of hyphens and of capitals at its start. */
export function compareWording(stored: readonly Alignable[], quoted: readonly Token[]): Comparison {
  const words = joinHyphens(align(stored, quoted), stored, quoted);
  const steps = words.map((step, index, all) =>
    checkCapitals(step, { stored, quoted, isStart: all[index - 1]?.kind === 'skipped' }),
  );
  const edits = steps.filter((step, at) => isEdit(step, steps[at - 1], stored)).length;
  const capitals = steps.filter((step, index) => step.kind !== words[index]?.kind).length;
  return { steps, edits, capitals };
}

/** Of the words that tell who speaks only the first counts where they are left out together. */
function isEdit(step: Step, before: Step | undefined, stored: readonly Alignable[]): boolean {
  if (!changes.has(step.kind)) return false;
  return !(isInterjected(step, stored) && before && isInterjected(before, stored));
}

function isInterjected(step: Step, stored: readonly Alignable[]): boolean {
  return step.kind === 'removed' && stored[step.stored]?.isInterjected === true;
}

function checkCapitals(
  step: Step,
  around: {
    readonly stored: readonly Token[];
    readonly quoted: readonly Token[];
    readonly isStart: boolean;
  },
): Step {
  if (step.kind !== 'same') return step;
  const ours = around.stored[step.stored];
  const theirs = around.quoted[step.quoted];
  const isStart = step.quoted === 0 || around.isStart || theirs?.afterGap === true;
  return ours && theirs && isSameWord(ours, theirs, isStart) ? step : { ...step, kind: 'replaced' };
}

/** "long term", "long-term" and "longterm" are one where a hyphen stands in one of them. */
function joinHyphens(
  steps: readonly Step[],
  stored: readonly Token[],
  quoted: readonly Token[],
): Step[] {
  const joined: Step[] = [];
  for (let at = 0; at < steps.length; ) {
    const run = changesFrom(steps, at);
    const ours = run.flatMap((step) => ('stored' in step ? (stored[step.stored] ?? []) : []));
    const theirs = run.flatMap((step) => ('quoted' in step ? (quoted[step.quoted] ?? []) : []));
    const isOne =
      run.length > 0 &&
      join(ours) === join(theirs) &&
      [...ours, ...theirs].some((token) => token.hyphenated);
    const [step] = steps.slice(at);
    if (isOne) joined.push(...run.flatMap(asJoined));
    else joined.push(...run, ...(run.length === 0 && step ? [step] : []));
    at += Math.max(1, run.length);
  }
  return joined;
}

function changesFrom(steps: readonly Step[], at: number): Step[] {
  const run: Step[] = [];
  for (const step of steps.slice(at)) {
    if (!changes.has(step.kind)) break;
    run.push(step);
  }
  return run;
}

function join(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join('');
}

function asJoined(step: Step): Step[] {
  return 'stored' in step ? [{ kind: 'joined', stored: step.stored }] : [];
}
