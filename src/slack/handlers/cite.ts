import type {
  App,
  BlockAction,
  ButtonAction,
  MessageShortcut,
  StaticSelectAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { placeOf, type QuoteReference } from '../../answer/quote.ts';
import { restoreQuotes } from '../../answer/stored-answer.ts';
import { sourceOf } from '../../cite/source.ts';
import type { Library } from '../../library/library.ts';
import type { Viewer } from '../../questions/question.ts';
import { citeTexts as texts } from '../../texts/cite.ts';
import { controlTexts } from '../../texts/controls.ts';
import { saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import type { CitableQuote } from '../blocks/citation-pages.ts';
import {
  type Cited,
  type CitedThread,
  type CiteView,
  citeModal,
  readCited,
  readCiteView,
} from '../blocks/cite-modal.ts';
import { ids, readAnswerRef, readQuoteRef } from '../ids.ts';
import { notRead, whyGone } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

export type CiteParts = Pick<HandlerParts, 'store' | 'library' | 'sayTo'>;

/** Cites all quotes of an answer or of a thread, in a modal. */
export function registerCite(app: App, parts: CiteParts): void {
  app.action<BlockAction<ButtonAction>>(ids.citeAll, async ({ ack, action, body, client }) => {
    await ack();
    const viewer = viewerIn(body);
    const view = await citeAnswer(action.value, viewer, parts, await parts.sayTo(viewer));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ids.citeThread },
    async ({ ack, shortcut, client }) => {
      await ack();
      const { message, channel, user, team } = shortcut;
      const thread = { channel: channel.id, thread: String(message.thread_ts ?? message.ts) };
      const reader = { team: team?.id ?? user.team_id ?? '', person: user.id };
      const say = await parts.sayTo(reader);
      const quotes = quotesIn(message);
      const view =
        (await citeThread(thread, reader, parts, say)) ??
        // A digest is no answer, but its menus name what it quotes.
        (quotes.length > 0
          ? citeQuotes(say(texts.citeMessage), { quotes }, parts.library, say)
          : nothingToCite(say));
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    },
  );

  registerTurns(app, parts);
}

/** Changes the style or the page of a modal with citations, or leads from an answer to its thread. */
function registerTurns(app: App, parts: CiteParts): void {
  const turn = new RegExp(`^(?:${ids.citeStyle}|${ids.citePage}|${ids.citeThread})$`);
  app.action<BlockAction<ButtonAction | StaticSelectAction>>(
    turn,
    async ({ ack, action, body, client }) => {
      await ack();
      if (!body.view) return;
      const value = action.type === 'static_select' ? action.selected_option.value : action.value;
      const cited = readCited(body.view.private_metadata);
      const reader = { team: body.team?.id ?? '', person: body.user.id };
      const wish = readCiteView(value);
      const all = action.action_id === ids.citeThread ? { ...cited, quotes: [] } : cited;
      const say = await parts.sayTo(reader);
      const view = await citeAgain(body.view.title.text, all, reader, parts, say, wish);
      await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
    },
  );
}

/** The modal of what one cites, in another style, on another page, or with notes on what became of it. */
export async function citeAgain(
  title: string,
  { quotes, thread }: Cited,
  reader: Viewer,
  parts: CiteParts,
  say: Say,
  wish: CiteView,
  notes: readonly string[] = [],
): Promise<ModalView> {
  if (!thread || quotes.length > 0) {
    return citeQuotes(title, { quotes, thread }, parts.library, say, wish, notes);
  }
  return (await citeThread(thread, reader, parts, say, wish, notes)) ?? nothingToCite(say);
}

/** All that a modal cites, as it is to be printed. */
export async function quotesToCite(
  { quotes, thread }: Cited,
  reader: Viewer,
  parts: CiteParts,
): Promise<CitableQuote[]> {
  if (!thread || quotes.length > 0) return citable(quotes, parts.library);
  return (await quotesOfThread(thread, reader, parts)).quotes;
}

/** The quotes that the menus of a message stand for, each once. */
function quotesIn(message: object): QuoteReference[] {
  const values = [...JSON.stringify(message).matchAll(/"value":"([^"\\]{1,200})"/g)];
  const found = values.flatMap(([, value]) => readQuoteRef(value ?? '') ?? []);
  return [...new Map(found.map((quote) => [JSON.stringify(quote), quote])).values()];
}

/** All quotes of an answer, with the way to those of its thread where there are more. */
async function citeAnswer(
  value: string | undefined,
  viewer: Viewer,
  { store, library }: CiteParts,
  say: Say,
): Promise<ModalView> {
  const ref = readAnswerRef(value);
  const { team, person } = viewer;
  const asked = ref && (await store.archive.seenBy(ref.question, viewer));
  const quotes = asked?.answer ? restoreQuotes(asked.answer, library) : undefined;
  if (!asked || !quotes) {
    const why = whyGone(asked, library, saying(controlTexts.tooOld));
    return noticeModal(say(texts.citeAll), say(why), say);
  }
  const { channel, ts, aboutThread = ts, thread = aboutThread } = asked;
  const others = thread ? await store.threads.answersIn({ team, channel, thread }, person) : [];
  const cited = { quotes, ...(thread && others.length > 1 && { thread: { channel, thread } }) };
  return citeQuotes(say(texts.citeAll), cited, library, say);
}

/** The modal that cites the quote of a menu's value. */
export function citeOne(value: string, library: Library, say: Say): ModalView {
  const quote = readQuoteRef(value);
  return citeQuotes(say(texts.cite), { quotes: quote ? [quote] : [] }, library, say);
}

function citeQuotes(
  title: string,
  cited: Cited,
  library: Library,
  say: Say,
  view?: CiteView,
  notes: readonly string[] = [],
): ModalView {
  const quotes = citable(cited.quotes, library);
  if (quotes.length > 0) return citeModal({ title, cited, quotes, notes }, say, view);
  const isWithdrawn = cited.quotes.some(({ article }) => library.withdrawn?.has(article));
  const otherwise = library.isWhole === false ? notRead : saying(controlTexts.gone);
  const why = isWithdrawn ? saying(controlTexts.withdrawn) : otherwise;
  return noticeModal(say(texts.cite), say(why), say);
}

function nothingToCite(say: Say): ModalView {
  return noticeModal(say(texts.citeThread), say(texts.nothingToCite), say);
}

/** All places that the answers quote which a person sees in a thread, each once. */
async function quotesOfThread(
  thread: CitedThread,
  { team, person }: Viewer,
  { store, library }: CiteParts,
): Promise<{ readonly quotes: CitableQuote[]; readonly kept: number; readonly lost: number }> {
  const answers = await store.threads.answersIn({ team, ...thread }, person);
  // What somebody found for themselves and then shared is one answer.
  const restored = [...new Set(answers)].map((answer) => restoreQuotes(answer, library) ?? []);
  const kept = restored.filter((quotes) => quotes.length > 0);
  const places = new Map<string, QuoteReference>();
  for (const quote of kept.flat()) {
    const place = `${quote.article}:${quote.paragraph}`;
    if (!places.has(place)) places.set(place, quote);
  }
  const quotes = citable([...places.values()], library);
  return { quotes, kept: kept.length, lost: restored.length - kept.length };
}

/** Undefined where no answer of the thread has quotes that the library holds still. */
async function citeThread(
  thread: CitedThread,
  reader: Viewer,
  parts: CiteParts,
  say: Say,
  view?: CiteView,
  before: readonly string[] = [],
): Promise<ModalView | undefined> {
  const { quotes, kept, lost } = await quotesOfThread(thread, reader, parts);
  if (quotes.length === 0) return undefined;
  const notes = [
    ...before,
    say(texts.inThread, { answers: kept, paragraphs: quotes.length }),
    ...(lost > 0 ? [say(texts.lost, { answers: lost })] : []),
  ];
  return citeModal(
    { title: say(texts.citeThread), cited: { quotes: [], thread }, quotes, notes },
    say,
    view,
  );
}

/** The quotes that the library holds still. */
function citable(quotes: readonly QuoteReference[], library: Library): CitableQuote[] {
  return quotes.flatMap((quote) => {
    const { article, paragraph } = placeOf(library, quote) ?? {};
    if (!article || !paragraph || quote.end > paragraph.text.length) return [];
    return [{ quote, source: sourceOf(article, paragraph, quote) }];
  });
}
