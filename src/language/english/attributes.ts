import { termOf } from '../words.ts';

/**
 * What people ask of a person, a thing or a country, and for which no other word stands: a library
 * that never says "wife" or "born" can't tell whose wife, or where.
 */
const words = `born birth birthday birthplace die died death dead buried married marry wedding divorce wife
  husband spouse son daughter child children brother sister father mother parents grandfather family
  age height weight diameter depth width length circumference altitude temperature
  salary wage income wealth fortune pension
  price cost fee fare budget deficit debt inflation unemployment interest
  population census capital mayor emperor king queen pope
  nationality religion hobby favourite favorite nickname
  next upcoming vote elected election resign resigned successor predecessor deputy
  phone address email website password menu recipe`;

const attributes: ReadonlySet<string> = new Set(
  words.split(/\s+/).flatMap((word) => termOf(word) ?? []),
);

/** Stands beside a number that is an age. */
export const agePattern = /\b(?:aged?|born|old|years?)\b/i;

/** Whether a stem asks for such a fact. */
export function isAttribute(term: string): boolean {
  return attributes.has(term);
}
