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
