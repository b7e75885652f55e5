import { extname } from 'node:path';
import type { SourceFormat, SourceInput } from '../source.ts';

/** Of which format a source is, or what to do about one that is not read. */
export type SourceKind = { readonly format: SourceFormat | 'zip' } | { readonly problem: string };

const endings: Readonly<Record<string, SourceFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.epub': 'epub',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.json': 'feed',
  '.eml': 'email',
  '.bib': 'bibtex',
  '.ris': 'ris',
};

/** Endings of files that are articles; a folder is imported by them. */
export const knownEndings: readonly string[] = Object.keys(endings);

const types: readonly (readonly [pattern: RegExp, format: SourceFormat])[] = [
  [/^text\/markdown/i, 'markdown'],
  [/^(?:text\/html|application\/xhtml\+xml)/i, 'html'],
  [/^application\/(?:rss|atom|feed)\+(?:xml|json)|^application\/(?:json|xml)|^text\/xml/i, 'feed'],
  [/^message\/rfc822/i, 'email'],
  [/^application\/x-bibtex/i, 'bibtex'],
  [/^application\/x-research-info-systems/i, 'ris'],
  [/^application\/vnd\.citationstyles\.csl\+json/i, 'csl-json'],
  [/^text\/plain/i, 'text'],
];

/** Formats that are told by their first bytes and not read: what to save them as instead. */
const unread: readonly (readonly [signature: string, advice: string])[] = [
  ['{\\rtf', 'it is RTF; save it as DOCX'],
  ['\u00d0\u00cf\u0011\u00e0', 'it is a document of an old Word; save it as DOCX'],
  ['\u0089PNG', 'it is a picture; import its text'],
  ['\u00ff\u00d8\u00ff', 'it is a picture; import its text'],
  ['\u001f\u008b', 'it is compressed (gzip); unpack it'],
  ['7z\u00bc\u00af', 'it is compressed (7z); unpack it'],
  ['Rar!', 'it is compressed (RAR); unpack it'],
];

/** Tells a source's format by its first bytes, then by its type or ending, then by its first words. */
export function kindOf({ bytes, name, contentType = '' }: SourceInput): SourceKind {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/%PDF-\d/.test(head)) return { format: 'pdf' };
  if (head.startsWith('PK\u0003\u0004')) return { format: 'zip' };
  const advice = unread.find(([signature]) => head.startsWith(signature))?.[1];
  if (advice) return { problem: advice };
  const ending = extname(name).toLowerCase();
  const format = types.find(([type]) => type.test(contentType))?.[1] ?? endings[ending];
  if (!format) {
    const known = knownEndings.join(', ');
    return { problem: `its ending is none of ${known}; save it as plain text or Markdown` };
  }
  if (['pdf', 'docx', 'epub'].includes(format)) {
    return { problem: `it is no ${format.toUpperCase()}, though it is called so; save it again` };
  }
  return { format: byFirstWords(head, format) };
}

/** What a text is called says less than how it begins. */
function byFirstWords(head: string, format: SourceFormat): SourceFormat {
  const start = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '')
    .replace(/^<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)?/, '');
  if (/^(?:<!doctype html|<html[\s>])/i.test(start)) return 'html';
  if (/^<(?:rss|feed|rdf:RDF|channel)[\s>]|^<!DOCTYPE\s+(?:rss|r|feed)\b/i.test(start))
    return 'feed';
  if (format === 'feed' && /^\[|^\{\s*"(?:id|type|items)"/.test(start)) {
    return /jsonfeed\.org/.test(start) ? 'feed' : 'csl-json';
  }
  return format;
}
