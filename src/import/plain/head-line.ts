import type { PartialDate } from '../../library/partial-date.ts';
import { furnitureRule } from '../furniture.ts';
import { type Byline, readBareNames, readByline, readNames } from '../record/byline.ts';
import { readDates, withoutTimes } from '../record/date-line.ts';
import { outletOf } from '../record/outlets.ts';
import { opensWithName } from '../record/person-name.ts';
import { type Found, type FoundRecord, inferred, recordOf, stated } from '../source.ts';

/** A line above or below an article that says something of it. */
export interface HeadLine {
  readonly rule: 'byline' | 'date line' | 'address' | 'label';
  readonly record: FoundRecord;
}

const labels: readonly (readonly [field: Label, names: string])[] = [
  ['title', 'title|headline|заголовок|название|标题|题目|titre|titel|überschrift'],
  ['author', 'authors?|byline|writer|by|автор(?:ы)?|作者|记者|auteurs?|autor(?:in|en)?'],
  [
    'publisher',
    'publisher|publication|published (?:in|by)|outlet|newspaper|magazine|journal|source|website|издание|источник|来源|出处|媒体|quelle',
  ],
  ['url', 'url|link|web address|address|адрес|ссылка|网址|链接|原文链接'],
  ['date', 'date|published(?: on)?|publication date|дата(?: публикации)?|日期|发布时间|datum'],
];

type Label = 'title' | 'author' | 'publisher' | 'url' | 'date';

/** Where one label ends another begins; "by:" may stand within a line. */
const anyLabel = labels.map(([, names]) => names.replace('|by|', '|')).join('|');
const labelled = labels.map(
  ([field, names]) => [field, new RegExp(`^(?:${names})\\s*[:：]\\s*(.+)$`, 'isu')] as const,
);
const pieces = new RegExp(String.raw`\s*[|•·｜]\s*|\s{2,}|\s+(?=(?:${anyLabel})\s*[:：])`, 'iu');
const address = /^(?:[\p{L} ]{1,30}[:：]\s*)?<?(https?:\/\/[^\s<>]{3,1000})>?$/iu;

/** Longest line that is one of these, in characters. */
const maxHeadLineLength = 300;

/** Reads a line that holds nothing but what belongs to a record; undefined for any other one. */
export function readHeadLine(line: string): HeadLine | undefined {
  const text = line.replace(/^[>\s]+/, '').replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, '');
  if (text.length > maxHeadLineLength) return undefined;
  const [, url] = address.exec(text) ?? [];
  if (url) return { rule: 'address', record: recordOf({ url: stated(url) }) };
  const dates = readDates(text);
  const read = readPieces((dates?.rest ?? text).split(pieces), dates !== undefined);
  if (!read) return undefined;
  const record = recordOf({ ...read.record, published: dates && publishedOf(dates) });
  if (Object.keys(record).length === 0 && !read.isByline) return undefined;
  return { rule: read.isByline ? 'byline' : dates ? 'date line' : 'label', record };
}

/** Whether a line is nothing but a time of day. */
export function isTimeLine(line: string): boolean {
  return line.length <= 40 && /\d/.test(line) && !/[\p{L}\p{N}]/u.test(withoutTimes(line));
}

function publishedOf(dates: {
  readonly published?: PartialDate;
  readonly updated?: PartialDate;
  readonly isCertain: boolean;
}): Found<PartialDate> | undefined {
  const date = dates.published ?? dates.updated;
  return dates.isCertain ? stated(date) : inferred(date);
}

/** What the pieces of a line say; undefined when one of them says something else. */
function readPieces(texts: readonly string[], isDated: boolean) {
  let record: FoundRecord = {};
  let isByline = false;
  for (const text of texts) {
    const piece = text.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/gu, '');
    if (!/[\p{L}\p{N}]/u.test(piece)) continue;
    const byLabel = readLabel(piece);
    const byline = byLabel ? undefined : readByline(piece);
    const bare =
      byLabel || byline || !isDated || !isByName(piece) ? undefined : readBareNames(piece);
    const from = byLabel || byline || bare ? undefined : outlet(piece, isDated);
    if (byline || byLabel?.authors) isByline = true;
    const read = byLabel ?? (byline ? peopleOf(byline, stated) : bare && peopleOf(bare, inferred));
    if (!read && !from && !isAside(piece)) return undefined;
    record = { ...(read ?? from), ...record };
  }
  return { record, isByline };
}

function readLabel(piece: string): FoundRecord | undefined {
  for (const [field, pattern] of labelled) {
    const [, value] = pattern.exec(piece) ?? [];
    if (!value) continue;
    if (field === 'author') return labelledAuthor(value);
    if (field === 'date') return undefined;
    if (field === 'url' && !/^https?:/.test(value)) return undefined;
    // "Source: Customs" stands below charts as well; in a head it is who published.
    if (field === 'publisher' && /[.!?。]$/u.test(value)) return undefined;
    return { [field]: stated(value.trim()) };
  }
  return undefined;
}

/** The author is who a label names; what is no name of a person is one of an organisation. */
function labelledAuthor(value: string): FoundRecord | undefined {
  const names = readNames(value, 'mononym');
  if (names) return peopleOf(names, stated);
  const name = value.trim();
  if (name.length > 100 || /[:\d]/.test(name)) return undefined;
  return { authors: { value: [name], from: 'stated' }, organisations: [name] };
}

function peopleOf(
  { authors, publisher }: Byline,
  from: <T>(value: T | undefined) => Found<T> | undefined,
): FoundRecord {
  return recordOf({
    authors: authors.length > 0 ? from(authors) : undefined,
    publisher: from(publisher),
  });
}

function outlet(piece: string, isDated: boolean): FoundRecord | undefined {
  const [, named] = /^(?:from|via|courtesy of)\s+(.+)$/iu.exec(piece) ?? [];
  const found = named || isDated ? outletOf(named ?? piece) : undefined;
  return found ? recordOf({ publisher: inferred(found) }) : undefined;
}

function isByName(piece: string): boolean {
  return opensWithName(piece) || /\p{Script=Han}/u.test(piece);
}

/** A word or two beside a name or date, such as a section's, that says nothing of the record. */
function isAside(piece: string): boolean {
  return (
    furnitureRule(piece) !== undefined ||
    /^\p{Lu}\p{L}+$/u.test(piece) ||
    /^(?:tagged|in|opinion|analysis|comment(?:ary)?|news|world|politics|europe|asia)(?: (?:with|in))?$/i.test(
      piece,
    )
  );
}
