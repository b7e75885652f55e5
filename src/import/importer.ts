import { createHash, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { Article, ReviewableField } from '../library/article.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import type { ArticlePlace } from './article-place.ts';
import { readAttachment } from './attachments.ts';
import type { Parsers } from './child/parsers.ts';
import { Duplicates } from './duplicates.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { isAddress, readFileInput } from './inputs.ts';
import {
  type Held,
  heldOf,
  type ImportedArticle,
  makeArticle,
  type Origin,
  originOf,
} from './make-article.ts';
import { isSameText, newVersion } from './new-version.ts';
import type { ReadSource, SourceDocument, SourceInput, SourceLink } from './source.ts';

/** What became of one article of an input. */
export interface ImportResult {
  readonly input: string;
  readonly status: 'written' | 'exists' | 'refused';
  readonly id?: string;
  readonly format?: SourceDocument['format'];
  readonly imported?: ImportedArticle;
  readonly review: readonly ReviewableField[];
  /** Why it was refused, or what it is the same as. */
  readonly reason?: string;
}

/** What an import works with. */
export interface ImporterParts {
  /** Where articles are written. */
  readonly place: ArticlePlace;
  /** The whole library, with what was removed. */
  readonly library: Pick<Library, 'articles' | 'earlier' | 'withdrawn'>;
  /** Keeps versions, and knows what was erased; a database is made only for the first of them. */
  readonly stored: StoredVersions;
  readonly parsers: Pick<Parsers, 'read'>;
  readonly fetcher: Fetcher;
  /** The path of a file that the caller names. */
  readonly pathOf: (input: string) => string;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** What an import needs of the database. */
export interface StoredVersions {
  /** Whether the database has the article of this id, so that no file counts. */
  holds(id: Article['id']): boolean;
  isErased(article: Pick<Article, 'id' | 'source' | 'url'>): Promise<boolean>;
  replace: ArticleStore['replace'];
}

/** Brings one input after the other into the library. */
export class Importer {
  readonly #parts: ImporterParts;
  readonly #held: ReturnType<typeof heldOf>;
  readonly #duplicates: Duplicates;

  /** The articles of the library, and those that were removed from it. */
  readonly #known = new Map<Article['id'], Article>();

  constructor(parts: ImporterParts) {
    this.#parts = parts;
    const { articles, earlier = new Map(), withdrawn } = parts.library;
    for (const [id, [last]] of earlier) if (last) this.#known.set(id, last);
    for (const [id, article] of articles) this.#known.set(id, article);
    const held = heldOf(this.#known.values());
    this.#held = { ...held, has: (id) => held.has(id) || withdrawn?.has(id) === true };
    this.#duplicates = new Duplicates(this.#known.values());
  }

  /** What became of each article that an input holds; a fault of the input is a result, and never thrown. */
  async import(input: string): Promise<ImportResult[]> {
    const { parsers, pathOf } = this.#parts;
    const source = isAddress(input) ? await this.#fetch(input) : await readFileInput(pathOf(input));
    if ('problem' in source) return [refused(input, source.problem)];
    const read = await parsers.read(source);
    if ('problem' in read) return [refused(input, read.problem)];
    const results: ImportResult[] = [];
    const whole = wholeOf(source);
    for (const document of read.documents) {
      const origin = originOf(document, whole, read.documents.length);
      results.push(await this.#take(input, document, origin));
    }
    for (const link of read.links ?? []) results.push(...(await this.#follow(input, link, source)));
    return results.length > 0 ? results : [refused(input, 'there is no article in it')];
  }

  async #fetch(address: string): Promise<SourceInput | { readonly problem: string }> {
    const fetched = await this.#parts.fetcher.fetch(address);
    if (fetched.kind === 'fetched') return fetched.source;
    return { problem: fetched.kind === 'refused' ? fetched.problem : 'nothing came from it' };
  }

  /** An attachment of a bibliography; what a feed gives only the beginning of is not fetched unasked. */
  async #follow(input: string, link: SourceLink, from: SourceInput): Promise<ImportResult[]> {
    const name = link.record.title?.value ?? link.target;
    const { parsers, pathOf } = this.#parts;
    if (link.kind === 'page') {
      const reason = `“${name}” is not whole in it; import its address, ${link.target}`;
      return [refused(input, reason)];
    }
    if (link.kind === 'nothing') {
      const reason = `“${name}” has no text with it; attach its file, or import its address`;
      return [refused(input, reason)];
    }
    if (from.url) return [refused(input, `“${name}”: attachments are read from files only`)];
    const source = await readAttachment(dirname(pathOf(input)), link.target);
    if ('problem' in source) return [refused(input, `“${name}”: ${source.problem}`)];
    const read: ReadSource = await parsers.read(source);
    if ('problem' in read) return [refused(input, `“${name}”: ${read.problem}`)];
    const results: ImportResult[] = [];
    const whole = wholeOf(source);
    for (const document of read.documents) {
      const record = { ...document.record, ...link.record };
      const origin = originOf(document, whole, read.documents.length);
      results.push(await this.#take(input, { ...document, record }, origin));
    }
    return results;
  }

  async #take(input: string, document: SourceDocument, origin: Origin): Promise<ImportResult> {
    const outcome = makeOf(document, origin, this.#held);
    if ('problems' in outcome) return refused(input, outcome.problems.join('; '));
    const { article } = outcome;
    const result = { input, id: article.id, format: document.format, imported: outcome };
    const { stored, place } = this.#parts;
    if (await stored.isErased(article)) {
      return refused(input, 'it was erased from the library, and stays out');
    }
    const same = this.#same(article);
    const before = same?.before ?? this.#known.get(article.id);
    if (before && this.#wasRemoved(before)) {
      return refused(input, `${before.id} was removed from the library; restore it there`);
    }
    const isVersion = same ? same.by === 'address' : stored.holds(article.id);
    if (before && isVersion && !isSameText(before, article)) {
      return this.#replace(result, before, article);
    }
    if (before && (same || isVersion)) {
      const { likeness = 1 } = same ?? {};
      const share = likeness === 1 ? '' : `nearly (${Math.floor(likeness * 100)} %) `;
      const reason = `it is ${share}the text of ${before.id}`;
      return { ...result, id: before.id, status: 'exists', review: [], reason };
    }
    const saved = await place.save(outcome);
    if ('problem' in saved) return refused(input, saved.problem);
    this.#remember(article);
    return { ...result, status: saved.isNew ? 'written' : 'exists', review: article.review ?? [] };
  }

  /** The article that a new one is the same as. */
  #same(article: Article) {
    const found = this.#duplicates.find(article);
    const before = found && this.#known.get(found.id);
    return found && before && { ...found, before };
  }

  #wasRemoved({ id }: Article): boolean {
    const { articles, earlier } = this.#parts.library;
    return earlier?.has(id) === true && !articles.has(id);
  }

  async #replace(
    result: Pick<ImportResult, 'input' | 'format'> & { readonly imported: ImportedArticle },
    before: Article,
    article: Article,
  ): Promise<ImportResult> {
    const { stored, dryRun } = this.#parts;
    const next = newVersion(before, article);
    const act = { key: `import:${randomUUID()}`, person: '' };
    const outcome = dryRun ? undefined : await stored.replace(before, next, act);
    if (outcome && outcome.kind !== 'done') {
      return refused(result.input, `${before.id} is being changed by somebody else; try again`);
    }
    this.#remember(next);
    return {
      ...result,
      imported: { ...result.imported, article: next },
      id: next.id,
      status: 'written',
      review: next.review ?? [],
      reason: `a new version of ${next.id}; old answers keep the words before`,
    };
  }

  #remember(article: Article): void {
    this.#known.set(article.id, article);
    this.#held.add(article);
    this.#duplicates.add(article);
  }
}

/** Nesting of thousands of levels overflows the Markdown parser's stack; that is the file's fault. */
function makeOf(document: SourceDocument, origin: Origin, held: Held) {
  try {
    return makeArticle(document, origin, held);
  } catch (error) {
    return { problems: [`it cannot be parsed (${(error as Error).message}); simplify it`] };
  }
}

function wholeOf({ bytes, name, url, retrieved }: SourceInput): Origin {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: name, sha256, ...(url && { url }), ...(retrieved && { retrieved }) };
}

function refused(input: string, reason: string): ImportResult {
  return { input, status: 'refused', review: [], reason };
}
