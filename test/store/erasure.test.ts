import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { StoredArticles } from '../../src/store/articles.ts';
import { openDatabase } from '../../src/store/database.ts';
import { Feedback } from '../../src/store/feedback.ts';
import { QuestionArchive, startRetention } from '../../src/store/question-archive.ts';
import { madeArticle } from '../search/made-article.ts';
import { openQuestions, useOf } from '../support/asked.ts';
import { afterTest, fromBot, seen, startDesk, temporaryFolder } from '../support/start-desk.ts';

const day = 24 * 60 * 60_000;

/** Each kind of text that belongs to a person, by a word that stands in nothing else. */
const traces = /CANARY/;

/** The bytes of a database's files, as they lie there while it is open. */
async function bytesOf(path: string): Promise<string> {
  const files = [path, `${path}-wal`, `${path}-shm`].map((file) => readFile(file, 'latin1'));
  return (await Promise.all(files)).join('\n');
}

/** A database in which 300 questions of different lengths were asked, answered and judged, in turn with others'. */
async function openCrowded() {
  const path = join(await temporaryFolder(), 'desk.db');
  const database = await openDatabase(`file:${path}`);
  afterTest(() => database.close());
  const time = { now: 100 * day };
  const clock = () => time.now;
  const use = useOf(database);
  const { answer } = openQuestions(use, { clock });
  const feedback = new Feedback(use, clock);
  for (let i = 0; i < 300; i += 1) {
    const isMine = i % 3 === 0;
    const word = isMine ? 'CANARY' : 'other';
    const given = { outcome: 'answered', answer: `["${word}"]`, replyTs: '1.2' } as const;
    const question = await answer(`key ${(i * 7919) % 300}`, given, {
      person: `U${word}`,
      text: `${word} ${'and so on '.repeat((i * 31) % 400)}`,
    });
    const judged = { question: question.id, person: `U${word}`, verdict: 'unhelpful' } as const;
    await feedback.setFeedback({ ...judged, reason: word });
  }
  return { path, time, archive: new QuestionArchive(use, clock) };
}

describe('what was asked, in the files of an open SQLite database,', () => {
  it('is in no byte after its person said forget, and what others asked still is', async () => {
    const { path, archive, time } = await openCrowded();
    expect(await bytesOf(path)).toMatch(traces);
    time.now += day / 2;
    await archive.forget('T1', 'UCANARY');
    const left = await bytesOf(path);
    expect(left).not.toMatch(traces);
    expect(left).toMatch(/Uother/);
  });

  it('is in no byte after the days that questions are kept', async () => {
    const { path, archive, time } = await openCrowded();
    await archive.forgetOld(time.now + 1);
    expect(await bytesOf(path)).not.toMatch(/CANARY|other/);
  });

  it('is in no byte soon after the start of a bot whose file held what was deleted before', async () => {
    const path = join(await temporaryFolder(), 'desk.db');
    await (await openDatabase(`file:${path}`)).close();
    const old = new SqliteFile(path);
    old.exec(`create table t (text); insert into t values ('${'CANARY'.repeat(5000)}')`);
    old.exec('delete from t');
    old.close();
    expect(await readFile(path, 'latin1')).toMatch(traces);
    const database = await openDatabase(`file:${path}`);
    afterTest(() => database.close());
    const archive = new QuestionArchive(useOf(database));
    await new Promise<void>((resolve) => {
      const forgetOld = (before: number) => archive.forgetOld(before).then(resolve);
      const end = startRetention(30, { forgetOld });
      afterTest(async () => end());
    });
    expect(await bytesOf(path)).not.toMatch(traces);
  });

  it('is in no byte once a running bot has answered "forget"', async () => {
    const { slack, env } = await startDesk();
    const path = (env.DATABASE_URL ?? '').slice('file:'.length);
    const ask = (text: string) =>
      slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    await ask('CANARY thaad');
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(await bytesOf(path)).toMatch(traces);
    await ask('forget');
    expect(seen(await slack.waitFor(() => fromBot(slack, 'general')[1]))).toMatch(/Forgotten: 1/);
    expect(await bytesOf(path)).not.toMatch(traces);
  });
});

describe('an article, in the files of an open SQLite database,', () => {
  it('is in no byte after it was erased, nor are its versions and proposals; another one still is', async () => {
    const path = join(await temporaryFolder(), 'desk.db');
    const database = await openDatabase(`file:${path}`);
    afterTest(() => database.close());
    const use = useOf(database);
    const store = new StoredArticles({ read: use, write: use }, { library: 'main' });
    const act = (key: string) => ({ key, person: 'U1' });
    const textOf = (word: string, i: number) =>
      Array.from({ length: 1 + (i % 7) }, (_, at) => `${word} ${at} ${'so on '.repeat(i * 9)}`);
    for (let i = 0; i < 60; i += 1) {
      const other = madeArticle(`other-${i}`, textOf('other', i));
      await store.add(other, act(`add ${i}`));
    }
    const mine = madeArticle('mine', textOf('CANARY', 50), { title: 'CANARY' });
    const later = { ...mine, paragraphs: mine.paragraphs.slice(1) };
    await store.add(mine, act('add mine'));
    await store.correct(mine, later, act('correct'));
    const proposal = { format: 'pdf', leftOut: ['CANARY'], replaces: 'mine' };
    await store.propose({ ...proposal, article: { ...mine, id: 'copy' } }, act('propose'));
    expect(await bytesOf(path)).toMatch(traces);
    await store.erase(later, act('erase'));
    const left = await bytesOf(path);
    expect(left).not.toMatch(traces);
    expect(left).toMatch(/other 3/);
  });
});

describe('the files of a SQLite database', () => {
  const modesOf = (path: string) =>
    Promise.all(['', '-wal', '-shm'].map(async (end) => (await stat(path + end)).mode & 0o777));

  it('are for nobody but their owner', async () => {
    const path = join(await temporaryFolder(), 'desk.db');
    const database = await openDatabase(`file:${path}`);
    afterTest(() => database.close());
    expect(await modesOf(path)).toEqual([0o600, 0o600, 0o600]);
  });

  it('are so too when an earlier version let everybody read them', async () => {
    const path = join(await temporaryFolder(), 'desk.db');
    await writeFile(path, '');
    await chmod(path, 0o644);
    const database = await openDatabase(`file:${path}`);
    afterTest(() => database.close());
    expect(await modesOf(path)).toEqual([0o600, 0o600, 0o600]);
  });
});
