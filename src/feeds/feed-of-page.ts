/** Pages name their feeds in their head; so many bytes of it are looked through. */
const maxBytes = 256 * 1024;

/** Longest tag that is looked at, in characters. */
const tags = /<link\s[^<>]{1,2000}>/gi;

const feedTypes = /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/i;

/**
 * The address of the feed that a page names first; undefined where it names none. It is text of a
 * stranger: whoever asks for it has to guard against where it leads.
 */
export function feedOfPage(bytes: Uint8Array, address: string): string | undefined {
  // What is looked for has ASCII letters only, whatever the page's encoding.
  const head = Buffer.from(bytes.subarray(0, maxBytes)).toString('latin1');
  for (const [tag] of withoutComments(head).matchAll(tags)) {
    const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attributeOf(tag, 'rel'));
    const target = attributeOf(tag, 'href').replaceAll('&amp;', '&');
    if (!isAlternate || !target || !feedTypes.test(attributeOf(tag, 'type').trim())) continue;
    if (URL.canParse(target, address)) return new URL(target, address).href;
  }
  return undefined;
}

function withoutComments(html: string): string {
  const [before = '', ...comments] = html.split('<!--');
  const after = comments.map((text) => {
    const end = text.indexOf('-->');
    return end === -1 ? '' : text.slice(end + 3);
  });
  return [before, ...after].join('');
}

function attributeOf(tag: string, name: string): string {
  const form = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const [, double, single, bare] = form.exec(tag) ?? [];
  return double ?? single ?? bare ?? '';
}
