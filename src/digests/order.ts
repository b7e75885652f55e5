import { readTopics } from '../answer/topics.ts';
import { readTime, readWeekdays, readZone } from './settings.ts';
import type { DigestSettings } from './subscription.ts';

/** What somebody wants of a channel's digests. */
export type Order =
  | { readonly kind: 'open' | 'preview' | 'now' | 'status' }
  | ChangeOrder
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** An order that changes the subscription. */
export type ChangeOrder =
  | { readonly kind: 'resume' | 'off' }
  | { readonly kind: 'pause'; readonly until: string | undefined }
  | { readonly kind: 'set'; readonly settings: Partial<DigestSettings> };

const plainOrders = ['preview', 'now', 'status', 'resume', 'off'] as const;

/** Words that stand between the settings and say nothing. */
const fillers = new Set(['at', 'on', 'in', 'every', 'and', 'with', 'each', 'day', 'set', 'zone']);

const firstWords =
  /^(?:preview|now|status|resume|off|on|pause|about|at|every|set|daily|weekdays?|weekends?|everyday|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:[-,].*)?|\d.*|.*\/.*|utc|gmt)$/i;

/**
 * Whether the text after the word "digest" is an order: it begins like one, or is a single word.
 * "digest of Chinese views on Ukraine" is a question.
 */
export function looksLikeOrder(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length <= 1 || firstWords.test(words[0] ?? '');
}

/**
 * Reads the text after the word "digest", such as `09:00 Europe/Berlin weekdays about energy` or
 * `pause until 2026-12-27`. What can't be read is explained, all of it at once.
 */
export function readOrder(typed: string): Order {
  const text = typed.trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const word = first.toLowerCase();
  if (word === '') return { kind: 'open' };
  const plain = plainOrders.find((known) => known === word);
  if (plain && rest.length === 0) return { kind: plain };
  if (word === 'on' && rest.length === 0) return { kind: 'set', settings: {} };
  if (word === 'pause') return readPause(rest);
  if (plain) {
    return wrong(`“digest ${word}” stands alone; I did not understand “${rest.join(' ')}”.`);
  }
  return readSettings(text);
}

function readPause(words: readonly string[]): Order {
  const [first = '', ...rest] = words;
  const date = first.toLowerCase() === 'until' || first.toLowerCase() === 'till' ? rest : words;
  if (date.length === 0) {
    return first === '' ? { kind: 'pause', until: undefined } : wrong(pauseForm);
  }
  const [until = ''] = date;
  return date.length === 1 && isDate(until)
    ? { kind: 'pause', until }
    : wrong(`“${date.join(' ')}” is no date. ${pauseForm}`);
}

const pauseForm =
  'Write a date as year-month-day, such as “digest pause until 2026-12-27”, or “digest pause” for a week.';

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function readSettings(text: string): Order {
  const [, plainPart = '', about] = /^(.*?)(?:(?:^|\s)about\s+(.+))?$/is.exec(text) ?? [];
  const found: { -readonly [K in keyof DigestSettings]?: DigestSettings[K] } = {};
  const problems: string[] = [];
  const words = plainPart.split(/\s+/).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const passages = /^passages?$/i.test(words[index + 1] ?? '') ? word : undefined;
    if (fillers.has(word.toLowerCase()) || /^passages?$/i.test(word)) continue;
    if (passages) readPassages(passages, found, problems);
    else readWord(word, found, problems);
  }
  if (about !== undefined) found.topics = /^everything\.?$/i.test(about) ? '' : about.trim();
  const topics = readTopics(found.topics ?? '');
  if ('problems' in topics) problems.push(...topics.problems);
  return problems.length > 0 ? wrong(...problems) : { kind: 'set', settings: found };
}

type Found = { -readonly [K in keyof DigestSettings]?: DigestSettings[K] };

function readPassages(word: string, found: Found, problems: string[]): void {
  const passages = Number(word);
  if ([1, 2, 3, 4, 5].includes(passages)) found.passages = passages;
  else problems.push(`“${word} passages” is not possible. Write a number from 1 to 5.`);
}

function readWord(word: string, found: Found, problems: string[]): void {
  const weekdays = readWeekdays(word);
  if (weekdays) {
    found.weekdays = weekdays;
  } else if (/^\d/.test(word)) {
    const time = readTime(word);
    if ('time' in time) found.time = time.time;
    else problems.push(time.problem);
  } else {
    const zone = readZone(word);
    if ('zone' in zone) found.zone = zone.zone;
    else problems.push(zone.problem);
  }
}

function wrong(...problems: string[]): Order {
  return { kind: 'wrong', problems };
}
