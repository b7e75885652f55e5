import { describe, expect, it } from '@jest/globals';
import { AST, parse as parseRis } from 'astrocite-ris';
import bibtex from 'bibtex';
import fc from 'fast-check';
import { writeBibtex } from '../../src/cite/bibtex.ts';
import { toCslItem, writeCslJson } from '../../src/cite/csl-json.ts';
import { writeRis } from '../../src/cite/ris.ts';
import type { ArticleRecord } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { anyArticle } from '../slack/hostile.ts';
import { generatedRecords } from './oracle-records.ts';

const { articles } = await loadLibrary(['seeds']);
/** The records of the articles that ship, and the generated ones. */
const records: readonly ArticleRecord[] = [
  ...[...articles.values()].map(({ paragraphs: _, ...record }) => record),
  ...generatedRecords(),
];

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX styles bring these along; the parser does not. */
const monthStrings = months.map((month, at) => `@string{${month} = "${at + 1}"}`).join('\n');

const escapes: Readonly<Record<string, string>> = {
  textbraceleft: '{',
  textbraceright: '}',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** TeX's text as a reader sees it. */
function readTex(text: string): string {
  const names = Object.keys(escapes).join('|');
  const command = new RegExp(`\\\\(?:(${names})|(.))`, 'gs');
  return text.replace(command, (_, name, sign) => escapes[name] ?? sign);
}

function readBibtex(text: string) {
  const file = bibtex.parseBibFile(`${monthStrings}\n${text}`);
  return (id: string) => {
    const entry = file.getEntry(id);
    const field = (name: string) => readTex(String(entry?.getFieldAsString(name) ?? ''));
    const names = entry?.getAuthors()?.authors$ ?? [];
    return {
      type: entry?.type,
      field,
      names: names.map(({ firstNames, vons, lastNames, jrs }) =>
        [firstNames, vons, lastNames, jrs].map((part) => readTex(part.join(' '))),
      ),
    };
  };
}

const withAnything = anyArticle.map(({ paragraphs: _, ...record }): ArticleRecord => record);

describe('BibTeX', () => {
  it('comes back from a parser as it was written', async () => {
    const entryOf = readBibtex(writeBibtex(records.map((record) => ({ record }))));
    for (const record of records) {
      const { type, field, names } = entryOf(record.id);
      const [year = '', month, day] = record.published?.split('-') ?? [];
      expect({
        type,
        title: field('title'),
        journal: field('journal'),
        url: field('url'),
        date: ['year', 'month', 'day'].map(field),
        names: names.length,
      }).toEqual({
        type: record.publisher ? 'article' : 'misc',
        title: record.title,
        journal: record.publisher ?? '',
        url: record.url ?? '',
        date: [year, month ? String(Number(month)) : '', day ? String(Number(day)) : ''],
        names: record.authors.length,
      });
    }
  });

  it('keeps names of bodies whole, and the parts of people apart', () => {
    const [record] = namesOf([
      '王毅',
      'Ursula von der Leyen',
      'Ministry of Gas and Oil',
      'A King Jr.',
    ]);
    const { names } = readBibtex(writeBibtex([{ record }]))('x');
    expect(names).toEqual([
      ['', '', '王毅', ''],
      ['Ursula', 'von der', 'Leyen', ''],
      ['', '', 'Ministry of Gas and Oil', ''],
      ['A', '', 'King', 'Jr.'],
    ]);
  });

  it('can be read whatever a record holds', () => {
    fc.assert(
      fc.property(withAnything, (record) => {
        // BibTeX takes both; this parser takes no @ within braces, and finds "constructor" in every file.
        fc.pre(!JSON.stringify(record).includes('@') && !(record.id in {}));
        const { field } = readBibtex(writeBibtex([{ record }]))(record.id);
        expect(field('title').replace(/\s+/g, ' ')).toBe(record.title.replace(/\s+/g, ' '));
      }),
      { numRuns: 100 },
    );
  });
});

describe('RIS', () => {
  it('comes back from a parser as it was written', async () => {
    const entries = parseRis(writeRis(records.map((record) => ({ record }))));
    const raw = AST.parse(writeRis(records.map((record) => ({ record })))).children;
    expect(entries).toHaveLength(records.length);
    for (const [index, record] of records.entries()) {
      const entry = entries[index];
      expect({
        id: entry?.id,
        title: entry?.title,
        paper: entry?.['container-title'],
        url: entry?.URL,
        type: raw[index]?.type,
        authors: raw[index]?.properties.filter(({ key }) => key === 'AU').length,
      }).toEqual({
        id: record.id,
        title: record.title,
        paper: record.publisher,
        url: record.url,
        type: record.publisher ? 'NEWS' : 'ELEC',
        authors: record.authors.length,
      });
      const [date = []] = entry?.issued?.['date-parts'] ?? [];
      expect(date.filter(Boolean).join('-')).toBe(record.published ?? '');
    }
  });

  it('has one line a field, whatever a record holds', () => {
    fc.assert(
      fc.property(withAnything, (record) => {
        const lines = writeRis([{ record }]).split('\n');
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
        expect(lines).toContain(`TI  - ${record.title}`);
      }),
      { numRuns: 100 },
    );
  });
});

/** What each format gives a meaning, put where an article's owner may write. */
const intruders = [
  'A title\nER  - \nTY  - BOOK\nTI  - Forged',
  'A title\r\nUR  - https://evil.example',
  'A title}, note = {forged}, title = {x',
  'A title}}\n\n@book{forged, title = {Forged}}',
  '@comment{ \\input{/etc/passwd} % $x$ #1 ~ ^ _ &',
  '"}, {"id": "forged", "title": "Forged',
  '\u2028TY  - BOOK\u0085TI  - Forged\u000bER  - ',
  '\\"; rm -rf / #',
];

const text = fc.oneof(fc.constantFrom(...intruders), fc.string({ unit: 'binary', minLength: 1 }));

/** Records as no reader of ours would hand them out: nothing in them was cleaned. */
const rawRecord: fc.Arbitrary<ArticleRecord> = fc
  .record({
    title: text,
    titleTranslated: fc.option(text, { nil: undefined }),
    publisher: fc.option(text, { nil: undefined }),
    authors: fc.array(text, { maxLength: 3 }),
  })
  .map((record) => ({ ...record, id: 'x', language: 'en', text: 'original', inferred: [] }));

describe('what stands in a record', () => {
  it('makes no entry and no field of its own in RIS', () => {
    fc.assert(
      fc.property(fc.array(rawRecord, { minLength: 1, maxLength: 3 }), (raw) => {
        const { children } = AST.parse(writeRis(raw.map((record) => ({ record }))));
        expect(children.map(({ type }) => type)).toEqual(
          raw.map(({ publisher }) => (publisher ? 'NEWS' : 'ELEC')),
        );
        for (const [at, { properties }] of children.entries()) {
          const keys = properties.map(({ key }) => key).filter((key) => key !== 'AU');
          const { titleTranslated, publisher } = raw[at] ?? {};
          const wanted = ['ID', 'TI', ...(titleTranslated ? ['TT', 'N1'] : []), 'LA'];
          expect(new Set(keys)).toEqual(new Set([...wanted, ...(publisher ? ['T2'] : [])]));
          expect(properties.filter(({ key }) => key === 'UR')).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes no entry and no field of its own in BibTeX', () => {
    fc.assert(
      fc.property(rawRecord, (record) => {
        // The parser takes no @ within braces, which BibTeX does.
        fc.pre(!JSON.stringify(record).includes('@'));
        const written = writeBibtex([{ record }, { record: { ...record, id: 'y' } }]);
        const file = bibtex.parseBibFile(written);
        const names = ['author', 'title', 'journal', 'language', 'note'];
        expect(Object.keys(file.entries$)).toEqual(['x', 'y']);
        for (const id of ['x', 'y']) {
          const fields = Object.keys(file.getEntry(id)?.fields ?? {});
          expect(fields.filter((name) => !names.includes(name))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stands in CSL-JSON as it is', () => {
    fc.assert(
      fc.property(rawRecord, (record) => {
        const items = JSON.parse(writeCslJson([{ record }])) as Record<string, unknown>[];
        expect(items).toHaveLength(1);
        expect(items[0]).toMatchObject({ id: 'x', title: record.title });
        expect(items[0]?.['container-title']).toBe(record.publisher || undefined);
        expect(items[0]).not.toHaveProperty('URL');
      }),
      { numRuns: 300 },
    );
  });
});

describe('CSL-JSON', () => {
  it('tells the parts of names and dates apart', async () => {
    const [record] = namesOf([
      'Wang Wen',
      'Nectar Gan',
      'Wei Li',
      '王毅',
      'J. R. R. Tolkien',
      'Xinhua',
    ]);
    expect(toCslItem({ record }).author).toEqual([
      { family: 'Wang', given: 'Wen', 'static-ordering': true },
      { family: 'Gan', given: 'Nectar' },
      { family: 'Li', given: 'Wei' },
      { literal: '王毅' },
      { family: 'Tolkien', given: 'J. R. R.' },
      { literal: 'Xinhua' },
    ]);
  });

  it('is JSON with one item a source', async () => {
    const items = JSON.parse(writeCslJson(records.map((record) => ({ record })))) as object[];
    expect(items).toHaveLength(records.length);
    expect(items[0]).toMatchObject({
      id: 'cnn-2017',
      type: 'article-newspaper',
      note: "Deduced from the contents: title. The stored text is a brief: its wording is not the author's.",
    });
  });
});

function namesOf(authors: readonly string[]): [ArticleRecord] {
  return [{ id: 'x', title: 'T', authors, language: 'en', text: 'original', inferred: [] }];
}
