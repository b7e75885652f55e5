import type { AskingRule } from '../asking.ts';

/** What Chinese question words ask for, the more telling ones first; in either script. */
export const chineseAskings: readonly AskingRule[] = [
  { kind: 'share', pattern: /百分之[几幾]|多少百分比|[占佔]多少/u },
  { kind: 'age', pattern: /多大年[纪紀龄齡]|[几幾多]少?[岁歲]/u },
  { kind: 'age', pattern: /年[龄齡]/u, isNamed: true },
  { kind: 'length', pattern: /多[长長]时?時?[间間]?|多[远遠]|多久/u },
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
  { kind: 'person', pattern: /[谁誰]|何人|哪位|什[么麼]人/u },
];
