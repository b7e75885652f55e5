/** How British and American English end or write the same words; each pair works both ways. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/our(?=$|s$|ed$|ing$|able$|ite$|ful$|less$|hood$)/, 'or'],
  [/or(?=$|s$|ed$|ing$|able$|ite$|ful$|less$|hood$)/, 'our'],
  [/is(?=e$|es$|ed$|ing$|ation$|ations$)/, 'iz'],
  [/iz(?=e$|es$|ed$|ing$|ation$|ations$)/, 'is'],
  [/ys(?=e$|es$|ed$|ing$)/, 'yz'],
  [/yz(?=e$|es$|ed$|ing$)/, 'ys'],
  [/tre(?=s?$)/, 'ter'],
  [/ter(?=s?$)/, 'tre'],
  [/ence(?=s?$)/, 'ense'],
  [/ense(?=s?$)/, 'ence'],
  [/logue(?=s?$)/, 'log'],
  [/log(?=s?$)/, 'logue'],
  [/gramme(?=s?$)/, 'gram'],
  [/ll(?=ed$|ing$|er$|ers$)/, 'l'],
  [/l(?=ed$|ing$|er$|ers$)/, 'll'],
  [/oeu/, 'eu'],
  [/ae/, 'e'],
];

const numbers =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/);

/**
 * A word as others write it: as the other side of the Atlantic does, a number in digits.
 * Not all of them are words.
 */
export function otherSpellings(form: string): string[] {
  if (numbers.includes(form)) return [String(numbers.indexOf(form))];
  return pairs.flatMap(([ending, other]) => {
    const spelling = form.replace(ending, other);
    return spelling === form ? [] : [spelling];
  });
}
