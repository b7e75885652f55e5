import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSought } from '../../src/language/asking.ts';

const askingOf = (text: string) => {
  const { start, end } = readSought(text).asking ?? { start: 0, end: 0 };
  return text.slice(start, end);
};

describe('what a question asks for', () => {
  it.each([
    ['How many soldiers came?', 'count', 'How many'],
    ['And how long is the border?', 'length', 'how long'],
    ['how much does it cost', 'amount', 'how much'],
    ['What was the approximate number of visits?', 'count', 'What was the approximate number'],
    ['In what year was the fund set up?', 'year', 'what year'],
    ['On what date did they meet?', 'date', 'what date'],
    ['What share of the arms is Russian?', 'share', 'What share'],
    ['What is the length of the border?', 'length', ''],
    ['length of the border', 'length', ''],
    ['Сколько солдат прибыло?', 'count', 'Сколько'],
    ['В каком году подписали договор?', 'year', 'В каком году'],
    ['Какова длина границы?', 'length', ''],
    ['Кто подписал договор?', 'person', 'Кто'],
    ['谁签署了条约？', 'person', '谁'],
    ['條約是什麼時候簽署的？', 'date', '什麼時候'],
    ['中国人口是多少？', 'size', ''],
    ['这条铁路多少公里？', 'length', '多少公里'],
    ['Сколько километров до Хабаровска?', 'length', 'Сколько километров'],
    ['管道有多长？', 'length', '多长'],
    ['When did they meet?', 'date', ''],
    ['Whose visit was it?', 'person', ''],
    ['Where did they meet?', 'place', ''],
    ['What is the name of the exercise?', undefined, 'What is the name'],
    ['What happened in 1969?', undefined, 'What happened'],
  ])('is told by its first question word: %s', (question, kind, asking) => {
    expect(readSought(question).kind).toBe(kind);
    expect(askingOf(question)).toBe(asking);
  });

  it('is not told by a later question word', () => {
    expect(readSought('What did Xi say when he met Putin?')).toEqual({});
    expect(readSought('border length')).toEqual({});
    expect(readSought('Somewhat many whenever')).toEqual({});
  });

  it('is asked for by words of the question, whatever it is', () => {
    const word = fc.constantFrom(
      'what',
      'how',
      'is',
      'the',
      'many',
      'year',
      'who',
      'gas',
      '3',
      '?',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
        const text = words.join(' ');
        const { asking } = readSought(text);
        if (asking) expect(text.slice(asking.start, asking.end)).toMatch(/^(?:how|what|which)\s/i);
      }),
    );
  });
});
