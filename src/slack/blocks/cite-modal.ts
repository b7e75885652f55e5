import type { KnownBlock, ModalView, PlainTextOption, RichTextElement } from '@slack/types';
import {
  type CitationStyle,
  citationStyles,
  type DataStyle,
  listOf,
  type ProseStyle,
} from '../../answer/citation-styles/citation-styles.ts';
import type { Printed } from '../../answer/citation-styles/printed.ts';
import { groupedByArticle, type Source } from '../../answer/citation-styles/source.ts';
import type { QuoteReference } from '../../answer/quote.ts';
import { ids, readQuoteRef, writeQuoteRef } from '../ids.ts';
import { count } from './count.ts';
import { bold, context, plain, richText, section } from './rich-text.ts';
import { itemsWithRoom } from './room.ts';

/** A quote that is to be cited. */
export interface CitableQuote {
  readonly quote: QuoteReference;
  readonly source: Source;
}

/** As many quotes as a view's private metadata has room for (3,000 characters). */
const mostQuotes = 20;

/** What a view keeps: which quotes it cites. */
export function readCited(metadata: string): QuoteReference[] {
  return metadata.split(' ').flatMap((text) => readQuoteRef(text) ?? []);
}

/** The id of the style that a menu's value names; the first one for anything else. */
export function readStyle(value: string | undefined): CitationStyle {
  const style = citationStyles.find(({ id }) => id === value) ?? citationStyles[0];
  if (!style) throw new Error('There is no citation style');
  return style;
}

/** A modal with the citations of one quote or of several, in the style that its menu says. */
export function citeModal(
  quotes: readonly CitableQuote[],
  style: CitationStyle = readStyle(undefined),
): ModalView {
  const cited = quotes.slice(0, mostQuotes);
  const head = [styleMenu(style), ...notesOn(cited)];
  const entries = style.kind === 'prose' ? proseEntries(cited, style) : dataEntries(cited, style);
  const shown = itemsWithRoom(entries, (blocks) => blocks, [...head, leftOut(quotes.length)]);
  const missing = entries.length - shown.length + quotes.length - cited.length;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: quotes.length > 1 ? 'Cite all' : 'Cite' },
    close: { type: 'plain_text', text: 'Close' },
    private_metadata: cited.map(({ quote }) => writeQuoteRef(quote)).join(' '),
    blocks: [...head, ...shown.flat(), ...(missing > 0 ? [leftOut(missing)] : [])],
  };
}

function leftOut(entries: number): KnownBlock {
  return context(`${entries} more did not fit here; cite those quotes one by one.`);
}

function styleMenu(chosen: CitationStyle): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ids.citeStyle,
        placeholder: { type: 'plain_text', text: 'Style' },
        initial_option: styleOption(chosen),
        options: citationStyles.map(styleOption),
      },
    ],
  };
}

function styleOption({ id, name }: CitationStyle): PlainTextOption {
  return { text: { type: 'plain_text', text: name }, value: id };
}

/** What the reader has to know before they print a citation. */
function notesOn(quotes: readonly CitableQuote[]): KnownBlock[] {
  const records = quotes.map(({ source }) => source.record);
  const notes = [
    records.some(({ text }) => text === 'brief') &&
      "A brief is our retelling: the quoted words are the brief's, not the publisher's. Cite the article for what it says, not for these words.",
    records.some(({ inferred }) => inferred.length > 0) &&
      'What stands in [square brackets] was deduced from the contents.',
    'Titles keep the capitals that their publisher gave them; paragraphs are counted by us.',
  ].filter((note) => typeof note === 'string');
  return [context(...notes)];
}

function proseEntries(quotes: readonly CitableQuote[], style: ProseStyle): KnownBlock[][] {
  const sources = quotes.map(({ source }) => source);
  const beside = quotes.map(({ quote, source }): KnownBlock[] => [
    richText(
      section(
        bold(style.beside),
        plain(` (quote in ¶ ${quote.paragraph} of ${quote.article})\n`),
        ...elementsOf(style.cite(source)),
      ),
    ),
  ]);
  const listed = listOf(style, sources).map((entry, index): KnownBlock[] => [
    richText(section(...(index === 0 ? [bold(`${style.listed}\n`)] : []), ...elementsOf(entry))),
  ]);
  return [...beside, ...listed];
}

function elementsOf(printed: Printed): RichTextElement[] {
  return printed.map(({ text, italic }) => ({
    type: 'text',
    text,
    ...(italic && { style: { italic } }),
  }));
}

/** One block of text to copy for all articles that fit, so that it is one file. */
function dataEntries(quotes: readonly CitableQuote[], style: DataStyle): KnownBlock[][] {
  const sources = groupedByArticle(quotes.map(({ source }) => source));
  const block = (some: readonly Source[]): KnownBlock[] => [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [bold(`${count(some.length, 'article')} as ${style.name}`)],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: style.write(some) }] },
      ],
    },
  ];
  const whole = block(sources);
  const room = itemsWithRoom([whole], (blocks) => blocks, [context('x'.repeat(1000))]);
  return room.length > 0 ? [whole] : sources.map((source) => block([source]));
}
