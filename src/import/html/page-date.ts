import type { Fields } from '../../library/field-reader.ts';
import { cleanText } from '../../library/paragraphs.ts';
import type { PartialDate } from '../../library/partial-date.ts';
import { readDates } from '../record/date-line.ts';
import { findDates } from '../record/dates.ts';
import { type Found, inferred, stated } from '../source.ts';
import { textIn } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

/** A date of a page, and how it was given. */
interface Candidate {
  readonly date: PartialDate;
  readonly isCertain: boolean;
  /** The hour of an instant in UTC, whose day may not be the page's own. */
  readonly utcHour?: number;
}

const namesOfDates = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
  'article.published',
  'published-date',
];

/**
 * The day on which a page was published, as the page itself counts days: an instant is never
 * converted, and one in UTC gives way to a printed day beside it. Updates do not count.
 */
export function dateOfPage(
  document: Document,
  articles: readonly Fields[],
  meta: Metadata,
  address?: string,
): Found<PartialDate> | undefined {
  const cited = meta.first('citation_publication_date', 'citation_online_date', 'citation_date');
  const candidates = [
    ...articles.map(({ datePublished }) => candidate(textIn(datePublished))),
    candidate(cited),
    candidate(meta.first(...namesOfDates)),
    ...marked(document),
    ...printed(document),
  ].filter((found) => found !== undefined);
  return agreedOn(candidates, fromAddress(address));
}

/** The first date, unless all the others contradict it; an address alone proves little. */
function agreedOn(
  candidates: readonly Candidate[],
  inAddress: PartialDate | undefined,
): Found<PartialDate> | undefined {
  const [first, ...rest] = candidates;
  if (!first) return inferred(inAddress);
  const others = [...rest.map(({ date }) => date), ...(inAddress ? [inAddress] : [])];
  const own = others.find((date) => isOwnDay(date, first)) ?? first.date;
  const isAgreed =
    others.length === 0 || others.some((date) => own.startsWith(date) || date.startsWith(own));
  // An address keeps the day on which it was made, whatever is done to the page later.
  const isMoved = inAddress !== undefined && daysBetween(inAddress, own) > 1;
  return first.isCertain && isAgreed && !isMoved ? stated(own) : inferred(own);
}

function candidate(text = ''): Candidate | undefined {
  const [found] = findDates(text.slice(0, 100));
  const partial = found ?? yearOrMonth(text);
  if (!partial) return undefined;
  const [, hour] = /T(\d{2}):?\d{2}[\d:.]*(?:Z|[+-]00:?00)$/.exec(text.trim()) ?? [];
  const { date, isCertain } = partial;
  return { date, isCertain, ...(hour && { utcHour: Number(hour) }) };
}

/** `2024/03` is a month, and `2024` a year. */
function yearOrMonth(text: string): { date: PartialDate; isCertain: boolean } | undefined {
  const [, year, month] = /^\s*([12]\d{3})(?:[-/.](\d{1,2}))?\s*$/.exec(text) ?? [];
  if (!year) return undefined;
  const date = month ? `${year}-${month.padStart(2, '0')}` : year;
  return { date: date as PartialDate, isCertain: true };
}

/** `<time>` and `itemprop`, outside of lists of other stories and unless they tell of an update. */
function marked(document: Document): (Candidate | undefined)[] {
  const elements = [...document.querySelectorAll('[itemprop*="datePublished"], time')].slice(0, 10);
  return elements.filter(isOwn).map((element) => {
    const text = cleanText(element.textContent ?? '').slice(0, 200);
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? text;
    const around = `${element.getAttribute('class') ?? ''} ${text}`;
    return /updat|modif|aktualis|обновл|更新/i.test(around) ? undefined : candidate(value);
  });
}

const dateSelector =
  '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="meta" i], [class*="dateline" i], [id*="date" i], header p, h1 + p, h1 + div';

/** A line of the page that is a date, or begins with "Published". */
function printed(document: Document): (Candidate | undefined)[] {
  const elements = [...document.querySelectorAll(dateSelector)].slice(0, 60).filter(isOwn);
  return elements.map((element) => {
    const text = cleanText(element.textContent ?? '');
    const dates = text.length <= 160 ? readDates(text) : undefined;
    if (!dates?.published || !dates.isCertain) return undefined;
    return { date: dates.published, isCertain: true };
  });
}

function isOwn(element: Element): boolean {
  return !element.closest(
    'aside, nav, footer, [class*="related" i], [class*="comment" i], [class*="sidebar" i], [id*="comment" i]',
  );
}

/** `/2024/03/05/` and `/2024-03-05-`. */
function fromAddress(address = ''): PartialDate | undefined {
  const [, year, month, day] =
    /\/([12]\d{3})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)/.exec(address) ?? [];
  return year ? findDates(`${year}-${month}-${day ?? ''}`)[0]?.date : undefined;
}

/** In ms. */
const day = 24 * 60 * 60 * 1000;

/** How many days two whole dates are apart; 0 where one of them is a month or year. */
function daysBetween(a: PartialDate, b: PartialDate): number {
  return a.length < 10 || b.length < 10 ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / day;
}

/** Whether a date is the page's own day of an instant in UTC: the next one in Asia, the one before in America. */
function isOwnDay(date: PartialDate, { date: instant, utcHour }: Candidate): boolean {
  if (utcHour === undefined || date.length < 10 || instant.length < 10) return false;
  const days = (Date.parse(date) - Date.parse(instant)) / day;
  return (days === 1 && utcHour >= 12) || (days === -1 && utcHour < 12);
}
