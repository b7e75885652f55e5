import { isAgency, outletOf } from './outlets.ts';
import { isDegree, isRole, nameSuffix, personName, singleName } from './person-name.ts';

/** Who a byline names: people, or the agency or paper that they write for. */
export interface Byline {
  readonly authors: readonly string[];
  readonly publisher?: string;
}

const opener =
  /^[\s*_–—•-]*(?:(?:written|story|reported|reporting|report|text|words|analysis|opinion|commentary|comment|essay|column|interview|posted|published|submitted|authored|article)\s+)?by:?\s+/iu;
const foreignOpener =
  /^[\s*_–—•-]*(?:par|von|автор(?:ы)?|текст|авторы)\s*:?\s+|^(?:本报|本社|新华社)?(?:记者|作者|撰文|文)\s*[：:／/|｜]?\s*/iu;

const between = /\s*(?:;|；|、|,\s*(?:and|&)\s+|,|\s(?:and|&|et|und|и)\s|\s(?:与|和)\s)\s*/u;

/** Longest line that is a byline, in characters. */
const maxBylineLength = 240;

/** Reads a line that says by whom an article is; undefined for anything else, "By then …" included. */
export function readByline(line: string): Byline | undefined {
  const text = plain(line);
  if (text.length > maxBylineLength) return undefined;
  const [english] = opener.exec(text) ?? [];
  const [foreign] = english ? [] : (foreignOpener.exec(text) ?? []);
  const opened = english ?? foreign;
  return opened === undefined ? undefined : readNames(text.slice(opened.length), 'mononym');
}

/**
 * Reads names without a word that announces them: "Jane Doe", "Jane Doe, The Gazette". Only where
 * such a line stands can tell whether it is a byline.
 */
export function readBareNames(line: string): Byline | undefined {
  const text = plain(line);
  return text.length <= maxBylineLength && !/[.!?。！？]$/u.test(text)
    ? readNames(text)
    : undefined;
}

/** The names of a list, up to what is no name; undefined when it does not begin with one. */
export function readNames(text: string, mononym?: 'mononym'): Byline | undefined {
  const parts = parted(text);
  const authors: string[] = [];
  let publisher: string | undefined;
  for (const [index, part] of parts.entries()) {
    const outlet = outletOf(part);
    const isStaff = /^(?:our |a )?(?:[\p{L}]+ )?(?:staff|correspondents?|newsroom)\b/iu.test(part);
    const person =
      isAgency(part) || isStaff
        ? undefined
        : (personName(part) ?? (mononym && parts.length === 1 ? singleName(part) : undefined));
    if (person && !(outlet && index > 0)) authors.push(person);
    else if (outlet) publisher ??= outlet;
    else if (index === 0 && !isStaff) return undefined;
    else if (!isRole(part) && !isStaff) return undefined;
    if (!person) {
      publisher ??= parts.slice(index).map(outletOf).find(Boolean);
      break;
    }
  }
  return { authors, ...(publisher && { publisher }) };
}

/** A list cut at its commas and "and", places taken off, suffixes put back: "Paul Kestner, Jr.". */
function parted(text: string): string[] {
  const parts: string[] = [];
  const words = text.replace(/\s[|•·/].*$/u, '').replace(/[\s,;:|–—-]+$/u, '');
  const isSpaced = /^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+$/u.test(words);
  for (const part of words.split(isSpaced ? /\s+/ : between)) {
    const trimmed = part.replace(/\s(?:in|at|from|for)\s\p{Lu}.*$/u, '').trim();
    if (trimmed === '' || isDegree(trimmed)) continue;
    if (nameSuffix.test(trimmed) && parts.length > 0) parts.push(`${parts.pop()}, ${trimmed}`);
    else parts.push(trimmed);
  }
  return parts;
}

function plain(line: string): string {
  return line
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, '')
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+|(?:^|\s)@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[–—:|,]\s*$/u, '')
    .trim();
}
