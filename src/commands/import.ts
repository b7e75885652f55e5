import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment, readLibraryDirs } from '../config.ts';
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
import { readArguments, stop, wrongUse } from './command-line.ts';

/** Exit codes, the last one of sysexits.h. */
const exitCodes = { allImported: 0, someRefused: 65 } as const;

const usage = `Usage: npm run import -- [--force] FILE...
Brings articles in plain text (.txt) or Markdown (.md) into ${importFolder}.
  --force  replaces an article that is there already with other contents`;

/** Longest piece of what was left out that is printed, in characters. */
const longestShown = 100;

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { force: { type: 'boolean' } },
});
if (positionals.length === 0) stop(wrongUse, `There is no file to import.\n${usage}`);
const folders = readLibraryDirs(readEnvironment());
const { articles } = await loadLibrary(folders);
const held = new Map(articles);
const ownFolder = (await loadLibrary([importFolder])).articles;
if (!folders.includes(importFolder)) {
  console.error(`LIBRARY_DIRS does not name ${importFolder}: the bot will not find the articles.`);
}
let refused = 0;
for (const path of positionals) {
  const problems = await importFile(path);
  for (const problem of problems) console.error(cleanText(`Refused: ${path}: ${problem}`));
  if (problems.length > 0) refused += 1;
}
if (refused > 0) console.error(`${refused} of ${positionals.length} refused.`);
process.exitCode = refused > 0 ? exitCodes.someRefused : exitCodes.allImported;

/** Imports one file and prints what became of it; returns why it is refused. */
async function importFile(path: string): Promise<readonly string[]> {
  const read = await readSourceFile(path);
  if ('problem' in read) return [read.problem];
  const outcome = make(read.source);
  if ('problems' in outcome) return outcome.problems;
  const { article } = outcome;
  const saved = await save(outcome);
  if (saved.kind === 'refused') return [saved.problem];
  held.set(article.id, article);
  report(path, outcome, saved);
  return [];
}

/** Nesting of thousands of levels overflows the Markdown parser's stack; that is the file's fault. */
function make(source: SourceFile): ImportOutcome {
  try {
    return importArticle(source, held.values());
  } catch (error) {
    return { problems: [`it cannot be parsed (${(error as Error).message}); simplify it`] };
  }
}

async function save({ article: { id }, markdown }: ImportedArticle): Promise<Saved> {
  try {
    const file = join(importFolder, `${id}.md`);
    // The loader takes one file for each id.
    if (ownFolder.has(id) && !existsSync(file)) {
      const problem = `another file of ${importFolder} has the id ${id}; rename that to ${id}.md`;
      return { kind: 'refused', problem };
    }
    return await saveArticle(importFolder, { id, markdown }, values.force ?? false);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const problem = `it cannot be written to ${importFolder} (${code}); check space and permissions`;
    return { kind: 'refused', problem };
  }
}

function report(path: string, { article, removed, record }: ImportedArticle, saved: Saved): void {
  if (saved.kind === 'refused') return;
  console.log(cleanText(`${path} -> ${saved.path} (${saved.kind})`));
  console.log(`  paragraphs: ${article.paragraphs.length}; ${recordSource(record)}:`);
  for (const line of recordLines(article)) console.log(`    ${line}`);
  for (const { rule, text } of removed) {
    const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
    console.log(`  left out (${rule}): ${cleanText(shown)}`);
  }
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
