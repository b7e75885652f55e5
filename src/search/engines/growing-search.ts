import type { LanguageCode } from '../../language/languages.ts';
import type { Article } from '../../library/article.ts';
import { languagesOf } from '../../library/library.ts';
import { runWithPauses } from '../../library/pause.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import { loadBackground } from '../query/background.ts';
import { readThesaurusNames, type ThesaurusNames } from '../query/names.ts';
import type { Search } from '../search.ts';
import { searchIn } from './embedded-search.ts';
import { IndexWriter } from './index-writer.ts';

/** Fewer passages that nobody searches any more are not worth rebuilding an index. */
const minWasted = 500;

/**
 * Searches in a library that changes: each change makes another search, for the work of the articles
 * that changed. The searches made before go on finding what they found.
 */
export class GrowingSearch {
  #writer = new IndexWriter();
  /** By their places in the index. */
  #articles: Article[] = [];
  /** The languages of each article. */
  #held = new Map<Article, ReadonlySet<LanguageCode>>();
  #names: { readonly of: Thesaurus; readonly names: ThesaurusNames } | undefined;

  /**
   * A search in these articles; one that was there before has to be the same object. Lets others have
   * their turn. Only one at a time may be made.
   */
  async next(articles: Iterable<Article>, thesaurus: Thesaurus): Promise<Search> {
    const wanted = new Set(articles);
    for (const article of this.#held.keys()) if (!wanted.has(article)) this.#remove(article);
    if (this.#writer.wasted > Math.max(minWasted, this.#writer.size)) this.#startAnew();
    for (const article of wanted) if (!this.#held.has(article)) await this.#add(article);
    const languages = [...this.#held.values()].flatMap((each) => [...each]);
    return searchIn(this.#writer.snapshot(), {
      articles: this.#articles.slice(),
      thesaurus,
      names: this.#namesOf(thesaurus),
      background: await loadBackground(languages),
    });
  }

  async #add(article: Article): Promise<void> {
    this.#articles.push(article);
    this.#held.set(article, languagesOf([article]));
    await runWithPauses(this.#writer.add(article));
  }

  #remove(article: Article): void {
    this.#held.delete(article);
    this.#writer.remove(article);
  }

  /** What was taken out takes up more room than what is there. */
  #startAnew(): void {
    this.#writer = new IndexWriter();
    this.#articles = [];
    this.#held = new Map();
  }

  #namesOf(thesaurus: Thesaurus): ThesaurusNames {
    if (this.#names?.of !== thesaurus) {
      this.#names = { of: thesaurus, names: readThesaurusNames(thesaurus) };
    }
    return this.#names.names;
  }
}
