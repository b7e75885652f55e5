import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Article } from './article.ts';
import { type DifferingTopics, joinTopics, readDifferingTopics } from './differing-topics.ts';
import type { Library } from './library.ts';
import { cleanText } from './paragraphs.ts';
import { type ParsedArticle, parseInSteps } from './parse-article.ts';
import { runWithPauses } from './pause.ts';
import { readThesaurus, type Thesaurus } from './thesaurus.ts';
import type { Unreadable } from './yaml-fields.ts';

/** Where imported articles are kept; that it is absent only means that none was imported yet. */
export const importFolder = 'data/library';

/** An article of more is no article but somebody's archive: it would block the process for seconds. */
const mostBytes = 1024 * 1024;

/** Notes what is wrong with a file or folder. */
type Report = (path: string, problem: string) => void;

/**
 * Reads every `*.md` file below the folders, and each folder's `thesaurus.yaml` and
 * `differing.yaml`, in the order of folders and file names; hidden files and folders are passed over. An article of a later folder
 * replaces one of an earlier folder with the same id. A file that is no article is left out and
 * listed among the problems; nothing here throws.
 */
export async function loadLibrary(folders: readonly string[]): Promise<Library> {
  const articles = new Map<string, Article>();
  const thesauri: Thesaurus[] = [];
  const topics: DifferingTopics[] = [];
  const problems: string[] = [];
  const report: Report = (path, problem) => problems.push(cleanText(`${path}: ${problem}`));
  for (const folder of folders) {
    for (const [id, article] of await loadFolder(folder, report)) articles.set(id, article);
    const names = await loadYaml(join(folder, 'thesaurus.yaml'), readThesaurus, report);
    if (names) thesauri.push(names.thesaurus);
    const disputed = await loadYaml(join(folder, 'differing.yaml'), readDifferingTopics, report);
    if (disputed) topics.push(disputed.topics);
  }
  const thesaurus = {
    actors: thesauri.flatMap(({ actors }) => actors),
    synonyms: thesauri.flatMap(({ synonyms }) => synonyms),
  };
  return { articles, thesaurus, differing: joinTopics(topics), problems };
}

async function loadFolder(folder: string, report: Report): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  const files = new Map<string, string>();
  for (const file of await listArticles(folder, report)) {
    const article = await loadArticle(file, report);
    if (!article) continue;
    const { id } = article;
    const first = files.get(id);
    if (first) {
      report(file, `\`id\` is "${id}", as in ${first}; give one of them another id`);
    } else {
      files.set(id, file);
      articles.set(id, article);
    }
  }
  return articles;
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

async function loadArticle(file: string, report: Report): Promise<Article | undefined> {
  const read = await readText(file);
  const parsed = 'text' in read ? await parse(read.text) : { problems: [read.problem] };
  if ('article' in parsed) return parsed.article;
  for (const problem of parsed.problems) report(file, problem);
  return undefined;
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
    const found = await stat(file);
    if (!found.isFile()) return { problem: 'this is no file; rename it' };
    if (found.size > mostBytes) {
      const problem = `the file has ${found.size} bytes; divide it into articles of at most ${mostBytes}`;
      return { problem };
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
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
