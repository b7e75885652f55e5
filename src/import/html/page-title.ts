import type { Fields } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import { type Found, inferred, stated } from '../source.ts';
import { textIn } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

/**
 * The title of a page: the one for citations, the first-level heading that the page's other titles
 * begin with or that is the only one, else these titles, without the site's name.
 */
export function titleOfPage(
  document: Document,
  articles: readonly Fields[],
  meta: Metadata,
): Found<string> | undefined {
  const cited = meta.first('citation_title', 'dc.title', 'dcterms.title');
  if (cited) return stated(cleanText(cited));
  const site = meta.first('og:site_name');
  const headline = articles.map((article) => textIn(article.headline)).find(Boolean);
  const social = meta.first('og:title', 'twitter:title');
  const shown = cleanText(document.querySelector('title')?.textContent ?? '');
  const others = [headline, social, shown].flatMap((text) => (text ? [cleanText(text)] : []));
  const heading = headingOf(document, others, site);
  if (heading) return stated(withoutKicker(heading, others));
  const named = headline ?? social;
  return named
    ? stated(withoutSite(cleanText(named), site))
    : inferred(withoutSite(shown, site) || undefined);
}

/** The heading that another title of the page begins with; else the only one, if it is not the site's name. */
function headingOf(
  document: Document,
  others: readonly string[],
  site: string | undefined,
): string | undefined {
  const textsOf = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .slice(0, 50)
      .map((heading) => cleanText(heading.textContent ?? ''))
      .filter((text) => text !== '' && text.length <= 300);
  const first = textsOf('h1');
  const agreed = [...first, ...textsOf('h2')].find((text) =>
    others.some((other) => begins(other, text)),
  );
  const [only] = first;
  const isSite = only === undefined || first.length > 1 || isSiteName(only, others, site);
  const isTitle =
    !isSite && (words(only) > 1 || others.every((other) => other.length < only.length));
  return agreed ?? (isTitle ? only : undefined);
}

function begins(other: string, heading: string): boolean {
  const isLong = bare(heading).length >= 3 || /\p{Script=Han}{2}/u.test(heading);
  return isLong && bare(other).startsWith(bare(heading));
}

/** The name of a site follows the title elsewhere, and is all of the heading on each of its pages. */
function isSiteName(heading: string, others: readonly string[], site = ''): boolean {
  const name = bare(heading);
  return (
    name === bare(site) ||
    others.some((other) => bare(other).endsWith(name) && bare(other) !== name)
  );
}

/** `Covid-19: Who pays for the ice?` where the page calls itself `Who pays for the ice?` elsewhere. */
function withoutKicker(heading: string, others: readonly string[]): string {
  const title = others.find((other) => words(other) > 2 && bare(heading).endsWith(bare(other)));
  return title ?? heading;
}

/** `Convoys and Cables | Harbour Review`: of the parts of a title the site's name is a short one. */
function withoutSite(title: string, site: string | undefined): string {
  if (site && title.toLowerCase().endsWith(site.toLowerCase())) {
    const rest = title.slice(0, -site.length).replace(/\s*[|–—:•·»-]\s*$/u, '');
    if (words(rest) > 1) return rest;
  }
  const parts = title.split(/\s+[|•·»]\s+|\s+::\s+/).filter((part) => words(part) > 0);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  const [, rest = '', last = ''] =
    /^(.+\S)(?:\s+[–—-]\s+|-(?=\p{Script=Han}{2,6}$))([^–—-]+)$/u.exec(longest) ?? [];
  return words(rest) > 2 && words(last) <= 4 ? rest : longest || title;
}

function words(text: string): number {
  return (
    text.split(/\s+/).filter(Boolean).length + (text.match(/\p{Script=Han}{2}/gu)?.length ?? 0)
  );
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
