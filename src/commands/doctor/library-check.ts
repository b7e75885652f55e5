import type { Article } from '../../library/article.ts';
import { loadLibrary } from '../../library/load.ts';
import { type Finding, well, wrong } from './finding.ts';

/** What the folders of articles hold, and each file of them that is left out. */
export async function checkLibrary(folders: readonly string[]): Promise<Finding[]> {
  const { articles, problems } = await loadLibrary(folders);
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
  return [well('library', `${counts} in ${named}`), ...waiting(all), ...left];
}

/** So many articles are named. */
const maxNamed = 10;

/** The articles that nobody has looked over since they were imported; that is no fault. */
function waiting(articles: readonly Article[]): Finding[] {
  const all = articles.flatMap(({ id, review = [] }) =>
    review.length > 0 ? [`${id} (${review.join(', ')})`] : [],
  );
  if (all.length === 0) return [];
  const more = all.length > maxNamed ? ` and ${all.length - maxNamed} more` : '';
  const named = all.slice(0, maxNamed).join('; ');
  return [well('review', `${all.length} articles wait to be looked over: ${named}${more}`)];
}
