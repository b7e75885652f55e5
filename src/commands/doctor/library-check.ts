import type { ArticleStore, StoredCounts } from '../../library/article-store.ts';
import { awaitingReview } from '../../library/library.ts';
import { loadOver } from '../../library/stored-library.ts';
import { sayIn } from '../../texts/say.ts';
import { type Finding, well, wrong } from './finding.ts';

/** What the folders and the database hold of articles, each file that is left out, and what waits. */
export async function checkLibrary(
  folders: readonly string[],
  stored?: ArticleStore,
): Promise<Finding[]> {
  // Whether the database is there has a check of its own.
  const { library } = await loadOver(folders, stored).catch(() => loadOver(folders, undefined));
  const counts = await stored?.counts().catch(() => undefined);
  const { articles, problems } = library;
  const named = `${folders.join(', ')} (LIBRARY_DIRS)`;
  const left = problems.map((problem) =>
    wrong('library', problem, 'put that right in the file or setting; until then it is left out.'),
  );
  if (articles.size === 0) {
    const remedy = 'name a folder with articles, or import some with `npm run import -- PATH`.';
    return [wrong('library', `there is no article in ${named}`, remedy), ...left];
  }
  const all = [...articles.values()];
  const paragraphs = all.reduce((sum, article) => sum + article.paragraphs.length, 0);
  const briefs = all.filter(({ text }) => text === 'brief').length;
  const held = `${articles.size} articles (${briefs} of them briefs), ${paragraphs} paragraphs`;
  const kept = counts && counts.articles > 0 ? `, ${counts.articles} of them in the database` : '';
  const waiting = awaitingReview(library);
  // That is no fault.
  const review = waiting === undefined ? [] : [well('review', sayIn('en')(waiting))];
  const proposed = counts && counts.waiting > 0 ? [well('proposals', proposalsOf(counts))] : [];
  return [well('library', `${held} in ${named}${kept}`), ...review, ...proposed, ...left];
}

function proposalsOf({ waiting }: StoredCounts): string {
  return waiting === 1
    ? 'an article waits for a librarian to accept or discard it'
    : `${waiting} articles wait for a librarian to accept or discard them`;
}
