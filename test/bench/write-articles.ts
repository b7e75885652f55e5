import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadLibrary } from '../../src/library/load.ts';
import { createPseudoLibrary } from './pseudo-library.ts';

/** So many paragraphs an article. */
const paragraphs = 2;

/** Files of so many are in one folder. */
const shelf = 1000;

/** Writes a folder of so many articles, made of the sentences of the shipped ones. */
export async function writeArticles(folder: string, count: number): Promise<void> {
  const { articles } = await loadLibrary(['seeds']);
  const drawn = createPseudoLibrary([...articles.values()], count * paragraphs + articles.size);
  const texts = drawn.slice(articles.size).map(({ paragraphs: [only] }) => only?.text ?? '');
  for (let index = 0; index < count; index += 1) {
    const inside = join(folder, String(Math.floor(index / shelf)));
    if (index % shelf === 0) await mkdir(inside, { recursive: true });
    const body = texts.slice(index * paragraphs, (index + 1) * paragraphs).join('\n\n');
    const head = `id: made-${index}\ntitle: Made article ${index}\npublished: 2017`;
    await writeFile(join(inside, `made-${index}.md`), `---\n${head}\n---\n${body}\n`);
  }
}
