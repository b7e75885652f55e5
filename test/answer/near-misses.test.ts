import { describe, expect, it } from '@jest/globals';
import { answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';

const parts = await openLibrary(['examples', 'seeds']);

async function kindOf(text: string): Promise<string> {
  return (await answer({ text }, parts)).kind;
}

describe('a question whose words stand in the library, but its point does not', () => {
  it.each([
    ['a number of something else', 'How many nuclear warheads does China have?'],
    ['a number of something else', 'How many people live in Moscow?'],
    ['names of different passages', 'What did Lena Ostrova say about Medvedev?'],
    ['nothing that was done', 'When did Mao sail to Cuba?'],
    ['nothing that was done', 'Who designed THAAD?'],
    ['no such fact about it', 'What is the population of China?'],
    ['no such fact about it', 'Who is the deputy of Anton Verre?'],
  ])('is not plainly answered by a quote with %s: %s', async (_, question) => {
    expect(await kindOf(question)).not.toBe('answered');
  });

  it.each([
    'How many personnel took part in Tsentr 2019?',
    'How many people were in Tsentr 2019?',
    'How many times have Xi and Putin met?',
    'When was Power of Siberia finished?',
    'When was ESPO built?',
    'Who is the harbour master of Sable Bay?',
    'How much did the scanner cost?',
  ])('is told from one that a passage answers in its own words: %s', async (question) => {
    expect(await kindOf(question)).toBe('answered');
  });
});

describe('what is named as missing', () => {
  it.each([
    ['a country whose people are named', 'What do Koreans think of the dual freeze?'],
    ['initials of a name', 'What does Lena Ostrova of the ISP doubt?'],
    ['the month of publication', 'What did the CNN article of July 2017 say about Korea?'],
  ])('does not include %s', async (_, text) => {
    const found = await answer({ text }, parts);
    const missing = 'missing' in found ? found.missing : [];
    expect(missing.filter((word) => /Korea|ISP|July|2017/.test(word))).toEqual([]);
  });
});
