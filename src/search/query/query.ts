import { months as monthNames } from '../../language/calendar.ts';
import { languageCodes, languageOf } from '../../language/languages.ts';
import type { Article, TextKind } from '../../library/article.ts';
import type { Translation } from '../../library/dictionaries/dictionary.ts';
import { languageOfArticle } from '../../library/library.ts';
import { daysOf, type PartialDate, readPartialDate } from '../../library/partial-date.ts';
import { type Saying, saying } from '../../texts/message.ts';
import { queryTexts as texts } from '../../texts/query.ts';

/** What a question asks for, after its filters have been read. */
export interface Query {
  /** The words to look for, without filters, quotation marks and exclusions. */
  readonly text: string;
  /** Each has to stand in a passage, word for word. */
  readonly phrases: readonly string[];
  /** Words and phrases that must not stand in a passage. */
  readonly excluded: readonly string[];
  readonly filters: readonly Filter[];
  /** Words of an earlier question, which count less. */
  readonly borrowed?: string;
  /** What dictionaries say for its words in the languages that are searched. */
  readonly translations?: {
    readonly text: readonly Translation[];
    readonly borrowed: readonly Translation[];
  };
}

/** A condition on articles, with the form in which it is shown to the asker. */
export interface Filter {
  readonly name: FilterName;
  readonly value: string;
}

const filterNames = [
  'author',
  'publisher',
  'published',
  'before',
  'after',
  'text',
  'lang',
] as const;
export type FilterName = (typeof filterNames)[number];

/** A question of no more words is not shouted, though it may be all acronyms: "US", "US CHINA WTO". */
export const shortText = 3;

/** A query, with what was not read as the asker may have meant it; or why none could be read. */
export type ReadQuery =
  | { readonly query: Query; readonly notes: readonly Saying[] }
  | { readonly problems: readonly Saying[] };

const quoted = `"[^"]*"`;
const token = new RegExp(`-?${quoted}|[A-Za-z]+:${quoted}|\\S+`, 'g');

/**
 * Reads the search syntax: `"exact phrase"`, `-word`, `-"phrase"`, `NOT word`, `author:`, `publisher:`,
 * `published:`, `before:`, `after:` (a year, month or day), `text:original` or `text:brief`, and
 * `lang:en`, `lang:ru` or `lang:zh`. A date by itself asks for what was published then.
 */
export function readQuery(question: string): ReadQuery {
  const words: string[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  const filters: Filter[] = [];
  const notes: Saying[] = [];
  const problems: Saying[] = [];
  // Keyboards and Slack turn straight quotation marks into typographic ones.
  const typed = rewritten(withoutNameMarks(question).replace(/[“”„«»]/g, '"'));
  const date = dateIn(typed);
  if (date) filters.push({ name: 'published', value: date });
  for (const [part] of (date ? '' : typed).matchAll(token)) {
    const [, name, value] = /^([A-Za-z]+):(?!\/\/)(.+)$/.exec(part) ?? [];
    const bare = (value ?? part)
      .replace(/^-(?=["\p{L}])/u, '')
      .replaceAll('"', '')
      .trim();
    if (name && value) readFilter(name, bare, { filters, notes, problems, words });
    else if (/^-["\p{L}]/u.test(part)) excluded.push(bare);
    else if (/^".*"$/.test(part)) phrases.push(bare);
    else words.push(bare);
  }
  if (problems.length > 0) return { problems };
  const some = (texts: string[]) => texts.filter((text) => text !== '');
  const query = {
    text: [...words, ...phrases].join(' ').trim(),
    phrases: some(phrases),
    excluded: some(excluded),
    filters,
  };
  return { query, notes };
}

interface Reading {
  readonly filters: Filter[];
  readonly notes: Saying[];
  readonly problems: Saying[];
  readonly words: string[];
}

function readFilter(
  typed: string,
  value: string,
  { filters, notes, problems, words }: Reading,
): void {
  const name = filterNames.find((known) => known === typed.toLowerCase());
  if (!name) {
    const known = filterNames.map((filter) => `${filter}:`).join(', ');
    notes.push(saying(texts.noFilter, { typed, known }));
    words.push(typed, value);
    return;
  }
  const filter = { name, value: name === 'text' || name === 'lang' ? value.toLowerCase() : value };
  const remedy = remedyFor(filter);
  if (remedy) problems.push(saying(texts.unreadable, { filter: `${name}:${value}`, remedy }));
  else filters.push(filter);
}

function remedyFor({ name, value }: Filter): Saying | undefined {
  if (name === 'before' || name === 'after' || name === 'published') {
    return readPartialDate(value) ? undefined : saying(texts.writeDate, { name });
  }
  if (name === 'text') {
    const kinds: readonly TextKind[] = ['original', 'brief'];
    return kinds.some((kind) => kind === value) ? undefined : saying(texts.writeText);
  }
  if (name === 'lang') {
    return languageCodes.some((code) => code === value) ? undefined : saying(texts.writeLanguage);
  }
  return /[\p{L}\p{N}]/u.test(value)
    ? undefined
    : saying(texts.writeName, { example: `${name}:${name === 'author' ? 'hammond' : 'CNN'}` });
}

/**
 * Whether an article meets all filters. `before:` and `after:` leave the named year, month or day
 * itself out, and hold only when they do for every day that an imprecise date may stand for; an
 * undated article meets neither.
 */
export function meets(article: Article, filters: readonly Filter[]): boolean {
  return filters.every(({ name, value }) => conditions[name](article, value));
}

const conditions: Readonly<Record<FilterName, (article: Article, value: string) => boolean>> = {
  author: ({ authors }, value) => authors.some((author) => contains(author, value)),
  publisher: ({ publisher = '' }, value) => contains(publisher, value),
  text: ({ text }, value) => text === value,
  published: ({ published }, value) =>
    published !== undefined &&
    daysOf(published).first >= daysOf(value as PartialDate).first &&
    daysOf(published).last <= daysOf(value as PartialDate).last,
  lang: (article, value) => languageOfArticle(article) === value,
  before: ({ published }, value) =>
    published !== undefined && daysOf(published).last < daysOf(value as PartialDate).first,
  after: ({ published }, value) =>
    published !== undefined && daysOf(published).first > daysOf(value as PartialDate).last,
};

function contains(text: string, part: string): boolean {
  return foldName(text).includes(foldName(part));
}

/** A name without accents and capitals, as filters compare it. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const months = monthNames.join('|');

/** Not behind a minus sign or the name of a filter. */
const nameMarks = {
  ru: /(?<![-–—−:])(?:«([^«»]*)»|„([^„“”]*)[“”])/g,
  zh: /(?<![-–—−:])(?:“([^“”]*)”|「([^「」]*)」|『([^『』]*)』|《([^《》]*)》)/g,
};

/**
 * Russian and Chinese set the names of things in quotation marks, and Russian declines them there: in a
 * question these are no order to find them word for word. Straight marks are one, and so is a phrase
 * that stands alone.
 */
function withoutNameMarks(question: string): string {
  const language = languageOf(question);
  if (language === 'en') return question;
  const marks = nameMarks[language];
  const isAlone = !/[\p{L}\p{N}]/u.test(question.replace(marks, ' '));
  return isAlone ? question : question.replace(marks, (_, ...parts) => parts.slice(0, -2).join(''));
}

/** "author: hammond" is "author:hammond". */
const spacedFilter = /\b(author|publisher|before|after|text|published):\s+(?=\S)/gi;

/** What is left as it is: quoted text and filters. */
const fixed = /("[^"]*"|(?<![^\s"])[^\s:]*:\S+)/;

const isoDate = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/g;

/** A question with its operators, dashes and dates in the form in which they are read. */
function rewritten(question: string): string {
  return question
    .replace(spacedFilter, '$1:')
    .split(fixed)
    .map((part, at) => (at % 2 === 1 ? part : rewrite(part)))
    .join('');
}

function rewrite(text: string): string {
  return (
    text
      // macOS and iOS turn hyphens into dashes; others type a minus sign.
      .replace(/(?<=^|\s)[–—−](?=\p{L})/gu, '-')
      .replace(/(?<=\S\s)NOT\s+(?=\p{L})/gu, '-')
      .replace(/(?<=\S\s)(?:AND|OR)(?=\s\S)/gu, '')
      .replace(isoDate, (_, year: string, month: string, day: string) => {
        return `${monthNames[Number(month) - 1]} ${Number(day)}, ${year}`;
      })
  );
}

const onlyDate = new RegExp(
  String.raw`^(?:(?:articles?|anything|published|what was published)\s+)*(?:(?:on|in|of|from)\s+)?(?:(${months})\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?|(\d{1,2})\s+(${months})\s+)((?:19|20)\d\d)\W*$`,
  'i',
);

/** Only alone: within a question, "2010-12" may be three years. */
const onlyMonth = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** The date that is all a question says, as `published:` takes it: "June 17, 2021" is 2021-06-17. */
function dateIn(question: string): string | undefined {
  if (onlyMonth.test(question.trim())) return question.trim();
  const [, one, dayBehind, dayBefore, other, year = ''] = onlyDate.exec(question.trim()) ?? [];
  const name = (one ?? other)?.toLowerCase();
  const month = monthNames.findIndex((each) => each.toLowerCase() === name);
  if (month === -1) return undefined;
  const day = dayBehind ?? dayBefore;
  return [year, String(month + 1), ...(day ? [day] : [])]
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
