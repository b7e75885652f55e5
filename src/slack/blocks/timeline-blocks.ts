import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Answered } from '../../answer/answer.ts';
import type { DatedQuote, TimelineOrder } from '../../answer/timeline.ts';
import { ids, writeAnswerRef } from '../ids.ts';
import { count, escapeShortened } from '../text.ts';
import { citedOnce, fallbackOf, headOf, isShort, leftOut, quoteBlocks } from './answer-blocks.ts';
import { answerControls, type Controls } from './answer-controls.ts';
import { bold, button, itemsWithRoom, type Reply, richText, section } from './block-kit.ts';

/** So many quotes of usual length, with their dates, fit into a message. */
const quotesOnPage = 6;

/** One page of a timeline. */
export interface TimelinePage {
  readonly answer: Answered;
  /** The whole timeline, in its order. */
  readonly entries: readonly DatedQuote[];
  readonly order: TimelineOrder;
  /** The first page is 0. */
  readonly page: number;
}

/** A timeline's entries page by page. */
export function timelinePages(entries: readonly DatedQuote[]): DatedQuote[][] {
  const pages: DatedQuote[][] = [];
  for (let first = 0; first < entries.length; first += quotesOnPage) {
    pages.push(entries.slice(first, first + quotesOnPage));
  }
  return pages;
}

/** The value of a timeline's button: which page of it, and which end of it comes first. */
function writeTimelineRef(question: string, order: TimelineOrder, page: number): string {
  return writeAnswerRef({ question, index: 2 * page + (order === 'newest' ? 1 : 0) });
}

/** What the index of a timeline's button says. */
export function readTimelineIndex(index: number): Pick<TimelinePage, 'order' | 'page'> {
  return { order: index % 2 === 1 ? 'newest' : 'oldest', page: Math.floor(index / 2) };
}

/** Passages in the order of what is dated in them, as a message, with its controls. */
export function timelineBlocks(timeline: TimelinePage, controls?: Controls): Reply {
  const { answer, entries, order, page } = timeline;
  const articles = new Set(entries.map(({ quote }) => quote.article)).size;
  const found = `Timeline: ${count(entries.length, 'passage')} from ${count(articles, 'article')}`;
  const how = `${order} first, by the dates in the text, or else of publication`;
  const pages = timelinePages(entries);
  const here = pages[page] ?? [];
  const where = pages.length > 1 ? [`page ${page + 1} of ${pages.length}`] : [];
  const head = headOf(answer, [found, how, ...where]);
  const tail = controls
    ? [buttons(timeline, controls.question, pages.length), ...answerControls(controls)]
    : [];
  const heading = (entry: DatedQuote) => {
    const before = here[here.indexOf(entry) - 1];
    return before && before.when?.label === entry.when?.label ? [] : [dateOf(entry)];
  };
  const toBlocks = (entry: DatedQuote, quote = entry.quote) => [
    ...heading(entry),
    ...quoteBlocks(quote, controls !== undefined),
  ];
  const quotes = here.map(({ quote }) => quote);
  const short = here.filter(({ quote }) => isShort(quote));
  const shown = itemsWithRoom(short, toBlocks, [...head, ...leftOut(quotes), ...tail]);
  const cited = citedOnce(shown.map(({ quote }) => quote));
  const rest = here.filter((entry) => !shown.includes(entry)).map(({ quote }) => quote);
  return {
    text: escapeShortened(`${found}, ${how}. `, 400) + fallbackOf(shown[0]?.quote, '', 3500),
    blocks: [
      ...head,
      ...shown.flatMap((entry, at) => toBlocks(entry, cited[at])),
      ...leftOut(rest),
      ...tail,
    ],
  };
}

function dateOf({ when }: DatedQuote): KnownBlock {
  return richText(section(bold(when?.label ?? 'Without a date')));
}

function buttons({ order, page }: TimelinePage, question: string, pages: number): ActionsBlock {
  const other = order === 'oldest' ? 'newest' : 'oldest';
  const turn = button(
    other === 'newest' ? 'Newest first' : 'Oldest first',
    ids.timelineTurn,
    writeTimelineRef(question, other, 0),
  );
  const further = button(
    'Next page',
    ids.timelinePage,
    writeTimelineRef(question, order, page + 1),
  );
  return { type: 'actions', elements: page + 1 < pages ? [turn, further] : [turn] };
}
