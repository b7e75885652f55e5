import { readLibraryDirs } from '../config.ts';
import { databasePlace, folderPlace } from '../import/article-place.ts';
import { createParsers } from '../import/child/parsers.ts';
import { createFetcher } from '../import/fetch/fetcher.ts';
import { Importer, type ImporterParts } from '../import/importer.ts';
import { listInputs } from '../import/inputs.ts';
import { importFolder, loadLibrary } from '../library/load.ts';
import { loadOver } from '../library/stored-library.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';
import { type StoredArticlesAccess, withStoredArticles } from './stored-articles.ts';
import { jsonOf, tableOf, textOf, toReview } from './text/import-text.ts';

/** Exit codes, the last one of sysexits.h. */
const exitCodes = { allImported: 0, someToReview: 2, someRefused: 65 } as const;

const usage = `Usage: npm run import -- [--dry-run] [--json] [--force] [--database] PATH|FOLDER|URL...
Brings articles into ${importFolder}: text, Markdown, web pages, PDF, Word, EPUB, feeds, e-mail and
bibliographies with their files. A page that has changed becomes a new version in the database.
  --dry-run   says what would become of each, and writes nothing
  --json      prints one JSON object a line for each article
  --force     replaces an article that is there already with other contents
  --database  writes into the database, for every process that shares it, and not into files`;

const options = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  force: { type: 'boolean' },
  database: { type: 'boolean' },
} as const;

/** Brings each input into the library, and says what became of it. */
export const run = command(usage, { allowPositionals: true, options }, async (given, io) => {
  const { values, positionals } = given;
  if (positionals.length === 0) throw new Stop(wrongUse, `There is nothing to import.\n${usage}`);
  const inputs = await listInputs(positionals, io.folder);
  const [parsers, fetcher] = [createParsers(), createFetcher()];
  try {
    return await withStoredArticles(io, async (access) => {
      const importer = await openImporter(values, { parsers, fetcher, access }, io);
      const results = [];
      const isDry = values['dry-run'] ?? false;
      for (const input of inputs) {
        const ofInput = await importer.import(input);
        for (const result of ofInput) io.out(values.json ? jsonOf(result) : textOf(result, isDry));
        results.push(...ofInput);
      }
      const review = toReview(results);
      if (!values.json) io.out(tableOf(results, isDry));
      if (!values.json && review) io.out(review);
      if (results.some(({ status }) => status === 'refused')) return exitCodes.someRefused;
      return review ? exitCodes.someToReview : exitCodes.allImported;
    });
  } finally {
    parsers.close();
    await fetcher.close();
  }
});

/** What was asked for on the command line. */
interface Wish {
  readonly 'dry-run'?: boolean;
  readonly force?: boolean;
  readonly database?: boolean;
}

async function openImporter(
  { 'dry-run': dryRun = false, force = false, database = false }: Wish,
  parts: Pick<ImporterParts, 'parsers' | 'fetcher'> & { readonly access: StoredArticlesAccess },
  io: Io,
): Promise<Importer> {
  const { access, ...readers } = parts;
  const folders = readLibraryDirs(io.env);
  if (!database && !folders.includes(importFolder)) {
    io.err(`LIBRARY_DIRS does not name ${importFolder}: the bot will not find the articles.`);
  }
  const folder = inFolder(io, importFolder);
  const { articles: own } = await loadLibrary([folder]);
  const paths = folders.map((each) => inFolder(io, each));
  const { library, stored } = await loadOver(paths, access.existing);
  const options = { force, dryRun };
  return new Importer({
    ...readers,
    place: database
      ? databasePlace(access.made(), { ...options, own: library.articles })
      : folderPlace(folder, { ...options, own }),
    library,
    stored: {
      holds: (id) => stored?.holds(id) ?? false,
      isErased: async (article) => (await access.existing?.isErased(article)) ?? false,
      replace: (...change) => access.made().replace(...change),
    },
    pathOf: (input) => inFolder(io, input),
    dryRun,
  });
}
