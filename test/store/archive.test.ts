import { describe, expect, it } from '@jest/globals';
import { Feedback } from '../../src/store/feedback.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import { type NewQuestion, Questions } from '../../src/store/questions.ts';

const day = 24 * 60 * 60_000;

async function open(at = 100 * day) {
  const time = { now: at };
  const clock = () => time.now;
  const database = await openDatabase('file::memory:');
  const book = new Questions(database, { clock });
  const archive = new QuestionArchive(database, clock);
  const ask = async (key: string, more: Partial<NewQuestion> = {}) => {
    const question = await book.claim({
      key,
      team: 'T1',
      channel: 'C1',
      person: 'U1',
      surface: 'mention',
      text: `text of ${key}`,
      ...more,
    });
    if (!question) throw new Error(`${key} was claimed already`);
    return question;
  };
  const answer = '[{"article":"a-1","paragraph":1}]';
  const asked = async (key: string, more: Partial<NewQuestion> = {}) => {
    const question = await ask(key, more);
    await book.answered(question, { outcome: 'answered', answer, replyTs: '1.2' });
    return question;
  };
  return { time, book, archive, feedback: new Feedback(database, clock), ask, asked, answer };
}

describe('the archive of questions', () => {
  it('finds a question with its answer by its id', async () => {
    const { archive, asked, answer } = await open();
    const { id } = await asked('k1');
    expect(await archive.byId(id)).toMatchObject({
      id,
      text: 'text of k1',
      person: 'U1',
      status: 'answered',
      outcome: 'answered',
      answer,
      replyTs: '1.2',
      answeredAt: 100 * day,
    });
    expect(await archive.byId('nobody')).toBeUndefined();
  });

  it("lists a person's last answers, newest first, without shares, commands and open ones", async () => {
    const { time, book, archive, ask, asked } = await open();
    for (const key of ['one', 'two', 'three']) {
      await asked(key);
      time.now += 1000;
    }
    await asked('shared', { surface: 'share' });
    await asked('of another', { person: 'U2' });
    await asked('elsewhere', { team: 'T2' });
    await book.answered(await ask('help'), { outcome: 'help' });
    await book.answered(await ask('borscht'), { outcome: 'unknown' });
    await ask('open');
    const keys = (await archive.lastOf('T1', 'U1', 3)).map(({ key }) => key);
    expect(keys).toEqual(['borscht', 'three', 'two']);
  });

  it('forgets a person: questions, verdicts, and what is still being answered', async () => {
    const { time, book, archive, feedback, ask, asked } = await open();
    const old = await asked('old');
    const other = await asked('of another', { person: 'U2' });
    await feedback.setFeedback({ question: other.id, person: 'U1', verdict: 'unhelpful' });
    time.now += day;
    const recent = await asked('recent');
    const open1 = await ask('being answered');
    expect(await archive.forget('T1', 'U1')).toBe(2);
    await book.answered(open1, { outcome: 'answered', answer: '[]' });
    expect(await archive.byId(old.id)).toBeUndefined();
    for (const { id } of [recent, open1]) {
      const left = await archive.byId(id);
      expect(left).toMatchObject({ text: undefined, person: undefined, answer: undefined });
    }
    expect(await feedback.feedbackOf(other.id, 'U1')).toBeUndefined();
    expect(await archive.byId(other.id)).toMatchObject({ text: 'text of of another' });
    await expect(ask('recent')).rejects.toThrow(/claimed already/);
  });

  it('forgets texts, people and answers after a time, and everything a week later', async () => {
    const { time, archive, feedback, asked } = await open();
    const { id } = await asked('k1');
    for (const person of ['U1', 'U2']) {
      await feedback.setFeedback({ question: id, person, verdict: 'unhelpful', reason: 'wrong' });
    }
    time.now += day;
    const younger = await asked('k2');
    await archive.forgetOld(time.now);
    expect(await archive.byId(id)).toMatchObject({
      text: undefined,
      person: undefined,
      answer: undefined,
      outcome: 'answered',
    });
    expect(await feedback.feedbackOf(id, 'U1')).toBeUndefined();
    expect(await archive.byId(younger.id)).toMatchObject({ text: 'text of k2' });
    await archive.forgetOld(time.now + 7 * day);
    expect(await archive.byId(id)).toBeUndefined();
  });
});

describe('feedback', () => {
  it('is one verdict per person and answer, and can be changed', async () => {
    const { feedback } = await open();
    const mine = { question: 'q1', person: 'U1' };
    await feedback.setFeedback({ ...mine, verdict: 'helpful' });
    await feedback.setFeedback({ ...mine, verdict: 'unhelpful' });
    await feedback.setFeedback({ question: 'q1', person: 'U2', verdict: 'helpful' });
    expect(await feedback.feedbackOf('q1', 'U1')).toEqual({
      ...mine,
      verdict: 'unhelpful',
      reason: undefined,
    });
    expect(await feedback.feedbackOf('q1', 'U2')).toMatchObject({ verdict: 'helpful' });
    expect(await feedback.feedbackOf('q2', 'U1')).toBeUndefined();
  });

  it('keeps a reason as long as the verdict stays', async () => {
    const { feedback } = await open();
    const mine = { question: 'q1', person: 'U1' };
    await feedback.setFeedback({ ...mine, verdict: 'unhelpful', reason: 'too old' });
    await feedback.setFeedback({ ...mine, verdict: 'unhelpful' });
    expect(await feedback.feedbackOf('q1', 'U1')).toMatchObject({ reason: 'too old' });
    await feedback.setFeedback({ ...mine, verdict: 'unhelpful', reason: 'off topic' });
    expect(await feedback.feedbackOf('q1', 'U1')).toMatchObject({ reason: 'off topic' });
    await feedback.setFeedback({ ...mine, verdict: 'helpful' });
    expect((await feedback.feedbackOf('q1', 'U1'))?.reason).toBeUndefined();
  });
});
