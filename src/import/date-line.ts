import { type PartialDate, readPartialDate } from '../library/partial-date.ts';

const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const month = `(?<month>${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?\\.?`).join('|')}|sept\\.?)`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?<year>[12]\d{3})`;

/** The ways in which pages write a date with its year, most precise first. */
const dates = [
  String.raw`(?<year>[12]\d{3})-(?<month>\d{2})-(?<day>\d{2})`,
  String.raw`${month}\s+${day},?\s+${year}`,
  String.raw`${day}\s+${month},?\s+${year}`,
  String.raw`${month},?\s+${year}`,
].map((pattern) => new RegExp(String.raw`\b${pattern}\b`, 'i'));

/** What stands beside a date that a page prints above or below its text. */
const besides =
  /\b(?:first|last|updated|published|posted|modified|on|at|date|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]?\d{2}\b|\b(?:[ap]\.?m\b\.?|gmt|utc|e[sd]?t|c[es]*t|p[sd]t|hkt|bst|msk)/gi;

/** The first date with its year in a text, as precise as it stands there. */
export function findDate(text: string): PartialDate | undefined {
  for (const pattern of dates) {
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const number = months.findIndex((name) => name.startsWith(nameOf(found.month))) + 1;
    const monthText = number > 0 ? String(number).padStart(2, '0') : found.month;
    const dayText = found.day ? `-${found.day.padStart(2, '0')}` : '';
    const date = readPartialDate(`${found.year}-${monthText}${dayText}`);
    if (date) return date;
  }
  return undefined;
}

function nameOf(written = ''): string {
  const name = written.toLowerCase().replace('.', '');
  return name === 'sept' ? 'sep' : name;
}

/** Whether a line is nothing but a date, with "Updated", a weekday, a time and the like. */
export function isDateLine(line: string): boolean {
  const pattern = dates.find((each) => each.test(line));
  if (!pattern) return false;
  const rest = line.replace(pattern, ' ').replace(besides, ' ');
  return !/\p{L}/u.test(rest);
}
