import type { KnownBlock } from '@slack/types';
import { describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import type { HistoryEntry } from '../../library/article-store.ts';
import { type Library, newestFirst } from '../../library/library.ts';
import type { Say } from '../../texts/say.ts';
import { count, escapeSlackText, shorten } from '../text.ts';
import { articleControls, readButton } from './article-controls.ts';
import {
  bold,
  context,
  itemsWithRoom,
  limits,
  plain,
  type Reply,
  richText,
  section,
} from './block-kit.ts';
import { historyBlocks } from './history-blocks.ts';

const maxListed = 25;

/** Longest run of headings or ids, in characters. */
const maxNamesLength = 1500;

/** The articles of the library, newest first: as many as one message takes. */
export function sourcesBlocks(library: Library, command: string): Reply {
  const articles = newestFirst(library);
  const total = `The library holds ${count(articles.length, 'article')}.`;
  const head = richText(section(bold(total)));
  const shown = itemsWithRoom(articles.slice(0, maxListed), (article) => [articleLine(article)], [
    head,
    sourcesHint(articles.length, command),
  ]);
  const hint = sourcesHint(articles.length - shown.length, command);
  return { text: escapeSlackText(total), blocks: [head, ...shown.map(articleLine), hint] };
}

function articleLine(article: Article): KnownBlock {
  const text = shorten(`${describeArticle(article)} — ${article.id}`, limits.textObject);
  return {
    type: 'section',
    text: { type: 'plain_text', text, emoji: false },
    accessory: readButton(article),
  };
}

function sourcesHint(unlisted: number, command: string): KnownBlock {
  const others = unlisted > 0 ? `${unlisted} more are not listed. ` : '';
  return context(
    `${others}${command} article ID tells more of one; author:, publisher:, before: and after: narrow a question down.`,
  );
}

/** One article: its record, its headings, where it comes from, what was done to it and what can be. */
export function articleBlocks(
  library: Library,
  id: string,
  history: readonly HistoryEntry[],
  say: Say,
): Reply {
  const article = library.articles.get(id);
  if (!article) {
    const reply = noSuchArticle(library, id);
    return { ...reply, blocks: [...reply.blocks, ...historyBlocks(history, say)] };
  }
  const headings = [...new Set(article.paragraphs.flatMap(({ heading }) => heading ?? []))];
  const kind =
    article.text === 'brief'
      ? 'a brief: our retelling, paragraph by paragraph'
      : "the publisher's own text";
  const lines = [
    `${count(article.paragraphs.length, 'paragraph')}; the stored text is ${kind}.`,
    headings.length > 0 && `Sections: ${shorten(headings.join('; '), maxNamesLength)}.`,
    // Of a brief, readers have no use for the file that was retold.
    article.source && article.text === 'original' && `Made from ${article.source.file}.`,
  ].filter((line) => typeof line === 'string');
  const link = article.url ? [{ type: 'link' as const, url: article.url }] : [];
  const description = describeArticle(article);
  return {
    text: escapeSlackText(description),
    blocks: [
      richText(
        section(bold(description)),
        section(...lines.map((line) => plain(`${line}\n`)), ...link),
      ),
      ...historyBlocks(history, say),
      articleControls(article, say),
    ],
  };
}

function noSuchArticle(library: Library, id: string): Reply {
  const text = `The library has no article “${shorten(id, 80)}”.`;
  const known = shorten([...library.articles.keys()].join(', '), maxNamesLength);
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), plain(known && `\nIt has ${known}.`)))],
  };
}
