import type { Span } from '../language/sentences.ts';
import type { Article, ArticleRecord, InferableField, Paragraph } from '../library/article.ts';
import type { PartialDate } from '../library/partial-date.ts';
import { textFragment } from './text-fragment.ts';

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
