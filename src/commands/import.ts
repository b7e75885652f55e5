import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryDirs } from '../config.ts';
import {
  type ImportedArticle,
  type ImportOutcome,
  importArticle,
} from '../import/import-article.ts';
import { type Saved, saveArticle } from '../import/save-article.ts';
import { readSourceFile, type SourceFile } from '../import/source-file.ts';
import type { Article } from '../library/article.ts';
import { importFolder, loadLibrary } from '../library/load.ts';
import { cleanText } from '../library/paragraphs.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';

/** Exit codes, the last one of sysexits.h. */
const exitCodes = { allImported: 0, someRefused: 65 } as const;

const usage = `Usage: npm run import -- [--force] FILE...
Brings articles in plain text (.txt) or Markdown (.md) into ${importFolder}.
  --force  replaces an article that is there already with other contents`;

/** Longest piece of what was left out that is printed, in characters. */
const longestShown = 100;

const options = { force: { type: 'boolean' } } as const;

/** Where articles are brought to, and what is there already. */
interface Target {
  readonly folder: string;
  readonly force: boolean;
  /** What the import folder holds. */
  readonly own: ReadonlyMap<string, Article>;
  /** What the whole library holds. */
  readonly held: Map<string, Article>;
}

/** Brings each file into the library, and says what became of it. */
export const run = command(usage, { allowPositionals: true, options }, async (given, io) => {
  const { values, positionals } = given;
  if (positionals.length === 0) throw new Stop(wrongUse, `There is no file to import.\n${usage}`);
  const folders = readLibraryDirs(io.env);
  if (!folders.includes(importFolder)) {
    io.err(`LIBRARY_DIRS does not name ${importFolder}: the bot will not find the articles.`);
  }
  const target = {
    folder: inFolder(io, importFolder),
    force: values.force ?? false,
    own: (await loadLibrary([inFolder(io, importFolder)])).articles,
    held: new Map((await loadLibrary(folders.map((folder) => inFolder(io, folder)))).articles),
  };
  let refused = 0;
  for (const path of positionals) {
    const problems = await importFile(path, target, io);
    for (const problem of problems) io.err(cleanText(`Refused: ${path}: ${problem}`));
    if (problems.length > 0) refused += 1;
  }
  if (refused > 0) io.err(`${refused} of ${positionals.length} refused.`);
  return refused > 0 ? exitCodes.someRefused : exitCodes.allImported;
});

/** Imports one file and prints what became of it; returns why it is refused. */
async function importFile(path: string, target: Target, io: Io): Promise<readonly string[]> {
  const read = await readSourceFile(inFolder(io, path));
  if ('problem' in read) return [read.problem];
  const outcome = make(read.source, target);
  if ('problems' in outcome) return outcome.problems;
  const { article } = outcome;
  const saved = await save(outcome, target);
  if (saved.kind === 'refused') return [saved.problem];
  target.held.set(article.id, article);
  io.out(cleanText(`${path} -> ${join(importFolder, `${article.id}.md`)} (${saved.kind})`));
  io.out(describe(outcome).join('\n'));
  return [];
}

/** Nesting of thousands of levels overflows the Markdown parser's stack; that is the file's fault. */
function make(source: SourceFile, { held }: Target): ImportOutcome {
  try {
    return importArticle(source, held.values());
  } catch (error) {
    return { problems: [`it cannot be parsed (${(error as Error).message}); simplify it`] };
  }
}

async function save(
  { article: { id }, markdown }: ImportedArticle,
  target: Target,
): Promise<Saved> {
  const { folder, own, force } = target;
  try {
    // The loader takes one file for each id.
    if (own.has(id) && !existsSync(join(folder, `${id}.md`))) {
      const problem = `another file of ${importFolder} has the id ${id}; rename that to ${id}.md`;
      return { kind: 'refused', problem };
    }
    return await saveArticle(folder, { id, markdown }, force);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const problem = `it cannot be written to ${importFolder} (${code}); check space and permissions`;
    return { kind: 'refused', problem };
  }
}

function describe({ article, removed, record }: ImportedArticle): string[] {
  return [
    `  paragraphs: ${article.paragraphs.length}; ${recordSource(record)}:`,
    ...recordLines(article).map((line) => `    ${line}`),
    ...removed.map(({ rule, text }) => {
      const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
      return `  left out (${rule}): ${cleanText(shown)}`;
    }),
  ];
}

function recordSource(record: ImportedArticle['record']): string {
  if (record === 'known') return 'the record that the library holds for this file';
  if (record === 'stated') return 'the record that the file states';
  return 'a record made from the text; look it over and correct it in the file';
}

function recordLines(article: Article): string[] {
  const { paragraphs: _, source, inferred, ...stated } = article;
  return Object.entries(stated).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : String(value);
    const isInferred = inferred.some((field) => field === name);
    return text === '' ? [] : [`${name}: ${text}${isInferred ? ' (inferred)' : ''}`];
  });
}
