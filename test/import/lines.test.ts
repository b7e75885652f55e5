import { describe, expect, it } from '@jest/globals';
import { imported } from './imported.ts';

const title = 'A Winter Road Across the Strait';
const first = 'Both ports on the strait will be open through the winter, the harbour masters said.';
const second =
  'Nobody could say who would pay for the ice breakers, which had been the quarrel of spring.';
const between = (...lines: string[]) =>
  imported([title, first, ...lines, second].join('\n\n')).texts.slice(1, -1);

describe('every line of a source is in the text', () => {
  it.each([
    ['a table', 'Year\tShips\n2016\t69.6\n2018\t107.1', ['Year Ships', '2016 69.6', '2018 107.1']],
    ['short lines', 'Why?\n\nMoney\n\nAnd more money', ['Why?', 'Money', 'And more money']],
    [
      'open lines like sentences',
      'He said that the convoy must stay together\n\nThe cable will be mended by the summer of next year',
      [
        'He said that the convoy must stay together',
        'The cable will be mended by the summer of next year',
      ],
    ],
    ['items', '- a pier\n- a crane', ['- a pier', '- a crane']],
  ])('such as %s', (_, lines, texts) => {
    expect(between(lines)).toEqual(texts);
  });
});

describe('broken lines', () => {
  it('are joined where one of them is short', () => {
    const broken =
      'It was agreed already that the\nharbour has new masters this year.\nThey include foreign\nnon-governmental bodies, expert groups and leading\nschools. The idea was also raised of talking about more\nthan the ice alone.';
    expect(between(broken)).toEqual([broken.replaceAll('\n', ' ')]);
  });

  it('are divided where a line stands further in', () => {
    const one = 'Both harbours agreed on Tuesday to mend the road over the';
    const two = 'Masters in both towns doubted that the price would be';
    const text = `    ${one}\nice that links them, officials said.\n    ${two}\nsettled before the spring.`;
    expect(imported(`${title}\n\n${text}`).texts).toEqual([
      `${one} ice that links them, officials said.`,
      `${two} settled before the spring.`,
    ]);
  });

  it('lose a hyphen at their end, unless it belongs to the word, and say so', () => {
    const text =
      'The masters agreed to build a new light-\nhouse where self-\nmade beacons stood, and the co-\noperation went on into the year.';
    const { texts, rules } = imported(`${title}\n\n${text}`);
    expect(texts).toEqual([
      'The masters agreed to build a new lighthouse where self-made beacons stood, and the cooperation went on into the year.',
    ]);
    expect(rules.filter((rule) => rule.startsWith('hyphen'))).toHaveLength(3);
  });

  it('leave a title and a name above them alone', () => {
    const head = 'Россия и соседи договорились о дороге\nИван Орлов\n8 марта 2017 г.';
    const text = 'Порты двух стран договорились во вторник открыть дорогу, которая их связывает.';
    expect(imported(`${head}\n\n${text}`).article).toMatchObject({
      title: 'Россия и соседи договорились о дороге',
      authors: ['Иван Орлов'],
      published: '2017-03-08',
      language: 'ru',
    });
  });
});

describe('what pages leave behind', () => {
  it('running heads and page numbers go, and the cut sentence is whole', () => {
    const upper =
      'Both ports on the strait will be open through the winter. The road, which has been';
    const head = 'School of Harbours | Paper 12';
    const { texts, rules } = imported(
      `${title}\n\n${upper}\n\n${head}\n\n3\n\nmended since May, is next.\n\n${second}\n\n${head}\n\n4\n\n${first}`,
    );
    expect(texts).toEqual([`${upper} mended since May, is next.`, second, first]);
    expect(rules).toContain(`running head: ${head}`);
  });

  it('an address or byline is no cut sentence', () => {
    const { article, texts } = imported(
      `${title}\n\n> Source: https://www.gazette.example/politics/a-road-between-two-harbours-07.htm\n\nby Mara Quill October 08, 2017\nfrom The Gazette Website\n${first}\n${second}`,
    );
    expect(article).toMatchObject({ authors: ['Mara Quill'], published: '2017-10-08' });
    expect(texts).toEqual([first, second]);
  });

  it.each([
    ['We use cookies to improve your visit.', 'cookie notice'],
    ['Sign up for our daily newsletter', 'newsletter'],
    ['Follow us on Facebook and Telegram', 'follow us'],
    ['Read more: The other road', 'other story'],
    ['Читайте также: Другая дорога', 'other story'],
    ['Reporting by Mara Quill; Editing by Idris Vane', 'credits of an agency'],
    ['This story has been updated.', 'correction'],
    ['Correction: An earlier version misstated the price.', 'correction'],
    ['Tags: ice, roads', 'tags'],
    ['Фото: Иван Орлов', 'picture credit'],
    ['本文仅代表作者个人观点。', 'disclaimer'],
  ])('%s goes, and is listed', (line, rule) => {
    const { texts, rules } = imported(`${title}\n\n${first}\n\n${second}\n\n${line}`);
    expect(texts).toEqual([first, second]);
    expect(rules).toContain(`${rule}: ${line}`);
  });

  it.each([
    [
      'entities',
      'The &quot;new&quot; road &#8212; AT&amp;T built it &#8212; isn&#39;t&nbsp;paid yet.',
      'The "new" road — AT&T built it — isn\'t paid yet.',
    ],
    [
      'emphasis',
      '_The road across the strait, __masters__ said, stays open._',
      'The road across the strait, masters said, stays open.',
    ],
    [
      'names with strokes',
      'The file snake_case_name and 2*3*4 stay as they are here.',
      'The file snake_case_name and 2*3*4 stay as they are here.',
    ],
  ])('marks of other formats go: %s', (_, line, text) => {
    expect(between(line)).toEqual([text]);
  });

  it('tags divide paragraphs', () => {
    const { texts } = imported(
      `${title}\n\n<p>${first.replace('winter', '<b>winter</b>')}</p>\n<p>${second}</p>`,
    );
    expect(texts).toEqual([first, second]);
  });

  it('notes with plain digits go with their marks', () => {
    const { texts, rules } = imported(
      `${title}\n\nNobody else had seen it, the masters said.1 They went on.\n\n1 Interview with the masters, March 2017.`,
    );
    expect(texts).toEqual(['Nobody else had seen it, the masters said. They went on.']);
    expect(rules).toContain('footnote: 1 Interview with the masters, March 2017.');
  });

  it('more than a tenth of the letters left out is for a person to look over', () => {
    const { article } = imported(`${title}\n\n${first}\n\nCorrection: ${second}`);
    expect(article.review).toContain('text');
  });
});

describe('Chinese', () => {
  it('needs no spaces to have paragraphs, and stops end its sentences', () => {
    const paragraphs = [
      '两国海军在海上举行演习。',
      '双方没有签署新的协议，观察人士说。',
      '“明年再来。”一位军官说。',
    ];
    const { article, texts } = imported(
      `海上演习落幕\n\n记者 王某 2024年3月5日 来源：海港评论\n\n${paragraphs.join('\n\n')}\n\n本文仅代表作者个人观点。`,
    );
    expect(texts).toEqual(paragraphs);
    expect(article).toMatchObject({
      title: '海上演习落幕',
      authors: ['王某'],
      publisher: '海港评论',
      published: '2024-03-05',
      language: 'zh',
    });
    expect(article.id).toMatch(/^zh-2024-[0-9a-f]{6}$/);
  });
});
