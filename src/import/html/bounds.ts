/** No page that people read nests deeper, or gives one of its elements more attributes. */
const maxDepth = 1000;
const maxAttributes = 500;

/** Marks that begin no tag: more of them are no text. */
const maxLooseMarks = 50_000;

/** Elements that need no end, so that their starts say nothing of depth. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup|rt|rp)$/;

const tag = /<(\/?)([a-z][a-z0-9:-]*)([^<>]*)/gi;
const tooDeep = 'its elements are nested too deeply to be read; save it as plain text';
const noPage = 'its markup is that of no page; save it as plain text';

/**
 * Why a page is not parsed: what nests or repeats so much takes the parser more than its length.
 * Reads the page once.
 */
export function whyUnparsed(html: string): string | undefined {
  let depth = 0;
  let tags = 0;
  for (const [, slash, name = '', rest = ''] of html.matchAll(tag)) {
    tags += 1;
    if (rest.length > maxAttributes * 2 && attributesIn(rest) > maxAttributes) return noPage;
    if (endless.test(name.toLowerCase()) || rest.endsWith('/')) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > maxDepth) return tooDeep;
  }
  return html.split('<').length - 1 - tags > maxLooseMarks ? noPage : undefined;
}

/** Counts what stands between white space outside of quotation marks. */
function attributesIn(text: string): number {
  return text.replace(/"[^"]*"|'[^']*'/g, '').match(/\S+/g)?.length ?? 0;
}
