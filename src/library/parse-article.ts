import type { Article } from './article.ts';
import { readRecord } from './front-matter.ts';
import { readParagraphs } from './paragraphs.ts';

/** Longest heading, in characters: it is printed in every citation below it. */
const longestHeading = 300;

/** Longest run without an empty line, in characters: the Markdown parser's time grows with its square. */
const longestBlock = 20_000;

/** Deeper quotes take the Markdown parser minutes. */
const nestedQuotes = /^(?:[ \t]*>){50}/m;

const frontMatter = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n([\s\S]*))?$/;

/** An article, or every reason why the file is none. */
export type ParsedArticle = { readonly article: Article } | { readonly problems: string[] };

/** Reads an article from Markdown with YAML front matter between two `---` lines. */
export function parseArticle(markdown: string): ParsedArticle {
  const text = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, yaml, body = ''] = frontMatter.exec(text) ?? [];
  if (yaml === undefined) {
    return {
      problems: [
        'there is no front matter; begin the file with a line ---, the record, and a line ---',
      ],
    };
  }
  const read = readRecord(yaml);
  const unreadable = whyUnreadable(body);
  const paragraphs = unreadable ? [] : readParagraphs(body);
  const problem = unreadable ?? whyNoText(paragraphs);
  if ('record' in read && !problem) return { article: { ...read.record, paragraphs } };
  return {
    problems: [...('problems' in read ? read.problems : []), ...(problem ? [problem] : [])],
  };
}

/** Why a Markdown body would take the parser too long; undefined when it is fit to be read. */
export function whyUnreadable(body: string): string | undefined {
  if (nestedQuotes.test(body)) return 'a quote (>) is nested 50 times or more; nest it less';
  const long = body.split(/\n[ \t]*\n/).find((block) => block.length > longestBlock);
  if (!long) return undefined;
  return `a paragraph has ${long.length} characters; divide it by empty lines into paragraphs of at most ${longestBlock}`;
}

function whyNoText(paragraphs: Article['paragraphs']): string | undefined {
  if (paragraphs.length === 0)
    return 'the body is empty; write the paragraphs below the second ---';
  const long = paragraphs.find(({ heading }) => heading && heading.length > longestHeading);
  if (!long) return undefined;
  return `the heading above paragraph ${long.number} has ${long.heading?.length} characters; write at most ${longestHeading}`;
}
