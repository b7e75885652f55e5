import { readIntent } from './intent.ts';
import type { NewQuestion, Outcome } from './question.ts';

/** What people ask for without naming the bot; its other commands need its name. */
const asked = new Set<string>(['question', 'timeline', 'verify']);

/** Outcomes that are worth saying to somebody who asked nothing. */
const worthSaying = new Set<Outcome>(['answered', 'exact', 'altered', 'stitched']);

/**
 * Whether a message may be no question to the bot: it stands in a thread that the bot answered in,
 * names nobody, and asks nothing. "Thanks!" gets no "not in the library".
 */
export function isAside({ source, text }: Pick<NewQuestion, 'source' | 'text'>): boolean {
  return source === 'follow-up' && !/[?？]/.test(text);
}

/** Whether an aside is looked up at all. */
export function mayBeAsked({ text }: Pick<NewQuestion, 'text'>): boolean {
  return asked.has(readIntent(text).kind);
}

/** Whether what came of an aside is said. */
export function isWorthSaying(outcome: Outcome): boolean {
  return worthSaying.has(outcome);
}
