import type { Button, KnownBlock, ModalView } from '@slack/types';
import { afterWhom, describeArticle } from '../../answer/citation.ts';
import type { QuoteReference } from '../../answer/quote.ts';
import type { Article, Paragraph } from '../../library/article.ts';
import { controlTexts as texts } from '../../texts/controls.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, button, context, plain, richText, section } from './block-kit.ts';

/** Where the reader of an article is: at a paragraph, with a quote to be marked. */
export interface Place {
  /** Without words where an article is read from its beginning. */
  readonly quote: QuoteReference;
  /** The paragraph in the middle. */
  readonly middle: number;
}

/** How many paragraphs stand above and below the one in the middle. */
const neighbours = 1;

/** Longest stretch of a paragraph that is shown, in characters, so that three fit into a view. */
const maxStretchLength = 2500;

/** A modal with a paragraph between its neighbours, the quote marked, a way up and down, and what else can be done. */
export function contextModal(
  article: Article,
  { quote, middle }: Place,
  say: Say,
  controls: readonly Button[] = [],
): ModalView {
  const shown = article.paragraphs.filter(({ number }) => Math.abs(number - middle) <= neighbours);
  const description = shorten(describeArticle(article, say), 1500);
  const blocks: KnownBlock[] = [richText(section(bold(description)))];
  if (article.text === 'brief') {
    const brief = shorten(afterWhom(article, say), 300);
    blocks.push(context(say(texts.ourWords, { brief })));
  }
  let heading: string | undefined;
  for (const paragraph of shown) {
    if (paragraph.heading && paragraph.heading !== heading) {
      blocks.push(
        richText(section({ type: 'text', text: paragraph.heading, style: { italic: true } })),
      );
    }
    heading = paragraph.heading;
    blocks.push(...paragraphBlocks(paragraph, quote, say));
  }
  blocks.push({ type: 'divider' }, pager(article, middle, say));
  if (controls.length > 0) blocks.push({ type: 'actions', elements: [...controls] });
  return {
    type: 'modal',
    title: { type: 'plain_text', text: say(hasWords(quote) ? texts.inContext : texts.article) },
    close: { type: 'plain_text', text: say(texts.close) },
    private_metadata: writePlace({ quote, middle }),
    blocks,
  };
}

function hasWords({ start, end }: QuoteReference): boolean {
  return end > start;
}

/** Writes a place as a view's private metadata. */
function writePlace({ quote, middle }: Place): string {
  const { article, paragraph, start, end, fingerprint } = quote;
  return JSON.stringify({ quote: { article, paragraph, start, end, fingerprint }, middle });
}

/** Reads a view's private metadata, which Slack keeps for us. */
export function readPlace(metadata: string): Place {
  return JSON.parse(metadata) as Place;
}

function paragraphBlocks(paragraph: Paragraph, quote: QuoteReference, say: Say): KnownBlock[] {
  const { number, text } = paragraph;
  const isQuoted = number === quote.paragraph && hasWords(quote);
  const { start, end } = isQuoted ? quote : { start: 0, end: 0 };
  const from =
    text.length <= maxStretchLength ? 0 : atWord(text, Math.max(0, start - maxStretchLength / 2));
  const to = atWord(text, Math.min(text.length, Math.max(from + maxStretchLength, end)));
  const pieces = [
    plain(text.slice(from, Math.max(from, start))),
    bold(text.slice(start, end)),
    plain(text.slice(Math.max(end, from), to)),
  ].filter((piece) => piece.type === 'text' && piece.text !== '');
  const label = say(isQuoted ? texts.quotedParagraph : texts.paragraph, { number });
  const shown = to - from;
  const isCut = shown < text.length;
  const cut = () => say(texts.cutParagraph, { paragraph: label, shown, all: text.length });
  return [context(isCut ? cut() : label), richText(section(...pieces))];
}

/** The next place at which a text can be cut: never within a word, nor within a character. */
function atWord(text: string, place: number): number {
  const space = text.indexOf(' ', place);
  if (place === 0 || place === text.length) return place;
  if (space >= 0 && space - place < 100) return space;
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place + 1 : place;
}

function pager(article: Article, middle: number, say: Say): KnownBlock {
  const last = article.paragraphs.length;
  const step = 2 * neighbours + 1;
  const elements = [
    ...(middle - neighbours > 1
      ? [button(say(texts.earlier), ids.earlierParagraphs, String(Math.max(1, middle - step)))]
      : []),
    ...(middle + neighbours < last
      ? [button(say(texts.later), ids.laterParagraphs, String(Math.min(last, middle + step)))]
      : []),
  ];
  return elements.length > 0
    ? { type: 'actions', elements }
    : context(say(texts.wholeArticle, { paragraphs: last }));
}
