import type { AskingRule, SoughtKind } from '../asking.ts';

/** `\b` knows Latin letters only. */
function rule(kind: SoughtKind, words: string, isNamed?: 'named'): AskingRule {
  const pattern = new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');
  return { kind, pattern, ...(isNamed && { isNamed: true }) };
}

const which = `как(?:ой|ая|ое|ую|ом|ого|им|ова|ов|ово)`;

/** What Russian question words ask for, the more telling ones first. */
export const russianAskings: readonly AskingRule[] = [
  rule('share', `(?:на )?сколько процентов|${which} (?:процент|дол[яюи])`),
  rule('age', 'сколько лет'),
  rule('age', `${which} возраст(?:е|а)?`, 'named'),
  rule('length', 'как долго|сколько времени'),
  rule('length', `${which} (?:длин[аыу]|протяж[её]нность|расстояние)`, 'named'),
  rule('amount', 'сколько стоит|сколько стоил[аи]?|сколько денег'),
  rule('count', 'сколько|скольки|скольких|какое количество|как часто'),
  rule('size', `${which} (?:объ[её]м|размер|площадь|стоимость|цен[аыу]|население)`, 'named'),
  rule('year', `(?:в |с |до )?${which} (?:год[уа]?|веке?|десятилетии)`),
  rule('date', `когда|${which} числа|(?:в )?${which} (?:день|месяце?)`),
  rule('place', 'где|куда|откуда'),
  rule('place', 'в как(?:ом|ой) (?:городе|стране|месте|регионе)', 'named'),
  rule('person', 'кто|кого|кому|кем|чей|чья|чьё|чьи'),
];
