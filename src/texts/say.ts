import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import type { Filling, Given, Message, Saying, Values } from './message.ts';

/** Says texts of ours in one language. */
export interface Say {
  /** A message with its gaps filled. A gap without its value does not compile. */
  <const M extends Message>(message: M, ...given: Given<M, Filling>): string;
  (what: Filling): string;
  readonly locale: Locale;
  /** Words in a row: "a, b and c". */
  list(words: readonly string[]): string;
  /** The same in pieces, where something that is no text stands in a gap: a mention, words in bold. */
  pieces<const M extends Message, T extends object>(
    message: M,
    values: Values<M, string | number | T>,
  ): (string | T)[];
}

const made = new Map<Locale, Say>();

/** Says texts in a language. */
export function sayIn(locale: Locale): Say {
  const say = made.get(locale) ?? makeSay(locale);
  made.set(locale, say);
  return say;
}

function makeSay(locale: Locale): Say {
  const space = locale === 'zh' ? '' : ' ';
  const formats = new WeakMap<Message, IntlMessageFormat>();
  const lists = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  const formatOf = (message: Message) => {
    // Reading a message takes longer than saying it.
    const format =
      formats.get(message) ??
      new IntlMessageFormat(message[locale], locale, undefined, { ignoreTag: true });
    formats.set(message, format);
    return format;
  };
  const sayMessage = (message: Message, given: Saying['values'] = {}): string => {
    const filled = Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : sayFilling(value),
    ]);
    return String(formatOf(message).format(Object.fromEntries(filled)));
  };
  const sayFilling = (what: Filling): string => {
    if (typeof what !== 'object') return String(what);
    if ('message' in what) return sayMessage(what.message, what.values);
    const words = what.filter((one) => typeof one === 'string');
    if (words.length === what.length) return lists.format(words);
    const said = what.map(sayFilling);
    if (said.every((one) => /[.!?。！？]$/.test(one))) return said.join(space);
    // Clauses have commas and conjunctions of their own.
    return said.join(locale === 'zh' ? '；' : '; ');
  };
  const say = (what: Message | Filling, given?: Saying['values']) =>
    isMessage(what) ? sayMessage(what, given) : sayFilling(what);
  return Object.assign(say as Say, {
    locale,
    list: (words: readonly string[]) => lists.format(words),
    pieces: <T extends object>(message: Message, values: Record<string, string | number | T>) =>
      [formatOf(message).format<T>(values)].flat() as (string | T)[],
  });
}

function isMessage(what: Message | Filling): what is Message {
  return typeof what === 'object' && 'en' in what;
}
