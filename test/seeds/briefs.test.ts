import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { PARAGRAPH_FACTS } from './facts.ts';

const FOLDER = new URL('../../seeds/', import.meta.url);

const PARAGRAPHS: Readonly<Record<string, number>> = {
  'cnn-2017': 19,
  'gan-westcott-2021': 15,
  'hammond-2017': 17,
  'dual-freeze-2017': 11,
  'stoner-2026': 22,
};

/** The record of each brief, without its title and source. */
const RECORDS: Readonly<Record<string, object>> = {
  'cnn-2017': {
    publisher: 'CNN',
    published: '2017-07-05',
    url: 'http://edition.cnn.com/2017/07/05/asia/russia-china-growing-alliance/index.html',
    inferred: ['title'],
  },
  'gan-westcott-2021': {
    authors: ['Nectar Gan', 'Ben Westcott'],
    publisher: 'CNN',
    published: '2021-06-17',
    url: 'https://www.mijovia.com/post/us-and-allies-are-pushing-china-and-russia-closer-together-but-will-their-unbreakable-friendship',
  },
  'hammond-2017': {
    authors: ['Andrew Hammond'],
    publisher: 'Arab News',
    published: '2017-11',
    url: 'https://www.arabnews.com/node/1186786',
    inferred: ['published'],
  },
  'dual-freeze-2017': {
    publisher: 'The Diplomat',
    published: '2017-07',
    url: 'https://thediplomat.com/2017/07/russia-and-china-have-a-common-line-on-resolving-the-north-korean-problem/',
    inferred: ['title'],
  },
  'stoner-2026': { authors: ['Kathryn Stoner'], published: '2026-03' },
};

interface Brief {
  record: Record<string, unknown>;
  headings: string[];
  paragraphs: string[];
}

function readBrief(id: string): Brief {
  const text = readFileSync(new URL(`${id}.md`, FOLDER), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined) throw new Error(`${id}: no front matter`);
  const blocks = parts[2].split(/\n{2,}/).map((block) => block.trim());
  const body = blocks.filter((block) => block !== '');
  return {
    record: parse(parts[1]),
    headings: body.filter((block) => block.startsWith('## ')).map((block) => block.slice(3)),
    paragraphs: body.filter((block) => !block.startsWith('#')),
  };
}

describe('the briefs in seeds/', () => {
  const ids = Object.keys(PARAGRAPHS);

  it('are the five articles', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
    expect(files.sort()).toEqual(ids.map((id) => `${id}.md`).sort());
  });

  it.each(ids)('%s has its record', (id) => {
    const { title, source, ...record } = readBrief(id).record;
    expect(record).toEqual({ id, language: 'en', text: 'brief', ...RECORDS[id] });
    expect(title).toEqual(expect.stringMatching(/\S/));
    expect(source).toEqual({
      file: expect.stringMatching(/^00[0-4]_[0-9a-f]{16}\.txt$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each(Object.entries(PARAGRAPHS))('%s has %i paragraphs', (id, count) => {
    expect(readBrief(id).paragraphs).toHaveLength(count);
  });

  it('keep the four headings of stoner-2026, and have no others', () => {
    expect(readBrief('stoner-2026').headings).toHaveLength(4);
    expect(ids.flatMap((id) => readBrief(id).headings)).toHaveLength(4);
  });

  it.each(ids)('%s has one line of plain text for each paragraph', (id) => {
    for (const paragraph of readBrief(id).paragraphs) {
      expect(paragraph.length).toBeGreaterThanOrEqual(25);
      expect(paragraph).not.toMatch(/[\n*_[\]<`\\]|^[->#+]|^\d+[.)]/);
      expect(paragraph).toMatch(/[.")]$/);
    }
  });
});

describe('the facts of each paragraph', () => {
  it('are listed for every paragraph once', () => {
    const listed = PARAGRAPH_FACTS.map(({ article, paragraph }) => `${article} ${paragraph}`);
    const expected = Object.entries(PARAGRAPHS).flatMap(([id, count]) =>
      Array.from({ length: count }, (_, index) => `${id} ${index + 1}`),
    );
    expect(listed).toEqual(expected);
  });

  it.each(PARAGRAPH_FACTS)('are in $article, paragraph $paragraph', (entry) => {
    const text = readBrief(entry.article).paragraphs[entry.paragraph - 1] ?? '';
    expect(entry.facts.filter((fact) => !fact.test(text))).toEqual([]);
  });

  it.each(PARAGRAPH_FACTS)(
    'list the figures and quoted phrases of $article, paragraph $paragraph',
    (entry) => {
      const text = readBrief(entry.article).paragraphs[entry.paragraph - 1] ?? '';
      const listed = entry.facts.map((fact) => fact.source.replaceAll('\\', '')).join('\n');
      const wanted = text.match(/\d[\d.,]*\d|\d|"[^"]+"/g) ?? [];
      expect(wanted.filter((part) => !listed.includes(part))).toEqual([]);
    },
  );
});
