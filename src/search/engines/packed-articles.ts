import type { Article } from '../../library/article.ts';
import { runWithPauses } from '../../library/pause.ts';

/**
 * Articles as bytes that threads share: handed over as objects they would be copied in one go, which
 * takes a tenth of a second for 20,000 paragraphs, and again for each thread.
 */
export type PackedArticles = SharedArrayBuffer;

/** Packs articles, and lets everybody else have their turn. */
export function packArticles(articles: readonly Article[]): Promise<PackedArticles> {
  return runWithPauses(pack(articles));
}

function* pack(articles: readonly Article[]): Generator<void, PackedArticles> {
  const lines: Buffer[] = [];
  let length = 0;
  for (const article of articles) {
    const line = Buffer.from(`${JSON.stringify(article)}\n`);
    lines.push(line);
    length += line.length;
    yield;
  }
  const packed = new SharedArrayBuffer(length);
  const bytes = new Uint8Array(packed);
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
    yield;
  }
  return packed;
}

/** The articles, in the same order. */
export function unpackArticles(packed: PackedArticles): Article[] {
  const bytes = Buffer.from(packed);
  const articles: Article[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    articles.push(JSON.parse(bytes.toString('utf8', at, end)));
    at = end + 1;
  }
  return articles;
}
