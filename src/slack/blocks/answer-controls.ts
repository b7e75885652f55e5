import type { ActionsBlock, Button, ContextActionsBlock, Overflow } from '@slack/types';
import type { CitedQuote } from '../../answer/answer.ts';
import { ids, writeAnswerRef, writeQuoteRef } from '../ids.ts';

/** The value of a menu entry that only opens a link. */
export const openArticle = 'open';

/** Which controls an answer carries. */
export interface Controls {
  /** Id of the question. */
  readonly question: string;
  /** Which page of the answer this is; the first is 0. */
  readonly page: number;
  /** For answers that only one person sees. */
  readonly shareable: boolean;
  readonly hasMore: boolean;
  readonly feedback: boolean;
}

/** What can be done with a quote: a button, or a menu where there is more than one thing. */
export function quoteControls(quote: CitedQuote): Button | Overflow {
  const value = writeQuoteRef(quote);
  const { link } = quote.citation;
  if (!link) return button('In context', ids.inContext, value);
  return {
    type: 'overflow',
    action_id: ids.inContext,
    options: [
      { text: { type: 'plain_text', text: 'In context' }, value },
      { text: { type: 'plain_text', text: 'Open the article' }, value: openArticle, url: link },
    ],
  };
}

/** What can be done with the whole answer: share it, see more, say whether it helped. */
export function answerControls({
  question,
  page,
  ...wanted
}: Controls): (ActionsBlock | ContextActionsBlock)[] {
  const elements: Button[] = [];
  if (wanted.shareable)
    elements.push(button('Share to channel', ids.share, writeAnswerRef({ question, index: page })));
  if (wanted.hasMore)
    elements.push(button('More passages', ids.more, writeAnswerRef({ question, index: page + 1 })));
  const blocks: (ActionsBlock | ContextActionsBlock)[] = [];
  if (elements.length > 0) blocks.push({ type: 'actions', elements });
  if (wanted.feedback) blocks.push(feedbackButtons(question));
  return blocks;
}

function feedbackButtons(question: string): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ids.feedback,
        positive_button: {
          text: { type: 'plain_text', text: 'Helpful' },
          value: writeAnswerRef({ question, index: 1 }),
          accessibility_label: 'This answer helped',
        },
        negative_button: {
          text: { type: 'plain_text', text: 'Not helpful' },
          value: writeAnswerRef({ question, index: 0 }),
          accessibility_label: 'This answer did not help',
        },
      },
    ],
  };
}

function button(text: string, action: string, value: string): Button {
  return { type: 'button', text: { type: 'plain_text', text }, action_id: action, value };
}
