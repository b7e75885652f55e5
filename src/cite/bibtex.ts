import type { ArticleRecord } from '../library/article.ts';
import { type AuthorName, fullFamily } from './author-name.ts';
import { noteOf } from './csl-json.ts';
import { datePartsOf } from './printed-date.ts';
import { linkOf, originalAuthorsOf, type Source } from './source.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What TeX gives a meaning; braces also count for BibTeX itself, so they go by name. */
const special: Readonly<Record<string, string>> = {
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** Sources as BibTeX: `@article` with the newspaper as its journal, `@misc` without one. UTF-8. */
export function writeBibtex(sources: readonly Source[]): string {
  return sources.map(entryOf).join('\n\n');
}

function entryOf(source: Source): string {
  const { record } = source;
  const { id, title, publisher, authors, language } = record;
  const fields = [
    authors.length > 0 && ['author', originalAuthorsOf(record).map(nameOf).join(' and ')],
    // The inner braces keep the title's capitals.
    ['title', `{${escapeTex(title)}}`],
    publisher && ['journal', `{${escapeTex(publisher)}}`],
    ...dateOf(record),
    addressOf(source),
    ['language', escapeTex(language)],
    ['note', escapeTex(noteOf(source))],
  ].filter((field) => Array.isArray(field));
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`}`);
  return `@${publisher ? 'article' : 'misc'}{${id},\n${lines.join(',\n')}\n}`;
}

/** Addresses are taken as they are; the braces that would end the field are written in hexadecimal. */
function addressOf(source: Source): string[] | undefined {
  const url = linkOf(source);
  return url ? ['url', url.replaceAll('{', '%7B').replaceAll('}', '%7D')] : undefined;
}

function nameOf(name: AuthorName): string {
  // Braces keep a name whole that would be taken apart at its spaces and at "and".
  if (name.kind === 'whole') return `{${escapeTex(name.name)}}`;
  const { given, suffix } = name;
  return [fullFamily(name), suffix, given]
    .filter((part) => part !== undefined)
    .map(escapeTex)
    .join(', ');
}

function dateOf({ published }: ArticleRecord): string[][] {
  if (!published) return [];
  const { year, month, day } = datePartsOf(published);
  return [
    ['year', year],
    ...(month ? [['month', months[month - 1] ?? '']] : []),
    ...(day ? [['day', String(day)]] : []),
  ];
}

function escapeTex(text: string): string {
  return text.replace(/[{}\\~^]|[#$%&_]/g, (sign) => special[sign] ?? `\\${sign}`);
}
