import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerParts, answer } from '../../src/answer/answer.ts';
import { isReversed } from '../../src/answer/flow.ts';
import { openLibrary } from '../../src/answer/open-library.ts';

let parts: AnswerParts;

beforeAll(async () => {
  parts = await openLibrary(['seeds']);
});

const reversed = (question: string, ...texts: string[]) =>
  isReversed(
    question,
    texts.map((text) => ({ text })),
    parts.library,
  );

describe('a passage on the opposite of what is asked', () => {
  it.each([
    ['What has Russia bought from China?', 'China bought 24 jets from Russia.'],
    ['How much gas does China sell to Russia?', 'Gas that Russia supplies to China is cheap.'],
    ['Japanese exports to India', 'Japan takes half of the steel that India exported to Japan.'],
    ['Russian investment in China', 'The Chinese have invested in Russia.'],
    ['What did Moscow import from Beijing?', 'In 2015 Beijing imported coal from Moscow.'],
  ])('is known: %s', (question, text) => {
    expect(reversed(question, text)).toBe(true);
  });

  it.each([
    ['What has China bought from Russia?', 'China bought 24 jets from Russia.'],
    ['What has Russia bought from China?', 'Russia exports ore to China and in return gets cars.'],
    ['What has Russia bought from China?', 'China and Russia trade in many things.'],
    ['What has Russia bought from China?', 'Trade of China with Russia fell.'],
    ['Who gave China weapons?', 'China sold nothing to Russia.'],
    ['What does Russia think of China?', 'China bought 24 jets from Russia.'],
  ])('is nothing else: %s — %s', (question, text) => {
    expect(reversed(question, text)).toBe(false);
  });

  it('does not count beside one on what is asked', () => {
    const [there, back] = ['China sold cars to Russia.', 'Russia sold gas to China.'];
    expect(reversed('What did China sell to Russia?', there, back)).toBe(false);
    expect(reversed('What did Russia invest in China?', 'China invested in Russia.', back)).toBe(
      true,
    );
  });

  it('is shown among the closest, and answers nothing for certain', async () => {
    const kindOf = async (text: string) => (await answer({ text }, parts)).kind;
    expect(await kindOf('What arms does China buy from Russia?')).toBe('answered');
    expect(await kindOf('What arms does Russia buy from China?')).toBe('perhaps');
  });
});
