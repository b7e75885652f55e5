import ipaddr from 'ipaddr.js';

/** Why an address is not fetched, with what to do; undefined for one on the public net. */
export function whyRefused(
  url: URL,
  ownHosts: ReadonlySet<string> = new Set(),
): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return 'only http and https addresses are fetched';
  if (url.username !== '' || url.password !== '') return 'it holds a name or password; take it out';
  // The URL's own default port is empty.
  if (!['', '80', '443'].includes(url.port))
    return `port ${url.port} is not fetched, only 80 and 443`;
  const host = hostOf(url);
  if (ownHosts.has(host)) return 'it is an address of this bot';
  if (isLiteral(host)) return isPublic(host) ? undefined : notPublic;
  const isLocal = /(?:^|\.)(?:localhost|local|internal|intranet|home\.arpa|lan|corp)$/.test(host);
  return isLocal || !host.includes('.') ? notPublic : undefined;
}

export const notPublic =
  'it leads to a network that is not public; save the page, and import the file';

/** The host of an address as it is looked up: small letters, no brackets, no dot at its end. */
function hostOf(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/** Whether a host is an IP address; `URL` has written all its other forms out as one. */
export function isLiteral(host: string): boolean {
  return ipaddr.isValid(host);
}

/** Whether an IP address is one of the public net: no loopback, private, link-local, mapped or reserved one. */
export function isPublic(address: string): boolean {
  // An IPv4 address within an IPv6 one is judged as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
