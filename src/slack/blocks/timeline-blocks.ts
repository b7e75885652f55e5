import type { ActionsBlock } from '@slack/types';
import type { Answered } from '../../answer/answer.ts';
import { type DatedQuote, type TimelineOrder, whenLine } from '../../answer/timeline.ts';
import type { Say } from '../../texts/say.ts';
import { timelineTexts as texts } from '../../texts/timeline.ts';
import { ids, writeAnswerRef } from '../ids.ts';
import { escapeShortened } from '../text.ts';
import {
  fallbackOf,
  headOf,
  isFirstOfArticle,
  isShort,
  leftOut,
  quoteBlocks,
} from './answer-blocks.ts';
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
export function timelineBlocks(timeline: TimelinePage, say: Say, controls?: Controls): Reply {
  const { answer, entries, order, page } = timeline;
  const articles = new Set(entries.map(({ quote }) => quote.article)).size;
  const found = say(texts.found, { passages: entries.length, articles });
  const how = say(order === 'oldest' ? texts.oldestFirst : texts.newestFirst);
  const pages = timelinePages(entries);
  const here = pages[page] ?? [];
  const at = { page: page + 1, pages: pages.length };
  const where = pages.length > 1 ? [say(texts.page, at)] : [];
  const head = headOf(answer, [found, how, ...where], say);
  const tail = controls
    ? [buttons(timeline, controls.question, pages.length, say), ...answerControls(controls, say)]
    : [];
  const heading = (entry: DatedQuote) => {
    const before = here[here.indexOf(entry) - 1];
    const line = whenLine(entry.when, say);
    const isSame = before && whenLine(before.when, say) === line;
    return isSame ? [] : [richText(section(bold(line)))];
  };
  const toBlocks = (entry: DatedQuote, isFirst = true) => [
    ...heading(entry),
    ...quoteBlocks(entry.quote, say, { hasControls: controls !== undefined, isFirst }),
  ];
  const quotes = here.map(({ quote }) => quote);
  const short = here.filter(({ quote }) => isShort(quote, say));
  const shown = itemsWithRoom(short, (entry) => toBlocks(entry), [
    ...head,
    ...leftOut(quotes, say),
    ...tail,
  ]);
  const shownQuotes = shown.map(({ quote }) => quote);
  const rest = here.filter((entry) => !shown.includes(entry)).map(({ quote }) => quote);
  return {
    text: escapeShortened(`${found}, ${how}. `, 400) + fallbackOf(shown[0]?.quote, '', say, 3500),
    blocks: [
      ...head,
      ...shown.flatMap((entry, index) => toBlocks(entry, isFirstOfArticle(shownQuotes, index))),
      ...leftOut(rest, say),
      ...tail,
    ],
  };
}

function buttons(
  { order, page }: TimelinePage,
  question: string,
  pages: number,
  say: Say,
): ActionsBlock {
  const other = order === 'oldest' ? 'newest' : 'oldest';
  const turn = button(
    say(other === 'newest' ? texts.turnNewest : texts.turnOldest),
    ids.timelineTurn,
    writeTimelineRef(question, other, 0),
  );
  const further = button(
    say(texts.nextPage),
    ids.timelinePage,
    writeTimelineRef(question, order, page + 1),
  );
  return { type: 'actions', elements: page + 1 < pages ? [turn, further] : [turn] };
}
