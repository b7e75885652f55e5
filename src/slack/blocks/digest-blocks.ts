import type { ActionsBlock, KnownBlock, RichTextElement } from '@slack/types';
import { inRunningText } from '../../answer/citation.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import type { Asked } from '../../digests/asked.ts';
import type { Digest } from '../../digests/digest.ts';
import type { DigestSettings, Due } from '../../digests/subscription.ts';
import { describeDate, describeInstant } from '../../digests/wording.ts';
import { ids } from '../ids.ts';
import { count, escapeSlackText, shorten } from '../text.ts';
import { isShort, quoteBlocks } from './answer-blocks.ts';
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

/** A digest with what stands around its quotes. */
export interface DigestPage {
  readonly digest: Digest;
  readonly settings: Pick<DigestSettings, 'topics' | 'zone'>;
  /** Local date that heads it. */
  readonly date: string;
  readonly delay: number;
  readonly next: Due | undefined;
  /** False for a preview. */
  readonly hasControls: boolean;
}

/** A digest that is later than this says so, in ms. */
const late = 15 * 60_000;

const maxQuestionLength = 120;

/** A digest as one message, and the message in its thread when there is more. */
export function digestBlocks(page: DigestPage): { parent: Reply; thread: Reply | undefined } {
  const { fresh, moreFresh, passages, unlisted } = page.digest;
  const head = headBlocks(page);
  const tail = [...askedBlocks(page.digest.asked), ...footBlocks(page)];
  const titles = [heading('New in the library'), heading('Worth reading again'), moreLine(999)];
  const shown = itemsWithRoom(
    [...fresh, ...passages].filter(isShort),
    (quote) => quoteBlocks(quote, true),
    [...head, ...titles, ...tail],
  );
  const isShown = (quote: CitedQuote) => shown.includes(quote);
  const left = [...fresh, ...passages, ...moreFresh].filter((quote) => !isShown(quote));
  const more = left.length + unlisted;
  const blocks = [
    ...head,
    ...titled('New in the library', fresh.filter(isShown)),
    ...titled(titleOf(page.digest), passages.filter(isShown)),
    ...(more > 0 ? [moreLine(more)] : []),
    ...tail,
  ];
  const thread = more > 0 ? threadBlocks(left, unlisted) : undefined;
  return { parent: { text: fallbackOf(page, shown[0]), blocks }, thread };
}

function titleOf({ fresh, repeats }: Digest): string {
  if (repeats) return 'From the library, once more';
  return fresh.length > 0 ? 'Also worth reading' : 'From the library';
}

function headBlocks({ date, settings, delay }: DigestPage): KnownBlock[] {
  const about = settings.topics === '' ? [] : [`About ${shorten(settings.topics, 150)}`];
  const excuse = delay >= late ? ['Late: I was away, or Slack was. Sorry.'] : [];
  const notes = [...about, ...excuse];
  return [
    {
      type: 'header',
      text: { type: 'plain_text', text: `Digest for ${describeDate(date)}`, emoji: false },
    },
    ...(notes.length > 0 ? [context(...notes)] : []),
  ];
}

function titled(title: string, quotes: readonly CitedQuote[]): KnownBlock[] {
  if (quotes.length === 0) return [];
  return [heading(title), ...quotes.flatMap((quote) => quoteBlocks(quote, true))];
}

function heading(title: string): KnownBlock {
  return richText(section(bold(title)));
}

function moreLine(more: number): KnownBlock {
  return context(`${more} more in the thread.`);
}

/** What can't be quoted there any more is counted; the library's list of articles has it all. */
function threadBlocks(quotes: readonly CitedQuote[], unlisted: number): Reply {
  const rest = (left: number) =>
    context(`${count(left, 'further article')} in the list of sources.`);
  const toBlocks = (quote: CitedQuote) => quoteBlocks(quote, true);
  const shown = itemsWithRoom(quotes.filter(isShort), toBlocks, [rest(999)]);
  const left = quotes.length - shown.length + unlisted;
  const text = `${count(quotes.length + unlisted, 'more passage')} of today’s digest`;
  return {
    text,
    blocks: [...shown.flatMap(toBlocks), ...(left > 0 ? [rest(left)] : [])],
  };
}

/** Only what was asked for all to read comes here. */
function askedBlocks({ total, most, unanswered }: Asked): KnownBlock[] {
  if (total === 0) return [];
  const name = (text: string) => `“${shorten(text, maxQuestionLength)}”`;
  const lines: RichTextElement[] = [plain(`\n${count(total, 'question')} since the last digest.`)];
  if (most.length > 0) {
    const often = most.map(({ text, times }) => `${name(text)} (${times} times)`);
    lines.push(plain(`\nMost often: ${often.join(', ')}.`));
  }
  if (unanswered.length > 0) {
    lines.push(plain(`\nWithout an answer in the library: ${unanswered.map(name).join(', ')}.`));
  }
  return [richText(section(bold('Asked here'), ...lines))];
}

function footBlocks({ next, settings, hasControls }: DigestPage): KnownBlock[] {
  const foot = next ? [context(`Next digest: ${describeInstant(next.at, settings.zone)}`)] : [];
  return hasControls ? [...foot, controls()] : foot;
}

function controls(): ActionsBlock {
  return {
    type: 'actions',
    elements: [button('Pause a week', ids.digestPause), button('Change', ids.digestChange)],
  };
}

function fallbackOf({ date }: DigestPage, first: CitedQuote | undefined): string {
  const title = `Digest for ${describeDate(date)}`;
  const cited = first
    ? [`${title}: ${inRunningText(first.text, first.citation)} — ${first.citation.text}`]
    : [];
  const texts = [...cited, title].map(escapeSlackText);
  return texts.find((text) => text.length <= limits.fallbackText) ?? title;
}
