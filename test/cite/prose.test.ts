import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { apaInText, apaReference } from '../../src/cite/apa.ts';
import {
  chicagoBibliography,
  chicagoInText,
  chicagoNote,
  chicagoReference,
} from '../../src/cite/chicago.ts';
import { citationStyles, listOf } from '../../src/cite/citation-styles.ts';
import { mlaEntry, mlaInText } from '../../src/cite/mla.ts';
import { type Printed, textOf } from '../../src/cite/printed.ts';
import { type Source, sourceOf } from '../../src/cite/source.ts';
import type { ArticleRecord } from '../../src/library/article.ts';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load.ts';
import type { PartialDate } from '../../src/library/partial-date.ts';
import { generatedRecords } from './oracle-records.ts';

type Oracle = Readonly<
  Record<string, Readonly<Record<string, { readonly list: string; readonly cite: string }>>>
>;

const oracle = JSON.parse(readFileSync(new URL('oracle.json', import.meta.url), 'utf8')) as Oracle;

const writers = {
  'chicago-notes-bibliography': [chicagoBibliography, chicagoNote],
  'chicago-author-date': [chicagoReference, chicagoInText],
  apa: [apaReference, apaInText],
  'modern-language-association': [mlaEntry, mlaInText],
} as const;

/** With italics between underscores, and without the brackets of deduced parts: citeproc has none. */
function marked(printed: Printed): string {
  return printed
    .map(({ text, italic }) => (italic ? `_${text}_` : text))
    .join('')
    .replace(/[[\]]/g, '')
    .replaceAll('__', '');
}

/**
 * Where we mean to differ: Chicago's style leaves out "n.d." where there is neither newspaper nor
 * date; APA's says "Retrieved" without a date of retrieval, which APA 7 (9.16) only wants together,
 * prints one character for its three spaced points, and turns no name that has the family first.
 * citeproc takes the V of "John Jacob Aster V" for an initial and gives it a point.
 */
function expected(style: string, oracle: string, record: ArticleRecord): string {
  const printed = oracle.replace('Aster V.,', 'Aster V,').replace('J. J., V.,', 'J. J., V,');
  if (style === 'apa')
    return printed
      .replace('Retrieved http', 'http')
      .replace('…', '. . .')
      .replace('Ouyang X.', 'Ouyang, X.');
  if (style !== 'chicago-notes-bibliography' || record.published || record.publisher) {
    return printed;
  }
  return printed.includes('n.d.')
    ? printed
    : printed.replace(/([.,])([’”]*) (?=https?:)/, (_, mark, close) =>
        mark === '.' ? `.${close} n.d. ` : `,${close} n.d., `,
      );
}

describe('the prose styles', () => {
  it.each(Object.entries(writers))('print as citeproc does with %s', (style, [list, cite]) => {
    const records = generatedRecords();
    for (const record of records) {
      const printed = oracle[style]?.[record.id];
      const source = { record };
      expect([record.id, marked(list(source)), marked(cite(source))]).toEqual([
        record.id,
        expected(style, printed?.list ?? '', record),
        expected(style, printed?.cite ?? '', record),
      ]);
    }
    expect(records).toHaveLength(156);
  });

  it('list each article once, in the order of their authors or titles', () => {
    const [style] = citationStyles;
    if (style?.kind !== 'prose') throw new Error('no prose style');
    const sources = generatedRecords()
      .slice(0, 3)
      .map((record) => ({ record }));
    const listed = listOf(style, [...sources, ...sources]).map(textOf);
    expect(listed).toEqual(
      [
        'CNN. “Why Beijing and Moscow are close and getting closer.” November 2017.',
        'Hammond, Andrew. “Will the friendship last?” June 17, 2021. https://example.org/a.',
        'Xinhua News Agency. “The ‘dual freeze’ explained.” Arab News, 2020.',
      ].map((line) => expect.stringContaining(line.slice(0, 20))),
    );
  });
});

describe('a quote in a prose style', () => {
  let library: Library;
  beforeAll(async () => {
    library = await loadLibrary(['seeds']);
  });

  function source(id: string, number: number, change: Partial<ArticleRecord> = {}): Source {
    const article = library.articles.get(id);
    const paragraph = article?.paragraphs[number - 1];
    if (!article || !paragraph) throw new Error(`no ${id}, ${number}`);
    return sourceOf({ ...article, ...change }, paragraph, { start: 0, end: 60 });
  }

  it('has its heading in Chicago, and no counted paragraph', () => {
    const original = source('stoner-2026', 7, { text: 'original' });
    expect(textOf(chicagoNote(original))).toBe(
      'Kathryn Stoner, “Contemporary China-Russia-North Korea Alignment: Not Always Together, But Never That Far Apart,” March 2026, under “Realignment Along Three Dimensions: Political, Economic and Defense.”',
    );
    expect(textOf(chicagoInText(original))).toBe(
      '(Stoner 2026, under “Realignment Along Three Dimensions: Political, Economic and Defense”)',
    );
    expect(textOf(chicagoInText(source('hammond-2017', 14, { text: 'original' })))).toBe(
      '(Hammond [2017])',
    );
  });

  it('has its heading and the paragraph below it in APA, or the counted paragraph', () => {
    expect(textOf(apaInText(source('stoner-2026', 7, { text: 'original' })))).toBe(
      '(Stoner, 2026, “Realignment Along Three Dimensions: Political, Economic and Defense” section, para. 1)',
    );
    expect(textOf(apaInText(source('stoner-2026', 8, { text: 'original' })))).toMatch(
      /section, para\. 2\)$/,
    );
    expect(textOf(apaInText(source('hammond-2017', 14, { text: 'original' })))).toBe(
      '(Hammond, [2017], para. 14)',
    );
  });

  it('has no counted paragraph in MLA', () => {
    expect(textOf(mlaInText(source('hammond-2017', 14, { text: 'original' })))).toBe('(Hammond)');
  });

  it("says of a brief that its wording is not the author's", () => {
    const cited = [chicagoNote, chicagoInText, apaInText, mlaInText].map((cite) =>
      textOf(cite(source('hammond-2017', 14))),
    );
    for (const text of cited) expect(text).toContain("in brief; the wording is not the author's");
  });

  it('puts what was deduced into square brackets', () => {
    const deduced: Partial<ArticleRecord> = {
      text: 'original',
      published: '2017-07' as PartialDate,
      inferred: ['title', 'published'],
    };
    const { url: _, ...record } = source('cnn-2017', 1).record;
    const printed = [chicagoNote, chicagoReference, apaReference, mlaEntry].map((write) =>
      textOf(write({ record: { ...record, ...deduced } })),
    );
    expect(printed).toEqual([
      '[“Russia and China draw closer over North Korea,”] CNN, [July 2017].',
      'CNN. [2017]. [“Russia and China draw closer over North Korea.”] [July].',
      '[Russia and China draw closer over North Korea]. ([2017, July]). CNN.',
      '[“Russia and China draw closer over North Korea.”] CNN, [July 2017].',
    ]);
  });

  it('leads to the quoted words of an original, and to the article of a brief', () => {
    const url = 'https://example.org/a';
    const published = '2017' as PartialDate;
    const original = chicagoNote(source('cnn-2017', 11, { url, published, text: 'original' }));
    expect(textOf(original)).toMatch(/https:\/\/example\.org\/a#:~:text=In%201969/);
    expect(textOf(chicagoNote(source('cnn-2017', 11, { url })))).toMatch(
      /example\.org\/a \(in brief/,
    );
  });

  it('has its page in every style that takes what the source prints', () => {
    const paged = (page: string) => {
      const place = source('stoner-2026', 7, { text: 'original' });
      const { pinpoint } = place;
      return pinpoint ? { ...place, pinpoint: { ...pinpoint, page } } : place;
    };
    const cited = (page: string) =>
      [chicagoInText, apaInText, mlaInText].map((cite) => textOf(cite(paged(page))));
    expect(cited('7')).toEqual(['(Stoner 2026, 7)', '(Stoner, 2026, p. 7)', '(Stoner 7)']);
    expect(cited('7-8')).toEqual(['(Stoner 2026, 7–8)', '(Stoner, 2026, pp. 7–8)', '(Stoner 7–8)']);
    expect(cited('PDF 9')).toEqual([
      '(Stoner 2026, PDF page 9)',
      '(Stoner, 2026, PDF p. 9)',
      '(Stoner)',
    ]);
    expect(textOf(chicagoNote(paged('7')))).toMatch(/,” March 2026, 7\.$/);
  });

  it('keeps the comma inside the marks of a heading before an address', () => {
    const place = source('stoner-2026', 7, { text: 'original', url: 'https://example.org/a' });
    expect(textOf(chicagoNote(place))).toMatch(/under “Realignment .* Defense,” https:/);
  });
});

describe('a source in another script', () => {
  const record: ArticleRecord = {
    id: 'wang-2020',
    title: '中俄关系',
    titleRomanised: 'Zhong E guanxi',
    titleTranslated: 'Relations of China and Russia',
    authors: ['王毅'],
    authorsRomanised: ['Wang Yi'],
    publisher: '人民日报',
    published: '2020-05-08' as PartialDate,
    language: 'zh',
    text: 'original',
    inferred: [],
  };

  it('is printed in Latin letters, with its characters and a translation behind', () => {
    const printed = [chicagoNote, chicagoBibliography, apaReference, mlaEntry].map((write) =>
      textOf(write({ record })),
    );
    expect(printed).toEqual([
      'Wang Yi, “Zhong E guanxi” 中俄关系 [Relations of China and Russia], 人民日报, May 8, 2020.',
      'Wang Yi. “Zhong E guanxi” 中俄关系 [Relations of China and Russia]. 人民日报, May 8, 2020.',
      'Wang, Y. (2020, May 8). Zhong E guanxi [Relations of China and Russia]. 人民日报.',
      'Wang Yi. “Zhong E guanxi” 中俄关系 [Relations of China and Russia]. 人民日报, 8 May 2020.',
    ]);
  });

  it('stays in its own script where the record has nothing else', () => {
    const { titleRomanised: _, titleTranslated: __, authorsRomanised: ___, ...plain } = record;
    expect(textOf(chicagoNote({ record: plain }))).toBe('王毅, “中俄关系,” 人民日报, May 8, 2020.');
  });

  it('has an organisation whole where the record says that it is one', () => {
    const named = { ...record, authors: ['Blue Heron'], organisations: ['Blue Heron'] };
    const { authorsRomanised: _, ...organisation } = named;
    expect(textOf(apaReference({ record: organisation }))).toMatch(/^Blue Heron\. \(2020/);
  });
});
