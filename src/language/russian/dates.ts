import { monthPattern } from '../calendar.ts';

const year = String.raw`(?<year>1[5-9]\d\d|20\d\d)`;
const part = String.raw`(?<part>начал[оае]|середин[аеуы]|кон(?:ец|ца|це|цу))\s`;
const season = '(?<season>весн[аеуы]|весной|лет[оа]|летом|осен[ьи]|осенью|зим[аеуы]|зимой)';
const open = String.raw`(?<![\p{L}\p{N}])`;
const close = String.raw`(?![\p{L}\p{N}%]|[.,]\d)`;

/** Dates with their years in Russian, the most telling form first; a bare number is no year. */
export const russianDates: readonly RegExp[] = [
  String.raw`${open}(?<day>\d{1,2})\s(?<month>${monthPattern})\s${year}${close}`,
  String.raw`${open}(?:${part})?(?<month>${monthPattern})\s${year}${close}`,
  String.raw`${open}${season}\s${year}${close}`,
  String.raw`${open}(?:${part})?(?<decade>(?:1[5-9]|20)\d0)-?(?:х|е|ые|ых)(?!\p{L})`,
  String.raw`${open}(?:${part})?${year}(?:-?(?:й|м|го|му))?\s(?:г\.|год(?!н)\p{L}{0,3}(?!\p{L}))`,
].map((form) => new RegExp(form, 'giu'));
