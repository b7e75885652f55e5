import type { Article } from './article.ts';

/** An address without what says nothing of the page: fragment, tracking, `www`, a slash at the end. */
export function canonicalAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_.*|fbclid|gclid|yclid|dclid|msclkid|mc_cid|mc_eid|igshid)$/i.test(name)) {
      url.searchParams.delete(name);
    }
  }
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

/** The address by which an article is known again: that of its record, else where its source was fetched. */
export function addressOf({ url, source }: Pick<Article, 'url' | 'source'>): string | undefined {
  const address = url ?? source?.url;
  return address === undefined ? undefined : canonicalAddress(address);
}
