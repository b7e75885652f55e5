import { decodeHTML } from 'entities';
import { parseFeed } from 'feedsmith';
import { canonicalAddress } from '../../library/address.ts';
import { type Fields, isFields, webAddress } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import { furnitureRule } from '../furniture.ts';
import { blocksOf } from '../html/blocks.ts';
import { parsePage } from '../html/page.ts';
import { readNames } from '../record/byline.ts';
import { findDates } from '../record/dates.ts';
import {
  type FoundRecord,
  inferred,
  type ReadSource,
  type Removal,
  recordOf,
  type SourceBlock,
  type SourceDocument,
  type SourceInput,
  type SourceLink,
  stated,
} from '../source.ts';
import { structuredDocument } from './structured.ts';

/** So many items of a feed are read. */
const maxItems = 500;

/** An item that is whole has at least so many paragraphs, or letters. */
const minWhole = { paragraphs: 2, letters: 1_500 };

/** Reads a feed: items that come whole become articles, the others links to their pages. */
export function readFeed(text: string, { url }: Pick<SourceInput, 'url'>): ReadSource {
  if (/<!ENTITY/i.test(text.slice(0, 50_000))) {
    return { problem: 'it declares entities of its own, as no feed has to; it is not read' };
  }
  const feed = parsed(text);
  if (!feed) return { problem: 'it is no feed that can be read (RSS, Atom or JSON Feed)' };
  const base = addressOf(feed.link ?? feed.home_page_url ?? linkOf(feed.links), url) ?? url;
  const publisher = plain(feed.title);
  const documents: SourceDocument[] = [];
  const links: SourceLink[] = [];
  const seen = new Set<string>();
  for (const item of listOf(feed.items ?? feed.entries).slice(0, maxItems)) {
    const record = recordIn(item, publisher, base);
    const key = keyOf(item, record);
    if (seen.has(key)) continue;
    seen.add(key);
    const document = wholeOf(item, record);
    if (document) documents.push(document);
    else if (record.url) links.push({ kind: 'page', target: record.url.value, record });
  }
  return { documents, links };
}

function parsed(text: string): Fields | undefined {
  try {
    const { feed } = parseFeed(text, { maxItems });
    return isFields(feed) ? feed : undefined;
  } catch {
    return undefined;
  }
}

function recordIn(
  item: Fields,
  publisher: string | undefined,
  base: string | undefined,
): FoundRecord {
  const guid = isFields(item.guid) ? item.guid : undefined;
  const permanent = guid && guid.isPermaLink !== false ? guid.value : undefined;
  const address = item.link ?? linkOf(item.links) ?? item.url ?? permanent ?? item.id;
  const published =
    item.pubDate ?? item.published ?? item.date_published ?? dcOf(item, 'date') ?? item.updated;
  return recordOf({
    title: stated(plain(item.title)),
    authors: authorsOf(item),
    publisher: inferred(publisher),
    // In the day of the feed's own offset.
    published: stated(typeof published === 'string' ? findDates(published)[0]?.date : undefined),
    url: stated(addressOf(address, base)),
  });
}

/** Titles are escaped twice by many: `AT&amp;amp;T &amp;lt;b&amp;gt;`. */
function plain(value: unknown): string | undefined {
  const raw = isFields(value) ? value.value : value;
  if (typeof raw !== 'string') return undefined;
  const text = cleanText(decodeHTML(decodeHTML(raw)).replace(/<\/?[a-z][^<>]{0,200}>/gi, ''));
  return text === '' ? undefined : text;
}

function authorsOf(item: Fields): FoundRecord['authors'] {
  const entries = [
    ...listOf(item.authors),
    item.author,
    dcOf(item, 'creator'),
    ...listOf(dcOf(item, 'creators')),
  ];
  const texts = entries.flatMap((entry) => plain(isFields(entry) ? entry.name : entry) ?? []);
  const people = [...new Set(texts.flatMap((text) => readNames(text)?.authors ?? []))];
  return people.length > 0 ? stated(people) : undefined;
}

/** The text of an item, if it is there as a whole. */
function wholeOf(item: Fields, record: FoundRecord): SourceDocument | undefined {
  const content = isFields(item.content)
    ? (item.content.encoded ?? item.content.value)
    : item.content;
  const html = content ?? item.content_html ?? item.content_text ?? item.description;
  if (typeof html !== 'string') return undefined;
  const removed: Removal[] = [];
  const all = blocksIn(html);
  const blocks = all.filter(({ text }) => {
    const isFeeds = /^the post .{1,300} (?:first )?appeared (?:first )?on .{1,100}$/i.test(text);
    const rule = isFeeds ? 'footer of a feed' : furnitureRule(text);
    if (rule) removed.push({ rule, text, kind: 'left out' });
    return rule === undefined;
  });
  const paragraphs = blocks.filter(({ kind }) => kind !== 'heading');
  const letters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const isCut = /(?:\[…\]|\[\.\.\.\]|…|\.\.\.|read more|continue reading)\s*[→»>]?$/i.test(
    all.at(-1)?.text ?? '',
  );
  const isOwn =
    content !== undefined || item.content_html !== undefined || item.content_text !== undefined;
  const isWhole = isOwn && paragraphs.length >= minWhole.paragraphs;
  if (isCut || !(isWhole || letters >= minWhole.letters)) return undefined;
  return structuredDocument('feed', blocks, record, removed);
}

function blocksIn(html: string): SourceBlock[] {
  const { body } = parsePage(/<[a-z]/i.test(html) ? html : html.replace(/\n{2,}/g, '<br><br>'));
  return body ? blocksOf(body).map(({ kind, text }) => ({ kind, text })) : [];
}

/** What is the same item in two readings: its address without tracking, its id, or its title and day. */
function keyOf(item: Fields, record: FoundRecord): string {
  if (record.url) return canonicalAddress(record.url.value);
  const id = isFields(item.guid) ? item.guid.value : item.id;
  return String(id ?? `${record.title?.value} ${record.published?.value}`);
}

function addressOf(value: unknown, base: string | undefined): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const isWhole = /^https?:/i.test(value.trim());
  if (!isWhole && (!base || /^[a-z]+:/i.test(value.trim()))) return undefined;
  return URL.canParse(value.trim(), base)
    ? webAddress(new URL(value.trim(), base).href)
    : undefined;
}

function linkOf(links: unknown): unknown {
  const all = listOf(links).filter(isFields);
  return (all.find(({ rel }) => rel === undefined || rel === 'alternate') ?? all[0])?.href;
}

function dcOf(item: Fields, name: string): unknown {
  return isFields(item.dc) ? item.dc[name] : undefined;
}

function listOf(value: unknown): Fields[] & unknown[] {
  return (Array.isArray(value) ? value : []) as Fields[] & unknown[];
}
