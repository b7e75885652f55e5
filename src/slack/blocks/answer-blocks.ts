import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Answer, Answered, CitedQuote, Unknown } from '../../answer/answer.ts';
import { limits } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { escapeSlackText, shorten } from '../slack-text.ts';
import { answerControls, type Controls, quoteControls } from './answer-controls.ts';
import { bold, context, plain, richText, section } from './rich-text.ts';

/** An answer as a message, with its controls. The quotes have been checked before they come here. */
export function answerBlocks(answer: Answer, controls?: Controls): Reply {
  switch (answer.kind) {
    case 'answered':
      return answeredBlocks(answer, controls);
    case 'unknown':
      return withControls(unknownBlocks(answer), controls);
    case 'unreadable':
      return sentences(answer.question, answer.problems);
  }
}

/** Stored quotes, as they were shown, under the question if it is still remembered. */
export function restoredBlocks(
  {
    question,
    quotes,
  }: { readonly question: string | undefined; readonly quotes: readonly CitedQuote[] },
  controls?: Controls,
): Reply {
  const answer = {
    question: question ?? '(no longer kept)',
    quotes,
    filters: [],
    notes: [],
    hasMore: false,
  };
  return answeredBlocks({ kind: 'answered', ...answer }, controls);
}

function answeredBlocks(answer: Answered, controls?: Controls): Reply {
  const { quotes } = answer;
  const articles = new Set(quotes.map(({ article }) => article)).size;
  const found = `${count(quotes.length, 'passage')} from ${count(articles, 'article')}`;
  const blocks: KnownBlock[] = [headline(answer.question, found, ...chips(answer))];
  if (answer.notes.length > 0) blocks.push(context(...notesOf(answer.notes)));
  blocks.push(...quotes.flatMap((quote) => quoteBlocks(quote, controls !== undefined)));
  return withControls({ text: fallbackOf(answer), blocks }, controls);
}

function withControls({ text, blocks }: Reply, controls: Controls | undefined): Reply {
  return { text, blocks: controls ? [...blocks, ...answerControls(controls)] : blocks };
}

function quoteBlocks(quote: CitedQuote, hasControls: boolean): KnownBlock[] {
  return [
    richText({ type: 'rich_text_quote', elements: marked(quote.text, quote.matches) }),
    {
      type: 'section',
      text: { type: 'plain_text', text: `— ${quote.citation.text}`, emoji: false },
      ...(hasControls && { accessory: quoteControls(quote) }),
    },
  ];
}

/** The quote in pieces, the question's words in bold; together the pieces are the quote. */
function marked(text: string, matches: CitedQuote['matches']): RichTextElement[] {
  const pieces: RichTextElement[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at) continue;
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
  if (missing.length > 0) lines.push(`Nothing in it mentions ${list(missing.slice(0, 10))}.`);
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
  const [first = '', ...rest] = lines;
  const blocks: KnownBlock[] = [
    headline(question, ...chipTexts),
    richText(section(bold(first), ...rest.map((line) => plain(`\n${line}`)))),
  ];
  if (notes.length > 0) blocks.splice(1, 0, context(...notesOf(notes)));
  return { text: shorten(escapeSlackText(lines.join(' ')), limits.fallbackText), blocks };
}

function headline(question: string, ...texts: string[]): KnownBlock {
  const asked = `“${shorten(question, limits.questionShown)}”`;
  return context(asked, ...texts.slice(0, limits.contextElements - 1));
}

function chips({ filters }: Answered | Unknown): string[] {
  return filters.map(({ name, value }) => shorten(`${name}: ${value}`, 75));
}

function notesOf(notes: readonly string[]): string[] {
  return notes.slice(0, limits.contextElements).map((note) => shorten(note, 300));
}

function fallbackOf({ quotes }: Answered): string {
  const [first] = quotes;
  const text = first ? `“${first.text}” — ${first.citation.text}` : '';
  return shorten(escapeSlackText(text), limits.fallbackText);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `“${shorten(text, 120)}”`).join(', ');
}
