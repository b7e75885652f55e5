import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { heldOf, makeArticle } from '../../src/import/make-article.ts';
import { readSource } from '../../src/import/read-source.ts';
import type { Article } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { cleanText } from '../../src/library/paragraphs.ts';

/** The originals of a folder, imported, and the documents of the collections below it. */
export async function readArticles(folder: string): Promise<Article[]> {
  const shipped = (await loadLibrary(['seeds'])).articles;
  const names = await readdir(folder, { recursive: true });
  const found: Article[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (name.endsWith('corpus.jsonl')) found.push(...readCollection(path, name));
    if (!name.endsWith('.txt')) continue;
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const read = await readSource({ bytes, name });
    for (const document of 'documents' in read ? read.documents : []) {
      const outcome = makeArticle(document, { file: name, sha256 }, heldOf(shipped.values()));
      if ('article' in outcome) found.push(outcome.article);
    }
  }
  return found;
}

function readCollection(path: string, name: string): Article[] {
  const prefix = name.split('/').at(-2) ?? 'collection';
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { _id: id, title, text } = JSON.parse(line) as Record<string, string>;
    const paragraph = { number: 1, text: cleanText(text ?? '') };
    if (paragraph.text === '') return [];
    const record = { title: title || 'Untitled', authors: [], language: 'en', inferred: [] };
    return [
      { ...record, id: `${prefix}-${id}`, text: 'original' as const, paragraphs: [paragraph] },
    ];
  });
}
