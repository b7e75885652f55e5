import { type AuthorName, fullFamily } from './author-name.ts';
import { noteOf } from './csl-json.ts';
import { datePartsOf } from './printed-date.ts';
import { linkOf, originalAuthorsOf, type Source } from './source.ts';

/** Sources as RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): `NEWS`, or `ELEC` without a newspaper. */
export function writeRis(sources: readonly Source[]): string {
  return sources.map(entryOf).join('\n');
}

function entryOf(source: Source): string {
  const { record } = source;
  const { id, title, titleTranslated, publisher, published, language } = record;
  const url = linkOf(source);
  const note = noteOf(source);
  const lines = [
    ['TY', publisher ? 'NEWS' : 'ELEC'],
    ['ID', id],
    ...originalAuthorsOf(record).map((name) => ['AU', nameOf(name)]),
    ['TI', title],
    ...(titleTranslated ? [['TT', titleTranslated]] : []),
    ...(publisher ? [['T2', publisher]] : []),
    ...(published ? datesOf(published) : []),
    ...(url ? [['UR', url]] : []),
    ['LA', language],
    ...(note ? [['N1', note]] : []),
    ['ER', ''],
  ];
  return lines.map(([tag, value = '']) => `${tag}  - ${oneLine(value)}`).join('\n');
}

/** A line that a value went on in would be a field of its own, or the next entry. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

/** A comma behind a name that has no parts keeps importers from taking it apart. */
function nameOf(name: AuthorName): string {
  if (name.kind === 'whole') return `${name.name},`;
  const { given, suffix } = name;
  return [fullFamily(name), given, suffix].filter((part) => part !== undefined).join(', ');
}

/** The year, and the date as `YYYY/MM/DD/` with what is unknown left empty. */
function datesOf(published: Parameters<typeof datePartsOf>[0]): string[][] {
  const { year, month, day } = datePartsOf(published);
  const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '');
  return [['PY', year], ...(month ? [['DA', `${year}/${two(month)}/${two(day)}`]] : [])];
}
