import { type Agent, type Dispatcher, request } from 'undici';
import type { PartialDate } from '../../library/partial-date.ts';
import type { SourceInput } from '../source.ts';
import {
  type ConnectionParts,
  guardedAgent,
  NotPublicError,
  systemConnection,
} from './connection.ts';
import { whyRefused } from './guard.ts';
import { readBody } from './read-body.ts';
import { limitFor, problemOf } from './response.ts';

/** What of an earlier answer lets a server say that nothing has changed since. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What came from an address. */
export type Fetched =
  | { readonly kind: 'fetched'; readonly source: SourceInput; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: string; readonly retryAfter?: number };

/** What may be sent with a request. */
export interface FetchOptions {
  readonly validators?: Validators;
  /** Slack's token: sent to Slack's file hosts only, and never along a redirect. */
  readonly slackToken?: string;
}

/** Fetches addresses of the public net, within limits of size and time. Nothing of it throws. */
export interface Fetcher {
  fetch(address: string, options?: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

/** What a fetcher works with; all but the clock is for code that puts in other ways to connect. */
export interface FetcherParts {
  readonly connection?: ConnectionParts;
  /** Hosts of this bot's own, which it does not ask. */
  readonly ownHosts?: ReadonlySet<string>;
  readonly today?: () => string;
}

/** The name under which pages are fetched. */
export const userAgent = 'sino-russia-desk-bot (a library of a team; asks for single pages)';

const maxRedirects = 5;

/** Time for a page with all its redirects, in ms. */
const timeout = 20_000;

const slackFiles = /^files(?:-[a-z]+)?\.slack\.com$/;

export function createFetcher(parts: FetcherParts = {}): Fetcher {
  const agent = guardedAgent(parts.connection ?? systemConnection);
  return {
    fetch: async (address, options = {}) => {
      const signal = AbortSignal.timeout(timeout);
      try {
        return await follow(address, { ...parts, ...options, agent, signal });
      } catch (error) {
        return { kind: 'refused', problem: whyFailed(error as Error) };
      }
    },
    close: () => agent.destroy(),
  };
}

interface Going extends FetchOptions, FetcherParts {
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

/** Each address that one leads on to has to pass the same guard. */
async function follow(address: string, going: Going): Promise<Fetched> {
  let url = withoutFragment(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const refused = url ? whyRefused(url, going.ownHosts) : undefined;
    if (!url || refused) return { kind: 'refused', problem: refused ?? 'it is no address' };
    const answer = await request(url, {
      dispatcher: going.agent,
      method: 'GET',
      headers: headersFor(url, going, hop),
      signal: going.signal,
    });
    const { statusCode, headers, body } = answer;
    const isRedirect = statusCode > 300 && statusCode < 400 && statusCode !== 304;
    const location = isRedirect ? one(headers.location) : undefined;
    if (location === undefined) return taken(url, answer, going);
    await body.dump({ limit: 64 * 1024 });
    url = withoutFragment(location, url);
  }
  return { kind: 'refused', problem: `it leads on more than ${maxRedirects} times` };
}

async function taken(url: URL, answer: Dispatcher.ResponseData, going: Going): Promise<Fetched> {
  const { statusCode, headers, body } = answer;
  const contentType = one(headers['content-type']);
  const problem = statusCode === 304 ? undefined : problemOf(statusCode, contentType, url);
  if (statusCode === 304 || problem) {
    body.on('error', () => {}).destroy();
    const retryAfter = Number(one(headers['retry-after'])) || undefined;
    if (!problem) return { kind: 'unchanged' };
    return { kind: 'refused', problem, ...(retryAfter && { retryAfter }) };
  }
  const read = await readBody(body, one(headers['content-encoding']), limitFor(contentType, url));
  if ('problem' in read) return { kind: 'refused', problem: read.problem };
  const today = going.today ?? (() => new Date().toISOString().slice(0, 10));
  const source: SourceInput = {
    bytes: read.bytes,
    name: nameOf(url),
    url: url.href,
    retrieved: today() as PartialDate,
    ...(contentType && { contentType }),
  };
  const validators = { etag: one(headers.etag), lastModified: one(headers['last-modified']) };
  return { kind: 'fetched', source, validators: present(validators) };
}

function headersFor(url: URL, { validators = {}, slackToken }: FetchOptions, hop: number) {
  const isSlack = hop === 0 && url.protocol === 'https:' && slackFiles.test(url.hostname);
  return {
    'user-agent': userAgent,
    accept:
      'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.1',
    'accept-encoding': 'gzip, deflate, br',
    ...(validators.etag && { 'if-none-match': validators.etag }),
    ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
    ...(slackToken && isSlack && { authorization: `Bearer ${slackToken}` }),
  };
}

/** A text fragment only says where on the page a quotation stands. */
function withoutFragment(address: string, base?: URL): URL | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? url.hostname;
  return decodeURIComponent(last.replace(/%(?![\da-f]{2})/gi, '%25')).slice(0, 200);
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function present(validators: Record<keyof Validators, string | undefined>): Validators {
  return Object.fromEntries(Object.entries(validators).filter(([, value]) => value !== undefined));
}

function whyFailed(error: Error): string {
  const { code = error.name, cause } = error as NodeJS.ErrnoException;
  const guarded = [error, cause].find((each) => each instanceof NotPublicError);
  if (guarded instanceof NotPublicError) return guarded.message;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `it took more than ${timeout / 1000} s; try again later`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'its host is not known; check the address';
  return `it could not be fetched (${code}); try again later, or save the page and import the file`;
}
