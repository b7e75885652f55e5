/** The months by their full names, January first. */
export const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
] as const;

/** The days of the week by their full names, Monday first. */
export const weekdays = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;

/** The names of the months as papers print them, in lower case and without a full stop. */
const names: readonly (readonly string[])[] = [
  'january jan janvier janv januar jänner jan января январе январь янв',
  'february feb février févr fév fevrier februar feber feb февраля феврале февраль фев февр',
  'march mar mars märz maerz mrz mär марта марте март мар',
  'april apr avril avr апреля апреле апрель апр',
  'may mai мая мае май',
  'june jun juin juni июня июне июнь июн',
  'july jul juillet juil juli июля июле июль июл',
  'august aug août aout августа августе август авг',
  'september sept sep septembre сентября сентябре сентябрь сен сент',
  'october oct octobre oktober okt октября октябре октябрь окт',
  'november nov novembre ноября ноябре ноябрь ноя нояб',
  'december dec décembre déc decembre dezember dez декабря декабре декабрь дек',
].map((line) => line.split(' '));

const numbers = new Map(
  names.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)),
);

/** A pattern of all names in English, French, German and Russian, longest first. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** The number of a month, 1 to 12, by a name of `monthPattern` in any case. */
export function monthNumber(name: string): number | undefined {
  return numbers.get(name.toLowerCase().replace(/\.$/, ''));
}

/** The name of a weekday, 1 for Monday, in a language. */
export function weekdayName(day: number, locale: string): string {
  // The first of January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, {
    weekday: 'long',
    timeZone: 'UTC',
  });
}

/** The names of the weekdays as people write them, Monday first, in lower case and without a full stop. */
const dayNames: readonly (readonly string[])[] = [
  'monday mondays mon lundi montag montags понедельник понедельникам понедельника пн 周一 週一 星期一 礼拜一 禮拜一',
  'tuesday tuesdays tue tues mardi dienstag dienstags вторник вторникам вторника вт 周二 週二 星期二 礼拜二 禮拜二',
  'wednesday wednesdays wed weds mercredi mittwoch mittwochs среда среду среды средам ср 周三 週三 星期三 礼拜三 禮拜三',
  'thursday thursdays thu thur thurs jeudi donnerstag donnerstags четверг четвергам четверга чт 周四 週四 星期四 礼拜四 禮拜四',
  'friday fridays fri vendredi freitag freitags пятница пятницу пятницы пятницам пт 周五 週五 星期五 礼拜五 禮拜五',
  'saturday saturdays sat samedi samstag samstags суббота субботу субботы субботам сб 周六 週六 星期六 礼拜六 禮拜六',
  'sunday sundays sun dimanche sonntag sonntags воскресенье воскресеньям воскресенья вс 周日 週日 周天 星期日 星期天 礼拜日 礼拜天',
].map((line) => line.split(' '));

const dayNumbers = new Map(
  dayNames.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)),
);

/** A pattern of the names of weekdays in English, French, German, Russian and Chinese, longest first. */
export const weekdayPattern = [...dayNumbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** The number of a weekday, 1 for Monday to 7, by a name of `weekdayPattern` in any case. */
export function weekdayNumber(name: string): number | undefined {
  return dayNumbers.get(name.toLowerCase().replace(/\.$/, ''));
}
