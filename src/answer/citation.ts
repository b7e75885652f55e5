import type { Span } from '../language/sentences.ts';
import type { Article, ArticleRecord, InferableField, Paragraph } from '../library/article.ts';
import type { PartialDate } from '../library/partial-date.ts';

/** What makes a quote checkable. */
export interface Citation {
  /** One line in the form of a Chicago note; what was deduced stands in square brackets. */
  readonly text: string;
  /** Who, when and where: enough beside the full citation of another passage of the article. */
  readonly short: string;
  /** Leads to the article and, where the quote is the publisher's text, to the quoted words. */
  readonly link?: string;
  /** Of a brief: whose article it retells, as "In brief, after Andrew Hammond". Its words are no quotation. */
  readonly brief?: string;
}

/**
 * Cites a quote in a paragraph: authors, "title," publisher, date, para., (brief or original).
 * What is unknown is left out, but for the date ("n.d."). The paragraph number is ours, hence
 * "counted", and the heading stands beside it, as Chicago 18 (14.104) and APA 7 advise for texts
 * whose paragraphs are not numbered.
 */
export function cite(article: Article, paragraph: Paragraph, quote: Span): Citation {
  const { number, heading, page } = paragraph;
  const pinpoint = `${page ? `p. ${page}, ` : ''}para. ${number}, counted`;
  const under = heading ? `, under "${withInnerQuotes(heading)}"` : '';
  return {
    text: `${recordOf(article)}, ${pinpoint}${under} (${article.text})`,
    short: `${shortRecordOf(article)}, ${pinpoint} (${article.text})`,
    ...(article.url && { link: linkTo(article, article.url, paragraph, quote) }),
    ...(article.text === 'brief' && { brief: afterWhom(article) }),
  };
}

/** "In brief, after Andrew Hammond": what stands before the words of a brief, wherever they are shown. */
export function afterWhom({ authors, publisher, title }: ArticleRecord): string {
  return `In brief, after ${namesOf(authors) || publisher || `"${withInnerQuotes(title)}"`}`;
}

/** Words as running text has them: an original's between quotation marks, a brief's as our retelling. */
export function inRunningText(words: string, { brief }: Citation): string {
  return brief ? `${brief}: ${words}` : `“${words}”`;
}

/** Describes an article as a whole, in the form of its citations. */
export function describeArticle(article: Article): string {
  return `${recordOf(article)} (${article.text})`;
}

/** Who published an article, and when: what stands beside its title. */
export function describeOrigin(article: Article): string {
  const { authors, publisher, date } = partsOf(article);
  return [authors, publisher, date].filter(Boolean).join(', ');
}

function recordOf(article: Article): string {
  const { authors, publisher, date } = partsOf(article);
  return `${authors ? `${authors}, ` : ''}${titleOf(article)} ${publisher ? `${publisher}, ` : ''}${date}`;
}

function shortRecordOf(article: Article): string {
  const { authors, publisher, date } = partsOf(article);
  const who = authors || publisher;
  return who ? `${who}, ${date}` : `${titleOf(article)} ${date}`;
}

function partsOf(article: Article) {
  const { published, publisher } = article;
  return {
    authors: bracketed(article, 'authors', namesOf(article.authors)),
    publisher: bracketed(article, 'publisher', publisher),
    date: bracketed(article, 'published', published && printDate(published)) ?? 'n.d.',
  };
}

/** Made once: it takes longer than all the rest of a citation. */
const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** `2017`, `November 2017` or `November 5, 2017`. */
export function printDate(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = monthName.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}

function namesOf(authors: readonly string[]): string {
  const [first = '', second, third] = authors;
  if (authors.length > 3) return `${first} et al.`;
  if (third) return `${first}, ${second}, and ${third}`;
  return second ? `${first} and ${second}` : first;
}

/** The comma goes inside the quotation marks, and gives way to a question or exclamation mark. */
function titleOf(article: Article): string {
  const title = withInnerQuotes(article.title);
  const { titleTranslated } = article;
  if (titleTranslated) return bracketed(article, 'title', `"${title}" [${titleTranslated}],`) ?? '';
  const stop = /[?!]'?$/.test(title) ? '' : ',';
  return bracketed(article, 'title', `"${title}${stop}"`) ?? '';
}

function withInnerQuotes(text: string): string {
  return text.replace(/["“”]/g, "'");
}

function bracketed(
  article: Article,
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
