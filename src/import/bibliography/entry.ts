import { webAddress } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import type { PartialDate } from '../../library/partial-date.ts';
import { type FoundRecord, type ReadSource, recordOf, type SourceLink, stated } from '../source.ts';

/** A name of a bibliography; one without a given name may be an organisation's. */
export interface EntryName {
  readonly name: string;
  readonly isWhole: boolean;
}

/** What an entry of a bibliography says, whatever its format. */
export interface Entry {
  readonly title?: string;
  readonly names: readonly EntryName[];
  readonly publisher?: string;
  readonly published?: PartialDate;
  readonly url?: string;
  readonly language?: string;
  /** The paths of its files, as they stand there. */
  readonly files: readonly string[];
}

/** A bibliography has at most so many entries. */
const maxEntries = 2_000;

/** What is read of an entry's files: their formats are those of articles. */
const readable = /\.(?:pdf|html?|docx|epub|txt|md|eml)$/i;

/** The entries of a bibliography, each to be read from its file, or its page to be named. */
export function linksOf(entries: readonly Entry[]): ReadSource {
  if (entries.length === 0) return { problem: 'there is no entry of a bibliography in it' };
  return { documents: [], links: entries.slice(0, maxEntries).map(linkOf) };
}

function linkOf(entry: Entry): SourceLink {
  const record = recordIn(entry);
  const file = entry.files.find((path) => readable.test(path)) ?? entry.files[0];
  if (file) return { kind: 'attachment', target: file, record };
  if (record.url) return { kind: 'page', target: record.url.value, record };
  return { kind: 'nothing', target: entry.title ?? 'an entry', record };
}

function recordIn(entry: Entry): FoundRecord {
  const title = cleanText(entry.title ?? '');
  const names = entry.names.map(({ name }) => cleanText(name)).filter((name) => name !== '');
  const whole = entry.names.filter(({ isWhole }) => isWhole).map(({ name }) => cleanText(name));
  return recordOf({
    title: stated(title || undefined),
    authors: stated(names.length > 0 ? names : undefined),
    organisations: whole.length > 0 ? whole : undefined,
    publisher: stated(cleanText(entry.publisher ?? '') || undefined),
    published: stated(entry.published),
    url: stated(entry.url ? webAddress(entry.url.trim()) : undefined),
    language: languageOf(entry.language),
  });
}

/** `Quill, Mara`, `de la Vane, Idris` and `Kestner, Jr., Paul` in the order in which they are said. */
export function turnedName(text: string): string {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 2) return `${parts[1]} ${parts[0]}`.trim();
  if (parts.length === 3) return `${parts[2]} ${parts[0]}, ${parts[1]}`.trim();
  return text.trim();
}

const languages: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en',
  british: 'en',
  russian: 'ru',
  chinese: 'zh',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
};

function languageOf(text = ''): string | undefined {
  const name = text.trim().toLowerCase();
  const [code] = /^[a-z]{2}(?:-[a-z]{2})?$/.exec(name) ?? [];
  return code ?? languages[name];
}
