import type { Outcome, Question } from '../../questions/question.ts';
import type { Controls } from '../blocks/answer-controls.ts';
import type { Reply } from '../blocks/block-kit.ts';

/** A reply, and what the question book keeps of it. */
export interface Composed {
  readonly reply: Reply;
  readonly outcome: Outcome;
  /** The quotes by reference, as JSON. */
  readonly answer?: string;
}

/** What can be done with a reply beside reading it. */
export interface Uses {
  /** Whether it may be shown to all; only what one person sees offers that. */
  readonly isShareable: boolean;
  /** Whether its quotes are stored, so that they can be cited together. */
  readonly isCitable: boolean;
  readonly hasMore?: boolean;
}

/** The controls of the first reply to a question. */
export function controlsFor(
  { id, source, responseUrl }: Pick<Question, 'id' | 'source' | 'responseUrl'>,
  { isShareable, isCitable, hasMore = false }: Uses,
): Controls {
  const isPrivate = responseUrl !== undefined && source !== 'share';
  const shareable = isShareable && isPrivate && (isAboutMessage(source) ? 'in thread' : true);
  return { question: id, shareable, hasMore, citable: isCitable, feedback: true };
}

/** Whether a question is about a message, so that its answer belongs in the thread of that message. */
export function isAboutMessage(source: Question['source']): boolean {
  return source === 'find sources' || source === 'check quote';
}
