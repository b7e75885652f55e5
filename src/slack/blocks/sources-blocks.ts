import type { KnownBlock } from '@slack/types';
import { describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import type { HistoryEntry } from '../../library/article-store.ts';
import { type Library, newestFirst } from '../../library/library.ts';
import type { Say } from '../../texts/say.ts';
import { sourceTexts as texts } from '../../texts/sources.ts';
import { escapeSlackText, shorten } from '../text.ts';
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
export function sourcesBlocks(library: Library, command: string, say: Say): Reply {
  const articles = newestFirst(library);
  const total = say(texts.holds, { articles: articles.length });
  const head = richText(section(bold(total)));
  const toLine = (article: Article) => articleLine(article, say);
  const hint = (unlisted: number) => sourcesHint(unlisted, command, say);
  const shown = itemsWithRoom(articles.slice(0, maxListed), (article) => [toLine(article)], [
    head,
    hint(articles.length),
  ]);
  return {
    text: escapeSlackText(total),
    blocks: [head, ...shown.map(toLine), hint(articles.length - shown.length)],
  };
}

function articleLine(article: Article, say: Say): KnownBlock {
  const text = shorten(`${describeArticle(article, say)} — ${article.id}`, limits.textObject);
  return {
    type: 'section',
    text: { type: 'plain_text', text, emoji: false },
    accessory: readButton(article, say),
  };
}

function sourcesHint(unlisted: number, command: string, say: Say): KnownBlock {
  const hint = say(texts.hint, { command });
  return context(unlisted > 0 ? say(texts.hintUnlisted, { unlisted, hint }) : hint);
}

/** One article: its record, its headings, where it comes from, what was done to it and what can be. */
export function articleBlocks(
  library: Library,
  id: string,
  history: readonly HistoryEntry[],
  say: Say,
  feed?: string,
): Reply {
  const article = library.articles.get(id);
  if (!article) {
    const reply = noSuchArticle(library, id, say);
    return { ...reply, blocks: [...reply.blocks, ...historyBlocks(history, say)] };
  }
  const headings = [...new Set(article.paragraphs.flatMap(({ heading }) => heading ?? []))];
  const kind = article.text === 'brief' ? texts.isBrief : texts.isOriginal;
  const lines = [
    say(kind, { paragraphs: article.paragraphs.length }),
    headings.length > 0 &&
      say(texts.sections, { headings: shorten(headings.join('; '), maxNamesLength) }),
    // Of a brief, readers have no use for the file that was retold.
    article.source &&
      article.text === 'original' &&
      say(texts.madeFrom, { file: article.source.file }),
  ].filter((line) => typeof line === 'string');
  const link = article.url ? [{ type: 'link' as const, url: article.url }] : [];
  const description = describeArticle(article, say);
  return {
    text: escapeSlackText(description),
    blocks: [
      richText(
        section(bold(description)),
        section(...lines.map((line) => plain(`${line}\n`)), ...link),
      ),
      ...historyBlocks(history, say, feed),
      articleControls(article, say),
    ],
  };
}

function noSuchArticle(library: Library, id: string, say: Say): Reply {
  const text = say(texts.none, { id: shorten(id, 80) });
  const known = shorten([...library.articles.keys()].join(', '), maxNamesLength);
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), plain(known && say(texts.itHas, { ids: known }))))],
  };
}
