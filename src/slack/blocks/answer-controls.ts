import type { ActionsBlock, Button, ContextActionsBlock, Overflow } from '@slack/types';
import type { CitedQuote } from '../../answer/quote.ts';
import type { Question } from '../../questions/question.ts';
import { controlTexts as texts } from '../../texts/controls.ts';
import type { Say } from '../../texts/say.ts';
import { ids, writeAnswerRef, writeQuoteRef } from '../ids.ts';
import { button, option } from './block-kit.ts';

/** The value of a menu entry that only opens a link. */
export const openArticle = 'open';

/** Begins the value of the menu entry that cites the quote; the quote's reference follows. */
export const citeQuote = 'cite:';

/** Which controls an answer carries: those that are named here, and no others. */
export interface Controls {
  /** Id of the question. */
  readonly question: string;
  /** Which page of the answer this is; without it the first, which is 0. */
  readonly page?: number;
  /** For answers that only one person sees. */
  readonly shareable?: boolean | 'in thread';
  readonly hasMore?: boolean;
  /** Whether all its quotes can be cited together: when they are stored. */
  readonly citable?: boolean;
  readonly feedback?: boolean;
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
  const isPrivate = responseUrl !== undefined;
  const shareable = isShareable && isPrivate && (isAboutMessage(source) ? 'in thread' : true);
  return { question: id, shareable, hasMore, citable: isCitable, feedback: true };
}

/** Whether a question is about a message, so that its answer belongs in the thread of that message. */
export function isAboutMessage(source: Question['source']): boolean {
  return source === 'find sources' || source === 'check quote';
}

/** What can be done with a quote, as a menu beside its citation. */
export function quoteControls(quote: CitedQuote, say: Say): Overflow {
  const value = writeQuoteRef(quote);
  const { link } = quote.citation;
  return {
    type: 'overflow',
    action_id: ids.inContext,
    options: [
      option(say(texts.readInContext), value),
      option(say(texts.cite), `${citeQuote}${value}`),
      ...(link ? [{ ...option(say(texts.open), openArticle), url: link }] : []),
    ],
  };
}

/** What can be done with the whole answer: share it, see more, say whether it helped. */
export function answerControls(
  { question, page = 0, ...wanted }: Controls,
  say: Say,
): (ActionsBlock | ContextActionsBlock)[] {
  const shareLabel = wanted.shareable === 'in thread' ? texts.shareInThread : texts.shareToChannel;
  const here = writeAnswerRef({ question, index: page });
  const next = writeAnswerRef({ question, index: page + 1 });
  const elements: Button[] = [
    ...(wanted.shareable ? [button(say(shareLabel), ids.share, here)] : []),
    ...(wanted.hasMore ? [button(say(texts.morePassages), ids.more, next)] : []),
    ...(wanted.citable ? [button(say(texts.citeAll), ids.citeAll, here)] : []),
  ];
  return [
    ...(elements.length > 0 ? [{ type: 'actions' as const, elements }] : []),
    ...(wanted.feedback ? [feedbackButtons(question, say)] : []),
  ];
}

function feedbackButtons(question: string, say: Say): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ids.feedback,
        positive_button: {
          text: { type: 'plain_text', text: say(texts.helpful) },
          value: writeAnswerRef({ question, index: 1 }),
          accessibility_label: say(texts.helpfulLabel),
        },
        negative_button: {
          text: { type: 'plain_text', text: say(texts.unhelpful) },
          value: writeAnswerRef({ question, index: 0 }),
          accessibility_label: say(texts.unhelpfulLabel),
        },
      },
    ],
  };
}
