import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { Answer, Answered, Unknown } from '../../answer/answer.ts';
import { afterWhom, citationLine, inRunningText, shortCitation } from '../../answer/citation.ts';
import type { Difference, Side } from '../../answer/differing.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import { answerTexts as texts } from '../../texts/answer.ts';
import { saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { escapeShortened, escapeSlackText, shorten } from '../text.ts';
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
  said,
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
export function answerBlocks(answer: Answer, say: Say, controls?: Controls): Reply {
  switch (answer.kind) {
    case 'answered':
    case 'perhaps':
      return answeredBlocks(answer, say, controls);
    case 'unknown':
      return withControls(unknownBlocks(answer, say), say, controls);
    case 'unreadable':
      return sentences(answer.question, answer.problems.map(say), say);
  }
}

function answeredBlocks(answer: Answered, say: Say, controls?: Controls): Reply {
  const { quotes, differing } = answer;
  const articles = new Set(quotes.map(({ article }) => article)).size;
  const found = say(texts.found, { passages: quotes.length, articles });
  const head = [...headOf(answer, [found], say), ...differingBlocks(differing, say)];
  const tail = controls ? answerControls(controls, say) : [];
  const toBlocks = (quote: CitedQuote, isFirst = true) =>
    quoteBlocks(quote, say, { hasControls: controls !== undefined, isFirst });
  const also = alsoBlocks(answer, toBlocks, say);
  const others = [...head, ...leftOut(quotes, say), ...also, ...tail];
  const short = quotes.filter((quote) => isShort(quote, say));
  const shown = itemsWithRoom(short, (quote) => toBlocks(quote), others);
  const rest = leftOut(
    quotes.filter((quote) => !shown.includes(quote)),
    say,
  );
  return {
    text: fallbackOf(shown[0], found, say),
    blocks: [
      ...head,
      ...shown.flatMap((quote, at) => toBlocks(quote, isFirstOfArticle(shown, at))),
      ...rest,
      ...also,
      ...tail,
    ],
  };
}

/** What passages in other languages say, below those in the asker's own. */
function alsoBlocks(
  { also = [] }: Answered,
  toBlocks: (quote: CitedQuote) => KnownBlock[],
  say: Say,
): KnownBlock[] {
  return also.flatMap(({ language, quotes }) => {
    const short = quotes.filter((quote) => isShort(quote, say));
    const heading = context(say(texts.alsoIn, { language }));
    return short.length > 0 ? [heading, ...short.flatMap((quote) => toBlocks(quote))] : [];
  });
}

/** Whether a quote is the first of its article, and so has its citation in full; the others have a short one. */
export function isFirstOfArticle(quotes: readonly CitedQuote[], at: number): boolean {
  return quotes.findIndex(({ article }) => article === quotes[at]?.article) === at;
}

/** What stands above the quotes: the question, what was found, the filters, the notes. */
export function headOf(answer: Answered, found: readonly string[], say: Say): KnownBlock[] {
  const { kind, question, missing, understood } = answer;
  const notes = [
    ...(understood ? [say(texts.understoodAs, { question: understood })] : []),
    ...answer.notes.map((note) => say(note)),
  ];
  const lines = [
    missing.length > 0 && say(texts.missing, { words: list(missing, say) }),
    kind === 'perhaps' && say(texts.closest),
  ].flatMap((line) => (line ? [richText(section(bold(shorten(line, maxLineLength))))] : []));
  return [headline(question, say, ...found, ...chips(answer)), ...notesOf(notes), ...lines];
}

/** Whether Slack takes the citation in one piece. */
export function isShort({ citation }: CitedQuote, say: Say): boolean {
  return citationLine(citation, say).length + dash.length <= limits.textObject;
}

/** Names the passages that are too long for the message, so that they can be looked up. */
export function leftOut(quotes: readonly CitedQuote[], say: Say): KnownBlock[] {
  if (quotes.length === 0) return [];
  const places = quotes.map(({ article, paragraph }) =>
    saying(texts.place, { article, paragraph }),
  );
  return [context(shorten(say(texts.tooLong, { places }), 1000))];
}

function withControls({ text, blocks }: Reply, say: Say, controls: Controls | undefined): Reply {
  return { text, blocks: controls ? [...blocks, ...answerControls(controls, say)] : blocks };
}

/** How a quote is shown. */
interface QuoteLook {
  readonly hasControls?: boolean;
  /** Whether it is the first of its article, and so has its citation in full. */
  readonly isFirst?: boolean;
}

/** A quote, or the words of a brief with whom they are after; the citation, and what can be done with it. */
export function quoteBlocks(
  quote: CitedQuote,
  say: Say,
  { hasControls = true, isFirst = true }: QuoteLook = {},
): KnownBlock[] {
  const { text, matches, citation } = quote;
  const brief = citation.article.text === 'brief' && afterWhom(citation.article, say);
  const words = brief
    ? richText(section(italic(say(texts.before, { brief })), ...marked(text, matches)))
    : richText({ type: 'rich_text_quote', elements: marked(text, matches) });
  const source = dash + (isFirst ? citationLine(citation, say) : shortCitation(citation, say));
  if (!hasControls) return [words, richText(section(linkOrPlain(source, citation.link)))];
  return [
    words,
    {
      type: 'section',
      text: { type: 'plain_text', text: source, emoji: false },
      accessory: quoteControls(quote, say),
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

function unknownBlocks(answer: Unknown, say: Say): Reply {
  const { missing, nearest, ruledOut } = answer;
  const lines = [
    say(texts.noAnswer),
    missing.length > 0 && say(texts.missing, { words: list(missing, say) }),
    ruledOut && say(texts.ruledOut),
    nearest.length > 0 && say(texts.nearest, { titles: list(nearest, say) }),
  ].filter((line) => line !== false);
  const notes = answer.notes.map((note) => say(note));
  return sentences(answer.question, lines, say, notes, chips(answer));
}

function sentences(
  question: string,
  lines: readonly string[],
  say: Say,
  notes: readonly string[] = [],
  chipTexts: readonly string[] = [],
): Reply {
  const some = lines.filter((line) => line !== '').map((line) => shorten(line, maxLineLength));
  const [first = say(texts.unread), ...rest] = some.slice(0, maxLines);
  const blocks = [
    headline(question, say, ...chipTexts),
    ...notesOf(notes),
    richText(section(bold(first), ...rest.map((line) => plain(`\n${line}`)))),
  ];
  return { text: escapeShortened([first, ...rest].join(' '), limits.fallbackText), blocks };
}

function headline(question: string, say: Say, ...others: string[]): KnownBlock {
  const shown = shorten(question, limits.questionShown) || say(texts.notKept);
  return context(
    say(texts.asked, { question: shown }),
    ...others.slice(0, limits.contextElements - 1),
  );
}

function chips({ filters }: Answered | Unknown): string[] {
  return filters.map(({ name, value }) => shorten(`${name}: ${value}`, maxChipLength));
}

function notesOf(notes: readonly string[]): KnownBlock[] {
  const some = notes.filter((note) => note !== '').slice(0, maxLines);
  return some.length > 0 ? [context(...some.map((note) => shorten(note, maxNoteLength)))] : [];
}

/** A quote with its citation as running text. */
export function quoteInText({ text, citation }: CitedQuote, say: Say): string {
  return `${inRunningText(text, citation, say)} ${dash}${citationLine(citation, say)}`;
}

/** The quote with its citation; without the one or both where escaping makes them too long. */
export function fallbackOf(
  quote: CitedQuote | undefined,
  found: string,
  say: Say,
  most: number = limits.fallbackText,
): string {
  const cited = quote ? [quoteInText(quote, say), citationLine(quote.citation, say)] : [];
  const fallbacks = [...cited, found].map(escapeSlackText);
  return fallbacks.find((text) => text.length <= most) ?? '';
}

function list(words: readonly string[], say: Say): string {
  const shown = words
    .slice(0, maxListed)
    .map((word) => say(texts.asked, { question: shorten(word, maxNameLength) }));
  const more = words.length - shown.length;
  const all = shown.join(say(texts.comma));
  return more > 0 ? say(texts.andMore, { words: all, more }) : all;
}

/** The quotes themselves need the rest of the message. */
const maxCharacters = 3000;

/** The blocks that say where the quotes of an answer contradict each other. */
function differingBlocks(differences: readonly Difference[], say: Say): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const difference of differences) {
    const block = differingBlock(difference, say);
    // What is shown is shown whole, so a long one is left to the quotes below.
    if (charactersIn([...blocks, block]) <= maxCharacters) blocks.push(block);
  }
  return blocks;
}

/** Each figure and whose it is; the quotes that say it follow with their full citations. */
function differingBlock({ title, sides }: Difference, say: Say): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      section(...said(say, texts.differ, { differ: bold(say(texts.sourcesDiffer)), title })),
      { type: 'rich_text_list', style: 'bullet', elements: sides.map((side) => lineOf(side, say)) },
    ],
  };
}

function lineOf({ figure, quote }: Side, say: Say): RichTextSection {
  return section(bold(figure), plain(` — ${shortCitation(quote.citation, say)}`));
}
