import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { articleFile, writeFolder } from '../library/folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function ask(args: readonly string[], libraryDirs = 'seeds') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/commands/ask.ts', ...args],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH, LIBRARY_DIRS: libraryDirs } },
  );
  return { status, stdout, stderr };
}

describe('npm run ask', () => {
  it('shows only the beginning of a word without end', () => {
    const { status, stdout } = ask(['x'.repeat(5000)]);
    expect(status).toBe(3);
    expect(stdout).toContain(`Nothing in it mentions “${'x'.repeat(60)}…”.`);
  });

  it('prints one JSON object, and nothing else, on stdout', () => {
    const { status, stdout, stderr } = ask(['--json', '--limit', '1', 'thaad']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
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
          textKind: 'brief',
          score: expect.any(Number),
          citation: expect.stringMatching(/ para\. \d+, counted \(brief\)$/),
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

  it('sets figure, sentence and citation of sources that differ beside each other', () => {
    const question = 'how many km is the China-Russia border';
    expect(ask([question]).stdout).toMatch(
      /^Sources differ on the length of the border of China and Russia:\n {2}4,200 km {2}“[^\n]*4,200[^\n]*”\n {12}— Kathryn Stoner, [^\n]*\n {2}3,645 km {2}“[^\n]*3,645[^\n]*”\n {12}— Andrew Hammond, [^\n]*\n\n“/,
    );
    const { differing, passages } = JSON.parse(ask(['--json', question]).stdout);
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

  it('exits with 3 when the library has no answer, and says what is missing', () => {
    const { status, stdout } = ask(['--json', 'What is the best recipe for borscht?']);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'unknown',
      passages: [],
      missing: ['recipe', 'borscht'],
      nearest: expect.any(Array),
    });
  });

  it('takes the earlier questions of a thread, and prints text for people', () => {
    const alone = ask(['and China?']);
    const inThread = ask(['--thread', 'Who objects to THAAD?', 'and', 'China?']);
    expect(inThread).toMatchObject({ status: 0, stderr: '' });
    expect(inThread.stdout).toMatch(/^“.*THAAD.*”\n {2}— Andrew Hammond, /);
    expect(inThread.stdout).not.toBe(alone.stdout);
  });

  it('exits with 64 and a way out after wrong use', () => {
    const wrong = [['--json'], ['  '], ['--limit', '0', 'thaad'], ['--quick', 'thaad']];
    const results = wrong.map((args) => ask(args));
    expect(results.map(({ status, stdout }) => ({ status, stdout }))).toEqual(
      wrong.map(() => ({ status: 64, stdout: '' })),
    );
    for (const { stderr } of results) expect(stderr).toMatch(/\nUsage: npm run ask -- /);
    expect(results.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
      'There is no question.',
      'There is no question.',
      '--limit is "0"; write a whole number from 1 to 50.',
      expect.stringContaining("Unknown option '--quick'"),
    ]);
  });

  it('exits with 64 for a filter that cannot be read, and says so in JSON too', () => {
    const { status, stdout } = ask(['--json', 'thaad before:soon']);
    expect(status).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'unreadable',
      passages: [],
      problems: [expect.stringMatching(/^I can't read before:soon\. Write a year/)],
    });
  });

  it('reports a library that is not there as a fault, never as nothing found', () => {
    const { status, stdout, stderr } = ask(['--json', 'thaad'], '/absent');
    expect({ status, stdout }).toEqual({ status: 66, stdout: '' });
    expect(stderr).toBe(
      'Left out: /absent: there is no such folder; create it, or take it out of LIBRARY_DIRS\nThere is no article in /absent (LIBRARY_DIRS).\n',
    );
  });

  it('tells on stderr which files were left out, and answers from the others', () => {
    const folder = writeFolder({
      'a.md': articleFile({ url: 'https://example.org/a' }, 'Seoul hosts a radar.'),
      'b.md': 'no record',
    });
    const { status, stdout, stderr } = ask(['--json', 'radar in Seoul'], folder);
    expect(stderr).toMatch(/^Left out: .*b\.md: there is no front matter;.*\n$/);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).passages).toMatchObject([
      {
        textKind: 'original',
        quote: 'Seoul hosts a radar.',
        link: 'https://example.org/a#:~:text=Seoul%20hosts%20a%20radar.',
      },
    ]);
  });

  it('checks a quotation with --verify, and tells by the exit code how that went', () => {
    const folder = writeFolder({
      'a.md': articleFile({ authors: '[Ada Li]' }, 'Nobody in the room spoke of the price.\n'),
    });
    const verify = (...args: string[]) => ask(['--verify', ...args], folder);
    const exact = verify('--json', '"Nobody in the room spoke" — Ada Li');
    expect(exact.status).toBe(0);
    expect(JSON.parse(exact.stdout)).toMatchObject({
      kind: 'exact',
      passages: [{ article: 'a-2017', paragraph: 1, cited: expect.stringMatching(/^Ada Li/) }],
    });
    const altered = verify('Nobody in the house spoke of the price');
    expect(altered.status).toBe(1);
    expect(altered.stdout).toContain('Nobody in the [-room-] {+house+} spoke of the price');
    expect(verify('no such words were ever written').status).toBe(3);
    expect(verify('"short"')).toMatchObject({ status: 64, stdout: expect.stringMatching(/12/) });
  });
});
