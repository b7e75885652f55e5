import { expect, it } from '@jest/globals';
import { newJob } from '../../src/outbox/job.ts';
import { questionJob } from '../../src/questions/answerer.ts';
import type { NewQuestion } from '../../src/questions/question.ts';
import type { Database } from '../../src/store/database.ts';
import { Feedback } from '../../src/store/feedback.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import { Shares } from '../../src/store/shares.ts';
import { Threads } from '../../src/store/threads.ts';
import { asked as newlyAsked, openQuestions, useOf } from '../support/asked.ts';

const day = 24 * 60 * 60_000;

/** Opens the archive, feedback and book of an empty database, on the hundredth day. */
async function openArchive(database: Database, options: { keepsTexts?: boolean } = {}) {
  const time = { now: 100 * day };
  const clock = () => time.now;
  const use = useOf(database);
  const opened = openQuestions(use, { clock, ...options });
  const answer = '[{"article":"a-1","paragraph":1}]';
  const asked = (key: string, more: Partial<NewQuestion> = {}) =>
    opened.answer(key, { outcome: 'answered', answer, replyTs: '1.2' }, more);
  return {
    ...opened,
    ...{ time, use, asked, answerText: answer },
    archive: new QuestionArchive(use, clock),
    feedback: new Feedback(use, clock),
  };
}

/** What the archive promises: to find again what was asked, and to forget it. */
export function findsAndForgets(openDatabase: () => Promise<Database>): void {
  const open = async (options = {}) => openArchive(await openDatabase(), options);

  it('finds a question with its answer by its id', async () => {
    const { archive, asked, answerText: answer } = await open();
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

  it('finds a question for whoever its answer was made: in person, in its channel, where it was shared', async () => {
    const { archive, asked, use } = await open();
    const { id } = await asked('k1', { channel: 'C1', source: 'command' });
    const talk = await asked('k2', { channel: 'C1', source: 'mention' });
    const share = { id: 's', key: 's', team: 'T1', channel: 'C2', person: 'U1', sharedAt: 1 };
    const shared = new Shares().shared({ ...share, question: id, responseUrl: '' });
    await use(({ db }) => shared(db as never));
    const sees = async (question: string, person: string, channel?: string, team = 'T1') =>
      (await archive.seenBy(question, { team, person, channel })) !== undefined;
    expect(await sees(id, 'U1')).toBe(true);
    expect(await sees(id, 'U2', 'C1')).toBe(false);
    expect(await sees(id, 'U2', 'C2')).toBe(true);
    expect(await sees(id, 'U1', 'C1', 'T2')).toBe(false);
    expect(await sees(talk.id, 'U2', 'C1')).toBe(true);
    expect(await sees(talk.id, 'U2', 'C2')).toBe(false);
    expect(await sees(talk.id, 'U2')).toBe(false);
  });

  it("lists a person's last answers, newest first, without commands and open ones", async () => {
    const { time, archive, ask, asked, answer } = await open();
    for (const key of ['one', 'two', 'three']) {
      await asked(key);
      time.now += 1000;
    }
    await asked('of another', { person: 'U2' });
    await asked('elsewhere', { team: 'T2' });
    await answer('help', { outcome: 'help' });
    await answer('borscht', { outcome: 'unknown' });
    await ask('open');
    const keys = (await archive.lastOf('T1', 'U1', 3)).map(({ key }) => key);
    expect(keys).toEqual(['borscht', 'three', 'two']);
  });

  it('forgets a person: questions, verdicts, and what is still being answered', async () => {
    const { time, jobs, questions, archive, feedback, ask, asked } = await open();
    const old = await asked('old');
    const other = await asked('of another', { person: 'U2' });
    await feedback.setFeedback({ question: other.id, person: 'U1', verdict: 'unhelpful' });
    time.now += day;
    const recent = await asked('recent');
    const open1 = await ask('being answered');
    expect(await archive.forget('T1', 'U1')).toBe(2);
    const job = newJob(questionJob(newlyAsked('being answered')), time.now);
    const effect = questions.answered(open1, { outcome: 'answered', answer: '[]' });
    await jobs.finish(job, { effect });
    expect(await archive.byId(old.id)).toBeUndefined();
    for (const { id } of [recent, open1]) {
      const left = await archive.byId(id);
      expect(left).toMatchObject({ text: undefined, person: undefined, answer: undefined });
    }
    expect(await feedback.feedbackOf(other.id, 'U1')).toBeUndefined();
    expect(await archive.byId(other.id)).toMatchObject({ text: 'text of of another' });
    expect(await jobs.claim(questionJob(newlyAsked('recent')))).toBeUndefined();
  });

  it('keeps the text of what is still to be answered, however old', async () => {
    const { archive, ask, time } = await open();
    const { id } = await ask('k1');
    await archive.forgetOld(time.now + day);
    expect(await archive.byId(id)).toMatchObject({ text: 'text of k1', person: 'U1' });
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

  it('keeps no text beyond the answer when it is told so', async () => {
    const { jobs, questions, archive, ask, asked, time } = await open({ keepsTexts: false });
    const [answered, expired] = [await asked('k1'), await ask('k2')];
    const job = newJob(questionJob(newlyAsked('k2')), time.now);
    await jobs.giveUp(job, { effect: questions.gaveUp(expired) });
    for (const { id } of [answered, expired]) {
      expect((await archive.byId(id))?.text).toBeUndefined();
    }
    expect((await archive.byId(answered.id))?.answer).toBeDefined();
  });

  it('forgets nobody for whoever was forgotten already', async () => {
    const { archive, asked } = await open();
    const { id } = await asked('k1');
    await archive.forget('T1', 'U1');
    expect(await archive.forget('T1', '')).toBe(0);
    expect(await archive.byId(id)).toBeDefined();
  });
}

/** What is promised of the answers of a thread. */
export function listsThreads(openDatabase: () => Promise<Database>): void {
  const thread = '17.000100';
  const place = { team: 'T1', channel: 'C1', thread };

  it('lists the answers of a thread in the order of the questions, private ones for their person', async () => {
    const database = await openDatabase();
    const { use, ask, archive, time, answer } = await openArchive(database);
    const threads = new Threads(use, () => time.now);
    const answerTo = async (text: string, more: Partial<NewQuestion>) => {
      const given = { outcome: 'answered', answer: text, replyTs: '17.000900' } as const;
      const question = await answer(text, given, { channel: 'C1', thread: undefined, ...more });
      time.now += 1000;
      return question;
    };
    await answerTo('first', { thread, person: 'U2' });
    await answerTo('private', { aboutThread: thread, person: 'U1', source: 'find sources' });
    await answerTo("another's private", { aboutThread: thread, person: 'U2' });
    const shared = await answerTo('shared', { aboutThread: thread, person: 'U2' });
    const share = { id: 's1', key: 's1', ...place, person: 'U2', question: shared.id };
    await new Shares().shared({ ...share, responseUrl: '', sharedAt: time.now })(
      database.db as never,
    );
    await answerTo('second', { thread, ts: '17.000300' });
    await answerTo('elsewhere', { thread: '16.000100' });
    await answerTo('of another channel', { thread, channel: 'C2' });
    await answerTo('of another team', { thread, team: 'T2' });
    await answer('unknown', { outcome: 'unknown' }, { channel: 'C1', thread });
    await ask('open', { channel: 'C1', thread });
    expect(await threads.answersIn(place, 'U1')).toEqual(['first', 'private', 'shared', 'second']);
    await archive.forget('T1', 'U2');
    expect(await threads.answersIn(place, 'U1')).toEqual(['private', 'second']);
  });

  it('finds the answer to a direct message by the question and by the answer', async () => {
    const database = await openDatabase();
    const { use, answer, answerText } = await openArchive(database);
    const threads = new Threads(use, Date.now);
    const given = { outcome: 'answered', answer: answerText, replyTs: '17.000200' } as const;
    await answer('k1', given, { channel: 'D1', ts: '17.000100', thread: undefined });
    for (const ts of ['17.000100', '17.000200']) {
      const found = await threads.answersIn({ team: 'T1', channel: 'D1', thread: ts }, 'U1');
      expect(found).toEqual([answerText]);
    }
  });
}

/** What feedback promises. */
export function keepsVerdicts(openDatabase: () => Promise<Database>): void {
  const open = async () => openArchive(await openDatabase());

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
}
