import { describe, expect, it } from '@jest/globals';
import type { NewQuestion } from '../../../src/questions/question.ts';
import { WorkingStatus } from '../../../src/slack/api/agent-view.ts';
import { sayIn } from '../../../src/texts/say.ts';
import { questionAt } from '../../support/asked.ts';

const sayTo = async () => sayIn('en');
const anHour = 3_600_000;

/** A status line that notes what it is told, and lets wait for the first status. */
function notingView(takes = true) {
  const told: string[] = [];
  let seen: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    seen = resolve;
  });
  return {
    told,
    first,
    view: {
      suggest: async () => true,
      setStatus: async (
        { channel, thread }: { channel: string; thread: string },
        status: string,
      ) => {
        told.push(`${channel} ${thread} ${status}`.trim());
        seen();
        return takes;
      },
    },
  };
}

const ask = (question: Partial<NewQuestion> = {}) =>
  questionAt('k1', 0, { channel: 'C1', ts: '1.5', ...question });

describe('the status of an answer that takes its time', () => {
  it('stands below the question until the answer is there', async () => {
    const { told, first, view } = notingView();
    const done = await new WorkingStatus(view, sayTo, 0).during(ask(), () =>
      first.then(() => 'done'),
    );
    expect(done).toBe('done');
    expect(told).toEqual(['C1 1.5 is searching the library…', 'C1 1.5']);
  });

  it('stands in the thread where there is one, and goes after a fault too', async () => {
    const { told, first, view } = notingView();
    const failing = new WorkingStatus(view, sayTo, 0).during(ask({ thread: '1.1' }), async () => {
      await first;
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(told).toEqual(['C1 1.1 is searching the library…', 'C1 1.1']);
  });

  it('is not taken back where Slack did not take it', async () => {
    const { told, first, view } = notingView(false);
    await new WorkingStatus(view, sayTo, 0).during(ask(), () => first);
    expect(told).toHaveLength(1);
  });

  it.each([
    ['a quick answer', ask(), anHour],
    ['a reply that only one person sees', ask({ responseUrl: 'https://slack.example' }), 0],
    ['a command', ask({ ts: undefined }), 0],
  ])('is not shown for %s', async (_what, question, patience) => {
    const { told, view } = notingView();
    await new WorkingStatus(view, sayTo, patience).during(
      question,
      () => new Promise(setImmediate),
    );
    expect(told).toEqual([]);
  });
});
