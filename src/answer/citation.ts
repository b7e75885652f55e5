import type { Span } from '../language/sentences.ts';
import type { Article, ArticleRecord, InferableField, Paragraph } from '../library/article.ts';
import type { PartialDate } from '../library/partial-date.ts';
import { citationTexts as texts } from '../texts/citation.ts';
import type { Locale } from '../texts/locale.ts';
import type { Say } from '../texts/say.ts';

/** What makes a quote checkable; its reader's language decides how it is said. */
export interface Citation {
  readonly article: ArticleRecord;
  readonly paragraph: Pick<Paragraph, 'number' | 'heading' | 'page'>;
  /** Leads to the article and, where the quote is the publisher's text, to the quoted words. */
  readonly link?: string;
}

/** Cites a quote in a paragraph. */
export function cite(article: Article, paragraph: Paragraph, quote: Span): Citation {
  const { number, heading, page } = paragraph;
  return {
    article,
    paragraph: { number, ...(heading && { heading }), ...(page && { page }) },
    ...(article.url && { link: linkTo(article, article.url, paragraph, quote) }),
  };
}

/**
 * One line in the form of a Chicago note: authors, "title," publisher, date, para., (brief or original);
 * what was deduced stands in square brackets. What is unknown is left out, but for the date ("n.d.").
 * The paragraph number is ours, hence "counted", and the heading stands beside it, as Chicago 18
 * (14.104) and APA 7 advise for texts whose paragraphs are not numbered.
 */
export function citationLine({ article, paragraph }: Citation, say: Say): string {
  const heading = paragraph.heading && withInnerQuotes(paragraph.heading, say);
  const parts = [
    recordOf(article, say),
    ...placeOf(paragraph, say),
    ...(heading ? [say(texts.heading, { heading })] : []),
  ];
  return parts.join(say(texts.comma)) + kindOf(article, say);
}

/** Who, when and where: enough beside the full citation of another passage of the article. */
export function shortCitation({ article, paragraph }: Citation, say: Say): string {
  const parts = [shortRecordOf(article, say), ...placeOf(paragraph, say)];
  return parts.join(say(texts.comma)) + kindOf(article, say);
}

function placeOf({ number, page }: Citation['paragraph'], say: Say): string[] {
  return [...(page ? [say(texts.page, { page })] : []), say(texts.paragraph, { number })];
}

function kindOf({ text }: ArticleRecord, say: Say): string {
  return say(text === 'brief' ? texts.isBrief : texts.isOriginal);
}

/** "In brief, after Andrew Hammond": what stands before the words of a brief, wherever they are shown. */
export function afterWhom({ authors, publisher, title }: ArticleRecord, say: Say): string {
  const quoted = () => say(texts.quotedTitle, { title: withInnerQuotes(title, say) });
  return say(texts.briefAfter, { whom: namesOf(authors, say) || publisher || quoted() });
}

/** Words as running text has them: an original's between quotation marks, a brief's as our retelling. */
export function inRunningText(words: string, { article }: Citation, say: Say): string {
  return article.text === 'brief'
    ? say(texts.brief, { brief: afterWhom(article, say), words })
    : say(texts.quote, { words });
}

/** Describes an article as a whole, in the form of its citations. */
export function describeArticle(article: ArticleRecord, say: Say): string {
  return recordOf(article, say) + kindOf(article, say);
}

/** Who published an article, and when: what stands beside its title. */
export function describeOrigin(article: ArticleRecord, say: Say): string {
  const { authors, publisher, date } = partsOf(article, say);
  return [authors, publisher, date].filter(Boolean).join(say(texts.comma));
}

function recordOf(article: ArticleRecord, say: Say): string {
  const { authors, publisher, date } = partsOf(article, say);
  const comma = say(texts.comma);
  const title = titleOf(article, say) + say(texts.afterTitle);
  return `${authors ? `${authors}${comma}` : ''}${title}${publisher ? `${publisher}${comma}` : ''}${date}`;
}

function shortRecordOf(article: ArticleRecord, say: Say): string {
  const { authors, publisher, date } = partsOf(article, say);
  const who = authors || publisher;
  return who
    ? `${who}${say(texts.comma)}${date}`
    : `${titleOf(article, say)}${say(texts.afterTitle)}${date}`;
}

function partsOf(article: ArticleRecord, say: Say) {
  const { published, publisher } = article;
  const date = published && printDate(published, say.locale);
  return {
    authors: bracketed(article, 'authors', namesOf(article.authors, say)),
    publisher: bracketed(article, 'publisher', publisher),
    date: bracketed(article, 'published', date) ?? say(texts.noDate),
  };
}

type DateKind = 'year' | 'month' | 'day';
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once: it takes longer than all the rest of a citation. */
function dateFormat(locale: Locale, kind: DateKind): Intl.DateTimeFormat {
  const key = `${locale} ${kind}`;
  const format =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      ...(kind !== 'year' && { month: 'long' }),
      ...(kind === 'day' && { day: 'numeric' }),
      timeZone: 'UTC',
    });
  dateFormats.set(key, format);
  return format;
}

/** `2017`, `November 2017` or `November 5, 2017`, as the language writes it. */
export function printDate(date: PartialDate, locale: Locale): string {
  const [year = '', month, day] = date.split('-');
  const kind = month ? (day ? 'day' : 'month') : 'year';
  return dateFormat(locale, kind).format(
    new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`),
  );
}

function namesOf([first = '', second, third, ...more]: readonly string[], say: Say): string {
  if (more.length > 0) return say(texts.many, { first });
  if (second && third) return say(texts.three, { first, second, third });
  return second ? say(texts.two, { first, second }) : first;
}

/** The comma goes inside the quotation marks, and gives way to a question or exclamation mark. */
function titleOf(article: ArticleRecord, say: Say): string {
  const title = withInnerQuotes(article.title, say);
  const { titleTranslated: translated } = article;
  const asks = /[?!]'?$/.test(title);
  const printed = translated
    ? say(texts.translatedTitle, { title, translated })
    : say(asks ? texts.askingTitle : texts.title, { title });
  return bracketed(article, 'title', printed) ?? '';
}

/** Quotation marks within those of English, and of what stands in «…»; 《…》 takes all others. */
function withInnerQuotes(text: string, { locale }: Say): string {
  if (locale === 'zh') return text;
  return locale === 'ru' ? text.replace(/[«"]([^«»"]*)[»"]/g, '„$1“') : text.replace(/["“”]/g, "'");
}

function bracketed(
  article: ArticleRecord,
  field: InferableField,
  printed: string | undefined,
): string | undefined {
  return printed && article.inferred.includes(field) ? `[${printed}]` : printed;
}

/** A brief's words are ours, so no browser would find them in the publisher's page. */
function linkTo(article: Article, url: string, paragraph: Paragraph, quote: Span): string {
  if (article.text === 'brief') return url;
  return url + textFragment(url, paragraph.text.slice(quote.start, quote.end));
}

const maxWordsWhole = 8;
const wordsAtEachEnd = 4;

/** How much of each end of a quote is looked at, in characters. */
const stretch = 300;

/** Longer fragments are left out: Slack takes 3,000 characters of address. */
const maxFragmentLength = 1500;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The part of an address that makes a browser scroll to a quote and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/): the whole of a short quote, the first and the
 * last words of a longer one. Browsers look for whole words, in Chinese as in English. Empty for a
 * quote without words to go by.
 */
export function textFragment(url: string, quote: string): string {
  const head = quote.slice(0, stretch);
  const tail = quote.slice(-stretch);
  const firstWords = wordsOf(head);
  const lastWords = wordsOf(tail);
  const start = firstWords[wordsAtEachEnd - 1];
  const end = lastWords.at(-wordsAtEachEnd);
  if (quote.length <= stretch && firstWords.length <= maxWordsWhole) {
    return fragmentOf(url, encode(quote));
  }
  // A stretch of so few words may end within one.
  if (!start || !end || Math.min(firstWords.length, lastWords.length) <= wordsAtEachEnd) return '';
  const startText = head.slice(0, start.index + start.segment.length);
  return fragmentOf(url, `${encode(startText)},${encode(tail.slice(end.index))}`);
}

function wordsOf(text: string): Intl.SegmentData[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
}

/** An address may have a place in the page already, or another text to mark. */
function fragmentOf(url: string, text: string): string {
  if (text.length > maxFragmentLength) return '';
  const place = url.includes('#') ? ':~:' : '#:~:';
  return `${url.includes(':~:') ? '&' : place}text=${text}`;
}

/** The syntax gives `-`, `&` and `,` a meaning; encodeURIComponent leaves the first alone and throws at half a character. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('-', '%2D');
}
