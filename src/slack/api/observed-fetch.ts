import type { Observer } from '../../status/observer.ts';
import { codeOf } from './post-error.ts';

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
