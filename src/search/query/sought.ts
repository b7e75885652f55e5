import { type Sought, type SoughtKind, soughtBy } from '../../language/asking.ts';
import { chineseAskings } from '../../language/chinese/asking.ts';
import { russianAskings } from '../../language/russian/asking.ts';
import { languageOf } from '../../language/script.ts';

interface Rule extends Pick<Sought, 'kind'> {
  readonly pattern: RegExp;
}

const questionWord = /\b(?:how|what|when|where|which|who|whom|whose|why)\b/i;
const what = String.raw`(?:what|which)(?:\s+(?:is|was|are|were|the|an?|approximate|average|estimated|exact|total))*`;

/** Words that only ask: a passage says "4,200 km" rather than "long". */
const askings: readonly Rule[] = [
  ruleFor('count', 'how', 'many|often'),
  ruleFor('amount', 'how', 'much'),
  ruleFor('length', 'how', 'long|far|tall'),
  ruleFor('age', 'how', 'old'),
  ruleFor('size', 'how', 'big|fast|great|heavy|large'),
  ruleFor('share', what, 'percent|percentage|proportion|share'),
  ruleFor('count', what, 'number'),
  ruleFor('amount', what, 'amount'),
  ruleFor('year', what, 'century|decade|year'),
  ruleFor('date', what, 'date|day|month|time'),
  ruleFor(undefined, what, 'kind|name|sort|term|type'),
  ruleFor(undefined, 'what', '(?:has |have |had )?(?:happen(?:s|ed)?|took place|went on)'),
];

/** Words that a passage may well say too, or that are looked for in no case. */
const others: readonly Rule[] = [
  ruleFor('length', what, 'depth|distance|height|length|width'),
  ruleFor('size', what, 'area|capacity|cost|population|price|rate|size|speed|value|volume|weight'),
  ruleFor('age', what, 'age'),
  ruleFor('date', 'when'),
  ruleFor('person', 'who(?:m|se)?'),
  ruleFor('place', 'where'),
];

function ruleFor(kind: SoughtKind | undefined, opening: string, words?: string): Rule {
  const rest = words ? String.raw`\s+(?:${words})` : '';
  const pattern = new RegExp(String.raw`${opening}${rest}\b`, 'iy');
  return { ...(kind && { kind }), pattern };
}

/** What the question words of a text ask for: of an English one the first of them. */
export function readSought(text: string): Sought {
  const language = languageOf(text);
  if (language === 'ru') return soughtBy(russianAskings, text);
  if (language === 'zh') return soughtBy(chineseAskings, text);
  const start = questionWord.exec(text)?.index;
  if (start === undefined) return {};
  const asking = askings.find(({ pattern }) => endOf(pattern, text, start) > 0);
  const { kind } = asking ?? others.find(({ pattern }) => endOf(pattern, text, start) > 0) ?? {};
  const end = asking ? endOf(asking.pattern, text, start) : start;
  return { ...(kind && { kind }), ...(asking && { asking: { start, end } }) };
}

/** Where what fits at `start` ends; 0 when the pattern does not fit there. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}
