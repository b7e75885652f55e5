import { describe, expect, it } from '@jest/globals';
import { imported } from './imported.ts';

const first = 'Both ports on the strait will be open through the winter, the harbour masters said.';
const second = 'Nobody could say who would pay for the ice breakers.';

describe('front matter of other tools', () => {
  it.each([
    [
      'Jekyll',
      '---\ntitle: "A Winter Road"\nauthor: Mara Quill\ndate: 2017-03-08 10:00:00 +0300\nlayout: post\n---',
    ],
    [
      'Hugo',
      '+++\ntitle = "A Winter Road"\nauthors = ["Mara Quill"]\ndate = 2017-03-08T10:00:00+03:00\ndraft = false\n+++',
    ],
    [
      'Obsidian',
      '---\ntitle: A Winter Road\nauthor:\n  - "[[Mara Quill]]"\npublished: 2017-03-08\ncreated: 2024-01-02\nsource: https://gazette.example/road\n---',
    ],
  ])('of %s is read for what it says, and the rest is listed', (_, front) => {
    const { article, record, rules } = imported(`${front}\n\n${first}\n`, 'markdown');
    expect(record).toBe('deduced');
    expect(article).toMatchObject({
      id: 'quill-2017',
      title: 'A Winter Road',
      authors: ['Mara Quill'],
      published: '2017-03-08',
      inferred: [],
    });
    expect(rules.filter((rule) => rule.startsWith('field of the front matter'))).toHaveLength(1);
  });

  it('of ours without a language has the one of its text', () => {
    const { article, record } = imported(
      '---\nid: a\ntitle: 海上\n---\n两国海军在海上举行演习。\n',
      'markdown',
    );
    expect(record).toBe('stated');
    expect(article.language).toBe('zh');
  });
});

describe('a body in Markdown', () => {
  it('keeps rows and items, and loses pictures, tags and notes', () => {
    const { texts, article } = imported(
      `A Winter Road\n=============\n\n![A ship](ship.jpg)\n\nBy [Mara Quill](https://gazette.example/mara)\n\n${first}[^1]\n\n<!--more-->\n\n| Year | Ships |\n|---|---|\n| 2016 | 69.6 |\n\n1. one pier\n2. two piers\n\nThe price\n---------\n\n${second}\n\n[^1]: Interview, March 2017.\n`,
      'markdown',
    );
    expect(article).toMatchObject({ title: 'A Winter Road', authors: ['Mara Quill'] });
    expect(texts).toEqual([
      first,
      'Year | Ships',
      '2016 | 69.6',
      '1. one pier',
      '2. two piers',
      second,
    ]);
    expect(article.paragraphs.at(-1)?.heading).toBe('The price');
  });
});
