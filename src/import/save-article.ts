import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../library/article.ts';

/** What became of an article's file. */
export type Saved =
  | { readonly kind: 'written' | 'replaced' | 'unchanged'; readonly path: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** File systems without hard links answer with one of these. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Writes an article's file into a folder: whole or not at all, and never over another one unless
 * that is forced. Readers of the folder see the file before or after, never in between.
 */
export async function saveArticle(
  folder: string,
  { id, markdown }: { readonly id: Article['id']; readonly markdown: string },
  force: boolean,
): Promise<Saved> {
  const path = join(folder, `${id}.md`);
  await mkdir(folder, { recursive: true });
  const held = await readFile(path, 'utf8').catch(unlessAbsent);
  if (held === markdown) return { kind: 'unchanged', path };
  // Hidden, so that no loader takes it for an article.
  const temporary = join(folder, `.${id}.${randomUUID()}.importing`);
  try {
    await writeWhole(temporary, markdown);
    if (force) {
      await rename(temporary, path);
      return { kind: held === undefined ? 'written' : 'replaced', path };
    }
    if (await place(temporary, path)) return { kind: 'written', path };
    const problem = `${path} is there already with other contents; --force replaces it`;
    return { kind: 'refused', problem };
  } finally {
    await rm(temporary, { force: true });
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    // A rename may reach the disk before the contents do.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file its name unless that is taken; a rename would replace what is there. */
async function place(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    const held = await readFile(path).catch(unlessAbsent);
    if (held !== undefined) return false;
    await rename(temporary, path);
    return true;
  }
}
