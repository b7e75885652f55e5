/** A date as precise as it is known: `2017`, `2017-11` or `2017-11-05`. */
export type PartialDate = string & { readonly partialDate: unique symbol };

const pattern = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else, 2017-02-30 included. */
export function readPartialDate(text: string): PartialDate | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return real ? (text as PartialDate) : undefined;
}

/** The first and last day (`YYYY-MM-DD`) that a partial date may stand for. */
export function daysOf(date: PartialDate): { readonly first: string; readonly last: string } {
  const [year = '', month, day] = date.split('-');
  if (day) return { first: date, last: date };
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${lastDay}` };
}
