import { setTimeout as wait } from 'node:timers/promises';
import { SearchFault } from '../../search-fault.ts';
import { unlessStatus } from './faults.ts';
import { indexDefinition, pipeline } from './index-definition.ts';
import type { Document } from './passage-documents.ts';
import type { SearchServer } from './search-server.ts';

/** How an index stands: which version of a library it holds, and where its statistics are. */
export interface IndexState {
  readonly version: number;
  /** Of the ids and versions of all articles. */
  readonly digest: string;
  /** The version of which all statistics are there, in how many parts; and the changes since, in theirs. */
  readonly base: { readonly version: number; readonly parts: number };
  readonly changes: readonly { readonly version: number; readonly parts: number }[];
  /** Somebody is changing it, or ended on the way. */
  readonly isChanging: boolean;
}

/** An index and how it stands. */
export interface StandingIndex {
  readonly index: string;
  readonly state: IndexState;
}

/** About so many bytes a bulk. */
const bulkBytes = 1_500_000;

/** A server that takes no more is given so long, in ms, again and again, before a bulk fails. */
const usualPauses = [500, 1000, 2000, 4000, 8000, 16_000];

/** So many documents are read at once. */
const pageSize = 2000;

/** What is done with the indexes of a library, by name. */
export class IndexClient {
  readonly server: SearchServer;
  /** Leads to the index that is searched; each version of the program has its own. */
  readonly alias: string;

  readonly #pauses: readonly number[];

  constructor(server: SearchServer, pauses: readonly number[] = usualPauses) {
    this.server = server;
    this.#pauses = pauses;
    this.alias = `${server.prefix}-passages-${pipeline}`;
  }

  /** The index that the alias leads to; undefined where there is none. */
  async standing(): Promise<StandingIndex | undefined> {
    const path = `/${this.alias}/_mapping`;
    const found = await unlessStatus(
      this.server.send<Record<string, { mappings: { _meta?: { pipeline?: number } } }>>({
        method: 'GET',
        path,
      }),
      404,
    );
    const [entry] = Object.entries(found ?? {});
    if (!entry) return undefined;
    const [index, { mappings }] = entry;
    const made = mappings._meta?.pipeline;
    if (made !== pipeline) {
      throw new SearchFault('outdated', `${index} is of version ${made}, not ${pipeline}`);
    }
    const document = await unlessStatus(
      this.server.send<{ _source: { state: IndexState } }>({
        method: 'GET',
        path: `/${index}/_doc/state`,
      }),
      404,
    );
    return document && { index, state: document._source.state };
  }

  /** Makes an index that nobody searches yet, for many documents. */
  async create(): Promise<string> {
    const index = `${this.alias}-${Date.now().toString(36)}`;
    const { settings, mappings } = indexDefinition;
    // Copies and refreshes cost time until all is there.
    const filling = { refresh_interval: '-1', auto_expand_replicas: false, number_of_replicas: 0 };
    const body = { mappings, settings: { index: { ...settings.index, ...filling } } };
    await this.server.send({ method: 'PUT', path: `/${index}`, body });
    return index;
  }

  /** Has an index searched from now on, in one step; removes what has not been for an hour. */
  async switchTo(index: string): Promise<void> {
    const { refresh_interval, auto_expand_replicas } = indexDefinition.settings.index;
    const settings = { index: { refresh_interval, auto_expand_replicas } };
    await this.server.send({ method: 'PUT', path: `/${index}/_settings`, body: settings });
    await this.server.send({ method: 'POST', path: `/${index}/_refresh` });
    const all = await this.#all();
    const actions = [
      ...all.filter((each) => each !== index).map((each) => this.#action('remove', each)),
      this.#action('add', index),
    ];
    await this.server.send({ method: 'POST', path: '/_aliases', body: { actions } });
    const old = all.filter((each, at) => {
      const next = all[at + 1];
      return each !== index && next !== undefined && ageOf(next) > keptFor;
    });
    for (const each of old) await this.remove(each);
  }

  async remove(index: string): Promise<void> {
    await unlessStatus(this.server.send({ method: 'DELETE', path: `/${index}` }), 404);
  }

  /** Writes and removes documents; `refresh`: they are found from then on. */
  async write(
    index: string,
    documents: Iterable<Document>,
    removed: readonly string[] = [],
    refresh = false,
  ): Promise<void> {
    let lines: unknown[] = removed.map((id) => ({ delete: { _id: id } }));
    let bytes = 0;
    for (const { id, source } of documents) {
      lines.push({ index: { _id: id } }, source);
      bytes += JSON.stringify(source).length;
      if (bytes < bulkBytes) continue;
      await this.#bulk(index, lines, false);
      [lines, bytes] = [[], 0];
    }
    if (lines.length > 0) await this.#bulk(index, lines, refresh);
    else if (refresh) await this.server.send({ method: 'POST', path: `/${index}/_refresh` });
  }

  /** The sources of documents, in their order; those that are not there are left out. */
  async read<Source>(index: string, ids: readonly string[]): Promise<Source[]> {
    const sources: Source[] = [];
    for (let from = 0; from < ids.length; from += 200) {
      const body = { ids: ids.slice(from, from + 200) };
      const { docs } = await this.server.send<{ docs: { _source?: Source }[] }>({
        ...{ method: 'POST', path: `/${index}/_mget`, body },
      });
      sources.push(...docs.flatMap(({ _source }) => _source ?? []));
    }
    return sources;
  }

  /** Some fields of all articles that an index holds. */
  async *articles<Source extends { readonly article: string }>(
    index: string,
    fields: readonly (keyof Source)[],
  ): AsyncGenerator<Source> {
    for (let after: string | undefined, isLast = false; !isLast; ) {
      const found = await this.server.search<Source>(index, {
        query: { term: { kind: 'article' } },
        ...{ size: pageSize, sort: [{ article: 'asc' }], _source: fields },
        ...(after !== undefined && { search_after: [after] }),
      });
      const sources = found.hits.hits.map(({ _source }) => _source);
      yield* sources;
      after = sources.at(-1)?.article;
      isLast = sources.length < pageSize;
    }
  }

  async countArticles(index: string): Promise<number> {
    const body = { query: { term: { kind: 'article' } } };
    const path = `/${index}/_count`;
    const { count } = await this.server.send<{ count: number }>({ method: 'POST', path, body });
    return count;
  }

  /** How many passages meet each of some queries. */
  async count(index: string, queries: readonly object[]): Promise<number[]> {
    const counts: number[] = [];
    for (let from = 0; from < queries.length; from += 500) {
      const filters = Object.fromEntries(
        queries.slice(from, from + 500).map((query, at) => [String(at), query]),
      );
      const { aggregations } = await this.server.search(index, {
        ...{
          size: 0,
          query: { term: { kind: 'passage' } },
          aggs: { each: { filters: { filters } } },
        },
      });
      const each = aggregations?.each as
        | { readonly buckets: Record<string, { readonly doc_count: number }> }
        | undefined;
      counts.push(...Object.keys(filters).map((at) => each?.buckets[at]?.doc_count ?? 0));
    }
    return counts;
  }

  /** What a bulk does is the same when it is done again. */
  async #bulk(index: string, lines: readonly unknown[], refresh: boolean): Promise<void> {
    for (const pause of this.#pauses) {
      try {
        return await this.#bulkOnce(index, lines, refresh);
      } catch (error) {
        if (!(error instanceof SearchFault && error.kind === 'busy')) throw error;
        await wait(pause);
      }
    }
    await this.#bulkOnce(index, lines, refresh);
  }

  async #bulkOnce(index: string, bulkBody: readonly unknown[], refresh: boolean): Promise<void> {
    const { errors, items } = await this.server.send<{
      errors: boolean;
      items: Record<string, { status: number; error?: { type: string } }>[];
    }>({ method: 'POST', path: `/${index}/_bulk`, querystring: { refresh }, bulkBody });
    if (!errors) return;
    const failed = items.flatMap((item) => Object.values(item).filter(({ error }) => error));
    const [{ status = 0, error } = {}] = failed;
    const kind = status === 429 ? 'busy' : 'broken';
    throw new SearchFault(kind, `${failed.length} documents refused: ${error?.type}`, status);
  }

  /** All indexes of the library, the oldest first. */
  async #all(): Promise<string[]> {
    const path = `/${this.alias}-*/_alias`;
    return Object.keys(await this.server.send<object>({ method: 'GET', path })).sort();
  }

  #action(what: 'add' | 'remove', index: string): object {
    const named = { index, alias: this.alias };
    return { [what]: what === 'remove' ? { ...named, must_exist: false } : named };
  }
}

/** A question may still be about what was searched before, in ms. */
const keptFor = 60 * 60_000;

function ageOf(index: string): number {
  return Date.now() - Number.parseInt(index.slice(index.lastIndexOf('-') + 1), 36);
}
