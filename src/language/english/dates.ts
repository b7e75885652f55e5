import { monthPattern } from '../calendar.ts';

const year = String.raw`(?<year>1[5-9]\d\d|20\d\d)`;
const month = String.raw`(?<month>${monthPattern})\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const season = '(?<season>spring|summer|autumn|fall|winter)';
const part = String.raw`(?<part>early|mid|middle|late|beginning|start|end)(?:\s|-)(?:of\s)?(?:the\s)?`;

/** No part of a longer number, a sum of money or a designation. */
const open = String.raw`(?<![\p{L}\p{N}$€£¥#№]|\d[.,]|\p{L}[-–])`;
const close = String.raw`(?![\p{L}\p{N}%]|[.,]\d)`;

/** What tells that four digits count something. */
const counted = String.raw`(?<!\b(?:some|nearly|almost|over|than|least|most|about|around|roughly|approximately|estimated|another|all)\s)`;
const things =
  'thousand|million|billion|trillion|percent|per|km|kilomet|miles?|met(?:er|re)s?|tons?|tonnes|dollars|yuan|rubles|roubles|euros|hours|days|weeks|months|years|times|megawatts|mw|men|women|people|persons|troops|soldiers|workers|students|ships|tanks|missiles|warheads|vehicles|firms|companies|flights|words';
const uncounted = String.raw`(?![-\s](?:${things})(?!\p{L}))`;

/** Dates with their years in English, the most telling form first. */
export const englishDates: readonly RegExp[] = [
  String.raw`${open}${month}\s${day},?\s${year}${close}`,
  String.raw`${open}${day}\s(?:of\s)?${month},?\s${year}${close}`,
  String.raw`${open}${year}-(?<month>\d\d)-(?<day>\d\d)${close}`,
  String.raw`${open}(?:${part})?${month},?\s(?:of\s)?${year}${close}`,
  String.raw`${open}${season},?\s(?:of\s)?${year}${close}`,
  String.raw`${open}(?:${part})?(?<decade>(?:1[5-9]|20)\d0)['’]?s(?!\p{L})`,
  `${open}${part}${year}${close}`,
  String.raw`(?<=\b(?:in|since|by|from)\s)(?<rough>around|about|circa)\s${year}${close}${uncounted}`,
  `${open}${counted}${year}${close}${uncounted}`,
].map((form) => new RegExp(form, 'giu'));
