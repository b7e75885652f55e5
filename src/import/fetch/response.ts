const mebibyte = 1024 * 1024;

const pages = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const texts =
  /^(?:text\/(?:plain|markdown|xml)|application\/(?:(?:rss|atom|rdf)\+xml|xml|feed\+json|json))\b/i;
const documents =
  /^application\/(?:pdf|epub\+zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)\b/i;

const advice = 'save the page from your browser, or print it as PDF, and import that file';

/** Why an answer holds no article, with what to do; undefined for one that may hold one. */
export function problemOf(
  status: number,
  contentType: string | undefined,
  url: URL,
): string | undefined {
  if (status === 404 || status === 410) return `there is no page (${status}); check the address`;
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return `the site does not let it be read (${status}); ${advice}`;
  }
  if (status === 429 || status >= 500)
    return `the site cannot answer now (${status}); try again later`;
  if (status !== 200) return `the site answers with ${status}; ${advice}`;
  return isRead(contentType, url)
    ? undefined
    : `it is ${contentType ?? 'of no known type'}, which is not read`;
}

/** How many bytes of an answer are read. */
export function limitFor(contentType = '', url: URL): number {
  if (documents.test(contentType) || /\.(?:pdf|docx|epub)$/i.test(url.pathname))
    return 25 * mebibyte;
  return texts.test(contentType) ? 5 * mebibyte : 4 * mebibyte;
}

/** Servers that know no type of a file call it a stream of bytes. */
function isRead(contentType = '', url: URL): boolean {
  const isNamed = /\.(?:pdf|docx|epub)$/i.test(url.pathname);
  if (/^(?:application|binary)\/octet-stream\b|^$/i.test(contentType)) return isNamed;
  return [pages, texts, documents].some((type) => type.test(contentType));
}
