import type { PartialDate } from '../../library/partial-date.ts';
import { findDates } from './dates.ts';

/** What a line says of when an article came out. */
export interface StatedDates {
  readonly published?: PartialDate;
  readonly updated?: PartialDate;
  /** False where the only date is one of an update, or could be read in two ways. */
  readonly isCertain: boolean;
  /** The line without its dates, times and the words that belong to them. */
  readonly rest: string;
}

const updates =
  /updat|modif|revis|edited|mis à jour|aktualisiert|geändert|обновл|изменен|更新|修改/iu;

const words = [
  'first published|last updated|originally published|published|publication date|updated?|posted|created|modified|revised|issued|released|dated?|as of',
  'publié|publiée|mis à jour|mise à jour|modifié|modifiée',
  'veröffentlicht|aktualisiert|erschienen|stand|uhr',
  'опубликовано|опубликована|обновлено|обновлена|дата публикации|дата|года|год|г|время',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
  'gmt|utc|bst|cet|cest|eet|eest|msk|мск|ist|hkt|jst|kst|sgt|aest|aedt|(?:[ecmp]|ak|h)[sd]?t|cst',
  '(?:local|moscow|beijing|london|eastern|central|pacific) time|[ap]\\.?m\\.?',
].join('|');

/** What stands beside a date that a page prints above or below its text. */
const besides = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])\.?|发布于?|发表于?|更新于?|修改|时间|日期|星期[一二三四五六日天]|周[一二三四五六日]`,
  'giu',
);

/** Short words and weekdays belong to a date only where they lead to one: "Bo Sun" is a name. */
const leads =
  /(?<![\p{L}\p{N}])(?:on|at|of|the|le|la|du|à|den|der|am|um|vom|в|于)(?=\s*[|,]|\s*$)|(?:^|[|,;(])\s*(?:mon|tues?|wed|thurs?|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс)(?![\p{L}])\.?/giu;

const times =
  /(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{4}(?=\s*(?:gmt|utc|hrs|[a-z]{1,3}t\b))|(?<!\d)\d{1,2}\s*[ap]\.?\s?m\b\.?|(?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)/gi;

const readTime =
  /\b\d{1,3}[ -]?(?:min(?:ute)?s?\.?)(?:[ -]?read(?:ing)?(?: time)?)?\b|\breading time:?|\bread time:?|время чтения:?|\d{1,3}\s*мин\.?/gi;

/** Reads the dates of a line; undefined when it names none. */
export function readDates(line: string): StatedDates | undefined {
  const found = findDates(line);
  if (found.length === 0) return undefined;
  const isUpdate = found.map(({ start }, index) =>
    updates.test(line.slice(found[index - 1]?.end ?? 0, start)),
  );
  const published = found.find((_, index) => !isUpdate[index]);
  const updated = found.find((_, index) => isUpdate[index]);
  let rest = line;
  for (const { start, end } of found.toReversed()) {
    rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  }
  return {
    ...(published && { published: published.date }),
    ...(updated && { updated: updated.date }),
    isCertain: published?.isCertain ?? false,
    rest: withoutTimes(rest),
  };
}

/** A line without times, weekdays, zones and "5 min read". */
export function withoutTimes(line: string): string {
  return line
    .replace(readTime, ' ')
    .replace(times, ' ')
    .replace(besides, ' ')
    .replace(leads, ' | ')
    .replace(/\(\s*[,;]?\s*\)/g, ' ')
    .trim();
}

/** Whether a line is nothing but dates, with "Updated", a weekday, a time and the like. */
export function isDateLine(line: string): boolean {
  const dates = line.length <= 200 ? readDates(line) : undefined;
  return dates !== undefined && !/[\p{L}\p{N}]/u.test(dates.rest);
}
