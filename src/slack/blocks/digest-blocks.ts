import type { ActionsBlock, KnownBlock, RichTextElement } from '@slack/types';
import { describeOrigin, printDate } from '../../answer/citation.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import type { DigestPage as PostedPage } from '../../digests/messages.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import type { Library } from '../../library/library.ts';
import type { PartialDate } from '../../library/partial-date.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { isShort, quoteBlocks, quoteInText } from './answer-blocks.ts';
import {
  bold,
  button,
  context,
  itemsWithRoom,
  limits,
  plain,
  type Reply,
  richText,
  section,
} from './block-kit.ts';
import { describeDate, describeInstant } from './digest-words.ts';

/** A digest with what stands around its quotes. */
export interface DigestPage extends Omit<PostedPage, 'subscription'> {
  readonly settings: Pick<DigestSettings, 'topics' | 'zone'>;
  readonly library: Pick<Library, 'articles'>;
  /** False for a preview. */
  readonly hasControls: boolean;
}

/** A digest that is later than this says so, in ms. */
const late = 15 * 60_000;

/** So many titles stand in the channel; the others in the thread. */
const maxTitles = 10;

const maxQuestionLength = 120;
const maxTitleLength = 300;

/** A digest as one message, and the message in its thread when there is more. */
export function digestBlocks(
  page: DigestPage,
  say: Say,
): { parent: Reply; thread: Reply | undefined } {
  const { fresh, titles, passages, unlisted, repeats, unanswered } = page.digest;
  const head = headBlocks(page, say);
  const tail = [...unansweredBlocks(unanswered, say), ...footBlocks(page, say)];
  const named = say(page.digest.repeats ? texts.again : texts.fromArchive);
  const listed = titlesBlock([...fresh, ...titles].slice(-maxTitles), page, say);
  const links = linksBlock(page, say);
  const room = [
    ...head,
    ...[heading(say(texts.newsTitle)), heading(named)],
    ...listed,
    ...links,
    ...tail,
  ];
  const toBlocks = (quote: CitedQuote) => articleBlocks(quote, page, say);
  const short = [...fresh, ...passages].filter((quote) => isShort(quote, say));
  const shown = itemsWithRoom(short, toBlocks, room);
  const isShown = (quote: CitedQuote) => shown.includes(quote);
  const byTitle = [...fresh.filter((quote) => !isShown(quote)), ...titles];
  const inThread = byTitle.slice(maxTitles);
  const more = inThread.length + unlisted;
  const thread = more > 0 ? threadMessage(inThread, page, say) : undefined;
  const blocks = [
    ...head,
    ...(page.cause === 'news' ? [] : titled(say(texts.newsTitle), fresh.filter(isShown), toBlocks)),
    ...(page.cause === 'news' ? fresh.filter(isShown).flatMap(toBlocks) : []),
    ...titlesBlock(byTitle.slice(0, maxTitles), page, say),
    ...links,
    ...titled(say(repeats ? texts.again : texts.fromArchive), passages.filter(isShown), toBlocks),
    ...(thread ? [context(say(texts.inThread, { more }))] : []),
    ...tail,
  ];
  return { parent: { text: fallbackOf(page, shown[0], say), blocks }, thread };
}

function headBlocks(page: DigestPage, say: Say): KnownBlock[] {
  const { settings, delay } = page;
  const topics = shorten(settings.topics, 150);
  const about = topics === '' ? [] : [say(texts.about, { topics })];
  const excuse = delay >= late ? [say(texts.late)] : [];
  const notes = [...about, ...excuse];
  return [
    { type: 'header', text: { type: 'plain_text', text: titleOf(page, say), emoji: false } },
    ...(notes.length > 0 ? [context(...notes)] : []),
  ];
}

function titleOf({ cause, date }: DigestPage, say: Say): string {
  return cause === 'news'
    ? say(texts.newsTitle)
    : say(texts.title, { date: describeDate(date, say) });
}

function titled(
  title: string,
  quotes: readonly CitedQuote[],
  toBlocks: (quote: CitedQuote) => KnownBlock[],
): KnownBlock[] {
  return quotes.length === 0 ? [] : [heading(title), ...quotes.flatMap(toBlocks)];
}

function heading(title: string): KnownBlock {
  return richText(section(bold(title)));
}

/** An article with its record, and the passage why it may matter with a short citation. */
function articleBlocks(quote: CitedQuote, page: DigestPage, say: Say): KnownBlock[] {
  const title = richText(section(...titleLine(quote, page, say, true)));
  return [title, ...quoteBlocks(quote, say, { isFirst: false })];
}

/** Title, then who published it when. */
function titleLine(
  { article }: CitedQuote,
  { library }: DigestPage,
  say: Say,
  isBold: boolean,
): RichTextElement[] {
  const held = library.articles.get(article);
  if (!held) return [];
  const title = shorten(held.title, maxTitleLength);
  const style = isBold ? { bold: true } : undefined;
  const named: RichTextElement = held.url
    ? { type: 'link', url: held.url, text: title, ...(style && { style }) }
    : { type: 'text', text: title, ...(style && { style }) };
  return [named, plain(` — ${shorten(describeOrigin(held, say), maxTitleLength)}`)];
}

function titlesBlock(quotes: readonly CitedQuote[], page: DigestPage, say: Say): KnownBlock[] {
  const lines = quotes
    .map((quote) => titleLine(quote, page, say, false))
    .filter(({ length }) => length > 0);
  if (lines.length === 0) return [];
  return [
    {
      type: 'rich_text',
      elements: [
        section(bold(say(texts.further))),
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: lines.map((line) => section(...line)),
        },
      ],
    },
  ];
}

/** What feeds brought that can't be had whole: it can be read where it was published. */
function linksBlock({ digest: { links, unlistedLinks } }: DigestPage, say: Say): KnownBlock[] {
  if (links.length === 0) return [];
  const lines = links.map(({ address, title, authors, publisher, published }) => {
    const date = published && printDate(published as PartialDate, say.locale);
    const origin = [authors.slice(0, 3).join(', '), publisher, date].filter(Boolean).join(', ');
    const link: RichTextElement = {
      type: 'link',
      url: address,
      text: shorten(title, maxTitleLength),
    };
    return section(link, plain(` — ${shorten(origin, maxTitleLength)}`));
  });
  const more =
    unlistedLinks > 0 ? [section(plain(say(texts.moreLinks, { more: unlistedLinks })))] : [];
  return [
    {
      type: 'rich_text',
      elements: [
        section(bold(say(texts.elsewhere))),
        { type: 'rich_text_list', style: 'bullet', elements: lines },
        ...more,
      ],
    },
  ];
}

/** What finds no room there is counted; the library's list of articles has it all. */
function threadMessage(quotes: readonly CitedQuote[], page: DigestPage, say: Say): Reply {
  const { unlisted } = page.digest;
  const rest = unlisted > 0 ? [context(say(texts.moreNew, { more: unlisted }))] : [];
  const text = say(texts.inThread, { more: quotes.length + unlisted });
  return { text: escapeSlackText(text), blocks: [...titlesBlock(quotes, page, say), ...rest] };
}

/** Only what was asked for all to read comes here. */
function unansweredBlocks(unanswered: readonly string[], say: Say): KnownBlock[] {
  if (unanswered.length === 0) return [];
  const lines = unanswered.map((text) =>
    section(plain(say(texts.quoted, { words: shorten(text, maxQuestionLength) }))),
  );
  return [
    {
      type: 'rich_text',
      elements: [
        section(bold(say(texts.unanswered))),
        { type: 'rich_text_list', style: 'bullet', elements: lines },
      ],
    },
  ];
}

function footBlocks({ next, settings, hasControls }: DigestPage, say: Say): KnownBlock[] {
  const when = next && describeInstant(next.at, settings.zone, say);
  const foot = when ? [context(say(texts.nextOne, { when }))] : [];
  return hasControls ? [...foot, controls(say)] : foot;
}

function controls(say: Say): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button(say(texts.pauseWeek), ids.digestPause),
      button(say(texts.change), ids.digestChange),
    ],
  };
}

function fallbackOf(page: DigestPage, first: CitedQuote | undefined, say: Say): string {
  const title = titleOf(page, say);
  const cited = first ? [`${title}: ${quoteInText(first, say)}`] : [];
  const all = [...cited, title].map(escapeSlackText);
  return all.find((text) => text.length <= limits.fallbackText) ?? title;
}
