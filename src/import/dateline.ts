import { isKnownName } from '../language/english/common-words.ts';
import { readNames } from './record/byline.ts';
import { findDates } from './record/dates.ts';
import { agencyPattern, isAgency } from './record/outlets.ts';
import { type FoundRecord, inferred, recordOf, stated } from './source.ts';

const word = String.raw`\p{Lu}[\p{L}.'’-]*`;
const place = String.raw`${word}(?:,? (?:${word}|\d{1,2})|/${word}){0,6}`;
const dash = '[—–-]{1,2}';
const year = String.raw`(?:,? \d{4}(?: года?(?!\p{L})| г\.)?\.?)?`;
const day = String.raw`(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9})\.?${year}`;
const han = String.raw`\p{Script=Han}`;
const chineseDay = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日`;
const reporters = String.raw`(?:记者|記者|通讯员|通訊員|特派员|特派員)[\s:：]*(?<who>[^（）()]{1,40})`;

/** Places and agencies before an article's first words, each in the manner of some agency. */
const forms = [
  // Moscow CNN —   BEIJING, July 4 (Reuters) -   WASHINGTON/BEIJING (AP) —
  String.raw`^${place},? ?(?:\((?<a>${agencyPattern})\)|(?<b>${agencyPattern})) ?${dash}(?: |$)`,
  // (Reuters) -
  String.raw`^\((?<a>${agencyPattern})\) ?${dash} `,
  // MOSCOW, March 8. /TASS/.   МОСКВА, 5 марта. /ТАСС/.
  String.raw`^[\p{Lu}][\p{L} .'’-]{1,40}, ${day} ?/(?<a>[\p{Lu}][\p{L}. -]{1,20})/\.? (?:${dash} )?`,
  // МОСКВА, 5 марта — ТАСС.   МОСКВА, 5 мар — РИА Новости.
  String.raw`^[\p{Lu}][\p{Lu} .-]{1,40}, ${day} ?${dash} (?<a>${agencyPattern})[.,] `,
  // 新华社北京3月5日电（记者 王某、李某）   中新网莫斯科2011年3月5日电 (记者 王某)
  String.raw`^(?<a>${han}{1,6}(?:社|网|網|报|報))${han}{0,10}${chineseDay}(?:电|電|讯|訊)\s*(?:[（(]${reporters}[）)])?\s*`,
  // （中央社台北5日電）
  String.raw`^[（(](?<a>${han}{2,6}社)(?:记者|記者)?${han}{2,12}${chineseDay}(?:综合)?(?:外电|外電)?(?:报道|報導)?(?:电|電|讯|訊)?[）)]\s*`,
].map((form) => new RegExp(form, 'u'));

/** `BEIJING — `, `Beijing, July 4 — `; whether that is a place is for the text to say. */
const bare = new RegExp(
  String.raw`^(\p{Lu}[\p{L}'’-]{3,}(?: \p{Lu}[\p{L}'’-]+){0,2})(?:, ${day})? [—–] `,
  'u',
);

/** A place whose name general English knows need not be named again; in letters. */
const shortestKnown = 5;

/** What stands before a paragraph to say where, when and by whom it was written. */
export interface Dateline {
  readonly text: string;
  /** What it says of the record: an agency it knows, who reported, and the day, where it names the year. */
  readonly record: FoundRecord;
}

/** The place and agency before a paragraph, or on a line of their own; undefined where there are none. */
export function datelineOf(line: string): Dateline | undefined {
  for (const form of forms) {
    const found = form.exec(line.slice(0, 200));
    if (found) return { text: found[0], record: recordIn(found[0], found.groups) };
  }
  return undefined;
}

function recordIn(text: string, { a, b, who }: RegExpExecArray['groups'] = {}): FoundRecord {
  const agency = a ?? b ?? '';
  const [day] = findDates(text);
  const { authors } = (who && readNames(who)) || {};
  return recordOf({
    authors: stated(authors?.length ? authors : undefined),
    publisher: isAgency(agency) ? inferred(agency) : undefined,
    published: day?.isCertain ? stated(day.date) : undefined,
  });
}

/**
 * `BEIJING — ` before the first paragraph. The article has to name the place elsewhere, unless
 * English knows it: "NATO — " and "BRICS — " begin sentences.
 */
export function placeBefore(line: string, article: string): string {
  const [found = '', place = ''] = bare.exec(line.slice(0, 100)) ?? [];
  if (!found) return '';
  const isShouted = place === place.toUpperCase();
  const name = isShouted ? inMixedCase(place) : place;
  // Acronyms that English knows in the manner of a name are shorter: "Nato", "Opec".
  if (isShouted && name.length >= shortestKnown && isKnownName(name)) return found;
  return article.replace(found, '').includes(name) ? found : '';
}

function inMixedCase(place: string): string {
  return place.toLowerCase().replace(/(?:^| )\p{L}/gu, (letter) => letter.toUpperCase());
}
