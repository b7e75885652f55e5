import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { QuoteReference } from '../../answer/quote.ts';
import { type CitationStyle, citationStyles } from '../../cite/citation-styles.ts';
import { citeTexts as texts } from '../../texts/cite.ts';
import { controlTexts } from '../../texts/controls.ts';
import type { Say } from '../../texts/say.ts';
import { ids, readQuoteRef, writeQuoteRef } from '../ids.ts';
import { button, context, option } from './block-kit.ts';
import { type CitableQuote, citationPages } from './citation-pages.ts';

/** A thread by its channel and the ts of its first message. */
export interface CitedThread {
  readonly channel: string;
  readonly thread: string;
}

/** What a modal cites: quotes, from where it leads to their thread; without quotes all of the thread. */
export interface Cited {
  readonly quotes: readonly QuoteReference[];
  readonly thread?: CitedThread | undefined;
}

/** How a modal shows citations. */
export interface CiteView {
  readonly style: CitationStyle;
  /** The first page is 0. */
  readonly page: number;
}

/** What a modal with citations is made from. */
export interface CiteParts {
  readonly title: string;
  readonly cited: Cited;
  /** All that is cited, as it is to be printed. */
  readonly quotes: readonly CitableQuote[];
  /** What has to be said of all of them. */
  readonly notes?: readonly string[];
}

/** As many quotes as a view's private metadata has room for (3,000 characters). */
const maxQuotes = 20;

/** Writes what a view cites as its private metadata. */
function writeCited({ quotes, thread }: Cited): string {
  const place = thread ? [`thread:${thread.channel}:${thread.thread}`] : [];
  return [...quotes.slice(0, maxQuotes).map(writeQuoteRef), ...place].join(' ');
}

/** Reads what a view cites; nothing from anything that is none of ours. */
export function readCited(metadata: string): Cited {
  const words = metadata.split(' ');
  const quotes = words.flatMap((word) => readQuoteRef(word) ?? []);
  const [, channel, thread] =
    /^thread:([A-Z0-9]{1,40}):(\d{1,20}\.\d{1,20})$/.exec(words.at(-1) ?? '') ?? [];
  return { quotes, ...(channel && thread && { thread: { channel, thread } }) };
}

/** Reads the value of the style menu or of a button; the first style and page for anything else. */
export function readCiteView(value: string | undefined): CiteView {
  const [name, page = '0'] = (value ?? '').split(' ');
  const style = citationStyles.find(({ id }) => id === name) ?? citationStyles[0];
  if (!style) throw new Error('There is no citation style');
  return { style, page: /^\d{1,3}$/.test(page) ? Number(page) : 0 };
}

/** A modal with citations, in the style that its menu says. */
export function citeModal(
  parts: CiteParts,
  say: Say,
  view: CiteView = readCiteView(undefined),
): ModalView {
  const { title, cited, quotes, notes = [] } = parts;
  const { style } = view;
  const leadsToThread = cited.thread !== undefined && cited.quotes.length > 0;
  const head = [styleMenu(style, leadsToThread, say), context(...notes, ...notesOn(quotes, say))];
  // The same for every page, or an entry between two pages would be on neither.
  const reserve = [pager({ style, page: 998 }, 1000, say), tooLongNote(quotes.length, say)];
  const { pages, tooLong } = citationPages(quotes, style, [...head, ...reserve], say);
  const page = Math.min(view.page, Math.max(0, pages.length - 1));
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: say(controlTexts.close) },
    private_metadata: writeCited(cited),
    blocks: [
      ...head,
      ...(pages[page] ?? []),
      ...(pages.length > 1 ? [pager({ style, page }, pages.length, say)] : []),
      ...(tooLong > 0 ? [tooLongNote(tooLong, say)] : []),
    ],
  };
}

function tooLongNote(entries: number, say: Say): KnownBlock {
  return context(say(texts.tooLong, { entries }));
}

function styleMenu(chosen: CitationStyle, leadsToThread: boolean, say: Say): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ids.citeStyle,
        placeholder: { type: 'plain_text', text: say(texts.style) },
        initial_option: styleOption(chosen),
        options: citationStyles.map(styleOption),
      },
      button(
        say(chosen.kind === 'data' ? texts.sendFile : texts.sendText),
        ids.citeSend,
        chosen.id,
      ),
      ...(leadsToThread ? [button(say(texts.wholeThread), ids.citeThread, chosen.id)] : []),
    ],
  };
}

function styleOption({ id, name }: CitationStyle): PlainTextOption {
  return option(name, id);
}

/** One button: from the last page it leads to the first one again. */
function pager({ style, page }: CiteView, pages: number, say: Say): KnownBlock {
  const next = (page + 1) % pages;
  const label =
    next === 0 ? say(texts.backToFirst) : say(texts.nextPage, { page: next + 1, pages });
  return { type: 'actions', elements: [button(label, ids.citePage, `${style.id} ${next}`)] };
}

/** What the reader has to know before they print a citation. */
function notesOn(quotes: readonly CitableQuote[], say: Say): string[] {
  const records = quotes.map(({ source }) => source.record);
  const notes = [
    records.some(({ text }) => text === 'brief') && say(texts.briefNote),
    records.some(({ inferred }) => inferred.length > 0) && say(texts.inferredNote),
    say(texts.styleNote),
  ];
  return notes.filter((note) => typeof note === 'string');
}
