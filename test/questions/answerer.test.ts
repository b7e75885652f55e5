import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/outbox/delivery.ts';
import { newJob } from '../../src/outbox/job.ts';
import { Answerer, type AnswererParts, questionJob } from '../../src/questions/answerer.ts';
import type { NewQuestion } from '../../src/questions/question.ts';
import { sayIn } from '../../src/texts/say.ts';
import { asked } from '../support/asked.ts';

const minute = 60_000;

/** An answerer that notes what it posts, and where. */
function openAnswerer(parts: Partial<AnswererParts> = {}) {
  const posted: { readonly to: object; readonly message: Message }[] = [];
  const outcomes: string[] = [];
  const effect = async () => {};
  const answerer = new Answerer({
    compose: async () => ({ reply: { text: 'an answer', blocks: [] }, outcome: 'answered' }),
    poster: {
      async post(to, message) {
        posted.push({ to, message });
        return { kind: 'posted', ts: '1.5' };
      },
      find: async () => ({ kind: 'absent' }),
    },
    records: {
      asked: () => effect,
      answered(_, { outcome }) {
        outcomes.push(outcome);
        return effect;
      },
      gaveUp: () => effect,
      unasked() {
        outcomes.push('unasked');
        return effect;
      },
    },
    sayTo: async () => sayIn('en'),
    log: { info: () => {}, error: () => {} },
    ...parts,
  });
  const answer = async (more: Partial<NewQuestion> = {}, age = 0) => {
    const job = newJob(questionJob(asked('k1', more)), Date.now() - age);
    const prepared = await answerer.prepare(job);
    await prepared.post?.();
    prepared.done('1.5');
    return posted.at(-1);
  };
  return { answerer, answer, outcomes };
}

describe('an answer', () => {
  it('is refused to a question of more than 4,000 characters, unread and with the reason', async () => {
    const compose = () => Promise.reject(new Error('it was read'));
    const { answer, outcomes } = openAnswerer({ compose });
    const long = await answer({ text: 'a'.repeat(40_000) });
    expect(long?.message.text).toMatch(/has more than 4,000 characters, so I did not read it/);
    expect(outcomes).toEqual(['too long']);
  });

  it('may be about a message of 12,000 characters that somebody looks up', async () => {
    const { answer } = openAnswerer();
    const text = 'word '.repeat(2400);
    expect((await answer({ text, source: 'check quote' }))?.message.text).toBe('an answer');
  });

  it('says when it took too long, and does not say that there is nothing', async () => {
    const { DeadlineError } = await import('../../src/outbox/timing.ts');
    const { answer, outcomes } = openAnswerer({
      compose: () => Promise.reject(new DeadlineError('took longer')),
    });
    expect((await answer())?.message.text).toMatch(/took me longer than 20 seconds.*can't say/);
    expect(outcomes).toEqual(['failed']);
  });

  it('waits for a fault that may pass, and tells it when it does not', async () => {
    const reply = { text: 'could not ask Slack', blocks: [] };
    const { answerer } = openAnswerer({
      compose: async () => ({
        reply,
        outcome: 'declined',
        mayPass: 'Slack can not be asked who asks',
      }),
    });
    const job = newJob(questionJob(asked('k1')), Date.now());
    await expect(answerer.prepare({ ...job, attempts: 5 })).rejects.toThrow('can not be asked');
    expect((await answerer.prepare({ ...job, attempts: 6 })).post).toBeDefined();
  });

  it('goes to the person when Slack no longer takes anything at the response_url', async () => {
    const { answer } = openAnswerer();
    const responseUrl = 'https://hooks.example.com/r';
    expect((await answer({ responseUrl }))?.to).toEqual({ responseUrl });
    expect((await answer({ responseUrl }, 30 * minute))?.to).toEqual({ channel: 'U1' });
  });

  it('goes to what was said in a thread without asking only where there is one', async () => {
    const aside = (text: string) => ({ source: 'follow-up' as const, text });
    const held = openAnswerer();
    expect((await held.answer(aside('and the Chinese on THAAD')))?.message.text).toBe('an answer');
    expect(held.outcomes).toEqual(['answered']);
    for (const outcome of ['perhaps', 'unknown', 'failed', 'declined'] as const) {
      const reply = { text: outcome, blocks: [] };
      const none = openAnswerer({ compose: async () => ({ reply, outcome, mayPass: 'a fault' }) });
      expect(await none.answer(aside('Marvellous, cheers!'))).toBeUndefined();
      expect(none.outcomes).toEqual(['unasked']);
    }
  });

  it('never carries out what only may have been an order', async () => {
    const carriedOut: string[] = [];
    const { answer } = openAnswerer({
      compose: async ({ text }) => {
        carriedOut.push(text);
        return { reply: { text: '', blocks: [] }, outcome: 'forget' };
      },
    });
    for (const text of ['forget', 'digest daily', 'thanks!', 'help']) {
      expect(await answer({ source: 'follow-up', text })).toBeUndefined();
    }
    expect(carriedOut).toEqual([]);
  });

  it('is tried again when an administrator can put the refusal right', async () => {
    const { answerer } = openAnswerer();
    const job = newJob(questionJob(asked('k1')), 0);
    for (const code of ['invalid_auth', 'account_inactive', 'missing_scope', 'token_revoked']) {
      expect(await answerer.failed(job, { kind: 'refused', code })).toEqual({ pause: 5 * minute });
    }
    expect(await answerer.failed(job, { kind: 'refused', code: 'is_archived' })).toBeUndefined();
  });

  it('that is given up is told to its person, truly', async () => {
    const { answerer } = openAnswerer();
    const job = newJob(questionJob(asked('k1')), 0);
    const toldOf = async (reason: string, maybePosted: boolean) => {
      const { next } = await answerer.givenUp(job, { reason, maybePosted });
      return (next?.[0]?.payload as { channel: string; text: string } | undefined) ?? undefined;
    };
    expect(await toldOf('is_archived', false)).toMatchObject({
      channel: 'U1',
      text: expect.stringMatching(
        /in <#C1> got no answer: Slack does not let me .*\(is_archived\)/,
      ),
    });
    expect((await toldOf('late', true))?.text).toMatch(/may not have reached you/);
    expect((await toldOf('crash', false))?.text).toMatch(/went down each time I worked on it/);
    expect((await toldOf('<!channel> *bold*', false))?.text).toMatch(/\(channel bold\)/);
    const aside = newJob(questionJob(asked('k2', { source: 'follow-up', text: 'so be it' })), 0);
    const given = await answerer.givenUp(aside, { reason: 'crash', maybePosted: false });
    expect(given.next).toBeUndefined();
  });
});
