import { readTopics } from '../answer/topics.ts';
import { orderTexts as texts } from '../texts/digest-orders.ts';
import { type Saying, saying } from '../texts/message.ts';
import { takeDays } from './orders/days.ts';
import { firstTaken, maxLength, Phrases } from './orders/phrases.ts';
import { takePlaces } from './orders/places.ts';
import { takeTimes } from './orders/times.ts';
import { holdsSetting, splitOrder, tailsOf } from './orders/topics.ts';
import { readUntil, type Until } from './orders/until.ts';
import {
  type Action,
  fromArchive,
  howMany,
  isFiller,
  newOnly,
  onNews,
  pauseForm,
  takeActions,
} from './orders/words.ts';
import type { DigestSettings } from './subscription.ts';

/** What somebody wants of a channel's digests. */
export type Order =
  | { readonly kind: 'open' | 'status' | 'help' }
  | { readonly kind: 'preview' | 'now'; readonly archive: boolean }
  | ChangeOrder
  | UnclearOrder;

/** An order that changes the subscription. */
export type ChangeOrder =
  | { readonly kind: 'resume' | 'off' }
  /** A week long where no end is named. */
  | { readonly kind: 'pause'; readonly until: Until | undefined }
  | { readonly kind: 'set'; readonly settings: Partial<DigestSettings> };

/** An order that can't be carried out: why not, and what of it was understood. */
export interface UnclearOrder {
  readonly kind: 'unclear';
  readonly problems: readonly Saying[];
  readonly settings: Partial<DigestSettings>;
}

/**
 * Reads the text around the word "digest" as people write it, such as `Mon-Fri at 9am Moscow time about
 * energy` or `pause for two weeks`. An order is carried out only when every word of it is understood:
 * otherwise it is told what was not.
 */
export function readOrder(typed: string): Order {
  const text = typed.trim().replace(/\s+/g, ' ');
  return readPause(text) ?? orderOf(readWords(text));
}

/**
 * Whether the text after the word "digest" is an order: it is understood as one, begins like one, or
 * is a single word. "digest of Chinese views on Ukraine" is a question.
 */
export function looksLikeOrder(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length <= 1 || isPause(text)) return true;
  const { left, isSomething, begins } = readWords(text);
  return (left.length === 0 && isSomething) || begins || starters.test(text);
}

/** Nothing but an order begins like this. */
const starters =
  /^(?:please|until|till|every|each|at|by|today|tonight|tomorrow|next|starting|(?:change|move|set|switch)\s(?:it|to|the|from)|(?:send|give|tell|get|show)\s(?:me|us)|stop|pause|resume)(?!\p{L})/iu;

/** Whether a sentence that holds the word "digest" somewhere is an order from end to end. */
export function isWholeOrder(sentence: string): boolean {
  const { left, settings, actions } = readWords(sentence);
  const { topics: _, ...times } = settings;
  // "Give me a digest about gas" may ask for a summary.
  const isOrder = Object.keys(times).length + actions.length > 0;
  return isPause(sentence) || (left.length === 0 && isOrder);
}

/** What was read of an order. */
interface ReadWords {
  readonly settings: Partial<DigestSettings>;
  readonly actions: readonly Action[];
  readonly problems: readonly Saying[];
  /** Words that were not understood. */
  readonly left: readonly string[];
  /** Whether anything was understood. */
  readonly isSomething: boolean;
  /** Whether it begins with something that is understood. */
  readonly begins: boolean;
  readonly isEmpty: boolean;
}

/** "Watch THAAD" names its topic without "about". */
const watched = /^((?:please\s)?)watch\s(?:out\s)?(?:for\s)?(?!when|about\s|as\s)(?=\S)/i;

function readWords(text: string): ReadWords {
  const { before, topics } = splitOrder(text.replace(watched, '$1watch about '));
  if (topics === undefined) return readPlain(before);
  const tail = tailsOf(topics).find((at) => isSettings(readPlain(topics.slice(at))));
  const about = (tail === undefined ? topics : topics.slice(0, tail)).replace(
    /[\s,.;!]+(?:please|thanks|thank you)?[\s,.;!]*$/i,
    '',
  );
  const read = readPlain(tail === undefined ? before : `${before} ${topics.slice(tail)}`);
  return withTopics(read, about);
}

/** Whether words behind the topics are settings, and nothing else. */
function isSettings({ settings, left, problems, actions }: ReadWords): boolean {
  return Object.keys(settings).length > 0 && left.length + problems.length + actions.length === 0;
}

function withTopics(read: ReadWords, about: string): ReadWords {
  const topics = /^(?:everything|anything|all)$/i.test(about) ? '' : about;
  const parsed = readTopics(topics);
  const unreadable = 'problems' in parsed ? parsed.problems : [];
  const problems = [...read.problems, ...unreadable];
  if (topics.length > maxLength) problems.push(saying(texts.tooLong));
  if (holdsSetting(topics)) problems.push(saying(texts.moreThanTopics, { topics }));
  const settings = problems.length > 0 ? read.settings : { ...read.settings, topics };
  return { ...read, settings, problems, isSomething: true, isEmpty: false };
}

/** Reads settings and actions, wherever they stand. */
function readPlain(text: string): ReadWords {
  const phrases = new Phrases(text);
  const problems = text.length > maxLength ? [saying(texts.tooLong)] : [];
  const settings: { -readonly [K in keyof DigestSettings]?: DigestSettings[K] } = {};
  phrases.take(howMany, ({ groups = {} }) => {
    const passages = Number(groups.count) || wordNumbers.indexOf(groups.count ?? '') + 1;
    if (passages >= 1 && passages <= 5) settings.passages = passages;
    else problems.push(saying(texts.passages, { count: groups.count ?? '' }));
  });
  phrases.take(newOnly, () => void Object.assign(settings, { archive: false }));
  phrases.take(fromArchive, () => void Object.assign(settings, { archive: true }));
  phrases.take(onNews, () => void Object.assign(settings, { rhythm: 'news' }));
  const days = takeDays(phrases);
  const times = takeTimes(phrases);
  const places = takePlaces(phrases);
  problems.push(...days.problems, ...times.problems, ...places.problems);
  const weekdays = days.weekdays ?? (times.isDaily ? [1, 2, 3, 4, 5, 6, 7] : undefined);
  if (weekdays) settings.weekdays = weekdays;
  if (times.time) settings.time = times.time;
  if (places.zone) settings.zone = places.zone;
  if (weekdays ?? times.time) {
    if (settings.rhythm) problems.push(saying(texts.newsOrTimes));
    settings.rhythm = 'times';
  }
  return { settings, problems, ...restOf(phrases, settings, problems) };
}

function restOf(
  phrases: Phrases,
  settings: Partial<DigestSettings>,
  problems: readonly Saying[],
): Pick<ReadWords, 'actions' | 'left' | 'isSomething' | 'begins' | 'isEmpty'> {
  const known = phrases.text;
  const actions = takeActions((form, read) => phrases.take(form, read));
  const left = phrases.left(isFiller);
  const isSomething =
    Object.keys(settings).length + actions.length + problems.length > 0 ||
    /^on$/i.test(known.trim());
  // A word that stands before all that is understood makes a question of it.
  const start = firstTaken(phrases.text);
  const begins = isSomething && (left[0]?.at ?? start + 1) > start && !/^of\s/.test(known);
  return {
    actions,
    left: left.map(({ word }) => word),
    isSomething,
    begins,
    isEmpty: known === '',
  };
}

function orderOf({ settings, actions, problems, left, isEmpty, isSomething }: ReadWords): Order {
  if (isEmpty) return { kind: 'open' };
  const unread = left.length > 0 ? [saying(texts.unread, { words: left.join(' ') })] : [];
  const unclear = (...more: Saying[]): Order => ({
    kind: 'unclear',
    problems: [...problems, ...unread, ...more],
    settings,
  });
  if (problems.length + unread.length > 0) return unclear();
  const [action, ...others] = new Set(actions);
  if (others.length > 0)
    return unclear(saying(texts.oneThing, { actions: [...new Set(actions)].join(', ') }));
  const { archive = false, ...otherSettings } = settings;
  const isAlone = Object.keys(otherSettings).length === 0;
  switch (action) {
    case 'preview':
    case 'now':
      if (isAlone) return { kind: action, archive };
      return unclear(saying(texts.alone, { word: action }));
    case 'off':
    case 'status':
    case 'help':
      if (Object.keys(settings).length === 0) return { kind: action };
      return unclear(saying(texts.alone, { word: action }));
    case 'resume':
      return Object.keys(settings).length > 0 ? { kind: 'set', settings } : { kind: 'resume' };
    case 'open':
      return Object.keys(settings).length > 0 ? { kind: 'set', settings } : { kind: 'open' };
    default:
      return isSomething ? { kind: 'set', settings } : { kind: 'open' };
  }
}

function isPause(text: string): boolean {
  return pauseForm.test(text.trim().toLowerCase());
}

function readPause(text: string): Order | undefined {
  const said = pauseForm
    .exec(text.toLowerCase())
    ?.groups?.until?.trim()
    .replace(/[.!]+$/, '');
  if (said === undefined) return undefined;
  const until = readUntil(said.replace(/\s?please$/, ''));
  if (until ?? said === '') return { kind: 'pause', until };
  const problem = saying(texts.noDate, { said, examples: pauseExamples });
  return { kind: 'unclear', problems: [problem], settings: {} };
}

/** How the end of a pause is written. */
const pauseExamples =
  'digest pause until 2026-12-27, digest pause for two weeks, digest pause until Friday';

const wordNumbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
