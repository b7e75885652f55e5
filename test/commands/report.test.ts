import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/report.ts';
import type { Outcome, Source } from '../../src/questions/question.ts';
import { openDatabase } from '../../src/store/database.ts';
import { Feedback } from '../../src/store/feedback.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import { openQuestions, useOf } from '../support/asked.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const url = `file:${join(folder, 'desk.db')}`;
const time = { now: 0 };

function quotes(...articles: string[]): string {
  return JSON.stringify(articles.map((article) => ({ article, paragraph: 1, start: 0, end: 9 })));
}

const report = (databaseUrl: string, ...args: string[]) =>
  runCommand(run, args, { DATABASE_URL: databaseUrl });

beforeAll(async () => {
  const database = await openDatabase(url);
  const clock = () => time.now;
  const use = useOf(database);
  const { answer: give } = openQuestions(use, { clock });
  const feedback = new Feedback(use, clock);
  const ask = async (day: string, source: Source, outcome: Outcome, answer?: string) => {
    time.now = Date.parse(`${day}T12:00:00Z`);
    return give(`${day} ${source} ${outcome}`, { outcome, answer }, { source });
  };
  await ask('2026-01-01', 'mention', 'unknown');
  const old = await ask('2026-01-02', 'command', 'answered', quotes('a-1', 'a-1', 'b-2'));
  await new QuestionArchive(use, clock).forgetOld(Date.parse('2026-01-02'));
  const { id } = await ask('2026-03-01', 'command', 'answered', quotes('a-1'));
  await ask('2026-03-01', 'mention', 'unknown');
  await ask('2026-03-01', 'command', 'failed');
  const judge = { person: 'U1', verdict: 'unhelpful' } as const;
  await feedback.setFeedback({ ...judge, question: old.id, reason: 'too old' });
  time.now += 1000;
  await feedback.setFeedback({ ...judge, question: id });
  await feedback.setFeedback({ ...judge, question: id, person: 'U2', verdict: 'helpful' });
  await database.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run report', () => {
  it('prints what was asked and how it came out', async () => {
    const { stdout, code } = await report(url);
    expect(code).toBe(0);
    expect(stdout).toMatch(/no answer to: 2\n {2}2026-03-01 {2}text of .*unknown {2}\(mention\)/);
    expect(stdout).toContain('2026-01-01  (no longer kept)  (mention)');
    expect(stdout).toMatch(/unhelpful: 2\n.*\(no reason given\) {2}quoting a-1\n.*“too old”/);
    expect(stdout).toMatch(/Quoted most: 2\n +2 {2}a-1\n +1 {2}b-2/);
    expect(stdout).toMatch(
      /2026-03-01 {2}command +2 {2}\(1 with quotes, 0 with the closest passages, 0 unknown, 1 failed\)/,
    );
  });

  it('prints what came since a day, as JSON', async () => {
    const { stdout } = await report(url, '--since', '2026-02-01', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      unanswered: [{ source: 'mention', text: expect.stringMatching(/2026-03-01/) }],
      quoted: [{ article: 'a-1', answers: 1 }],
      days: [
        { day: '2026-03-01', source: 'command', answers: 2 },
        { day: '2026-03-01', source: 'mention', answers: 1, unknown: 1 },
      ],
    });
  });

  it('says what is wrong with its use, or that there is no database, and makes none', async () => {
    expect(await report(url, '--since', 'yesterday')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--since is "yesterday".*Usage: npm run report/s),
    });
    const nowhere = `file:${join(folder, 'nowhere.db')}`;
    for (let i = 0; i < 2; i += 1) {
      expect(await report(nowhere)).toMatchObject({
        code: 69,
        stderr: expect.stringMatching(/no database at .*nowhere\.db \(DATABASE_URL\)/),
      });
    }
  });
});
