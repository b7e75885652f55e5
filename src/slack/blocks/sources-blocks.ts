import { describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import type { Library } from '../../library/library.ts';
import type { Reply } from '../reply.ts';
import { escapeSlackText, shorten } from '../slack-text.ts';
import { bold, context, plain, richText, section } from './rich-text.ts';

const mostListed = 25;

/** The articles of the library, newest first. */
export function sourcesBlocks(library: Library, command: string): Reply {
  const articles = [...library.articles.values()].sort(newestFirst);
  const shown = articles.slice(0, mostListed);
  const total = `The library holds ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}.`;
  const more = articles.length - shown.length;
  const blocks = [
    richText(section(bold(total))),
    ...shown.map((article) =>
      richText(
        section(plain(shorten(`${describeArticle(article)} — `, 350)), {
          type: 'text',
          text: article.id,
          style: { code: true },
        }),
      ),
    ),
    context(
      `${more > 0 ? `${more} older ones are not listed. ` : ''}${command} article ID shows one of them; author:, publisher:, before: and after: narrow a question down.`,
    ),
  ];
  return { text: escapeSlackText(total), blocks };
}

/** One article: its record, its headings, where it comes from. */
export function articleBlocks(library: Library, id: string): Reply {
  const article = library.articles.get(id);
  if (!article) return noSuchArticle(library, id);
  const headings = [...new Set(article.paragraphs.flatMap(({ heading }) => heading ?? []))];
  const kind =
    article.text === 'brief'
      ? 'a brief: our retelling, paragraph by paragraph'
      : "the publisher's own text";
  const lines = [
    `${article.paragraphs.length} paragraphs; the stored text is ${kind}.`,
    headings.length > 0 && `Sections: ${shorten(headings.join('; '), 1500)}.`,
    article.source && `Made from ${article.source.file}.`,
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
    ],
  };
}

function noSuchArticle(library: Library, id: string): Reply {
  const text = `The library has no article “${shorten(id, 80)}”.`;
  const known = shorten([...library.articles.keys()].join(', '), 1500);
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), plain(`\nIt has ${known}.`)))],
  };
}

function newestFirst(a: Article, b: Article): number {
  return (b.published ?? '').localeCompare(a.published ?? '');
}
