import { describe, expect, it } from '@jest/globals';
import { parseArticle } from '../../src/library/parse-article.ts';
import { articleFile } from './folders.ts';

function problemsOf(file: string): string[] {
  const parsed = parseArticle(file);
  return 'problems' in parsed ? parsed.problems : [];
}

function articleOf(file: string) {
  const parsed = parseArticle(file);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.article;
}

const x = (length: number) => 'x'.repeat(length);
const digest = 'a'.repeat(64);
const listOf = (length: number, entry: string) => `[${Array(length).fill(entry).join(', ')}]`;

describe('a record', () => {
  it('holds what its front matter states', () => {
    const fields = {
      authors: '[Nectar Gan, Ben Westcott]',
      publisher: 'CNN',
      published: '2021-06-17',
      url: 'https://example.org/a b',
      language: 'en-GB',
      text: 'brief',
      inferred: '[title, published]',
      source: `{ file: 001_7bfc.txt, sha256: ${digest} }`,
    };
    expect(articleOf(articleFile(fields))).toEqual({
      id: 'a-2017',
      title: 'A title',
      authors: ['Nectar Gan', 'Ben Westcott'],
      publisher: 'CNN',
      published: '2021-06-17',
      url: 'https://example.org/a%20b',
      language: 'en-GB',
      text: 'brief',
      inferred: ['title', 'published'],
      source: { file: '001_7bfc.txt', sha256: digest },
      paragraphs: [{ number: 1, text: 'One paragraph.' }],
    });
  });

  it('leaves out what is not stated, and invents nothing', () => {
    const fields = { publisher: '', published: '', url: '', authors: '' };
    const bare = {
      id: 'a-2017',
      title: 'A title',
      authors: [],
      language: 'en',
      text: 'original',
      inferred: [],
      paragraphs: [{ number: 1, text: 'One paragraph.' }],
    };
    expect(articleOf(articleFile())).toEqual(bare);
    expect(articleOf(articleFile(fields))).toEqual(bare);
  });

  it('takes numbers, truth values and dates as the text that stands there', () => {
    const fields = { title: '1984', authors: '[yes, 007]', published: '2017' };
    expect(articleOf(articleFile(fields))).toMatchObject({
      title: '1984',
      authors: ['yes', '007'],
      published: '2017',
    });
  });

  it('takes one author without brackets', () => {
    expect(articleOf(articleFile({ authors: 'Andrew Hammond' })).authors).toEqual([
      'Andrew Hammond',
    ]);
  });

  it('takes a name in braces for a whole one, with and without quotation marks', () => {
    expect(
      articleOf(articleFile({ authors: '["{RAND Corporation}", {Valdai Club}, Ada Li]' })),
    ).toMatchObject({
      authors: ['RAND Corporation', 'Valdai Club', 'Ada Li'],
      organisations: ['RAND Corporation', 'Valdai Club'],
    });
    expect(
      articleOf(articleFile({ authors: '[White House]', organisation: 'true' })),
    ).toMatchObject({ authors: ['White House'], organisations: ['White House'] });
  });

  it.each(['Keller, Paul T., Jr.', 'Li Keqiang', 'Institute of Asian and African Studies'])(
    'takes %s for one name',
    (name) => {
      expect(articleOf(articleFile({ authors: `["${name}"]` })).authors).toEqual([name]);
    },
  );

  it('holds names in other letters, what to look over, where it was fetched, and its pages', () => {
    const stated = {
      title: '中俄关系',
      titleRomanised: 'Zhong E guanxi',
      titleTranslated: 'China and Russia',
      authors: ['王文'],
      authorsRomanised: ['Wang Wen'],
      review: ['published', 'text'],
      source: {
        file: 'a.pdf',
        sha256: digest,
        url: 'https://example.org/a.pdf',
        retrieved: '2026-11-25',
      },
    };
    const fields = Object.entries(stated).map(([name, value]) => [name, JSON.stringify(value)]);
    const article = articleOf(articleFile({ ...Object.fromEntries(fields), pages: '[7-8]' }));
    expect(article).toMatchObject(stated);
    expect(article.paragraphs).toEqual([{ number: 1, text: 'One paragraph.', page: '7-8' }]);
  });

  it('keeps a | out of addresses, where Slack gives it a meaning', () => {
    expect(articleOf(articleFile({ url: 'https://example.org/a|b?c|d' })).url).toBe(
      'https://example.org/a%7Cb?c%7Cd',
    );
  });

  it('is free of control characters and of marks that reorder text', () => {
    const title = '"a\\u0007\\u202E b\\u200B\\uFEFF\\t c\\uD83D \\u2066d"';
    expect(articleOf(articleFile({ title })).title).toBe('a b c d');
  });

  it.each(['2017', '2017-01', '2016-02-29', '2017-12-31'])(
    'may be published on %s',
    (published) => {
      expect(articleOf(articleFile({ published })).published).toBe(published);
    },
  );
});

const forms = {
  id: 'write lower-case words joined by hyphens, such as hammond-2017',
  published: 'write YYYY, YYYY-MM or YYYY-MM-DD, or leave it out',
  authors: 'write a list of at most 30 names of at most 120 characters, such as [Andrew Hammond]',
  url: 'write an http or https address of at most 1000 characters, or leave it out',
  language: 'write a language code such as en',
  text: 'write original or brief',
  inferred:
    'write names out of title, authors, publisher, published, url, each once, such as [title]',
  source:
    'write { file: name, sha256: 64 lower-case hexadecimal digits }, with url and retrieved (YYYY-MM-DD) where it was fetched, or leave it out',
  review:
    'write names out of title, authors, publisher, published, url, text, each once, such as [title]',
  pages: 'write one page for each paragraph, in order, such as [1, 1, 1-2, PDF 9]',
  several:
    'write each name by itself, such as [Jane Doe, John Roe]; write "{…}" around one that is whole',
};

const fieldNames =
  'id, authors, organisation, title, titleRomanised, titleTranslated, authorsRomanised, publisher, published, url, language, text, inferred, review, source, pages';

describe('a wrong value is reported with its field, what was found and what to write', () => {
  it.each([
    ['id', undefined, `\`id\` is missing; ${forms.id}`],
    ['id', '', `\`id\` is missing; ${forms.id}`],
    ['id', 'Hammond 2017', `\`id\` is "Hammond 2017"; ${forms.id}`],
    ['id', 'a--b', `\`id\` is "a--b"; ${forms.id}`],
    ['id', x(81), `\`id\` is "${x(60)}…"; ${forms.id}`],
    ['id', '[a]', `\`id\` is "["a"]"; ${forms.id}`],
    ['title', undefined, '`title` is missing; write one line of text'],
    ['title', '{ a: b }', '`title` is "{"a":"b"}"; write one line of text'],
    ['title', '"\\u200B "', '`title` is ""; write some text'],
    ['title', x(401), `\`title\` is "${x(60)}…"; write at most 400 characters`],
    ['publisher', '[CNN]', '`publisher` is "["CNN"]"; write one line of text'],
    ['publisher', x(201), `\`publisher\` is "${x(60)}…"; write at most 200 characters`],
    ['authors', '[a, {b: c}]', `\`authors\` is "["a",{"b":"c"}]"; ${forms.authors}`],
    ['authors', '[a, ""]', `\`authors\` is "["a",""]"; ${forms.authors}`],
    ['authors', `[${x(121)}]`, `\`authors\` is "["${x(58)}…"; ${forms.authors}`],
    [
      'authors',
      listOf(31, 'abcd'),
      `\`authors\` is "[${'"abcd",'.repeat(9).slice(0, 59)}…"; ${forms.authors}`,
    ],
    ['published', '2017-13', `\`published\` is "2017-13"; ${forms.published}`],
    ['published', '2017-02-30', `\`published\` is "2017-02-30"; ${forms.published}`],
    ['published', '0000', `\`published\` is "0000"; ${forms.published}`],
    ['published', 'November 2017', `\`published\` is "November 2017"; ${forms.published}`],
    ['published', '2017-1', `\`published\` is "2017-1"; ${forms.published}`],
    ['published', '[2017]', `\`published\` is "["2017"]"; ${forms.published}`],
    ['url', 'javascript:alert(1)', `\`url\` is "javascript:alert(1)"; ${forms.url}`],
    ['url', 'example.org', `\`url\` is "example.org"; ${forms.url}`],
    ['url', 'file:///etc/passwd', `\`url\` is "file:///etc/passwd"; ${forms.url}`],
    ['url', `https://a.b/${x(1000)}`, `\`url\` is "https://a.b/${x(48)}…"; ${forms.url}`],
    ['language', 'English', `\`language\` is "English"; ${forms.language}`],
    ['text', 'summary', `\`text\` is "summary"; ${forms.text}`],
    ['inferred', '[date]', `\`inferred\` is "["date"]"; ${forms.inferred}`],
    ['inferred', '[title, title]', `\`inferred\` is "["title","title"]"; ${forms.inferred}`],
    ['source', 'a.txt', `\`source\` is "a.txt"; ${forms.source}`],
    [
      'source',
      '{ file: a, sha256: b }',
      `\`source\` is "{"file":"a","sha256":"b"}"; ${forms.source}`,
    ],
    [
      'source',
      `{ file: a, sha256: ${digest}, b: c }`,
      `\`source\` is "{"file":"a","sha256":"${'a'.repeat(38)}…"; ${forms.source}`,
    ],
    ['review', '[date]', `\`review\` is "["date"]"; ${forms.review}`],
    ['pages', '[1, {a: b}]', `\`pages\` is "["1",{"a":"b"}]"; ${forms.pages}`],
    [
      'pages',
      '[1, 2]',
      '`pages` names 2 pages for 1 paragraphs; write one for each, or leave it out',
    ],
    [
      'authors',
      '[Jane Doe and John Roe]',
      `\`authors\` is "Jane Doe and John Roe"; ${forms.several}`,
    ],
    ['authors', '[Jane Doe; John Roe]', `\`authors\` is "Jane Doe; John Roe"; ${forms.several}`],
    ['authors', '["Jane Doe, John Roe"]', `\`authors\` is "Jane Doe, John Roe"; ${forms.several}`],
    ['authors', '[J. Doe et al.]', `\`authors\` is "J. Doe et al."; ${forms.several}`],
    [
      'authorsRomanised',
      '[Wang Wen]',
      '`authorsRomanised` is "["Wang Wen"]"; write the names of `authors` in Latin letters, as many and in the same order',
    ],
    [
      'source',
      `{ file: a, sha256: ${digest}, retrieved: 2026 }`,
      `\`source\` is "{"file":"a","sha256":"${'a'.repeat(38)}…"; ${forms.source}`,
    ],
    ['autor', 'Hammond', `"autor" is no field; the fields are ${fieldNames}`],
    ['__proto__', 'x', `"__proto__" is no field; the fields are ${fieldNames}`],
  ])('%s: %s', (field, value, problem) => {
    const file =
      field === '__proto__'
        ? '---\nid: a\ntitle: b\n__proto__: x\n---\nText'
        : articleFile({ [field]: value });
    expect(problemsOf(file)).toEqual([problem]);
  });

  it('together with all other wrong values', () => {
    const file = articleFile({ id: undefined, published: 'soon', text: 'short' }, '');
    expect(problemsOf(file)).toEqual([
      `\`id\` is missing; ${forms.id}`,
      `\`published\` is "soon"; ${forms.published}`,
      `\`text\` is "short"; ${forms.text}`,
      'the body is empty; write the paragraphs below the second ---',
    ]);
  });

  it('in one line without control characters, never with half a character', () => {
    const [problem] = problemsOf(articleFile({ id: `"\\n\\e${x(57)}😀"` }));
    expect(problem).toBe(`\`id\` is "${x(57)}…"; ${forms.id}`);
  });
});

describe('front matter', () => {
  it.each([
    ['is absent', 'Just text.'],
    ['does not begin the file', '\n---\nid: a\n---\nText'],
    ['does not end', '---\nid: a\ntitle: b\n\nText'],
    ['begins with a longer line', '---x\n---\nid: a\ntitle: b\n---\nText'],
  ])('that %s is reported', (_, file) => {
    expect(problemsOf(file)).toEqual([
      'there is no front matter; begin the file with a line ---, the record, and a line ---',
    ]);
  });

  it('that is no YAML is reported with the line of the file', () => {
    expect(problemsOf('---\nid: a\ntitle: "b\n---\nText')).toEqual([
      expect.stringMatching(/^the front matter is not YAML: .* at line 4, column 1/),
    ]);
    expect(problemsOf('---\nid: a\nid: b\n---\nText')).toEqual([
      expect.stringMatching(/^the front matter is not YAML: .*unique at line 3/),
    ]);
  });

  it('that is longer than any record is not read at all', () => {
    expect(problemsOf(`---\n${'a: b\n'.repeat(20_001)}---\nText`)).toEqual([
      'the front matter has 100005 characters; write at most 100000',
    ]);
  });

  it('that is a list, a text or nested without end is reported', () => {
    const wanted = 'the front matter is no list of `name: value` lines';
    expect(problemsOf('---\n- a\n---\nText')).toEqual([wanted]);
    expect(problemsOf('---\na\n---\nText')).toEqual([wanted]);
    expect(problemsOf(`---\nid: ${'['.repeat(9000)}\n---\nText`)).toEqual([
      expect.stringMatching(/^the front matter is not YAML/),
    ]);
  });

  it('that is empty lacks its fields', () => {
    expect(problemsOf('---\n---\nText')).toEqual([
      `\`id\` is missing; ${forms.id}`,
      '`title` is missing; write one line of text',
    ]);
  });

  it('that multiplies aliases is refused before it fills the memory', () => {
    const bomb = 'abcdefgh'
      .split('')
      .map((name, index, names) => {
        const inner = index === 0 ? 'lol' : `*${names[index - 1]}`;
        return `${name}: &${name} ${listOf(9, inner)}`;
      })
      .join('\n');
    expect(problemsOf(`---\n${bomb}\nid: *h\n---\nText`)).toEqual([
      expect.stringMatching(/^the front matter cannot be read: Excessive alias count/),
    ]);
  });

  it('may have Windows line ends, old Mac ones, and a byte order mark', () => {
    const file = articleFile({ publisher: 'CNN' }, 'One\nline.\n\nTwo.\n');
    const article = articleOf(file);
    expect(article.paragraphs.map(({ text }) => text)).toEqual(['One line.', 'Two.']);
    expect(articleOf(file.replaceAll('\n', '\r\n'))).toEqual(article);
    expect(articleOf(file.replaceAll('\n', '\r'))).toEqual(article);
    expect(articleOf(`\ufeff${file}`)).toEqual(article);
  });

  it('ends at its second line of three hyphens; later ones belong to the body', () => {
    const { paragraphs } = articleOf(articleFile({}, 'One.\n\n---\n\nid: x\n\n---\n\nTwo.'));
    expect(paragraphs.map(({ text }) => text)).toEqual(['One.', 'id: x', 'Two.']);
  });
});

describe('a body', () => {
  it.each(['', '\n \n', '# Only a heading\n', '<!-- to be written -->', '---'])(
    'without a paragraph is reported: %j',
    (body) => {
      expect(problemsOf(articleFile({}, body))).toEqual([
        'the body is empty; write the paragraphs below the second ---',
      ]);
    },
  );

  it('with a heading too long for citations is reported', () => {
    expect(problemsOf(articleFile({}, `One.\n\n# ${x(301)}\n\nTwo.`))).toEqual([
      'the heading above paragraph 2 has 301 characters; write at most 300',
    ]);
  });
});
