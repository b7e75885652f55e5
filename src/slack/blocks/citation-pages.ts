import type { KnownBlock, RichTextElement } from '@slack/types';
import type { QuoteReference } from '../../answer/quote.ts';
import {
  type CitationStyle,
  type DataStyle,
  listOf,
  type ProseStyle,
} from '../../cite/citation-styles.ts';
import { type Printed, textOf } from '../../cite/printed.ts';
import { groupedByArticle, type Source } from '../../cite/source.ts';
import { citeTexts as texts } from '../../texts/cite.ts';
import type { Say } from '../../texts/say.ts';
import { bold, itemsWithRoom, pagesOf, richText, said, section } from './block-kit.ts';

/** A quote that is to be cited. */
export interface CitableQuote {
  readonly quote: QuoteReference;
  readonly source: Source;
}

/** Citations in a style, on pages that fit into a view beside other blocks. */
export interface CitationPages {
  readonly pages: readonly (readonly KnownBlock[])[];
  /** How many entries are too long for any page. */
  readonly tooLong: number;
}

/** The citations of quotes: what stands beside each and one an article, or the articles as a file to copy. */
export function citationPages(
  quotes: readonly CitableQuote[],
  style: CitationStyle,
  others: readonly KnownBlock[],
  say: Say,
): CitationPages {
  return style.kind === 'prose'
    ? prosePages(quotes, style, others, say)
    : dataPages(quotes, style, others, say);
}

function prosePages(
  quotes: readonly CitableQuote[],
  style: ProseStyle,
  others: readonly KnownBlock[],
  say: Say,
): CitationPages {
  const beside = [...besideQuotes(quotes, style).values()].map(({ article, places, printed }) =>
    richText(
      section(
        ...said(say, texts.beside, {
          beside: bold(style.beside),
          quotes: places.length,
          paragraphs: [...places].sort((a, b) => a - b).join(', '),
          article,
        }),
        ...elementsOf(printed),
      ),
    ),
  );
  const sources = quotes.map(({ source }) => source);
  const listed = listOf(style, sources).map(
    (entry, index): KnownBlock =>
      richText(section(...(index === 0 ? [bold(`${style.listed}\n`)] : []), ...elementsOf(entry))),
  );
  const entries = [...beside, ...listed];
  const pages = pagesOf(entries, (some) => haveRoom(some, others));
  return { pages, tooLong: entries.length - pages.flat().length };
}

/** What stands beside the quotes: once where it is the same for several quotes of an article. */
function besideQuotes(quotes: readonly CitableQuote[], style: ProseStyle) {
  const entries = new Map<string, { article: string; places: number[]; printed: Printed }>();
  for (const { quote, source } of quotes) {
    const { article, paragraph } = quote;
    const printed = style.cite(source);
    const key = `${article} ${textOf(printed)}`;
    const entry = entries.get(key) ?? { article, places: [], printed };
    if (!entry.places.includes(paragraph)) entry.places.push(paragraph);
    entries.set(key, entry);
  }
  return entries;
}

function elementsOf(printed: Printed): RichTextElement[] {
  return printed.map(({ text, italic }) => ({
    type: 'text',
    text,
    ...(italic && { style: { italic } }),
  }));
}

/** As few blocks of text to copy as possible, so that each can be kept as a file. */
function dataPages(
  quotes: readonly CitableQuote[],
  style: DataStyle,
  others: readonly KnownBlock[],
  say: Say,
): CitationPages {
  const sources = groupedByArticle(quotes.map(({ source }) => source));
  const pages = pagesOf(sources, (some) => haveRoom([fileOf(some, style, say)], others));
  return {
    pages: pages.map((some) => [fileOf(some, style, say)]),
    tooLong: sources.length - pages.flat().length,
  };
}

function fileOf(sources: readonly Source[], style: DataStyle, say: Say): KnownBlock {
  const title = say(texts.articlesAs, { articles: sources.length, style: style.name });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [bold(title)],
      },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: style.write(sources) }],
      },
    ],
  };
}

function haveRoom(blocks: readonly KnownBlock[], others: readonly KnownBlock[]): boolean {
  return itemsWithRoom(blocks, (block) => [block], others).length === blocks.length;
}
