import type { QuoteReference } from '../answer/quote.ts';
import { fingerprintOf } from '../library/fingerprint.ts';

/** Names that Slack sends back to us. */
export const ids = {
  /** Type of the metadata on an answer: it says which question the message answers. */
  answerMetadata: 'sino_russia_answer',
  /** Of the message shortcut. */
  findSources: 'find_passages',
  /** Of the message shortcut. */
  checkQuote: 'check_quote',
  share: 'share',
  shareFrom: 'share_from_view',
  more: 'more_passages',
  /** The menu of a quote; on older messages a button that only opens the context. */
  inContext: 'in_context',
  citeAll: 'cite_all',
  citeStyle: 'cite_style',
  citePage: 'cite_page',
  citeSend: 'cite_send',
  /** Of the message shortcut, and of the button that leads from one answer to all of its thread. */
  citeThread: 'cite_thread',
  earlierParagraphs: 'earlier_paragraphs',
  laterParagraphs: 'later_paragraphs',
  timelineTurn: 'timeline_turn',
  timelinePage: 'timeline_page',
  feedback: 'feedback',
  feedbackModal: 'feedback_reason',
  reopen: 'reopen_answer',
  answerModal: 'answer_modal',
  /** Type of the metadata on a digest: it says which run the message is of. */
  digestMetadata: 'sino_russia_digest',
  /** Type of the metadata on a card: it says which addition the message is about. */
  additionMetadata: 'sino_russia_addition',
  /** Of the message shortcut. */
  addToLibrary: 'add_to_library',
  proposalAccept: 'proposal_accept',
  proposalCorrect: 'proposal_correct',
  proposalDiscard: 'proposal_discard',
  proposalLook: 'proposal_look',
  proposalForm: 'proposal_form',
  articleCorrect: 'article_correct',
  articleForm: 'article_form',
  articleRemove: 'article_remove',
  articleRemoveSure: 'article_remove_sure',
  articleRestore: 'article_restore',
  articleErase: 'article_erase',
  articleEraseSure: 'article_erase_sure',
  digestModal: 'digest_modal',
  digestChange: 'digest_change',
  digestPause: 'digest_pause',
} as const;

/** What a button on an answer refers to: the question, and which page of its answer. */
export interface AnswerRef {
  readonly question: string;
  readonly index: number;
}

/** Writes a button's value: ids only, so that it stays far below Slack's 2,000 characters. */
export function writeAnswerRef({ question, index }: AnswerRef): string {
  return `${question}.${index}`;
}

/** Reads a button's value, which may come from anybody; undefined when it is none of ours. */
export function readAnswerRef(value: string | undefined): AnswerRef | undefined {
  const [, question, index] = /^([\w-]{1,40})\.(\d{1,3})$/.exec(value ?? '') ?? [];
  return question && index ? { question, index: Number(index) } : undefined;
}

/** Writes the value of a button on a quote, with what its words come to where they are known. */
export function writeQuoteRef(quote: QuoteReference & { readonly text?: string }): string {
  const { article, paragraph, start, end, text } = quote;
  const fingerprint = text === undefined ? quote.fingerprint : fingerprintOf(text);
  return [article, paragraph, start, end, ...(fingerprint === undefined ? [] : [fingerprint])].join(
    '.',
  );
}

/** Reads the value of a button on a quote; undefined when it is none of ours. */
export function readQuoteRef(value: string | undefined): QuoteReference | undefined {
  const [, article, ...numbers] =
    /^([a-z0-9-]{1,80})\.(\d{1,7})\.(\d{1,8})\.(\d{1,8})(?:\.(\d{1,10}))?$/.exec(value ?? '') ?? [];
  const [paragraph = 0, start = 0, end = 0] = numbers.slice(0, 3).map(Number);
  const fingerprint = numbers[3] === undefined ? {} : { fingerprint: Number(numbers[3]) };
  return article ? { article, paragraph, start, end, ...fingerprint } : undefined;
}
