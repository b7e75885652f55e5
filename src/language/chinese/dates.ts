const year = String.raw`(?<![\p{N}.,])(?<year>1[5-9]\d\d|20\d\d)年`;
const part = '(?<part>[初中底末])?';

/** Dates with their years in Chinese of either script, the most telling form first. */
export const chineseDates: readonly RegExp[] = [
  String.raw`${year}(?<month>\d{1,2})月(?<day>\d{1,2})[日号號]`,
  String.raw`${year}(?<month>\d{1,2})月${part}`,
  `${year}(?<season>[春夏秋冬])`,
  String.raw`(?<!\p{N})(?<decade>(?:1[5-9]|20)\d0)年代${part}`,
  String.raw`(?:20|二十)世[纪紀](?<twentieth>\d0)年代${part}`,
  `${year}(?!代)${part}`,
].map((form) => new RegExp(form, 'gu'));
