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
  'january jan janvier janv januar jänner jan января январь янв',
  'february feb février févr fév fevrier februar feber feb февраля февраль фев февр',
  'march mar mars märz maerz mrz mär марта март мар',
  'april apr avril avr апреля апрель апр',
  'may mai мая май',
  'june jun juin juni июня июнь июн',
  'july jul juillet juil juli июля июль июл',
  'august aug août aout августа август авг',
  'september sept sep septembre сентября сентябрь сен сент',
  'october oct octobre oktober okt октября октябрь окт',
  'november nov novembre ноября ноябрь ноя нояб',
  'december dec décembre déc decembre dezember dez декабря декабрь дек',
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
