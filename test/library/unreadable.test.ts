import { describe, expect, it } from '@jest/globals';
import { parseArticle, parseInSteps } from '../../src/library/parse-article.ts';
import { articleFile } from './folders.ts';

function problemsOf(body: string): readonly string[] {
  const parsed = parseArticle(articleFile({}, body));
  return 'problems' in parsed ? parsed.problems : [];
}

const fill = (pattern: string, length = 19_000) =>
  pattern.repeat(length / pattern.length).slice(0, length);

describe('a text that would keep the Markdown parser busy is not given to it', () => {
  // Each took it a quarter of a second to eight.
  it.each([
    ['pictures in pictures', `${fill('![', 9500)}${fill(']()', 9500)}`],
    ['emphasis in emphasis', `${fill('*a ', 9500)}${fill(' a*', 9500)}`],
    ['emphasis of two kinds', fill('*a_ ')],
    ['stars and underlines', fill('*_')],
    ['stars within words', fill('a*')],
    ['labels of pictures', fill('![a]')],
    ['labels of labels', fill('[a][')],
    ['labels in labels', fill('[[a]]')],
    ['links with open titles', `${fill('[](a (', 4000)}${fill('x y', 15_000)}`],
    ['escapes', fill('\\# ')],
    ['a dense text that is short', fill('*_[', 2600)],
    ['marks that comments divide into blocks', fill('*_<!--\n\n-->', 40_000)],
  ])('%s', (_, body) => {
    expect(problemsOf(`One.\n\n${body}`)).toEqual([
      expect.stringMatching(
        /^a paragraph of \d+ characters has \d+ marks of Markdown \(.+\); divide it by empty lines, or take/,
      ),
    ]);
  });

  it.each([
    ['quotes in quotes', '>'.repeat(10), 'a quote (>) is nested 10 times or more; nest it less'],
    [
      'a quote that goes on in lazy lines',
      `>${fill('a\n', 1100)}`,
      'a paragraph has 551 lines; divide it by empty lines into paragraphs of at most 500',
    ],
    [
      'a wall of text',
      fill('word ', 20_005),
      'a paragraph has 20005 characters; divide it by empty lines into paragraphs of at most 20000',
    ],
    [
      'an archive',
      fill('a\n\n', 60_000),
      'the text has 20001 paragraphs; divide it into articles of at most 10000',
    ],
  ])('%s', (_, body, problem) => {
    expect(problemsOf(`One.\n\n${body}`)).toEqual([problem]);
  });
});

describe('a text that people write is read', () => {
  it.each([
    ['a book', fill(`${fill('Long words and short. ', 900)}\n\n`, 900_000)],
    ['a paragraph of 3,000 words, broken into lines', fill(`${fill('word ', 70)}\n`)],
    ['a paragraph full of links', fill('see [the report](https://example.org/a_b), ', 5000)],
    ['a paragraph of short verses', fill('O captain, my captain, our trip is done\n')],
    ['a page of footnotes', fill('Twenty words and a note \\[1\\], then more of them. ', 12_000)],
  ])('%s', (_, body) => {
    expect(problemsOf(body)).toEqual([]);
  });

  it('in steps, so that others have their turn after every block', () => {
    const steps = parseInSteps(articleFile({}, 'One.\n\n# A heading\n\nTwo.\n \n\nThree.'));
    expect([...steps]).toHaveLength(4);
  });
});
