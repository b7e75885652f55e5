import { type Fields, isFields, webAddress } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import { readByline, readNames } from '../record/byline.ts';
import { isRole, personName } from '../record/person-name.ts';
import { type Found, type FoundRecord, recordOf, stated } from '../source.ts';
import { readJsonLd, textIn, typesOf } from './json-ld.ts';
import { Metadata } from './metadata.ts';
import { dateOfPage } from './page-date.ts';
import { titleOfPage } from './page-title.ts';

/** A page's record by what it says of itself for machines, then by what it shows. */
export function readPageRecord(document: Document, address?: string): FoundRecord {
  const articles = readJsonLd(document);
  const meta = new Metadata(document);
  const publisher = publisherOf(articles, meta);
  const people = authorsOf(document, articles, meta, publisher);
  const url = urlOf(document, meta);
  return recordOf({
    title: titleOfPage(document, articles, meta),
    authors: people?.authors,
    organisations: people?.organisations,
    publisher: stated(publisher),
    published: dateOfPage(document, articles, meta, url ?? address),
    url: stated(url),
    language: languageOf(document, meta),
  });
}

function publisherOf(articles: readonly Fields[], meta: Metadata): string | undefined {
  const named = articles.map(({ publisher }) => textIn(publisher)).find(Boolean);
  const text =
    named ??
    meta.first(
      'citation_journal_title',
      'citation_publisher',
      'dc.publisher',
      'og:site_name',
      'application-name',
    );
  const clean = text && cleanText(text).slice(0, 200);
  return clean && !/^https?:/.test(clean) ? clean : undefined;
}

interface People {
  readonly authors: Found<readonly string[]>;
  readonly organisations?: readonly string[];
}

/** Who wrote the page, by the best source that names somebody. */
function authorsOf(
  document: Document,
  articles: readonly Fields[],
  meta: Metadata,
  publisher: string | undefined,
): People | undefined {
  const isPublisher = (name: string) => bare(name) === bare(publisher ?? '');
  // "Family, Given" is one name.
  const cited = meta
    .all('citation_author', 'citation_authors')
    .flatMap((names) => names.split(';'));
  const ofCitation = cited.map(cleanText).filter((name) => name !== '');
  if (ofCitation.length > 0) return { authors: { value: ofCitation, from: 'stated' } };
  const entries =
    articles.map(({ author }) => entriesOf(author)).find((list) => list.length > 0) ?? [];
  const people = unique(
    entries.filter(({ isBody }) => !isBody).flatMap(({ name }) => peopleIn(name)),
  );
  const authors = people.filter((name) => !isPublisher(name));
  if (authors.length > 0) return { authors: { value: authors, from: 'stated' } };
  const inMeta = meta.all(
    'author',
    'dc.creator',
    'dcterms.creator',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
  );
  const guessed = [inMeta, bylinesOf(document)].map((texts) =>
    unique(texts.flatMap(peopleIn)).filter((name) => !isPublisher(name)),
  );
  const found = guessed.find((names) => names.length > 0);
  return found && { authors: { value: found, from: 'inferred' } };
}

function entriesOf(value: unknown): { readonly name: string; readonly isBody: boolean }[] {
  const entries = Array.isArray(value) ? value.slice(0, 30) : [value];
  return entries.flatMap((entry) => {
    const isBody = isFields(entry) && typesOf(entry).some((type) => /Organi[sz]ation/.test(type));
    const names = isFields(entry) && Array.isArray(entry.name) ? entry.name : [textIn(entry)];
    return names.flatMap((name) =>
      typeof name === 'string' ? [{ name: cleanText(name), isBody }] : [],
    );
  });
}

/** The people that a text names; none where it is an address, an account or a post. */
function peopleIn(text: string): string[] {
  const clean = cleanText(text);
  if (clean.length > 300 || /https?:|@|\d{3}/.test(clean)) return [];
  const named = readByline(clean) ?? readNames(clean);
  if (named) return [...named.authors];
  const isName = /^\p{L}[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){1,4}$/u.test(clean);
  return isName && !isRole(clean) && personName(clean) ? [clean] : [];
}

const bylineSelector =
  '[rel="author"], [itemprop="author"], [class*="byline" i], [class*="author-name" i], [class*="authorname" i], .author';

/** What a page shows as its byline, outside of lists of other stories. */
function bylinesOf(document: Document): string[] {
  const found = [...document.querySelectorAll(bylineSelector)].slice(0, 20);
  const shown = found.filter(
    (element) => !element.closest('aside, nav, footer, [class*="related" i], [class*="comment" i]'),
  );
  const texts = shown.map((element) => cleanText(element.textContent ?? '')).filter(Boolean);
  const best = texts.find((text) => peopleIn(text).length > 0);
  return best ? [best] : [];
}

function urlOf(document: Document, meta: Metadata): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const address = webAddress(canonical ?? '') ?? webAddress(meta.first('og:url') ?? '');
  // A canonical address of the site's front page is a mistake of its template.
  return address && new URL(address).pathname !== '/' ? address : undefined;
}

function languageOf(document: Document, meta: Metadata): string | undefined {
  const code =
    document.documentElement?.getAttribute('lang') ?? meta.first('content-language') ?? '';
  const [, language] =
    /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(code.trim().replace('_', '-')) ?? [];
  return language;
}

function unique(names: readonly string[]): string[] {
  const byKey = new Map(names.map((name) => [bare(name), name]));
  return [...byKey.values()];
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
