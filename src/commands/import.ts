import { readLibraryDirs } from '../config.ts';
import { createParsers } from '../import/child/parsers.ts';
import { createFetcher } from '../import/fetch/fetcher.ts';
import { Importer, type ImporterParts } from '../import/importer.ts';
import { listInputs } from '../import/inputs.ts';
import { importFolder, loadLibrary } from '../library/load.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';
import { jsonOf, tableOf, textOf, toReview } from './text/import-text.ts';

/** Exit codes, the last one of sysexits.h. */
const exitCodes = { allImported: 0, someToReview: 2, someRefused: 65 } as const;

const usage = `Usage: npm run import -- [--dry-run] [--json] [--force] PATH|FOLDER|URL...
Brings articles into ${importFolder}: text, Markdown, web pages, PDF, Word, EPUB, feeds, e-mail and
bibliographies with their files.
  --dry-run  says what would become of each, and writes nothing
  --json     prints one JSON object a line for each article
  --force    replaces an article that is there already with other contents`;

const options = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

/** Brings each input into the library, and says what became of it. */
export const run = command(usage, { allowPositionals: true, options }, async (given, io) => {
  const { values, positionals } = given;
  if (positionals.length === 0) throw new Stop(wrongUse, `There is nothing to import.\n${usage}`);
  const inputs = await listInputs(positionals, io.folder);
  const [parsers, fetcher] = [createParsers(), createFetcher()];
  try {
    const importer = await openImporter(values, { parsers, fetcher }, io);
    const results = [];
    for (const input of inputs) {
      const ofInput = await importer.import(input);
      for (const result of ofInput) io.out(values.json ? jsonOf(result) : textOf(result));
      results.push(...ofInput);
    }
    const review = toReview(results);
    if (!values.json) io.out(tableOf(results));
    if (!values.json && review) io.out(review);
    if (results.some(({ status }) => status === 'refused')) return exitCodes.someRefused;
    return review ? exitCodes.someToReview : exitCodes.allImported;
  } finally {
    parsers.close();
    await fetcher.close();
  }
});

async function openImporter(
  values: { readonly 'dry-run'?: boolean; readonly force?: boolean },
  { parsers, fetcher }: Pick<ImporterParts, 'parsers' | 'fetcher'>,
  io: Io,
): Promise<Importer> {
  const folders = readLibraryDirs(io.env);
  if (!folders.includes(importFolder)) {
    io.err(`LIBRARY_DIRS does not name ${importFolder}: the bot will not find the articles.`);
  }
  const folder = inFolder(io, importFolder);
  const { articles: own } = await loadLibrary([folder]);
  const { articles: held } = await loadLibrary(folders.map((each) => inFolder(io, each)));
  return new Importer({
    folder,
    own,
    held,
    parsers,
    fetcher,
    pathOf: (input) => inFolder(io, input),
    force: values.force ?? false,
    dryRun: values['dry-run'] ?? false,
  });
}
