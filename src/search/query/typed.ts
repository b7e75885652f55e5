import { months as monthNames } from '../../language/calendar.ts';

const months = monthNames.join('|');

/** "author: hammond" is "author:hammond". */
const spacedFilter = /\b(author|publisher|before|after|text|published):\s+(?=\S)/gi;

/** What is left as it is: quoted text and filters. */
const fixed = /("[^"]*"|(?<![^\s"])[^\s:]*:\S+)/;

const isoDate = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/g;

/** A question with its operators, dashes and dates in the form in which they are read. */
export function rewritten(question: string): string {
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

/** The date that is all a question says, as `published:` takes it: "June 17, 2021" is 2021-06-17. */
export function dateIn(question: string): string | undefined {
  const [, one, dayBehind, dayBefore, other, year = ''] = onlyDate.exec(question.trim()) ?? [];
  const name = (one ?? other)?.toLowerCase();
  const month = monthNames.findIndex((each) => each.toLowerCase() === name);
  if (month === -1) return undefined;
  const day = dayBehind ?? dayBefore;
  return [year, String(month + 1), ...(day ? [day] : [])]
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
