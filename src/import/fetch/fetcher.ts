import { type Agent, type Dispatcher, request } from 'undici';
import type { PartialDate } from '../../library/partial-date.ts';
import { maxSourceBytes } from '../read-source.ts';
import type { SourceInput, StoredSource } from '../source.ts';
import {
  type ConnectionParts,
  guardedAgent,
  NotPublicError,
  systemConnection,
} from './connection.ts';
import { whyRefused } from './guard.ts';
import { readBody, writeBody } from './read-body.ts';
import { limitFor, problemOf } from './response.ts';

/** What of an earlier answer lets a server say that nothing has changed since. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What came from an address. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      readonly source: SourceInput;
      readonly validators: Validators;
      /** Where it has moved to for ever. */
      readonly movedTo?: string;
    }
  | { readonly kind: 'unchanged'; readonly movedTo?: string }
  | {
      readonly kind: 'refused';
      readonly problem: string;
      /** What the server answered with, if it answered. */
      readonly status?: number;
      /** After how many seconds it wants to be asked again. */
      readonly retryAfter?: number;
    };

/** What may be sent with a request. */
export interface FetchOptions {
  readonly validators?: Validators;
  /** Slack's token: sent to Slack's file hosts only, and never along a redirect. */
  readonly slackToken?: string;
}

/** What came from an address into a file. */
export type Downloaded =
  | { readonly kind: 'fetched'; readonly source: StoredSource }
  | Extract<Fetched, { readonly kind: 'refused' }>;

/** Fetches addresses of the public net, within limits of size and time. Nothing of it throws. */
export interface Fetcher {
  fetch(address: string, options?: FetchOptions): Promise<Fetched>;
  /**
   * Fetches an address into a new file at `path`, so that what is large is never whole in memory. What
   * comes with `slackToken` is a file that a person gave, of any type.
   */
  download(
    address: string,
    path: string,
    options?: Pick<FetchOptions, 'slackToken'>,
  ): Promise<Downloaded>;
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
  const within = async <T extends { readonly kind: string }>(
    address: string,
    options: FetchOptions,
    take: (answer: Answer) => Promise<T | Refused>,
  ): Promise<T | Refused> => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const going = { ...parts, ...options, agent, signal };
      const answer = await follow(address, going);
      return 'problem' in answer ? { kind: 'refused', ...answer } : await take(answer);
    } catch (error) {
      return { kind: 'refused', problem: whyFailed(error as Error) };
    }
  };
  const today = parts.today ?? (() => new Date().toISOString().slice(0, 10));
  return {
    fetch: (address, options = {}) => within(address, options, (answer) => taken(answer, today())),
    download: (address, path, options = {}) =>
      within(address, options, (answer) => stored(answer, { path, today: today(), ...options })),
    close: () => agent.destroy(),
  };
}

type Refused = Extract<Fetched, { readonly kind: 'refused' }>;

interface Going extends FetchOptions, FetcherParts {
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

/** What an address answered in the end. */
interface Answer extends Dispatcher.ResponseData {
  readonly url: URL;
  /** Where everything that led here leads for ever. */
  readonly movedTo?: string;
}

/** Each address that one leads on to has to pass the same guard. */
async function follow(
  address: string,
  going: Going,
): Promise<Answer | { readonly problem: string }> {
  let url = withoutFragment(address);
  let isForEver = true;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const refused = url ? whyRefused(url, going.ownHosts) : undefined;
    if (!url || refused) return { problem: refused ?? 'it is no address' };
    const answer = await request(url, {
      dispatcher: going.agent,
      method: 'GET',
      headers: headersFor(url, going, hop),
      signal: going.signal,
    });
    const { statusCode, headers, body } = answer;
    const isRedirect = statusCode > 300 && statusCode < 400 && statusCode !== 304;
    const location = isRedirect ? one(headers.location) : undefined;
    if (location === undefined) {
      return { ...answer, url, ...(hop > 0 && isForEver && { movedTo: url.href }) };
    }
    isForEver &&= statusCode === 301 || statusCode === 308;
    await body.dump({ limit: 64 * 1024 });
    url = withoutFragment(location, url);
  }
  return { problem: `it leads on more than ${maxRedirects} times` };
}

async function taken(answer: Answer, today: string): Promise<Fetched> {
  const { statusCode, headers, body, url, movedTo } = answer;
  const moved = movedTo === undefined ? {} : { movedTo };
  if (statusCode === 304) {
    body.on('error', () => {}).destroy();
    return { kind: 'unchanged', ...moved };
  }
  const refused = refusalOf(answer);
  if (refused) return refused;
  const contentType = one(headers['content-type']);
  const read = await readBody(body, one(headers['content-encoding']), limitFor(contentType, url));
  if ('problem' in read) return { kind: 'refused', problem: read.problem };
  const validators = { etag: one(headers.etag), lastModified: one(headers['last-modified']) };
  const source = { ...read, ...placeOf(answer, today) };
  return { kind: 'fetched', source, validators: present(validators), ...moved };
}

/** What a person gave to Slack has the name that they gave it, and no address that others can open. */
async function stored(
  answer: Answer,
  { path, today, slackToken }: { path: string; today: string; slackToken?: string },
): Promise<Downloaded> {
  const { headers, body, url } = answer;
  const isFile = slackToken !== undefined;
  if (isFile && !isSlackFile(url)) {
    body.on('error', () => {}).destroy();
    return { kind: 'refused', problem: 'Slack asks to sign in for it' };
  }
  const refused = refusalOf(answer, isFile);
  if (refused) return refused;
  const limit = isFile ? maxSourceBytes : limitFor(one(headers['content-type']), url);
  const written = await writeBody(body, one(headers['content-encoding']), limit, path);
  if ('problem' in written) return { kind: 'refused', problem: written.problem };
  const place = placeOf(answer, today);
  return { kind: 'fetched', source: { ...written, ...(isFile ? { name: place.name } : place) } };
}

function refusalOf(answer: Answer, isFile = false): Refused | undefined {
  const { statusCode, headers, body, url } = answer;
  const contentType = isFile ? 'text/plain' : one(headers['content-type']);
  const problem = problemOf(statusCode, contentType, url);
  if (!problem) return undefined;
  body.on('error', () => {}).destroy();
  const retryAfter = secondsUntil(one(headers['retry-after']));
  return { kind: 'refused', problem, status: statusCode, ...(retryAfter && { retryAfter }) };
}

/** A server names a number of seconds or a date. */
function secondsUntil(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return seconds > 0 ? seconds : undefined;
}

function placeOf({ headers, url }: Answer, today: string): Omit<SourceInput, 'bytes'> {
  const contentType = one(headers['content-type']);
  return {
    name: nameOf(url),
    url: url.href,
    retrieved: today as PartialDate,
    ...(contentType && { contentType }),
  };
}

function isSlackFile({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && slackFiles.test(hostname);
}

function headersFor(url: URL, { validators = {}, slackToken }: FetchOptions, hop: number) {
  const isSlack = hop === 0 && isSlackFile(url);
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
