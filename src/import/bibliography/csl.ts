import { decodeHTML } from 'entities';
import { type Fields, isFields } from '../../library/field-reader.ts';
import { type PartialDate, readPartialDate } from '../../library/partial-date.ts';
import { findDates } from '../record/dates.ts';
import type { Entry, EntryName } from './entry.ts';

/** Reads CSL-JSON, also as Zotero and Better BibTeX write it; undefined for other JSON. */
export function readCsl(text: string): Entry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const items = isFields(value) && Array.isArray(value.items) ? value.items : [value].flat();
  const entries = items.filter(isFields);
  return entries.some(({ type, title }) => type !== undefined || title !== undefined)
    ? entries.map(entryOf)
    : undefined;
}

function entryOf(item: Fields): Entry {
  const published = dateOf(item.issued);
  return {
    title: textOf(item.title),
    names: namesOf(item.author ?? item.editor),
    publisher: textOf(item['container-title'] ?? item.publisher),
    ...(published && { published }),
    url: textOf(item.URL),
    language: textOf(item.language),
    files: filesOf(item.attachments ?? item.file),
  };
}

/** Titles may hold `<i>` and entities. */
function textOf(value: unknown): string {
  return typeof value === 'string'
    ? decodeHTML(value.replace(/<\/?[a-z]{1,10}[^<>]{0,100}>/gi, ''))
    : '';
}

function namesOf(value: unknown): EntryName[] {
  const names = Array.isArray(value) ? value.filter(isFields) : [];
  return names.flatMap((name): EntryName[] => {
    const literal = textOf(name.literal);
    if (literal) return [{ name: literal, isWhole: true }];
    const particles = [name['non-dropping-particle'], name['dropping-particle']].map(textOf);
    const parts = [textOf(name.given), ...particles, textOf(name.family)].filter(Boolean);
    const suffix = textOf(name.suffix);
    const whole = [parts.join(' '), ...(suffix ? [suffix] : [])].join(', ');
    return whole === '' ? [] : [{ name: whole, isWhole: false }];
  });
}

/** Numbers may be texts; a season says no month; of a range the first date counts. */
function dateOf(value: unknown): PartialDate | undefined {
  if (!isFields(value)) return undefined;
  const [parts] = Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  if (Array.isArray(parts)) {
    const [year = '', ...rest] = parts.map(String);
    return readPartialDate([year, ...rest.map((part) => part.padStart(2, '0'))].join('-'));
  }
  const text = textOf(value.raw ?? value.literal);
  return findDates(text)[0]?.date ?? readPartialDate(text);
}

function filesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const path = isFields(each) ? (each.localPath ?? each.path) : each;
    return typeof path === 'string' ? [path] : [];
  });
}
