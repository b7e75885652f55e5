import type { Reply } from './reply.ts';

/** A page of the little web site that a fake Slack may serve, for links to send to an app. */
export interface SitePage {
  /** Its media type, such as `text/html; charset=utf-8`. */
  readonly type: string;
  /** What it holds; a function is asked at each request, for what changes with time. */
  readonly body: string | Buffer | (() => string | Buffer);
  /** 200 unless given. */
  readonly status?: number;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** The pages of a site by their paths below `/site/`, such as `articles/tea.html`, or by host and path. */
export type Site = Readonly<Record<string, SitePage>>;

/**
 * Serves the page at a path as it stands in an address; no script in it runs, and it can reach nothing
 * of the fake Slack.
 */
export function replyFromSite(path: string, site: Site): Reply {
  const [, page] = Object.entries(site).find(([name]) => encodeURI(name) === path) ?? [];
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  const headers = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' };
  if (!page) {
    const type = { 'content-type': 'text/plain; charset=utf-8' };
    return { status: 404, headers: { ...headers, ...type }, body: 'There is no such page.' };
  }
  const { type, body, status = 200, location } = page;
  return {
    status,
    headers: { ...headers, 'content-type': type, ...(location && { location }) },
    body: typeof body === 'function' ? body() : body,
  };
}
