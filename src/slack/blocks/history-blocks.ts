import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Deed, HistoryEntry } from '../../library/article-store.ts';
import { additionTexts } from '../../texts/additions.ts';
import { feedTexts } from '../../texts/feeds.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { bold, plain, richText, said, section } from './block-kit.ts';
import { mention } from './people-elements.ts';

/** So many of the last deeds are listed. */
const maxEntries = 6;

/** Changes that follow from others say nothing by themselves. */
const silent = new Set(['id', 'review', 'inferred', 'source']);

const deeds: Readonly<Record<Exclude<Deed, 'corrected'>, Message>> = {
  proposed: texts.proposedDeed,
  discarded: texts.discardedDeed,
  added: texts.addedDeed,
  replaced: texts.replacedDeed,
  removed: texts.removedDeed,
  restored: texts.restoredDeed,
  erased: texts.erasedDeed,
};

/**
 * What was done to an article, the last first; nothing for one that nobody has changed. `feed` is the title
 * of the feed that it came from.
 */
export function historyBlocks(
  history: readonly HistoryEntry[],
  say: Say,
  feed?: string,
): KnownBlock[] {
  const told = history
    .map((entry) => ({ ...entry, fields: entry.fields.filter((name) => !silent.has(name)) }))
    .filter(({ deed, fields }) => deed !== 'corrected' || fields.length > 0)
    .slice(0, maxEntries);
  if (told.length === 0) return [];
  const lines = told.flatMap((entry) => [plain('\n• '), ...lineOf(entry, say, feed)]);
  return [richText(section(bold(say(texts.history)), ...lines))];
}

function lineOf(entry: HistoryEntry, say: Say, feed: string | undefined): RichTextElement[] {
  const day = new Date(entry.at).toISOString().slice(0, 10);
  const deed = deedOf(entry, say);
  const isBrought = entry.person === '' && ['added', 'replaced'].includes(entry.deed);
  if (isBrought && feed) return [plain(say(feedTexts.byFeed, { day, deed, title: feed }))];
  if (entry.person === '') return [plain(say(texts.byNobody, { day, deed }))];
  return said(say, texts.byPerson, { day, deed, person: mention(entry.person, say) });
}

function deedOf({ deed, fields }: HistoryEntry, say: Say): string {
  if (deed !== 'corrected') return say(deeds[deed] as typeof texts.addedDeed);
  const names = fields.map((name) => {
    const message = name in additionTexts ? additionTexts[name as 'title'] : undefined;
    return message ? say(message) : name;
  });
  return say(texts.correctedDeed, { fields: say.list(names) });
}
