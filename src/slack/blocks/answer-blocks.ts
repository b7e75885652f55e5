import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { Answer, Answered, Unknown } from '../../answer/answer.ts';
import { inRunningText } from '../../answer/citation.ts';
import type { Difference, Side } from '../../answer/differing.ts';
import { headingOf } from '../../answer/finding.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import { count, escapeShortened, escapeSlackText, shorten } from '../text.ts';
import { answerControls, type Controls, quoteControls } from './answer-controls.ts';
import {
  bold,
  charactersIn,
  context,
  italic,
  itemsWithRoom,
  limits,
  plain,
  type Reply,
  richText,
  section,
} from './block-kit.ts';

/** How much is shown of what is no quote and no citation: numbers of things, and characters of each. */
const maxLines = 5;
const maxLineLength = 1500;
const maxNoteLength = 200;
const maxChipLength = 75;
const maxListed = 10;
const maxNameLength = 120;

const dash = '— ';

/** An answer as a message, with its controls. Its quotes have been checked before they come here. */
export function answerBlocks(answer: Answer, controls?: Controls): Reply {
  switch (answer.kind) {
    case 'answered':
    case 'perhaps':
      return answeredBlocks(answer, controls);
    case 'unknown':
      return withControls(unknownBlocks(answer), controls);
    case 'unreadable':
      return sentences(answer.question, answer.problems);
  }
}

function answeredBlocks(answer: Answered, controls?: Controls): Reply {
  const { quotes, differing } = answer;
  const articles = new Set(quotes.map(({ article }) => article)).size;
  const found = `${count(quotes.length, 'passage')} from ${count(articles, 'article')}`;
  const head = [...headOf(answer, [found]), ...differingBlocks(differing)];
  const tail = controls ? answerControls(controls) : [];
  const toBlocks = (quote: CitedQuote) => quoteBlocks(quote, controls !== undefined);
  const also = alsoBlocks(answer, toBlocks);
  const others = [...head, ...leftOut(quotes), ...also, ...tail];
  const shown = itemsWithRoom(quotes.filter(isShort), toBlocks, others);
  const rest = leftOut(quotes.filter((quote) => !shown.includes(quote)));
  return {
    text: fallbackOf(shown[0], found),
    blocks: [...head, ...citedOnce(shown).flatMap(toBlocks), ...rest, ...also, ...tail],
  };
}

/** What passages in other languages say, below those in the asker's own. */
function alsoBlocks(
  { also = [] }: Answered,
  toBlocks: (quote: CitedQuote) => KnownBlock[],
): KnownBlock[] {
  return also.flatMap(({ language, quotes }) => {
    const short = quotes.filter(isShort);
    return short.length > 0 ? [context(headingOf(language)), ...short.flatMap(toBlocks)] : [];
  });
}

/** Quotes of which the first of each article has its citation in full, the others a short one. */
export function citedOnce(quotes: readonly CitedQuote[]): CitedQuote[] {
  return quotes.map((quote, index) => {
    const isFirst = quotes.findIndex(({ article }) => article === quote.article) === index;
    const { citation } = quote;
    return isFirst ? quote : { ...quote, citation: { ...citation, text: citation.short } };
  });
}

/** What stands above the quotes: the question, what was found, the filters, the notes. */
export function headOf(answer: Answered, found: readonly string[]): KnownBlock[] {
  const { kind, question, missing, understood } = answer;
  const notes = [...(understood ? [`Understood as: ${understood}`] : []), ...answer.notes];
  const lines = [
    missing.length > 0 && `Nothing here mentions: ${list(missing)}.`,
    kind === 'perhaps' && 'Closest passages; nothing here answers for certain.',
  ].flatMap((line) => (line ? [richText(section(bold(shorten(line, maxLineLength))))] : []));
  return [headline(question, ...found, ...chips(answer)), ...notesOf(notes), ...lines];
}

/** Whether Slack takes the citation in one piece. */
export function isShort({ citation }: CitedQuote): boolean {
  return citation.text.length + dash.length <= limits.textObject;
}

/** Names the passages that are too long for the message, so that they can be looked up. */
export function leftOut(quotes: readonly CitedQuote[]): KnownBlock[] {
  if (quotes.length === 0) return [];
  const places = quotes.map(({ article, paragraph }) => `${article}, para. ${paragraph}`);
  return [context(shorten(`Too long for this message: ${places.join('; ')}.`, 1000))];
}

function withControls({ text, blocks }: Reply, controls: Controls | undefined): Reply {
  return { text, blocks: controls ? [...blocks, ...answerControls(controls)] : blocks };
}

/** A quote, or the words of a brief with whom they are after; the citation, and what can be done with it. */
export function quoteBlocks(quote: CitedQuote, hasControls: boolean): KnownBlock[] {
  const { text, matches, citation } = quote;
  const words = citation.brief
    ? richText(section(italic(`${citation.brief}: `), ...marked(text, matches)))
    : richText({ type: 'rich_text_quote', elements: marked(text, matches) });
  const source = `${dash}${citation.text}`;
  if (!hasControls) return [words, richText(section(linkOrPlain(source, citation.link)))];
  return [
    words,
    {
      type: 'section',
      text: { type: 'plain_text', text: source, emoji: false },
      accessory: quoteControls(quote),
    },
  ];
}

function linkOrPlain(text: string, url: string | undefined): RichTextElement {
  return url ? { type: 'link', url, text } : plain(text);
}

/** The quote in pieces, the question's words in bold; together the pieces are the quote. */
function marked(text: string, matches: CitedQuote['matches']): RichTextElement[] {
  const pieces: RichTextElement[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push(plain(text.slice(at, start)));
    pieces.push(bold(text.slice(start, end)));
    at = end;
  }
  if (at < text.length) pieces.push(plain(text.slice(at)));
  return pieces;
}

function unknownBlocks(answer: Unknown): Reply {
  const { missing, nearest, ruledOut } = answer;
  const lines = ['The library has no answer to that.'];
  if (missing.length > 0) lines.push(`Nothing here mentions: ${list(missing)}.`);
  if (ruledOut) {
    lines.push(
      'Without the filters, exact phrases and exclusions of your question there would be an answer.',
    );
  }
  if (nearest.length > 0) {
    lines.push(`The nearest titles, which do not answer it: ${list(nearest)}.`);
  }
  return sentences(answer.question, lines, answer.notes, chips(answer));
}

function sentences(
  question: string,
  lines: readonly string[],
  notes: readonly string[] = [],
  chipTexts: readonly string[] = [],
): Reply {
  const some = lines.filter((line) => line !== '').map((line) => shorten(line, maxLineLength));
  const [first = 'I could not read that question.', ...rest] = some.slice(0, maxLines);
  const blocks = [
    headline(question, ...chipTexts),
    ...notesOf(notes),
    richText(section(bold(first), ...rest.map((line) => plain(`\n${line}`)))),
  ];
  return { text: escapeShortened([first, ...rest].join(' '), limits.fallbackText), blocks };
}

function headline(question: string, ...texts: string[]): KnownBlock {
  const asked = `“${shorten(question, limits.questionShown)}”`;
  return context(asked, ...texts.slice(0, limits.contextElements - 1));
}

function chips({ filters }: Answered | Unknown): string[] {
  return filters.map(({ name, value }) => shorten(`${name}: ${value}`, maxChipLength));
}

function notesOf(notes: readonly string[]): KnownBlock[] {
  const some = notes.filter((note) => note !== '').slice(0, maxLines);
  return some.length > 0 ? [context(...some.map((note) => shorten(note, maxNoteLength)))] : [];
}

/** The quote with its citation; without the one or both where escaping makes them too long. */
export function fallbackOf(
  quote: CitedQuote | undefined,
  found: string,
  most: number = limits.fallbackText,
): string {
  const cited = quote
    ? [
        `${inRunningText(quote.text, quote.citation)} ${dash}${quote.citation.text}`,
        quote.citation.text,
      ]
    : [];
  const texts = [...cited, found].map(escapeSlackText);
  return texts.find((text) => text.length <= most) ?? '';
}

function list(texts: readonly string[]): string {
  const shown = texts.slice(0, maxListed).map((text) => `“${shorten(text, maxNameLength)}”`);
  const more = texts.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The quotes themselves need the rest of the message. */
const maxCharacters = 3000;

/** The blocks that say where the quotes of an answer contradict each other. */
function differingBlocks(differences: readonly Difference[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const difference of differences) {
    const block = differingBlock(difference);
    // What is shown is shown whole, so a long one is left to the quotes below.
    if (charactersIn([...blocks, block]) <= maxCharacters) blocks.push(block);
  }
  return blocks;
}

/** Each figure and whose it is; the quotes that say it follow with their full citations. */
function differingBlock({ title, sides }: Difference): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      section(bold('Sources differ'), plain(` on the ${title}:`)),
      { type: 'rich_text_list', style: 'bullet', elements: sides.map(lineOf) },
    ],
  };
}

function lineOf({ figure, quote }: Side): RichTextSection {
  return section(bold(figure), plain(` — ${quote.citation.short}`));
}
