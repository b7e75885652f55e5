import { constants, type Dirent, type Stats } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Article } from './article.ts';
import { type DifferingTopics, joinTopics, readDifferingTopics } from './differing-topics.ts';
import type { Unreadable } from './field-reader.ts';
import type { Library } from './library.ts';
import { cleanText } from './paragraphs.ts';
import { maxArticleBytes, type ParsedArticle, parseInSteps } from './parse-article.ts';
import { runWithPauses } from './pause.ts';
import { readThesaurus, type Thesaurus } from './thesaurus.ts';

/** Where imported articles are kept; that it is absent only means that none was imported yet. */
export const importFolder = 'data/library';

/** Notes what is wrong with a file or folder. */
type Report = (path: string, problem: string) => void;

/**
 * Reads every `*.md` file below the folders, and each folder's `thesaurus.yaml` and
 * `differing.yaml`, in the order of folders and file names; hidden files and folders are passed over.
 * An article of a later folder replaces one of an earlier folder with the same id. A file that is no
 * article is left out and listed among the problems; nothing here throws.
 */
export function loadLibrary(folders: readonly string[]): Promise<Library> {
  return new LibraryReader(folders).read();
}

/** Reads the library of some folders as `loadLibrary` does, and later only the files that changed. */
export class LibraryReader {
  readonly #folders: readonly string[];
  #files: ReadonlyMap<string, ParsedArticle> = new Map();
  #fileOf: ReadonlyMap<Article['id'], string> = new Map();
  #names: (Pick<Library, 'thesaurus' | 'differing'> & { readonly problems: string[] }) | undefined;

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /**
   * The library as the folders are now. Of what was read before, only what is at or below a path that
   * changed is read again; any other article is the same object as before.
   */
  async read(changed: ReadonlySet<string> = new Set()): Promise<Library> {
    const isChanged = (file: string) =>
      [...changed].some((path) => file === path || file.startsWith(path + sep));
    const files = new Map<string, ParsedArticle>();
    const articles = new Map<string, Article>();
    const fileOf = new Map<Article['id'], string>();
    const problems: string[] = [];
    for (const folder of this.#folders) {
      const report = reporterTo(problems);
      const found = await listArticles(folder, report);
      for (const file of found) {
        const known = isChanged(file) ? undefined : this.#files.get(file);
        files.set(file, known ?? (await readArticle(file)));
      }
      for (const [file, article] of articlesOf(found, files, report)) {
        articles.set(article.id, article);
        fileOf.set(article.id, file);
      }
    }
    this.#files = files;
    this.#fileOf = fileOf;
    if ([...changed].some((path) => !/\.md$/i.test(path))) this.#names = undefined;
    this.#names ??= await readNames(this.#folders);
    const { thesaurus, differing } = this.#names;
    return { articles, thesaurus, differing, problems: [...problems, ...this.#names.problems] };
  }

  /** The file of an article, as it was read last. */
  fileOf(id: Article['id']): string | undefined {
    return this.#fileOf.get(id);
  }
}

/** The articles of a folder by their files; of two with the same id the first. */
function articlesOf(
  found: readonly string[],
  files: ReadonlyMap<string, ParsedArticle>,
  report: Report,
): Map<string, Article> {
  const articles = new Map<string, Article>();
  const fileOf = new Map<Article['id'], string>();
  for (const file of found) {
    const read = files.get(file) ?? { problems: [] };
    if ('problems' in read) {
      for (const problem of read.problems) report(file, problem);
      continue;
    }
    const { id } = read.article;
    const first = fileOf.get(id);
    if (first) {
      report(file, `\`id\` is "${id}", as in ${first}; give one of them another id`);
    } else {
      fileOf.set(id, file);
      articles.set(file, read.article);
    }
  }
  return articles;
}

function reporterTo(problems: string[]): Report {
  return (path, problem) => problems.push(cleanText(`${path}: ${problem}`));
}

async function readNames(folders: readonly string[]) {
  const thesauri: Thesaurus[] = [];
  const topics: DifferingTopics[] = [];
  const problems: string[] = [];
  const report = reporterTo(problems);
  for (const folder of folders) {
    const names = await loadYaml(join(folder, 'thesaurus.yaml'), readThesaurus, report);
    if (names) thesauri.push(names.thesaurus);
    const disputed = await loadYaml(join(folder, 'differing.yaml'), readDifferingTopics, report);
    if (disputed) topics.push(disputed.topics);
  }
  const thesaurus = {
    actors: thesauri.flatMap(({ actors }) => actors),
    synonyms: thesauri.flatMap(({ synonyms }) => synonyms),
    translations: thesauri.flatMap(({ translations = [] }) => translations),
  };
  return { thesaurus, differing: joinTopics(topics), problems };
}

async function listArticles(folder: string, report: Report): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await listFolder(folder, report)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (/\.md$/i.test(entry.name)) files.push(path);
    if (entry.isDirectory()) files.push(...(await listArticles(path, report)));
    // Followed, such a link could lead round in a circle.
    else if (entry.isSymbolicLink() && (await isFolder(path))) {
      report(path, 'the link leads to a folder and is not followed; add that to LIBRARY_DIRS');
    }
  }
  return files;
}

async function listFolder(folder: string, report: Report): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && resolve(folder) === resolve(importFolder)) return [];
    report(
      folder,
      code === 'ENOENT'
        ? 'there is no such folder; create it, or take it out of LIBRARY_DIRS'
        : `the folder cannot be read (${code}); check that it is a folder and its permissions`,
    );
    return [];
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readArticle(file: string): Promise<ParsedArticle> {
  const read = await readText(file);
  return 'text' in read ? parse(read.text) : { problems: [read.problem] };
}

/** What the library's owners wrote into a file of theirs; undefined where there is no such file. */
async function loadYaml<T extends object>(
  file: string,
  read: (yaml: string) => T | Unreadable,
  report: Report,
): Promise<T | undefined> {
  const found = await readText(file);
  if ('problem' in found && found.absent) return undefined;
  const parsed = 'text' in found ? read(found.text) : { problems: [found.problem] };
  if (!('problems' in parsed)) return parsed;
  for (const problem of parsed.problems) report(file, problem);
  return undefined;
}

/** Nesting of thousands of levels overflows the Markdown parser's stack; that is the file's fault. */
async function parse(text: string): Promise<ParsedArticle> {
  try {
    return await runWithPauses(parseInSteps(text));
  } catch (error) {
    return { problems: [`the file cannot be parsed (${(error as Error).message}); simplify it`] };
  }
}

type ReadText = { readonly text: string } | { readonly problem: string; readonly absent?: boolean };

async function readText(file: string): Promise<ReadText> {
  try {
    // One that waits for the other end of a pipe would wait for ever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readUnchanged(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return { problem: 'the file is not UTF-8; save it as UTF-8' };
    }
    return {
      absent: ['ENOENT', 'ENOTDIR'].includes(code),
      problem: `the file cannot be read (${code}); check that it exists and its permissions`,
    };
  }
}

/** A file that somebody writes to is written in less time than this many readings take. */
const maxReadings = 5;

/** Milliseconds that two writings may have the same time for: file systems count in the kernel's ticks, of up to 10. */
const sameTimeMs = 20;

/**
 * Reads again what was written to meanwhile: a part of each text would be quoted as one. What was
 * written this very moment may be written to again without a new time, so that is waited for.
 */
async function readUnchanged(handle: FileHandle): Promise<ReadText> {
  for (let reading = 0; reading < maxReadings; reading += 1) {
    let before = await handle.stat();
    if (Math.abs(Date.now() - before.ctimeMs) < sameTimeMs) {
      await setTimeout(sameTimeMs);
      const later = await handle.stat();
      if (later.ctimeMs !== before.ctimeMs) continue;
      before = later;
    }
    const [read] = await Promise.allSettled([readHandle(handle, before)]);
    const after = await handle.stat();
    if (after.size !== before.size || after.ctimeMs !== before.ctimeMs) continue;
    if (read.status === 'rejected') throw read.reason;
    return read.value;
  }
  return { problem: 'the file is being written to; it is read again when that is done' };
}

async function readHandle(handle: FileHandle, found: Stats): Promise<ReadText> {
  const { size } = found;
  if (!found.isFile()) return { problem: 'this is no file; rename it' };
  if (size > maxArticleBytes) {
    const problem = `the file has ${size} bytes; divide it into articles of at most ${maxArticleBytes}`;
    return { problem };
  }
  // No more than the size that was looked at, which the kernel's own files give as 0: some have no end.
  const bytes = size === 0 ? Buffer.alloc(0) : await buffer(streamOf(handle, size));
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

function streamOf(handle: FileHandle, size: number) {
  return handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
}
