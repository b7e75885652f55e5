import type { Article } from './article.ts';
import { readRecord } from './front-matter.ts';
import { readParagraphs } from './paragraphs.ts';

/** Longest heading, in characters: it is printed in every citation below it. */
const longestHeading = 300;

/** An article, or every reason why the file is none. */
export type ParsedArticle = { readonly article: Article } | { readonly problems: string[] };

/** Reads an article from Markdown with YAML front matter between two `---` lines. */
export function parseArticle(markdown: string): ParsedArticle {
  const [, yaml, body] =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(markdown) ?? [];
  if (yaml === undefined || body === undefined || !/^\uFEFF?---/.test(markdown)) {
    return {
      problems: [
        'there is no front matter; begin the file with a line ---, the record, and a line ---',
      ],
    };
  }
  const read = readRecord(yaml);
  const paragraphs = readParagraphs(body);
  const problems = 'problems' in read ? read.problems : [];
  if (paragraphs.length === 0) {
    problems.push('the body is empty; write the paragraphs below the second ---');
  }
  const long = paragraphs.find(({ heading }) => heading && heading.length > longestHeading);
  if (long) {
    problems.push(
      `the heading above paragraph ${long.number} has ${long.heading?.length} characters; write at most ${longestHeading}`,
    );
  }
  if ('problems' in read || problems.length > 0) return { problems };
  return { article: { ...read.record, paragraphs } };
}
