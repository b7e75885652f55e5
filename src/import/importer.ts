import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article, ReviewableField } from '../library/article.ts';
import { importFolder } from '../library/load.ts';
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
} from './make-article.ts';
import { saveArticle } from './save-article.ts';
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
  readonly folder: string;
  /** What that folder holds. */
  readonly own: ReadonlyMap<string, Article>;
  /** What the whole library holds. */
  readonly held: ReadonlyMap<string, Article>;
  readonly parsers: Parsers;
  readonly fetcher: Fetcher;
  /** The path of a file that the caller names. */
  readonly pathOf: (input: string) => string;
  /** Replaces an article that is there with other contents. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** Brings one input after the other into the library. */
export class Importer {
  readonly #parts: ImporterParts;
  readonly #held: ReturnType<typeof heldOf>;
  readonly #duplicates: Duplicates;

  constructor(parts: ImporterParts) {
    this.#parts = parts;
    this.#held = heldOf(parts.held.values());
    this.#duplicates = new Duplicates(parts.held.values());
  }

  /** What became of each article that an input holds; a fault of the input is a result, and never thrown. */
  async import(input: string): Promise<ImportResult[]> {
    const { parsers, pathOf } = this.#parts;
    const source = isAddress(input) ? await this.#fetch(input) : await readFileInput(pathOf(input));
    if ('problem' in source) return [refused(input, source.problem)];
    const read = await parsers.read(source);
    if ('problem' in read) return [refused(input, read.problem)];
    const results: ImportResult[] = [];
    for (const document of read.documents) results.push(await this.#take(input, document, source));
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
    for (const document of read.documents) {
      const record = { ...document.record, ...link.record };
      results.push(await this.#take(input, { ...document, record }, source));
    }
    return results;
  }

  async #take(input: string, document: SourceDocument, source: SourceInput): Promise<ImportResult> {
    const outcome = makeOf(document, originOf(source), this.#held);
    if ('problems' in outcome) return refused(input, outcome.problems.join('; '));
    const { article } = outcome;
    const result = { input, id: article.id, format: document.format, imported: outcome };
    const review = article.review ?? [];
    const same = this.#duplicates.find(article);
    if (same?.by === 'text') {
      const share = same.likeness === 1 ? '' : `nearly (${Math.floor(same.likeness * 100)} %) `;
      const reason = `it is ${share}the text of ${same.id}`;
      return { ...result, id: same.id, status: 'exists', review: [], reason };
    }
    if (same && !this.#parts.force) {
      const reason = `${same.id} has this address and other words; --force adds this one beside it`;
      return { input, status: 'refused', review: [], reason };
    }
    const saved = await this.#save(outcome);
    if ('problem' in saved) return refused(input, saved.problem);
    this.#held.add(article);
    this.#duplicates.add(article);
    return { ...result, status: saved.isNew ? 'written' : 'exists', review };
  }

  async #save({
    article: { id },
    markdown,
  }: ImportedArticle): Promise<{ readonly isNew: boolean } | { readonly problem: string }> {
    const { folder, own, force, dryRun } = this.#parts;
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

function originOf({ bytes, name, url, retrieved }: SourceInput): Origin {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: name, sha256, ...(url && { url }), ...(retrieved && { retrieved }) };
}

function refused(input: string, reason: string): ImportResult {
  return { input, status: 'refused', review: [], reason };
}
