import { newJob } from '../../src/outbox/job.ts';
import { questionJob, questionOf } from '../../src/questions/answerer.ts';
import type { GivenAnswer, NewQuestion, Question } from '../../src/questions/question.ts';
import type { Database, Use } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { Questions } from '../../src/store/questions.ts';

/** A question as a handler makes it. */
export function asked(key: string, more: Partial<NewQuestion> = {}): NewQuestion {
  const place = { team: 'T1', channel: 'C1', person: 'U1', source: 'mention' } as const;
  return { key, ...place, text: `text of ${key}`, ...more };
}

/** The same question as it is written down. */
export function questionAt(
  key: string,
  askedAt: number,
  more: Partial<NewQuestion> = {},
): Question {
  return questionOf(newJob(questionJob(asked(key, more)), askedAt));
}

/** Works on one open database. */
export function useOf(database: Database): Use {
  return (work) => work(database);
}

/** Asks questions, and answers them, without a bot. */
export function openQuestions(
  use: Use,
  options: { readonly clock: () => number; readonly keepsTexts?: boolean },
) {
  const jobs = new Jobs(use, options);
  const questions = new Questions(use, options);
  const claim = async (key: string, more: Partial<NewQuestion> = {}) => {
    const job = questionJob(asked(key, more));
    const claimed = await jobs.claim(job, (claimed) => questions.asked(questionOf(claimed)));
    if (!claimed) throw new Error(`${key} was claimed already`);
    return claimed.job;
  };
  return {
    questions,
    jobs,
    /** Asks a question that nobody has asked before, and leaves it open. */
    ask: async (key: string, more: Partial<NewQuestion> = {}) => questionOf(await claim(key, more)),
    /** Asks a question and answers it. */
    async answer(key: string, given: GivenAnswer, more: Partial<NewQuestion> = {}) {
      const job = await claim(key, more);
      const question = questionOf(job);
      await jobs.finish(job, { effect: questions.answered(question, given) });
      return question;
    },
  };
}
