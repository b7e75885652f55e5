import type { Delivery, Destination, Message } from '../../outbox/delivery.ts';
import { toPostError } from './post-error.ts';

const timeout = 10_000;

/** Posts a message to the address that Slack gave for the answer (a response_url). */
export async function respond(
  fetchUrl: typeof fetch,
  { responseUrl, shared }: Extract<Destination, { readonly responseUrl: string }>,
  { text, blocks }: Message,
  metadata: object | undefined,
): Promise<Delivery> {
  // Only what somebody shares is for all.
  const visibility = shared
    ? {
        response_type: 'in_channel',
        ...(metadata && { metadata }),
        ...(shared.thread && { thread_ts: shared.thread }),
      }
    : { response_type: 'ephemeral' };
  try {
    const response = await fetchUrl(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...visibility, replace_original: false, text, blocks }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok ? { kind: 'posted', ts: undefined } : await refusalOf(response);
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    return { kind, code, retryAfter };
  }
}

async function refusalOf(response: Response): Promise<Delivery> {
  const said = (await response.text().catch(() => '')).slice(0, 100);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 1;
    return { kind: 'later', code: 'ratelimited', retryAfter: seconds * 1000 };
  }
  const code = said || `response_url_${response.status}`;
  return { kind: response.status < 500 ? 'refused' : 'unsure', code };
}
