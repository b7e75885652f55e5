import type { KnownBlock } from '@slack/types';

/** Slack's limits that the bot's messages come near (https://docs.slack.dev/reference/block-kit/blocks). */
export const limits = {
  /** Slack takes 50; a few are left for what is added later. */
  blocksInMessage: 40,
  /** Characters over all blocks. Slack refuses at about 13,200 (slackapi/bolt-js#2509). */
  charactersInMessage: 10_000,
  /** Characters of the fallback `text`: chat.update refuses more. */
  fallbackText: 4000,
  contextElements: 10,
  textObject: 3000,
  questionShown: 150,
} as const;

/** Adds up the characters of all texts in blocks, however deep they stand. */
export function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, entry]) =>
      sum + (name === 'text' && typeof entry === 'string' ? entry.length : charactersIn(entry)),
    0,
  );
}

/**
 * The items whose blocks find room in one message beside other blocks, in their order. An item is
 * shown whole or not at all, so that nothing is cut inside a quote or citation.
 */
export function itemsWithRoom<T>(
  items: readonly T[],
  toBlocks: (item: T) => readonly KnownBlock[],
  others: readonly KnownBlock[],
): T[] {
  let characters = limits.charactersInMessage - charactersIn(others);
  let blocks = limits.blocksInMessage - others.length;
  return items.filter((item) => {
    const wanted = toBlocks(item);
    const needed = charactersIn(wanted);
    if (needed > characters || wanted.length > blocks) return false;
    characters -= needed;
    blocks -= wanted.length;
    return true;
  });
}

/** Items in their order on as few pages as they fit on; one that fits on no page is on none. */
export function pagesOf<T>(items: readonly T[], fits: (some: readonly T[]) => boolean): T[][] {
  const pages: T[][] = [];
  for (const item of items) {
    const last = pages.at(-1);
    if (last && fits([...last, item])) last.push(item);
    else if (fits([item])) pages.push([item]);
  }
  return pages;
}
