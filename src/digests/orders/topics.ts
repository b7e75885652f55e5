/** An order's topics, and what stands before and behind them. */
export interface SplitOrder {
  readonly before: string;
  readonly topics: string | undefined;
}

const about =
  /(?:^|\s)(?:about|regarding|concerning|covering|re:|(?:on|for)\s(?:the\s)?(?:topics?|subjects?)(?:\sof)?:?|topics?:)\s+(?<topics>\S.*)$/isu;

/** Divides an order at the word "about". */
export function splitOrder(typed: string): SplitOrder {
  const found = about.exec(typed);
  if (!found) return { before: typed, topics: undefined };
  return { before: typed.slice(0, found.index), topics: found.groups?.topics?.trim() };
}

/** What may begin settings that stand behind the topics. */
const beginnings =
  /^(?:at|every|each|on|daily|everyday|weekly|weekdays|weekends|hourly|from|with|without|including|only|when|whenever|as|immediately|instantly|in|please|except|\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?)[,]?$/u;

/** So many words at the end are looked at. */
const maxTail = 25;

/**
 * The places where settings may begin behind topics ("about energy at 9am"), the first one first. A
 * word in quotation marks or with a capital ("the China Daily") belongs to a topic.
 */
export function tailsOf(topics: string): number[] {
  const words = [...topics.matchAll(/\S+/gu)].slice(-maxTail);
  return words.flatMap(({ 0: word, index }) => {
    const isQuoted = (topics.slice(0, index).match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1;
    return !isQuoted && index > 0 && beginnings.test(word) ? [index] : [];
  });
}

/** What in topics is more likely a setting that was not understood. */
const leftover =
  /(?<!\p{L})(?:(?:at|by)\s\d{1,2}(?:[:.]\d\d)?|\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\.?|every\s(?:other\s|\d+\s)?(?:day|week|month|hour|morning|evening)s?|(?:daily|weekly|hourly)|[a-z]+\/[a-z_]+\stime)(?!\p{L})/u;

/** Whether topics hold a setting, which is then no topic. */
export function holdsSetting(topics: string): boolean {
  return leftover.test(topics.replace(/["“„«][^"“”„«»]*["”»]/gu, ' '));
}
