import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Observer } from '../../status/observer.ts';

/** Slack's codes are words like this; anything else would make a label of its own. */
const code = /^[a-z][a-z0-9_]{0,60}$/i;

/** A fetch that tells how long each call of Slack took and what came of it. */
export function observedFetch({ called }: Pick<Observer, 'called'>, real = fetch): typeof fetch {
  return async (input, init) => {
    const begun = performance.now();
    const tell = (result: string) =>
      called(methodOf(input), code.test(result) ? result : 'other', secondsSince(begun));
    try {
      const response = await real(input, init);
      // The body can be read only once.
      const body = await response.text();
      tell(resultOf(response.status, body));
      const { status, statusText, headers } = response;
      return new Response(mayHaveBody(status) ? body : null, { status, statusText, headers });
    } catch (error) {
      tell(codeOf(error));
      throw error;
    }
  };
}

/** A fetch that makes calls of the Web API with the token that holds at the time. */
export function authorizedFetch(token: () => Promise<string>, real: typeof fetch): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (headers.has('authorization')) headers.set('authorization', `Bearer ${await token()}`);
    return real(input, { ...init, headers });
  };
}

/** The method of the Web API, or what else is called. */
function methodOf(input: Parameters<typeof fetch>[0]): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return /\/api\/([a-z]+(?:\.[a-zA-Z]+)+)$/.exec(pathname)?.[1] ?? 'response_url';
}

function resultOf(status: number, body: string): string {
  if (status >= 400) return `http_${status}`;
  try {
    const { ok, error } = JSON.parse(body) as { ok?: boolean; error?: string };
    return ok === false ? (error ?? 'other') : 'ok';
  } catch {
    return 'ok';
  }
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 304;
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}

/**
 * A post that failed. `refused`: Slack said no, and would again. `later`: Slack did not take it, and
 * may in `retryAfter` ms. `unsure`: it may have been posted all the same.
 */
export class PostError extends Error {
  override readonly name = 'PostError';
  readonly kind: 'refused' | 'later' | 'unsure';
  /** Slack's code, such as `not_in_channel`, or what happened on the way. */
  readonly code: string;
  readonly retryAfter: number;

  constructor(kind: PostError['kind'], code: string, cause?: unknown, retryAfter = 1000) {
    super(`Slack did not take a message: ${code}`, { cause });
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Errors after which the request can't have reached Slack. */
const notSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/;

/** Codes of Slack's own trouble: the same call may succeed later. */
const passing =
  /^(?:internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/;

/** Sorts an error of the WebClient by what is known about the post. */
export function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return new PostError('later', 'ratelimited', error, error.retryAfter * 1000);
  }
  if (error instanceof WebAPIPlatformError) {
    const code = String(error.data.error);
    if (code === 'ratelimited') return new PostError('later', code, error);
    return new PostError(passing.test(code) ? 'unsure' : 'refused', code, error);
  }
  if (error instanceof WebAPIHTTPError) {
    return new PostError(
      error.statusCode < 500 ? 'refused' : 'unsure',
      `http_${error.statusCode}`,
      error,
    );
  }
  const original = error instanceof WebAPIRequestError ? error.original : error;
  const code = codeOf(original);
  return new PostError(notSent.test(code) ? 'later' : 'unsure', code, error);
}

/** The innermost code of a network error: fetch wraps it in a cause. */
export function codeOf(error: unknown): string {
  let inner = error;
  // Causes could go round in a circle.
  for (let depth = 0; depth < 10 && causeOf(inner); depth += 1) inner = causeOf(inner);
  const { code, name } = (inner ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : 'unknown';
}

function causeOf(error: unknown): unknown {
  return (error as { cause?: unknown } | undefined)?.cause;
}
