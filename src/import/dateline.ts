import { isKnownName } from '../language/english/common-words.ts';
import { agencyPattern, isAgency } from './record/outlets.ts';

const word = String.raw`\p{Lu}[\p{L}.'’-]*`;
const place = String.raw`${word}(?:,? (?:${word}|\d{1,2})|/${word}){0,6}`;
const dash = '[—–-]{1,2}';
const day = String.raw`(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9})\.?`;

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
  // 新华社北京3月5日电（记者 王某）
  String.raw`^(?<a>新华社|中新社|中新网|人民网|路透社|法新社|塔斯社)\p{Script=Han}{0,10}\d{1,2}月\d{1,2}日(?:电|讯)\s*(?:[（(]记者[^（）()]{1,20}[）)])?\s*`,
].map((form) => new RegExp(form, 'u'));

/** `BEIJING — `, `Beijing, July 4 — `; whether that is a place is for the text to say. */
const bare = new RegExp(
  String.raw`^(\p{Lu}[\p{L}'’-]{3,}(?: \p{Lu}[\p{L}'’-]+){0,2})(?:, ${day})? [—–] `,
  'u',
);

/** A place whose name general English knows need not be named again; in letters. */
const shortestKnown = 5;

/** What stands before a paragraph to say where and by which agency it was written. */
export interface Dateline {
  readonly text: string;
  readonly agency?: string;
}

/** The place and agency before a paragraph, or on a line of their own; undefined where there are none. */
export function datelineOf(line: string): Dateline | undefined {
  for (const form of forms) {
    const found = form.exec(line.slice(0, 200));
    const agency = found?.groups?.a ?? found?.groups?.b;
    if (found) return { text: found[0], ...(agency && isAgency(agency) && { agency }) };
  }
  return undefined;
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
