import { languageOf } from './languages.ts';
import type { Span } from './sentences.ts';

/** Kinds of things that a question may ask for, as far as its wording tells. */
export type SoughtKind =
  | 'age'
  | 'amount'
  | 'count'
  | 'date'
  | 'length'
  | 'person'
  | 'place'
  | 'reason'
  | 'share'
  | 'size'
  | 'year';

/** What a question asks for. */
interface Sought {
  readonly kind?: SoughtKind;
  /** The words that do nothing but ask for it: "how long", "in what year". */
  readonly asking?: Span;
}

/** Words that ask for a kind of thing; the first of a list that a question holds decides. */
interface AskingRule {
  readonly kind: SoughtKind;
  readonly pattern: RegExp;
  /** Whether they name it, as a passage may too: "population", not "how many". */
  readonly isNamed?: boolean;
}

/** What a question asks for by some rules. */
function soughtBy(rules: readonly AskingRule[], text: string): Sought {
  for (const { kind, pattern, isNamed } of rules) {
    const found = pattern.exec(text);
    if (!found) continue;
    if (isNamed) return { kind };
    return { kind, asking: { start: found.index, end: found.index + found[0].length } };
  }
  return {};
}

interface EnglishRule extends Pick<Sought, 'kind'> {
  readonly pattern: RegExp;
}

const questionWord = /\b(?:how|what|when|where|which|who|whom|whose|why)\b/i;
const englishWhat = String.raw`(?:what|which)(?:\s+(?:is|was|are|were|the|an?|approximate|average|estimated|exact|total))*`;

/** Words that only ask: a passage says "4,200 km" rather than "long". */
const englishAskings: readonly EnglishRule[] = [
  englishRule('count', 'how', 'many|often'),
  englishRule('amount', 'how', 'much'),
  englishRule('length', 'how', 'long|far|tall'),
  englishRule('age', 'how', 'old'),
  englishRule('size', 'how', 'big|fast|great|heavy|large'),
  englishRule('share', englishWhat, 'percent|percentage|proportion|share'),
  englishRule('count', englishWhat, 'number'),
  englishRule('amount', englishWhat, 'amount'),
  englishRule('year', englishWhat, 'century|decade|year'),
  englishRule('date', englishWhat, 'date|day|month|time'),
  englishRule(undefined, englishWhat, 'kind|name|sort|term|type'),
  englishRule(undefined, 'what', '(?:has |have |had )?(?:happen(?:s|ed)?|took place|went on)'),
];

/** Words that a passage may well say too, or that are looked for in no case. */
const englishKinds: readonly EnglishRule[] = [
  englishRule('length', englishWhat, 'depth|distance|height|length|width'),
  englishRule(
    'size',
    englishWhat,
    'area|capacity|cost|population|price|rate|size|speed|value|volume|weight',
  ),
  englishRule('age', englishWhat, 'age'),
  englishRule('date', 'when'),
  englishRule('person', 'who(?:m|se)?'),
  englishRule('place', 'where'),
  englishRule('reason', 'why'),
  englishRule('reason', englishWhat, 'causes?|motives?|purpose|reasons?'),
];

function englishRule(kind: SoughtKind | undefined, opening: string, words?: string): EnglishRule {
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
  if (start === undefined) return namedSought(text);
  const asking = englishAskings.find(({ pattern }) => endOf(pattern, text, start) > 0);
  const { kind } =
    asking ?? englishKinds.find(({ pattern }) => endOf(pattern, text, start) > 0) ?? {};
  const end = asking ? endOf(asking.pattern, text, start) : start;
  return { ...(kind && { kind }), ...(asking && { asking: { start, end } }) };
}

const namedKinds: readonly (readonly [SoughtKind, RegExp])[] = [
  ['length', /^\s*(?:the\s+)?(?:(?:exact|total)\s+)?(?:distance|length) (?:between|of)\b/i],
  ['amount', /^\s*(?:the\s+)?(?:(?:exact|total)\s+)?(?:amount|volume|value) of\b/i],
];

/** Keywords may say what is asked for as questions do: "length of the border". */
function namedSought(text: string): Sought {
  const found = namedKinds.find(([, pattern]) => pattern.test(text));
  return found ? { kind: found[0] } : {};
}

/** Where what fits at `start` ends; 0 when the pattern does not fit there. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

/** `\b` knows Latin letters only. */
function russianRule(kind: SoughtKind, words: string, isNamed?: 'named'): AskingRule {
  const pattern = new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');
  return { kind, pattern, ...(isNamed && { isNamed: true }) };
}

const russianWhich = `как(?:ой|ая|ое|ую|ом|ого|им|ова|ов|ово)`;

/** What Russian question words ask for, the more telling ones first. */
const russianAskings: readonly AskingRule[] = [
  russianRule('share', `(?:на )?сколько процентов|${russianWhich} (?:процент|дол[яюи])`),
  russianRule('age', 'сколько лет'),
  russianRule('age', `${russianWhich} возраст(?:е|а)?`, 'named'),
  russianRule('length', 'как долго|сколько (?:времени|километров|км|метров|миль|верст|в[её]рст)'),
  russianRule('length', `${russianWhich} (?:длин[аыу]|протяж[её]нность|расстояние)`, 'named'),
  russianRule('amount', 'сколько стоит|сколько стоил[аи]?|сколько денег'),
  russianRule('count', 'сколько|скольки|скольких|какое количество|как часто'),
  russianRule(
    'size',
    `${russianWhich} (?:объ[её]м|размер|площадь|стоимость|цен[аыу]|население)`,
    'named',
  ),
  russianRule('year', `(?:в |с |до )?${russianWhich} (?:год[уа]?|веке?|десятилетии)`),
  russianRule('date', `когда|${russianWhich} числа|(?:в )?${russianWhich} (?:день|месяце?)`),
  russianRule('place', 'где|куда|откуда'),
  russianRule('place', 'в как(?:ом|ой) (?:городе|стране|месте|регионе)', 'named'),
  russianRule('reason', 'почему|зачем|отчего', 'named'),
  russianRule('person', 'кто|кого|кому|кем|чей|чья|чьё|чьи'),
];

/** What Chinese question words ask for, the more telling ones first; in either script. */
const chineseAskings: readonly AskingRule[] = [
  { kind: 'share', pattern: /百分之[几幾]|多少百分比|[占佔]多少/u },
  { kind: 'age', pattern: /多大年[纪紀龄齡]|[几幾多]少?[岁歲]/u },
  { kind: 'age', pattern: /年[龄齡]/u, isNamed: true },
  {
    kind: 'length',
    pattern: /多[长長]时?時?[间間]?|多[远遠]|多久|多少(?:公里|千米|英里|海里|米|里)/u,
  },
  { kind: 'length', pattern: /[长長]度/u, isNamed: true },
  { kind: 'amount', pattern: /多少[钱錢]/u },
  { kind: 'year', pattern: /哪一?年|何年|[几幾]几?年|什[么麼]年[份代]?/u },
  { kind: 'date', pattern: /什[么麼][时時]候|何[时時]|哪一?天|[几幾]月[几幾]?|什[么麼]日期/u },
  { kind: 'size', pattern: /多[大高重]/u },
  { kind: 'size', pattern: /面[积積]|人口|[价價]格/u, isNamed: true },
  { kind: 'count', pattern: /多少[个個名人次位]?|[几幾][个個名人次位]/u },
  {
    kind: 'place',
    pattern: /哪[里裡裏儿兒]|何[处處地]|什[么麼]地方|哪[个個]?(?:城市|[国國]家?|省|地[区區])/u,
  },
  { kind: 'reason', pattern: /[为為](?:什[么麼]|何)/u, isNamed: true },
  { kind: 'person', pattern: /[谁誰]|何人|哪位|什[么麼]人/u },
];
