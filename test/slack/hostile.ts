import fc from 'fast-check';
import { cite } from '../../src/answer/citation.ts';
import type { CitedQuote } from '../../src/answer/quote.ts';
import type { Article } from '../../src/library/article.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import type { PartialDate } from '../../src/library/partial-date.ts';

const nasty = [
  '<!here> <!channel> <@U1> <#C1|x> <https://evil.example|bank>',
  '`code` ```fence``` *bold* _italic_ ~gone~ > quote :smile:',
  '&amp; & &lt;!here&gt; < >',
  '\u202eright to left\u202c مرحبا שלום',
  '\u0000\u0007\u001b[31m\ufffe',
  '👩‍🚀🇷🇺😀'.repeat(20),
  '\ud83d',
  '\n\n\t ',
  '& '.repeat(400),
  '',
];

/** Text that may break a message: markup, controls, half characters, nothing at all, far too much. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .tuple(fc.constantFrom('x', ' &', 'a<', '😀', 'слово '), fc.nat(100_000))
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
);

const line = (max: number) =>
  fc
    .oneof(
      fc.constant(
        'x '
          .repeat(max)
          .slice(0, max - 1)
          .trim(),
      ),
      hostileText,
    )
    .map((text) => {
      const [clean = ''] = /^[^\p{C}\p{Z}](?:.*[^\p{C}\p{Z}])?/su.exec(
        text
          .replace(/[\p{C}\p{Z}]+/gu, ' ')
          .slice(0, max)
          .trim(),
      ) ?? ['x'];
      return clean || 'x';
    });

/** A name that the loader takes for one, whatever is in it. */
const wholeName = line(120).map((name) => `{${name.replace(/[{}]/g, '').trim() || 'x'}}`);

/** Any article whose record the library's loader takes. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,40}(-[0-9]{1,39})?$/),
    title: line(400),
    authors: fc.array(wholeName, { maxLength: 30 }),
    publisher: fc.option(line(200), { nil: undefined }),
    published: fc.option(fc.constantFrom('2017', '2017-11', '2017-11-05'), { nil: undefined }),
    url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }), {
      nil: undefined,
    }),
    text: fc.constantFrom('brief', 'original'),
    inferred: fc.subarray(['title', 'authors', 'publisher', 'published', 'url']),
  })
  .chain((record) =>
    fc.tuple(line(300), line(800)).map(([heading, body]) => {
      const yaml = Object.entries(record)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
        .join('');
      const parsed = parseArticle(`---\n${yaml}---\nText.\n`);
      if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
      return { ...parsed.article, paragraphs: [{ number: 1, text: body, heading }] };
    }),
  );

const spans = fc.array(
  fc.record({ start: fc.integer({ min: -5, max: 900 }), end: fc.integer({ min: -5, max: 900 }) }),
  { maxLength: 12 },
);

/** A quote of an article, with matches that may lie anywhere. */
export const anyQuote: fc.Arbitrary<CitedQuote> = fc
  .tuple(anyArticle, spans, fc.option(hostileText, { freq: 5, nil: undefined }))
  .map(([article, matches, words]) => {
    const [paragraph] = article.paragraphs;
    if (!paragraph) throw new Error('no paragraph');
    const text = words ?? paragraph.text;
    const place = { start: 0, end: text.length };
    return {
      article: article.id,
      paragraph: 1,
      ...place,
      text,
      matches,
      score: 1,
      citation: cite(article, { ...paragraph, text }, place),
    };
  });

/** The longest record that the loader takes, and the longest quote of it. */
export function longestQuote(id: string): CitedQuote {
  const x = (length: number) => 'x'.repeat(length);
  const paragraph = { number: 99_999, text: x(800), heading: x(300) };
  const article: Article = {
    id,
    title: x(400),
    authors: [x(120), x(120), x(120)],
    publisher: x(200),
    published: '2017-09-30' as PartialDate,
    url: `https://example.org/${x(980)}`,
    language: 'en',
    text: 'original',
    inferred: ['title', 'authors', 'publisher', 'published'],
    paragraphs: [paragraph],
  };
  const place = { start: 0, end: 800 };
  const citation = cite(article, paragraph, place);
  return {
    article: id,
    paragraph: 99_999,
    ...place,
    text: x(800),
    matches: [],
    score: 1,
    citation,
  };
}
