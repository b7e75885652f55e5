import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { Message, PersonConfig } from 'slack-standin';
import { loadLibrary } from '../../src/library/load.ts';
import { randomNumbers } from '../quality/measures.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const questions = 2000;
const atOnce = 20;

const english = createRequire(import.meta.url)('an-array-of-english-words') as string[];
const dictionary = new Set(english);

const people: PersonConfig[] = [
  { id: 'U0ADA', name: 'ada' },
  { id: 'U0VERA', name: 'vera', locale: 'ru-RU' },
  { id: 'U0LIN', name: 'lin', locale: 'zh-CN' },
];

/** What people type who are tired, in a hurry, or want to see it break; `~` is a word. */
const forms = [
  ...['~', '~ ~', '~ ~ ~', '~ ~ ~ ~ ~ ~ ~', 'what about ~?', 'who ~ the ~ of ~ in ~?'],
  ...['how many ~ does ~ have?', 'when was ~ ~ed', 'why ~', 'is ~ the same as ~ ???', 'and ~?'],
  ...['~ AND ~', '~ OR ~ NOT ~', '(~ OR ~) AND (~', '-~ -~', '~ -~', '"~ ~"', '"~', '“~” — ~'],
  ...[
    'author:~ ~',
    'before:~ ~',
    'after:2099 ~',
    'before:0000 ~',
    'lang:~ ~',
    'text:~',
    'foo:bar:~',
  ],
  ...[
    'timeline ~',
    'timeline',
    'verify ~',
    'verify "~ ~ ~" — ~',
    'article ~',
    'ask ~',
    'sources ~',
  ],
  ...['compare ~ and ~', 'does ~ disagree with ~ about ~', 'tell me more ~', '~ from ~ to ~'],
  ...[
    '<@U0LIN> ~',
    '<#C024GENRL|general> ~',
    '<https://x.example/~|~> ~',
    '*~* _~_ ~~ `~`',
    '&lt;~&gt;',
  ],
  ...['что ~ думает о ~?', 'сколько ~ у ~', 'а ~?', 'почему ~ ~', 'кто ~ «~»'],
  ...['~ 怎么看 ~？', '~ 有多少 ~', '那 ~ 呢？', '为什么 ~ ~', '“~”是谁说的'],
  ...[
    '~!!! ~??? ...',
    '~/~/~',
    '~,~;~',
    'NOT ~',
    'AND',
    'OR NOT',
    '~ 1969',
    '146 % ~',
    '€~',
    'S-400 ~',
  ],
];

const scraps = [
  ...['Пекин', 'санкции', 'газопровод', 'ёж', 'борщ', 'Си Цзиньпин', 'КНДР', 'перестройка'],
  ...['萨德', '北京', '天然气', '制裁', '邊界', '红烧肉', '普京', '習近平', '的'],
  ...[
    'THAAD',
    'Xi',
    'Putin',
    'SCO',
    'US',
    'it',
    'IT',
    'NATO',
    'Su-35',
    'Q',
    '1',
    '2017',
    '4,200',
    '½',
  ],
  ...[
    '🙂',
    '🇨🇳🇷🇺',
    '👩‍👩‍👧',
    '\u202eenihC',
    '\u200bzero',
    'ﬁne',
    'ｆｕｌｌ',
    'e\u0301te\u0301',
    '\u0000x',
    '\ud83d',
  ],
  ...[
    'x'.repeat(300),
    '…',
    '—',
    '{question}',
    '${7*7}',
    '%s',
    '\\u0041',
    '<script>',
    "'; drop table",
    '../../etc',
  ],
];

type Random = () => number;

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** A word of the library, of a dictionary, one of those with a slip of the finger, or a scrap. */
function wordFrom(own: readonly string[], random: Random): string {
  const roll = random();
  if (roll < 0.4) return pick(own, random);
  if (roll < 0.65) return pick(english, random);
  if (roll < 0.8) return pick(scraps, random);
  const word = [...pick(own, random)];
  const at = Math.floor(random() * word.length);
  const letter = pick([...'aeiosrtnl'], random);
  word.splice(at, Math.floor(random() * 2), ...(random() < 0.5 ? [letter] : []));
  return word.join('') || 'x';
}

/** What must stand in no reply. */
const raw =
  /\b[a-z]+(?:-[a-z]+)*-\d{4}(?:-\d+)?[:.]\d+|undefined|\bNaN\b|\[object|\bnull\b|Error:|\bat \S+\.[jt]s:\d|\bU0(?:ADA|VERA|LIN)\b/;

/** The words that a reply says it read otherwise than they were typed, to an asker in English. */
function corrected(reply: string): string[] {
  const notes = reply.matchAll(/does not hold "([^"]+)"; I looked for ([^.]+)\./g);
  return [...notes].flatMap(([, typed = '']) => typed.toLowerCase());
}

describe('a night of nonsense', () => {
  it('gets an answer or a true reason each time, and no word of English is put right', async () => {
    const { articles } = await loadLibrary(['seeds']);
    const own = [...articles.values()].flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) => text.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []),
    );
    const { slack, logged } = await startDesk({ people }, { LIBRARY_DIRS: 'seeds,examples' });
    const random = randomNumbers(20_261_126);
    const bad: string[] = [];
    for (let asked = 0; asked < questions; asked += atOnce) {
      const texts = Array.from({ length: atOnce }, () =>
        pick(forms, random).replace(/~/g, () => wordFrom(own, random)),
      );
      const before = fromBot(slack, 'general').length;
      for (const [at, text] of texts.entries()) {
        const user = people[at % people.length]?.name ?? '';
        await slack.command({ user, channel: 'general', command: '/sino-russia', text });
      }
      await slack.waitFor(() => fromBot(slack, 'general').length >= before + atOnce, {
        what: `replies to ${JSON.stringify(texts)}`,
        timeoutMs: 60_000,
      });
      for (const reply of fromBot(slack, 'general').slice(before))
        bad.push(...wrongIn(reply, texts));
    }
    expect(bad).toEqual([]);
    expect(logged.filter(({ level, msg }) => level >= 50 || /failed after/.test(msg))).toEqual([]);
  }, 400_000);
});

function wrongIn(reply: Message, texts: readonly string[]): string[] {
  const said = seen(reply);
  // What was typed is repeated, and may be anything.
  const own = texts.reduce((rest, text) => rest.replaceAll(text, ''), said);
  const found = raw.exec(own)?.[0];
  const isTyped = found !== undefined && texts.some((text) => text.includes(found));
  const words = corrected(said).filter((word) => dictionary.has(word));
  return [
    ...(found !== undefined && !isTyped ? [`raw "${found}" in: ${said.slice(0, 300)}`] : []),
    ...words.map((word) => `"${word}" was put right in: ${said.slice(0, 200)}`),
    ...(said.trim() === '' ? [`nothing in ${JSON.stringify(reply).slice(0, 300)}`] : []),
  ];
}
