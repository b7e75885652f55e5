import type { Article } from './article.ts';
import { type ReadRecord, readRecord } from './front-matter.ts';
import { proseBlocks, readBlocks } from './paragraphs.ts';
import { runAtOnce } from './pause.ts';
import { whyUnreadable } from './unreadable.ts';

/** The longest article, in bytes of its file: 400 full pages have two million, more is an archive. */
export const maxArticleBytes = 3 * 1024 * 1024;

/** Longest heading, in characters: it is printed in every citation below it. */
const maxHeadingLength = 300;

/** Longest front matter, in characters: a long record, and the pages of 10,000 paragraphs. */
const maxFrontMatterLength = 100_000;

const frontMatter = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n([\s\S]*))?$/;

/** An article, or every reason why the file is none. */
export type ParsedArticle = { readonly article: Article } | { readonly problems: string[] };

/** Reads an article from Markdown with YAML front matter between two `---` lines. */
export function parseArticle(markdown: string): ParsedArticle {
  return runAtOnce(parseInSteps(markdown));
}

/** Reads an article as `parseArticle` does; yields after each block, so that the caller may pause. */
export function* parseInSteps(markdown: string): Generator<void, ParsedArticle> {
  const text = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, yaml, body = ''] = frontMatter.exec(text) ?? [];
  if (yaml === undefined) {
    return {
      problems: [
        'there is no front matter; begin the file with a line ---, the record, and a line ---',
      ],
    };
  }
  const read = readFrontMatter(yaml);
  const blocks = proseBlocks(body);
  const unreadable = whyUnreadable(blocks);
  const paragraphs = unreadable ? [] : yield* readBlocks(blocks);
  const problem = unreadable ?? whyNoText(paragraphs) ?? whyNoPages(read, paragraphs);
  if ('record' in read && !problem) {
    return { article: { ...read.record, paragraphs: withPages(paragraphs, read.pages) } };
  }
  return {
    problems: [...('problems' in read ? read.problems : []), ...(problem ? [problem] : [])],
  };
}

function readFrontMatter(yaml: string): ReadRecord {
  if (yaml.length <= maxFrontMatterLength) return readRecord(yaml);
  const problem = `the front matter has ${yaml.length} characters; write at most ${maxFrontMatterLength}`;
  return { problems: [problem] };
}

function whyNoText(paragraphs: Article['paragraphs']): string | undefined {
  if (paragraphs.length === 0)
    return 'the body is empty; write the paragraphs below the second ---';
  const long = paragraphs.find(({ heading }) => heading && heading.length > maxHeadingLength);
  if (!long) return undefined;
  return `the heading above paragraph ${long.number} has ${long.heading?.length} characters; write at most ${maxHeadingLength}`;
}

function whyNoPages(read: ReadRecord, paragraphs: Article['paragraphs']): string | undefined {
  const pages = 'record' in read ? read.pages : undefined;
  if (!pages || pages.length === paragraphs.length) return undefined;
  return `\`pages\` names ${pages.length} pages for ${paragraphs.length} paragraphs; write one for each, or leave it out`;
}

function withPages(
  paragraphs: Article['paragraphs'],
  pages: readonly string[] | undefined,
): Article['paragraphs'] {
  if (!pages) return paragraphs;
  return paragraphs.map((paragraph, index) => ({ ...paragraph, page: pages[index] ?? '' }));
}
