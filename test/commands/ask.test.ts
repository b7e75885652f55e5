import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/ask.ts';
import { withStoredArticles } from '../../src/commands/stored-articles.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { madeArticle } from '../search/made-article.ts';
import { runCommand } from '../support/run-command.ts';

function ask(args: readonly string[], libraryDirs = 'seeds') {
  return runCommand(run, args, { LIBRARY_DIRS: libraryDirs });
}

describe('npm run ask', () => {
  it('knows the articles of the database, and not those that were removed there', async () => {
    const folder = writeFolder({ 'lib/a.md': articleFile({ id: 'a' }, 'A ferry to Harbin.') });
    const env = { LIBRARY_DIRS: 'lib' };
    await withStoredArticles({ env, folder }, async ({ made }) => {
      await made().add(madeArticle('b', ['A bridge to Heihe.']), { key: '1', person: 'U1' });
      const [a] = (await loadLibrary([join(folder, 'lib')])).articles.values();
      if (a) await made().remove(a, { key: '2', person: 'U1' });
    });
    const { stdout } = await runCommand(run, ['--json', 'sources'], env, folder);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'b' }]);
    const found = await runCommand(run, ['--json', 'bridge to Heihe'], env, folder);
    expect(JSON.parse(found.stdout)).toMatchObject({ passages: [{ article: 'b' }] });
  });

  it('shows only the beginning of a word without end', async () => {
    const { code, stdout } = await ask(['x'.repeat(5000)]);
    expect(code).toBe(3);
    expect(stdout).toContain(`Nothing here mentions: “${'x'.repeat(60)}…”.`);
  });

  it('prints one JSON object, and nothing else, on stdout', async () => {
    const { code, stdout, stderr } = await ask(['--json', '--limit', '1', 'thaad']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout);
    expect(found).toEqual({
      question: 'thaad',
      kind: 'answered',
      passages: [
        {
          article: expect.any(String),
          paragraph: expect.any(Number),
          text: expect.stringContaining('THAAD'),
          quote: expect.stringContaining('THAAD'),
          language: 'en',
          textKind: 'brief',
          score: expect.any(Number),
          citation: expect.stringMatching(/ para\. \d+, counted \(brief\)$/),
          link: expect.stringMatching(/^https:/),
        },
      ],
      differing: [],
      missing: [],
      nearest: [],
      notes: [],
      ms: expect.any(Number),
    });
    const [{ text, quote }] = found.passages;
    expect(text).toContain(quote);
  });

  it('sets figure, sentence and citation of sources that differ beside each other', async () => {
    const question = 'how many km is the China-Russia border';
    expect((await ask([question])).stdout).toMatch(
      /^Sources differ on the length of the border of China and Russia:\n {2}4,200 km {2}In brief, after Kathryn Stoner: [^\n]*4,200[^\n]*\n {12}— Kathryn Stoner, [^\n]*\n {2}3,645 km {2}In brief, after Andrew Hammond: [^\n]*3,645[^\n]*\n {12}— Andrew Hammond, [^\n]*\n\nIn brief, after /,
    );
    const { differing, passages } = JSON.parse((await ask(['--json', question])).stdout);
    expect(differing).toEqual([
      {
        title: 'length of the border of China and Russia',
        sides: ['4,200 km', '3,645 km'].map((figure) => ({
          figure,
          quote: expect.stringContaining(figure.replace(' km', '')),
          article: expect.any(String),
          paragraph: expect.any(Number),
          citation: expect.stringMatching(/para\. \d+/),
        })),
      },
    ]);
    const texts = passages.map(({ quote }: { quote: string }) => quote).join('\n');
    for (const { quote } of differing[0].sides) expect(texts).toContain(quote);
  });

  it('exits with 3 when the library has no answer, and says what is missing', async () => {
    const { code, stdout } = await ask(['--json', 'What is the best recipe for borscht?']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'unknown',
      passages: [],
      missing: ['recipe', 'borscht'],
      nearest: expect.any(Array),
    });
  });

  it('takes the earlier questions of a thread, and prints text for people', async () => {
    const alone = await ask(['and China?']);
    const inThread = await ask(['--thread', 'Who objects to THAAD?', 'and', 'China?']);
    expect(inThread).toMatchObject({ code: 0, stderr: '' });
    expect(inThread.stdout).toMatch(
      /^\(Understood as: and China\? .*\nIn brief, after Andrew Hammond: .*THAAD.*\n {2}— Andrew Hammond, /,
    );
    expect(inThread.stdout).not.toBe(alone.stdout);
  });

  it('exits with 64 and a way out after wrong use', async () => {
    const wrong = [['--json'], ['  '], ['--limit', '0', 'thaad'], ['--quick', 'thaad']];
    const results = await Promise.all(wrong.map((args) => ask(args)));
    expect(results.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      wrong.map(() => ({ code: 64, stdout: '' })),
    );
    for (const { stderr } of results) expect(stderr).toMatch(/\nUsage: npm run ask -- /);
    expect(results.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
      'There is no question.',
      'There is no question.',
      '--limit is "0"; write a whole number from 1 to 50.',
      expect.stringContaining("Unknown option '--quick'"),
    ]);
  });

  it('exits with 64 for a filter that cannot be read, and says so in JSON too', async () => {
    const { code, stdout } = await ask(['--json', 'thaad before:soon']);
    expect(code).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'unreadable',
      passages: [],
      problems: [expect.stringMatching(/^I can't read before:soon\. Write a year/)],
    });
  });

  it('reports a library that is not there as a fault, never as nothing found', async () => {
    const { code, stdout, stderr } = await ask(['--json', 'thaad'], '/absent');
    expect({ code, stdout }).toEqual({ code: 66, stdout: '' });
    expect(stderr).toBe(
      'Left out: /absent: there is no such folder; create it, or take it out of LIBRARY_DIRS\nThere is no article in /absent (LIBRARY_DIRS).\n',
    );
  });

  it('tells on stderr which files were left out, and answers from the others', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ url: 'https://example.org/a' }, 'Seoul hosts a radar.'),
      'b.md': 'no record',
    });
    const { code, stdout, stderr } = await ask(['--json', 'radar in Seoul'], folder);
    expect(stderr).toMatch(/^Left out: .*b\.md: there is no front matter;.*\n$/);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).passages).toMatchObject([
      {
        textKind: 'original',
        quote: 'Seoul hosts a radar.',
        link: 'https://example.org/a#:~:text=Seoul%20hosts%20a%20radar.',
      },
    ]);
  });

  it('names the language of each passage, and its page where the source has pages', async () => {
    const folder = writeFolder({
      'a.md': articleFile(
        { language: 'ru', pages: '[ii, 7-8]' },
        'Предисловие.\n\nПаром до Харбина.',
      ),
    });
    const { stdout } = await ask(['--json', 'паром'], folder);
    expect(JSON.parse(stdout).passages).toMatchObject([
      { paragraph: 2, page: '7-8', language: 'ru', quote: 'Паром до Харбина.' },
    ]);
  });

  it('checks a quotation with --verify, and tells by the exit code how that went', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ authors: '[Ada Li]' }, 'Nobody in the room spoke of the price.\n'),
    });
    const verify = (...args: string[]) => ask(['--verify', ...args], folder);
    const exact = await verify('--json', '"Nobody in the room spoke" — Ada Li');
    expect(exact.code).toBe(0);
    expect(JSON.parse(exact.stdout)).toMatchObject({
      kind: 'exact',
      passages: [{ article: 'a-2017', paragraph: 1, cited: expect.stringMatching(/^Ada Li/) }],
    });
    const altered = await verify('Nobody in the house spoke of the price');
    expect(altered.code).toBe(1);
    expect(altered.stdout).toContain('Nobody in the [-room-] {+house+} spoke of the price');
    expect((await verify('no such words were ever written')).code).toBe(3);
    expect(await verify('"short"')).toMatchObject({
      code: 64,
      stdout: expect.stringMatching(/12/),
    });
  });
});

describe('the words of Slack in the terminal', () => {
  it('"timeline" sets all passages in the order of what is dated in them', async () => {
    const folder = writeFolder({
      'a.md': articleFile(
        { id: 'li-2017', published: '2017' },
        'The harbour of Port Sable was dug in the late 1950s.\n\nThe harbour of Port Sable froze in 1989.\n\nThe harbour of Port Sable is deep.',
      ),
    });
    const timeline = async (text: string) =>
      JSON.parse((await ask(['--json', text], folder)).stdout).passages.map(
        ({ paragraph, when }: { paragraph: number; when: { label: string; kind: string } }) =>
          `${paragraph} ${when.label}, ${when.kind}`,
      );
    const oldest = [
      '1 Late 1950s (approximate), approximate',
      '2 1989, written',
      '3 Published 2017, published',
    ];
    expect(await timeline('timeline harbour of Port Sable')).toEqual(oldest);
    expect(await timeline('timeline newest harbour of Port Sable')).toEqual(oldest.toReversed());
    const { stdout } = await ask(['timeline harbour of Port Sable'], folder);
    expect(stdout).toMatch(/^Late 1950s \(approximate\)\n.*dug[\s\S]*\n\n1989\n.*froze/);
  });

  it('"verify" checks a quotation as --verify does', async () => {
    const words = '"no such words were ever written" — Ada Li';
    const found = await ask([`verify ${words}`]);
    expect(found).toEqual(await ask(['--verify', words]));
    expect(found.code).toBe(3);
  });

  it('"sources" lists the articles, and "article" opens one to be read in place', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ id: 'li-2017' }, '## Rooms\n\nOne room.\n\nTwo rooms.'),
    });
    const sources = await ask(['sources'], folder);
    expect(sources.stdout).toMatch(/^The library holds 1 articles?\.\nli-2017\n {2}/);
    const { code, stdout } = await ask(['article LI-2017'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\nRooms\n\n\[1\] One room\.\n\n\[2\] Two rooms\.\n$/);
    const json = JSON.parse((await ask(['--json', 'article li-2017'], folder)).stdout);
    expect(json).toMatchObject({ id: 'li-2017', paragraphs: [{ number: 1 }, { number: 2 }] });
    expect(await ask(['article wu-2000'], folder)).toEqual({
      code: 3,
      stdout: '',
      stderr: 'The library has no article “wu-2000”. It has li-2017.\n',
    });
  });

  it('"ask" makes a question of a word that is a command', async () => {
    const words = await ask(['ask sources']);
    expect(words.stdout).not.toContain('The library holds');
  });

  it('says what works in Slack only, and what lacks its second half', async () => {
    expect(await ask(['forget'])).toEqual({
      code: 64,
      stdout: '',
      stderr: '“forget” works in Slack only. To look for the word: npm run ask -- "ask forget"\n',
    });
    expect(await ask(['verify'])).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/^Nothing follows “verify”\.\nUsage: /),
    });
  });
});
