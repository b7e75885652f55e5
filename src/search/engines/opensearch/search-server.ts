import { readFileSync } from 'node:fs';
import type { Client, ClientOptions } from '@opensearch-project/opensearch';
import { SearchFault } from '../../search-fault.ts';
import { faultOf, isOfNode } from './faults.ts';

/** Where a search server is, and how it is spoken to. */
export interface SearchServerSettings {
  /** Nodes of one cluster; a user and a password may be part of them. */
  readonly urls: readonly string[];
  /** What the names of all indexes begin with. */
  readonly prefix: string;
  /** Files in PEM: who is trusted beside the public authorities, and a certificate of our own. */
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly auth:
    | { readonly kind: 'basic' }
    | { readonly kind: 'bearer'; readonly token: string }
    | { readonly kind: 'aws'; readonly region: string; readonly service: 'es' | 'aoss' };
}

/** A request as the client takes it. */
export interface ServerRequest {
  readonly method: string;
  readonly path: string;
  readonly querystring?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Lines of a bulk. */
  readonly bulkBody?: readonly unknown[];
}

/** An answer to a search as far as it is read. */
interface SearchResponse<Source> {
  readonly timed_out: boolean;
  readonly _shards: { readonly total: number; readonly successful: number };
  readonly hits: { readonly hits: readonly { readonly _source: Source }[] };
  readonly aggregations?: Readonly<Record<string, unknown>>;
}

/** A question may take so long in all, in ms; the server is told to stop before. */
const questionTimeout = 2500;
const serverTimeout = '2s';

/** What part of the time the first of two nodes gets. */
const firstShare = 0.6;

/** Work on the index may take so long a request, in ms. */
const workTimeout = 60_000;

/** A cluster of OpenSearch; whatever goes wrong there is a SearchFault. */
export class SearchServer {
  readonly prefix: string;
  readonly #client: Client;

  private constructor(client: Client, prefix: string) {
    this.#client = client;
    this.prefix = prefix;
  }

  static async open(settings: SearchServerSettings): Promise<SearchServer> {
    const { Client: OpenSearch } = await import('@opensearch-project/opensearch');
    return new SearchServer(new OpenSearch(await optionsOf(settings)), settings.prefix);
  }

  /** Searches as a question does: soon, and in all passages or not at all. */
  async search<Source>(index: string, body: object): Promise<SearchResponse<Source>> {
    const request = {
      method: 'POST',
      path: `/${index}/_search`,
      querystring: { allow_partial_search_results: false },
      body: { timeout: serverTimeout, ...body },
    };
    const found = await this.send<SearchResponse<Source>>(request, questionTimeout);
    if (!found?._shards) throw new SearchFault('broken', 'the answer is none of OpenSearch');
    const { total, successful } = found._shards;
    if (found.timed_out) throw new SearchFault('slow', `longer than ${serverTimeout}`);
    // With a node gone it may answer 200, `failed: 0`, and leave the shards of that node out.
    if (total === 0 || successful < total) {
      throw new SearchFault('incomplete', `${successful} of ${total} parts of ${index} answered`);
    }
    return found;
  }

  /**
   * Sends a request, and once more to another node when the first can't be reached. What a node says
   * counts, also that something is not there; where none says anything, the first one's fault is told.
   */
  async send<T>(request: ServerRequest, timeout = workTimeout): Promise<T> {
    const began = performance.now();
    let first: SearchFault | undefined;
    for (const share of [firstShare, 1]) {
      const left = timeout * share - (performance.now() - began);
      if (left <= 0) break;
      try {
        return await this.#sendOnce<T>(request, left);
      } catch (error) {
        const fault = faultOf(error);
        if (!isOfNode(error)) throw fault;
        first ??= fault;
      }
    }
    throw first ?? new SearchFault('slow', `longer than ${timeout} ms`);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #sendOnce<T>({ bulkBody, ...request }: ServerRequest, timeout: number): Promise<T> {
    const params = { ...request, ...(bulkBody && { bulkBody: [...bulkBody] }) };
    const how = { requestTimeout: Math.ceil(timeout), maxRetries: 0 };
    // The client's own retries would report the last node's fault, not the first.
    const { body } = await this.#client.transport.request(params as never, how);
    return body as T;
  }
}

async function optionsOf({ urls, auth, ...files }: SearchServerSettings): Promise<ClientOptions> {
  const read = (file?: string) => (file === undefined ? undefined : readFileSync(file));
  const [ca, cert, key] = [read(files.caFile), read(files.certFile), read(files.keyFile)];
  const options = {
    nodes: [...new Set(urls)],
    maxRetries: 0,
    ssl: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) },
  };
  if (auth.kind === 'bearer') {
    return { ...options, headers: { authorization: `Bearer ${auth.token}` } };
  }
  if (auth.kind === 'aws') return { ...options, ...(await awsSigner(auth)) };
  return options;
}

async function awsSigner({ region, service }: { region: string; service: 'es' | 'aoss' }) {
  const { AwsSigv4Signer } = await import('@opensearch-project/opensearch/aws-v3');
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return AwsSigv4Signer({ region, service, getCredentials: defaultProvider() });
}
