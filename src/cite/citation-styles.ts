import { apaInText, apaReference } from './apa.ts';
import { writeBibtex } from './bibtex.ts';
import { chicagoBibliography, chicagoInText, chicagoNote, chicagoReference } from './chicago.ts';
import { writeCslJson } from './csl-json.ts';
import { mlaEntry, mlaInText } from './mla.ts';
import { type Printed, print, textOf } from './printed.ts';
import { writeRis } from './ris.ts';
import { linkOf, type Source } from './source.ts';

/** A style that people read: what stands in the list, and what stands beside the quote. */
export interface ProseStyle {
  readonly kind: 'prose';
  readonly id: string;
  readonly name: string;
  /** What the style calls the one and the other. */
  readonly listed: string;
  readonly beside: string;
  readonly list: (source: Source) => Printed;
  readonly cite: (source: Source) => Printed;
}

/** A format that reference managers read. */
export interface DataStyle {
  readonly kind: 'data';
  readonly id: string;
  readonly name: string;
  readonly write: (sources: readonly Source[]) => string;
  /** What the name of a file of it ends in. */
  readonly extension: string;
}

export type CitationStyle = ProseStyle | DataStyle;

/** Every style that a quote can be cited in, in the order in which they are offered. */
export const citationStyles: readonly CitationStyle[] = [
  {
    kind: 'prose',
    id: 'chicago-notes',
    name: 'Chicago, notes',
    listed: 'Bibliography',
    beside: 'Note',
    list: chicagoBibliography,
    cite: chicagoNote,
  },
  {
    kind: 'prose',
    id: 'chicago-date',
    name: 'Chicago, author-date',
    listed: 'References',
    beside: 'In the text',
    list: chicagoReference,
    cite: chicagoInText,
  },
  {
    kind: 'prose',
    id: 'apa',
    name: 'APA 7',
    listed: 'References',
    beside: 'In the text',
    list: apaReference,
    cite: apaInText,
  },
  {
    kind: 'prose',
    id: 'mla',
    name: 'MLA 9',
    listed: 'Works cited',
    beside: 'In the text',
    list: mlaEntry,
    cite: mlaInText,
  },
  {
    kind: 'prose',
    id: 'link',
    name: 'Plain link',
    listed: 'Article',
    beside: 'The quoted words',
    list: ({ record }) =>
      print(`${record.title}${record.url ? `, ${record.url}` : ' (no link is known)'}`),
    cite: (source) => print(linkOf(source) ?? 'no link is known'),
  },
  { kind: 'data', id: 'csl-json', name: 'CSL-JSON', extension: 'json', write: writeCslJson },
  { kind: 'data', id: 'bibtex', name: 'BibTeX', extension: 'bib', write: writeBibtex },
  { kind: 'data', id: 'ris', name: 'RIS', extension: 'ris', write: writeRis },
];

/** The list entries of several sources: each article once, sorted as reference lists are. */
export function listOf(style: ProseStyle, sources: readonly Source[]): Printed[] {
  const entries = new Map(sources.map((source) => [source.record.id, style.list(source)]));
  return [...entries.values()].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
}

/** Quotation marks, brackets and an article at the start do not count. */
function sortKey(entry: Printed): string {
  return textOf(entry)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:the|an?)\s/i, '');
}
