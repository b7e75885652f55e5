import { type Fields, isFields } from '../../library/field-reader.ts';

/** Larger scripts describe more than an article. */
const maxScriptLength = 500_000;

/** So many objects of a page are looked at. */
const maxNodes = 2_000;

const articleType = /(?:Article|BlogPosting|Report|Review|WebPage)$/;

/** What a page says of itself in JSON-LD, with its articles before everything else. */
export function readJsonLd(document: Document): readonly Fields[] {
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')];
  const nodes = scripts.flatMap((script) => nodesOf(parse(script.textContent ?? '')));
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const resolved = nodes.slice(0, maxNodes).map((node) => withReferences(node, byId));
  const rank = (node: Fields) => {
    const types = typesOf(node);
    if (types.some((type) => /Article$|BlogPosting|Report/.test(type))) return 0;
    return types.some((type) => articleType.test(type)) ? 1 : 2;
  };
  return resolved.filter((node) => rank(node) < 2).sort((a, b) => rank(a) - rank(b));
}

/** The text that a value is or holds: a text, a `name`, the first of a list. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return value.map(textIn).find(Boolean);
  return isFields(value) ? textIn(value.name ?? value['@value']) : undefined;
}

/** The types of an object; often a list. */
export function typesOf(node: Fields): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string');
}

/** Raw line breaks within texts and commas behind the last entry are frequent mistakes. */
function parse(text: string): unknown {
  if (text.length > maxScriptLength) return undefined;
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
    '',
  );
  const mended = bare.replace(/[\p{Cc}]+/gu, ' ').replace(/,\s*([}\]])/g, '$1');
  for (const candidate of [bare, mended]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The mended one is tried next; a script that is broken otherwise says nothing.
    }
  }
  return undefined;
}

function nodesOf(value: unknown, depth = 0): Fields[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((each) => nodesOf(each, depth + 1));
  if (!isFields(value)) return [];
  return [value, ...nodesOf(value['@graph'], depth + 1), ...nodesOf(value.mainEntity, depth + 1)];
}

function withReferences(node: Fields, byId: ReadonlyMap<unknown, Fields>): Fields {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const isReference = isFields(value) && value['@id'] !== undefined && value.name === undefined;
    return isReference ? (byId.get(value['@id']) ?? value) : value;
  };
  return { ...node, author: resolve(node.author), publisher: resolve(node.publisher) };
}
