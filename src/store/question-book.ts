import type { GivenAnswer, NewQuestion, Question } from '../questions/question.ts';

/** Who asked what, and what became of it: what makes one question get one reply. */
export interface QuestionBook {
  /** Writes a question down, atomically by its key; undefined when somebody has it already. */
  claim(question: NewQuestion): Promise<Question | undefined>;
  /** Whether a question outlives this process; one that is only in memory does not. */
  isWritten(question: Question): boolean;
  /** What was asked before it in its conversation, oldest first. */
  earlier(question: Question): Promise<string[]>;
  /** Whether the question is still this process's to answer, and not another's or answered. */
  holds(question: Question): Promise<boolean>;
  /** Notes the answer. */
  answered(question: Question, outcome: GivenAnswer): Promise<void>;
  /** Gives a question back after a fault, to be taken over again after `pause` ms. */
  postpone(question: Question, until: Postponed): Promise<void>;
  /** Gives a question up: nothing can reach whoever asked any more. */
  expire(question: Question): Promise<void>;
  /** Says that this process is still at work on these questions. */
  renew(ids: readonly string[]): Promise<void>;
  /** Takes over the unanswered questions that nobody is at work on, oldest first. */
  takeOver(): Promise<Question[]>;
}

/** When to try again, and what is known of the reply. */
export interface Postponed {
  readonly pause: number;
  /** Whether it may have arrived all the same. */
  readonly maybePosted: boolean;
  /** Its quotes by reference, as JSON: if it did arrive, people use it already. */
  readonly answer?: string | undefined;
}
