import { type Answer, hasPassages, type Question } from '../../answer/answer.ts';
import { storeQuotes } from '../../answer/stored-answer.ts';
import { answerInFull, type TimelineOrder, timelineOf } from '../../answer/timeline.ts';
import type { Library } from '../../library/library.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { entriesOn, timelineBlocks } from '../blocks/timeline-blocks.ts';
import type { Reply } from './reply.ts';

/** Which part of which timeline is wanted. */
export interface TimelineWish {
  /** The id of the question in the book. */
  readonly question: string;
  readonly text: string;
  /** What was asked before in its thread. */
  readonly thread: readonly string[];
  readonly order: TimelineOrder;
  readonly page: number;
  /** For replies that only one person sees. */
  readonly shareable: boolean;
  readonly feedback: boolean;
}

/** What a timeline is made from. */
export interface TimelineParts {
  /** The pages of an answer, whose quotes have been checked. */
  readonly answer: (question: Question, page: number) => Promise<Answer>;
  readonly library: Library;
}

/** A page of a timeline, and the quotes on it by reference. */
export interface ComposedTimeline {
  readonly reply: Reply;
  readonly outcome: Answer['kind'];
  readonly answer?: string;
}

/** The reply to `timeline <question>`: its passages by date, or why there is none. */
export async function composeTimeline(
  wish: TimelineWish,
  { answer, library }: TimelineParts,
): Promise<ComposedTimeline> {
  const { question, text, thread, order, page, shareable, feedback } = wish;
  const found = await answerInFull({ text, thread }, answer);
  const controls = { question, page: 0, shareable: false, hasMore: false, feedback };
  if (!hasPassages(found)) {
    return { outcome: found.kind, reply: answerBlocks(found, controls) };
  }
  const entries = timelineOf(found.quotes, library, order);
  const here = entriesOn({ entries, page }).map(({ quote }) => quote);
  const timeline = { answer: found, entries, order, page };
  return {
    outcome: found.kind,
    reply: timelineBlocks(timeline, { ...controls, shareable, citable: feedback }),
    answer: storeQuotes(here),
  };
}
