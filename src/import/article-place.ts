import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../library/article.ts';
import type { ArticleStore } from '../library/article-store.ts';
import { importFolder } from '../library/load.ts';
import type { ImportedArticle } from './make-article.ts';
import { isSameText } from './new-version.ts';
import { saveArticle } from './save-article.ts';

/** Whether an article was new where it was written, or why it could not be written. */
export type PlacedArticle = { readonly isNew: boolean } | { readonly problem: string };

/** Where an import writes articles. */
export interface ArticlePlace {
  save(imported: Pick<ImportedArticle, 'article' | 'markdown'>): Promise<PlacedArticle>;
}

interface PlaceOptions {
  /** What is there. */
  readonly own: ReadonlyMap<Article['id'], Article>;
  /** Replaces an article that is there with other contents. */
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** A folder, an article a file. */
export function folderPlace(folder: string, { own, force, dryRun }: PlaceOptions): ArticlePlace {
  return {
    async save({ article: { id }, markdown }) {
      try {
        // The loader takes one file for each id.
        if (own.has(id) && !existsSync(join(folder, `${id}.md`))) {
          const problem = `another file of ${importFolder} has the id ${id}; rename that to ${id}.md`;
          return { problem };
        }
        if (dryRun) return { isNew: !own.has(id) };
        const saved = await saveArticle(folder, { id, markdown }, force);
        if (saved.kind === 'refused') return { problem: saved.problem };
        return { isNew: saved.kind !== 'unchanged' };
      } catch (error) {
        const { code = 'unknown error' } = error as NodeJS.ErrnoException;
        const problem = `it cannot be written to ${importFolder} (${code}); check space and permissions`;
        return { problem };
      }
    },
  };
}

/** The database, for every process that shares it. */
export function databasePlace(
  articles: ArticleStore,
  { own, force, dryRun }: PlaceOptions,
): ArticlePlace {
  return {
    async save({ article }) {
      const before = own.get(article.id);
      if (before && isSameText(before, article)) return { isNew: false };
      if (before && !force) {
        return {
          problem: `${article.id} is there already with other contents; --force replaces it`,
        };
      }
      if (dryRun) return { isNew: true };
      const act = { key: `import:${randomUUID()}`, person: '' };
      const { kind } = before
        ? await articles.replace(before, article, act)
        : await articles.add(article, act);
      if (kind === 'done') return { isNew: true };
      return { problem: `another article was added as ${article.id} meanwhile; try again` };
    },
  };
}
