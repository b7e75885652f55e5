import { type Fields, isFields, readYamlFields, webAddress } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import { type PartialDate, readPartialDate } from '../../library/partial-date.ts';
import { readNames } from '../record/byline.ts';
import { findDates } from '../record/dates.ts';
import {
  type Found,
  type FoundRecord,
  inferred,
  type Removal,
  recordOf,
  stated,
} from '../source.ts';

const yaml = /^---[ \t]*\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const toml = /^\+\+\+[ \t]*\n((?:[^\n]*\n)*?)\+\+\+[ \t]*(?:\n|$)/;

/** Longer front matter is no record. */
const longest = 20_000;

/** Divides a file into its front matter, in YAML or TOML, and its body. */
export function splitFrontMatter(text: string): {
  readonly fields?: Fields;
  readonly body: string;
} {
  const asYaml = yaml.exec(text);
  const asToml = asYaml ? null : toml.exec(text);
  const [all = '', lines = ''] = asYaml ?? asToml ?? [];
  if (all === '' || lines.length > longest) return { body: text };
  const body = text.slice(all.length);
  if (asToml) return { fields: tomlFields(lines), body };
  const read = readYamlFields(lines);
  return 'fields' in read ? { fields: read.fields, body } : { body };
}

/** `title = "…"` and `authors = ["…", "…"]`, as Hugo writes them; tables are passed over. */
function tomlFields(lines: string): Fields {
  const fields: Record<string, unknown> = {};
  for (const line of lines.split('\n')) {
    const [, name, value = ''] = /^\s*([\w-]{1,60})\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (!name) continue;
    const texts = Array.from(
      value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g),
      ([, a, b]) => a ?? b,
    );
    fields[name] = value.startsWith('[') ? texts : (texts[0] ?? value);
  }
  return fields;
}

const names = {
  title: ['title', 'headline', 'name'],
  authors: ['authors', 'author', 'creator', 'by', 'byline'],
  published: ['published', 'date', 'publishdate', 'pubdate', 'date_published', 'publication_date'],
  created: ['created', 'date created', 'created_at', 'lastmod', 'updated', 'modified'],
  url: [
    'url',
    'canonical',
    'canonical_url',
    'canonicalurl',
    'source',
    'source_url',
    'link',
    'original_url',
  ],
  publisher: [
    'publisher',
    'publication',
    'journal',
    'outlet',
    'site',
    'website',
    'newspaper',
    'source',
  ],
  language: ['language', 'lang', 'locale'],
};

/** Reads what another tool's front matter says of a record; the other fields are listed. */
export function readForeignFields(fields: Fields, removed: Removal[]): FoundRecord {
  const byName = new Map(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase(), { name, value }]),
  );
  const used = new Set<string>();
  const first = <T>(
    keys: readonly string[],
    read: (value: unknown) => T | undefined,
  ): T | undefined => {
    for (const key of keys) {
      const value = read(byName.get(key)?.value);
      if (value === undefined) continue;
      used.add(key);
      return value;
    }
    return undefined;
  };
  const record = recordOf({
    title: stated(first(names.title, textOf)),
    authors: first(names.authors, authorsOf),
    published: stated(first(names.published, dateOf)) ?? inferred(first(names.created, dateOf)),
    url: stated(first(names.url, addressOf)),
    publisher: stated(
      first(names.publisher, (value) => (addressOf(value) ? undefined : textOf(value))),
    ),
    language: first(names.language, languageOf),
  });
  for (const [key, { name, value }] of byName) {
    if (used.has(key)) continue;
    const text = `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
    removed.push({ rule: 'field of the front matter', text: text.slice(0, 200), kind: 'mended' });
  }
  return record;
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanText(unlinked(value)) : '';
  return text === '' ? undefined : text;
}

/** Obsidian writes `"[[Jane Doe]]"`. */
function unlinked(text: string): string {
  return text.replace(/\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g, '$1');
}

/** A text, a list of texts, or a list of `{ name: … }`. */
function authorsOf(value: unknown): Found<readonly string[]> | undefined {
  const entries = Array.isArray(value) ? value : [value];
  const texts = entries.flatMap((entry) => textOf(isFields(entry) ? entry.name : entry) ?? []);
  const people = texts.flatMap((text) => readNames(text)?.authors ?? [text]);
  return people.length > 0 ? stated(people) : undefined;
}

function dateOf(value: unknown): PartialDate | undefined {
  return typeof value === 'string' ? (findDates(value)[0]?.date ?? yearOf(value)) : undefined;
}

function yearOf(value: string): PartialDate | undefined {
  return readPartialDate(value.trim());
}

function addressOf(value: unknown): string | undefined {
  return typeof value === 'string' ? webAddress(value.trim()) : undefined;
}

function languageOf(value: unknown): string | undefined {
  const code = typeof value === 'string' ? value.trim().replace('_', '-') : '';
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code) ? code : undefined;
}
