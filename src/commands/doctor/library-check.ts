import { awaitingReview } from '../../library/library.ts';
import { loadLibrary } from '../../library/load.ts';
import { type Finding, well, wrong } from './finding.ts';

/** What the folders of articles hold, and each file of them that is left out. */
export async function checkLibrary(folders: readonly string[]): Promise<Finding[]> {
  const library = await loadLibrary(folders);
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
  const counts = `${articles.size} articles (${briefs} of them briefs), ${paragraphs} paragraphs`;
  const waiting = awaitingReview(library);
  // That is no fault.
  const review = waiting === undefined ? [] : [well('review', waiting)];
  return [well('library', `${counts} in ${named}`), ...review, ...left];
}
