import { type PartialDate, readPartialDate } from '../../library/partial-date.ts';
import { type Entry, turnedName } from './entry.ts';

/** Reads RIS: lines of a tag and a value, an entry from `TY` to `ER`. */
export function readRis(text: string): Entry[] {
  const entries: Entry[] = [];
  let fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split('\n')) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9])\s{1,2}-(?: (.*))?$/.exec(line.trimEnd()) ?? [];
    if (tag === 'TY') fields = new Map();
    if (tag === 'ER') {
      if (fields.size > 0) entries.push(entryOf(fields));
      fields = new Map();
    } else if (tag) {
      last = fields.get(tag) ?? [];
      last.push(value.trim());
      fields.set(tag, last);
    } else if (last && line.trim() !== '') last[last.length - 1] += ` ${line.trim()}`;
  }
  return entries;
}

function entryOf(fields: ReadonlyMap<string, readonly string[]>): Entry {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []).filter(Boolean);
  const [published] = all('DA', 'PY', 'Y1').flatMap((value) => dateOf(value) ?? []);
  const names = all('AU', 'A1').length > 0 ? all('AU', 'A1') : all('A2', 'ED');
  return {
    title: all('TI', 'T1', 'CT')[0] ?? '',
    names: names.map((name) => ({
      name: turnedName(name),
      isWhole: !name.includes(',') && /\s/.test(name) && isBody(name),
    })),
    publisher: all('T2', 'JO', 'JF', 'PB')[0] ?? '',
    ...(published && { published }),
    url: all('UR', 'L2')[0] ?? '',
    language: all('LA')[0] ?? '',
    files: all('L1'),
  };
}

/** RIS gives people with a comma; a name without one is whole. */
function isBody(name: string): boolean {
  return !/^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+$/u.test(name);
}

/** `2024/03/05/`, `2024/03//`, `2024`. */
function dateOf(value: string): PartialDate | undefined {
  const [year = '', month = '', day = ''] = value.split('/');
  const parts = [
    year,
    ...(month ? [month.padStart(2, '0')] : []),
    ...(month && day ? [day.padStart(2, '0')] : []),
  ];
  return readPartialDate(parts.join('-')) ?? readPartialDate(year.slice(0, 4));
}
