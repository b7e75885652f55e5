import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.ts';
import type { Library } from './library.ts';
import { type ParsedArticle, parseArticle } from './parse-article.ts';
import { readThesaurus, type Thesaurus } from './thesaurus.ts';

/** Where imported articles are kept; that it is absent only means that none was imported yet. */
export const importFolder = 'data/library';

/** An article of more is no article but somebody's archive: it would block the process. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Reads every `*.md` file below the folders, and each folder's `thesaurus.yaml`, in the order of folders and file names.
 * An article of a later folder replaces one of an earlier folder with the same id. A file that is
 * no article is left out and listed among the problems; nothing here throws.
 */
export async function loadLibrary(folders: readonly string[]): Promise<Library> {
  const articles = new Map<string, Article>();
  const thesauri: Thesaurus[] = [];
  const problems: string[] = [];
  for (const folder of folders) {
    for (const [id, article] of await loadFolder(folder, problems)) articles.set(id, article);
    thesauri.push(...(await loadThesaurus(join(folder, 'thesaurus.yaml'), problems)));
  }
  const thesaurus = {
    actors: thesauri.flatMap(({ actors }) => actors),
    synonyms: thesauri.flatMap(({ synonyms }) => synonyms),
  };
  return { articles, thesaurus, problems };
}

async function loadFolder(folder: string, problems: string[]): Promise<Map<string, Article>> {
  const found = new Map<string, { article: Article; file: string }>();
  for (const file of await listArticles(folder, problems)) {
    const article = await loadArticle(file, problems);
    if (!article) continue;
    const first = found.get(article.id);
    if (first) {
      problems.push(
        `${file}: \`id\` is "${article.id}", as in ${first.file}; give one of them another id`,
      );
    } else {
      found.set(article.id, { article, file });
    }
  }
  return new Map([...found].map(([id, { article }]) => [id, article]));
}

async function listArticles(folder: string, problems: string[]): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries
      .filter((name) => /(?:^|[\\/])[^.\\/][^\\/]*\.md$/i.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && folder === importFolder) return [];
    problems.push(
      `${folder}: the folder cannot be read (${code}); create it, or take it out of LIBRARY_DIRS`,
    );
    return [];
  }
}

async function loadArticle(file: string, problems: string[]): Promise<Article | undefined> {
  const read = await readText(file);
  if ('problem' in read) {
    problems.push(`${file}: ${read.problem}`);
    return undefined;
  }
  const parsed = parse(read.text);
  if ('article' in parsed) return parsed.article;
  problems.push(...parsed.problems.map((problem) => `${file}: ${problem}`));
  return undefined;
}

async function loadThesaurus(file: string, problems: string[]): Promise<Thesaurus[]> {
  const read = await readText(file);
  if ('problem' in read) {
    if (read.code !== 'ENOENT') problems.push(`${file}: ${read.problem}`);
    return [];
  }
  const parsed = readThesaurus(read.text);
  if ('thesaurus' in parsed) return [parsed.thesaurus];
  problems.push(`${file}: ${parsed.problem}`);
  return [];
}

/** Nesting of thousands of levels overflows the Markdown parser's stack; that is the file's fault. */
function parse(text: string): ParsedArticle {
  try {
    return parseArticle(text);
  } catch (error) {
    return { problems: [`the file cannot be parsed (${(error as Error).message}); simplify it`] };
  }
}

async function readText(
  file: string,
): Promise<{ text: string } | { problem: string; code?: string | undefined }> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) {
      return {
        problem: `the file has ${size} bytes; divide it into articles of at most ${mostBytes}`,
      };
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'the file is not UTF-8; save it as UTF-8' };
    const { code } = error as NodeJS.ErrnoException;
    return {
      code,
      problem: `the file cannot be read (${code}); check that it is a file and its permissions`,
    };
  }
}
