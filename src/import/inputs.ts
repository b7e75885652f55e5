import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { maxSourceBytes } from './read-source.ts';
import type { SourceInput } from './source.ts';
import { knownEndings } from './sources/kind.ts';

/** What somebody named: files of folders and patterns one by one, addresses as they stand. */
export async function listInputs(named: readonly string[], folder: string): Promise<string[]> {
  const inputs: string[] = [];
  for (const name of named) inputs.push(...(await inputsOf(name, folder)));
  return [...new Set(inputs)];
}

/** Whether something is an address rather than a path. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

async function inputsOf(name: string, folder: string): Promise<string[]> {
  if (isAddress(name)) return [name];
  const path = join(name.startsWith('/') ? '' : folder, name);
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory()) return (await filesBelow(path)).map((file) => join(name, file));
  if (found || !/[*?[{]/.test(name)) return [name];
  const files = await glob(name, { cwd: folder || '.', expandDirectories: false });
  return files.length > 0 ? files.sort() : [name];
}

/** The files below a folder that could be articles; hidden ones and links are passed over. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      const below = await filesBelow(join(folder, entry.name));
      files.push(...below.map((file) => join(entry.name, file)));
    }
    const isKnown = knownEndings.includes(extname(entry.name).toLowerCase());
    if (entry.isFile() && isKnown) files.push(entry.name);
  }
  return files;
}

/** A file's bytes, or why it is not read. Nothing here throws. */
export async function readFileInput(
  path: string,
): Promise<SourceInput | { readonly problem: string }> {
  try {
    const unfit = await whyUnfit(path);
    if (unfit) return { problem: unfit };
    return { bytes: await readFile(path), name: basename(path) };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: 'there is no such file; check the path' };
    return { problem: `it cannot be read (${code}); check its permissions` };
  }
}

async function whyUnfit(path: string): Promise<string | undefined> {
  const found = await lstat(path);
  const [real, folder] = await Promise.all([realpath(path), realpath(dirname(path))]);
  // Somebody who imports what they were sent should not publish what a link in it leads to.
  if (found.isSymbolicLink() && !real.startsWith(folder + sep)) {
    return `it is a link that leads out of its folder, to ${real}; name that file itself`;
  }
  const target = await lstat(real);
  if (!target.isFile()) return 'it is no regular file; save it as plain text or Markdown';
  if (target.size > maxSourceBytes) {
    return `it has ${target.size} bytes; divide it into articles of at most ${maxSourceBytes}`;
  }
  return undefined;
}
