import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryDirs } from '../config.ts';
import { blocksOf } from '../import/article-blocks.ts';
import { saveArticle } from '../import/save-article.ts';
import { writeArticle } from '../import/write-article.ts';
import type { ArticleStore, Published, StoredState } from '../library/article-store.ts';
import { loadLibrary } from '../library/load.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';
import { type StoredArticlesAccess, withStoredArticles } from './stored-articles.ts';

const usage = `Usage: npm run library -- publish [FOLDER...]
       npm run library -- status [--json]
       npm run library -- export FOLDER
publish  takes the articles of folders (LIBRARY_DIRS unless others are named) into the database: new
         ones, and new versions of those that changed; every process finds them within a second
status   what the database holds, and what of the folders it lies over
export   writes the articles of the database into a folder, a Markdown file each`;

/** Articles were left out, or waited for. */
const someLeftOut = 65;

/** So many are read or written at once. */
const pageSize = 200;

/** Brings folders into the database, says what that holds, and writes it into files. */
export const run = command(
  usage,
  { allowPositionals: true, options: { json: { type: 'boolean' } } },
  ({ values, positionals: [what, ...folders] }, io) =>
    withStoredArticles(io, (access) => {
      if (what === 'publish') return publish(folders, access.made(), io);
      if (what === 'status' && folders.length === 0) return status(access, values.json, io);
      const [folder, ...more] = folders;
      if (what === 'export' && folder !== undefined && more.length === 0) {
        return exportTo(inFolder(io, folder), access, io);
      }
      throw new Stop(wrongUse, usage);
    }),
);

async function publish(named: readonly string[], articles: ArticleStore, io: Io): Promise<number> {
  const folders = named.length > 0 ? named : readLibraryDirs(io.env);
  const library = await loadLibrary(folders.map((folder) => inFolder(io, folder)));
  for (const problem of library.problems) io.err(`Left out: ${problem}`);
  const all = [...library.articles.values()];
  const published: Published[] = [];
  for (let from = 0; from < all.length; from += pageSize) {
    published.push(...(await articles.publish(all.slice(from, from + pageSize))));
  }
  const idsOf = (became: Published['became']) =>
    published.filter((each) => each.became === became).map(({ id }) => id);
  for (const id of idsOf('removed')) io.err(`Left out: ${id} was removed; restore it in Slack`);
  for (const id of idsOf('withdrawn')) io.err(`Left out: ${id} was erased; delete its file`);
  const counts = (['added', 'replaced', 'unchanged'] as const).map(
    (became) => `${idsOf(became).length} ${became === 'replaced' ? 'new versions' : became}`,
  );
  io.out(`${counts.join(', ')}; the library is at ${await articles.watermark()}`);
  const isWhole = library.problems.length === 0 && idsOf('withdrawn').length === 0;
  return isWhole ? 0 : someLeftOut;
}

async function status(
  { existing }: StoredArticlesAccess,
  json: boolean | undefined,
  io: Io,
): Promise<number> {
  const found = await statusOf(existing);
  const { articles, briefs, paragraphs, removed, erased, waiting, toReview, watermark } = found;
  const lines = [
    `${articles} articles (${briefs} of them briefs), ${paragraphs} paragraphs, at ${watermark}`,
    `${removed} removed, ${erased} erased`,
    `${waiting} proposed and waiting, ${toReview} to be looked over`,
  ];
  io.out(json ? JSON.stringify(found, null, 2) : lines.join('\n'));
  return 0;
}

async function statusOf(articles: ArticleStore | undefined) {
  const nothing = { articles: 0, briefs: 0, paragraphs: 0, toReview: 0, waiting: 0 };
  const counts = (await articles?.counts()) ?? nothing;
  const states = { removed: 0, erased: 0 };
  for await (const { state } of statesOf(articles)) if (state !== 'held') states[state] += 1;
  return { ...counts, ...states, watermark: (await articles?.watermark()) ?? 0 };
}

async function* statesOf(articles: ArticleStore | undefined): AsyncGenerator<StoredState> {
  for (let [from, isComplete] = [0, articles === undefined]; articles && !isComplete; ) {
    const page = await articles.changesSince(from, pageSize);
    yield* page.changes;
    [from, isComplete] = [page.watermark, page.isComplete];
  }
}

async function exportTo(folder: string, { existing }: StoredArticlesAccess, io: Io) {
  let written = 0;
  let last: string | undefined;
  for (let page = await existing?.pageAfter(last, pageSize); page && page.length > 0; ) {
    for (const article of page) {
      const { paragraphs: _, ...record } = article;
      const markdown = writeArticle(record, blocksOf(article));
      const saved = await saveArticle(folder, { id: article.id, markdown }, true);
      if (saved.kind !== 'unchanged') written += 1;
    }
    last = page.at(-1)?.id;
    page = await existing?.pageAfter(last, pageSize);
  }
  const { articles } = await statusOf(existing);
  io.out(`${articles} articles in ${folder}, ${written} of them written now`);
  for await (const { id, state } of statesOf(existing)) {
    if (state !== 'held' && existsSync(join(folder, `${id}.md`))) {
      io.err(`${join(folder, `${id}.md`)}: its article was ${state}; delete the file`);
    }
  }
  return 0;
}
