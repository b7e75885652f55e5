import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import type { Filling, Given, Message, Saying, Values } from './message.ts';

/** Says texts of ours in one language. */
export interface Say {
  /** A message with its gaps filled. A gap without its value does not compile. */
  <const M extends Message>(message: M, ...given: Given<M, Filling>): string;
  (saying: Saying): string;
  readonly locale: Locale;
  /** The same in pieces, where something that is no text stands in a gap: a mention, words in bold. */
  pieces<const M extends Message, T extends object>(
    message: M,
    values: Values<M, string | number | T>,
  ): (string | T)[];
  /** Words in a row: "a, b and c". */
  list(words: readonly string[]): string;
}

const made = new Map<Locale, Say>();

/** Says texts in a language. */
export function sayIn(locale: Locale): Say {
  const say = made.get(locale) ?? makeSay(locale);
  made.set(locale, say);
  return say;
}

function makeSay(locale: Locale): Say {
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
  const say = (what: Message | Saying, given: Saying['values'] = {}): string => {
    const { message, values } =
      'message' in what ? (what as Saying) : { message: what, values: given };
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? say(value) : value,
    ]);
    return String(formatOf(message).format(Object.fromEntries(filled)));
  };
  return Object.assign(say as Say, {
    locale,
    list: (words: readonly string[]) => lists.format(words),
    pieces: <T extends object>(message: Message, values: Record<string, string | number | T>) =>
      [formatOf(message).format<T>(values)].flat() as (string | T)[],
  });
}
