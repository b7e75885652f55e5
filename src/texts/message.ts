import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { Locale } from './locale.ts';

/**
 * A text of ours in every language that the bot speaks, in ICU's message syntax
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/): `{name}` is a gap, and
 * `{number, plural, …}` chooses by a number.
 */
export type Message = Readonly<Record<Locale, string>>;

/** The texts of one topic. */
export type Topic = Readonly<Record<string, Message>>;

/** What the gaps of a message take: `T`, and a number where one is to be counted or written. */
export type Values<M extends Message, T> = GetICUArgs<
  M['en'],
  { ICUArgument: T; ICUNumberArgument: number }
>;

/** What is given with a message: nothing where it has no gaps. */
export type Given<M extends Message, T> = keyof Values<M, T> extends never ? [] : [Values<M, T>];

/** A text with what stands in its gaps, for whoever will read it in their language. */
export interface Saying {
  readonly message: Message;
  readonly values: Readonly<Record<string, Filling>>;
}

/** What stands in a gap: words, a number, another text of ours, words in a row, or clauses or sentences in a row. */
export type Filling = string | number | Saying | readonly string[] | readonly Saying[];

/** A text to be said later, by whoever knows who reads it. */
export function saying<const M extends Message>(message: M, ...given: Given<M, Filling>): Saying {
  return { message, values: (given[0] ?? {}) as Saying['values'] };
}
