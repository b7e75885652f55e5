import { type Addition, nameOf } from '../../additions/addition.ts';
import type { Progress } from '../../import/source.ts';
import type { Poster } from '../../outbox/delivery.ts';
import type { SayTo } from '../../questions/people.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import { shorten } from '../text.ts';
import type { AgentView } from './agent-view.ts';

/** What tells people that an addition takes its time. */
export interface StatusParts {
  readonly agentView: AgentView;
  readonly poster: Poster;
  readonly sayTo: SayTo;
}

/** Nobody waits for a card that comes before, in ms; what stays where it was said comes later than what goes. */
const [statusDelay, noteDelay] = [1000, 4000];

/** Slack is told how far it has come no more often than this, in ms. */
const pause = 2000;

/**
 * Does the work on an addition, and says meanwhile how far it has come: below the message that asked for
 * it; to the person alone, once, where there is no such message.
 */
export async function showProgress<T>(
  addition: Addition,
  work: (tell: (progress: Progress) => void) => Promise<T>,
  { agentView, poster, sayTo }: StatusParts,
): Promise<T> {
  const { id, channel, ts, thread = ts, responseUrl, team, person } = addition;
  const name = shorten(nameOf(addition.wanted), 60);
  let progress: Progress | undefined;
  let shown: Promise<unknown> = Promise.resolve();
  let isShown = false;
  const show = async () => {
    const say = await sayTo({ team, person });
    if (responseUrl && !isShown) {
      const text = say(texts.takesTime, { name });
      await poster.post({ responseUrl }, { text, blocks: [] }, { type: 'notice', id });
    } else if (thread && !responseUrl) {
      const status = progress
        ? say(texts.readingPage, { name, ...progress })
        : say(texts.reading, { name });
      await agentView.setStatus({ channel, thread }, status);
    }
    isShown = true;
  };
  const next = () => {
    shown = shown.then(show).catch(() => {});
    timer = setTimeout(next, pause);
  };
  let timer = setTimeout(next, responseUrl ? noteDelay : statusDelay);
  try {
    return await work((latest) => {
      progress = latest;
    });
  } finally {
    clearTimeout(timer);
    await shown;
    clearTimeout(timer);
    if (isShown && thread && !responseUrl) await agentView.setStatus({ channel, thread }, '');
  }
}
