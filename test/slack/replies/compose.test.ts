import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type AskedQuestion, answer } from '../../../src/answer/answer.ts';
import { openLibrary } from '../../../src/answer/open-library.ts';
import { boltLogger } from '../../../src/log.ts';
import type { Question } from '../../../src/questions/question.ts';
import { createCompose } from '../../../src/slack/replies/compose.ts';
import { sayIn } from '../../../src/texts/say.ts';

const parts = await openLibrary(['seeds']);

/** What makes replies from the shipped articles, and how often it has searched them. */
function composer() {
  const searched: string[] = [];
  const search: typeof parts.search = {
    find(query, limit) {
      searched.push(query.text);
      return parts.search.find(query, limit);
    },
  };
  const ask = (question: AskedQuestion) => answer(question, { ...parts, search });
  const compose = createCompose({
    library: parts.library,
    answer: ask,
    store: { questions: { earlier: async () => [] } } as never,
    articles: { historyOf: async () => [] },
    command: '/sino-russia',
    sayTo: async () => sayIn('en'),
    log: boltLogger(pino({ level: 'silent' })),
  });
  return { compose, ask, searched };
}

const question = (text: string, source: Question['source'] = 'mention'): Question => ({
  ...{ id: 'Q1', key: 'k', team: 'T1', channel: 'C1', person: 'U1', source, text },
  askedAt: 0,
});

describe('a reply', () => {
  it('is made from one search, a timeline too', async () => {
    for (const text of ['why does China object to THAAD?', 'timeline north korea']) {
      const { compose, searched } = composer();
      expect(await compose(question(text))).toMatchObject({ outcome: 'answered' });
      expect(searched).toHaveLength(1);
    }
  });
});
