import type { App } from '@slack/bolt';
import { maxLengthOf } from '../../questions/question.ts';
import { readSlackText, readWrittenMessage } from '../text.ts';
import { type HandlerParts, isRepeated } from './handler-parts.ts';

const hushed = 'I keep quiet in this thread now. Mention me when you want to ask something.';

/**
 * Answers follow-ups that do not mention the bot, in threads where it talks with one person only.
 * As soon as somebody else says something there, the thread is theirs: the bot waits to be mentioned.
 */
export function registerThreadReply(app: App, parts: HandlerParts): void {
  const { ask, store, answer, admission, threadFollowups } = parts;
  if (!threadFollowups) return;
  app.event('message', async ({ event, body, client, context }) => {
    const message = event.channel_type === 'im' ? undefined : readWrittenMessage(event);
    if (!message?.thread_ts || message.thread_ts === message.ts) return;
    // Mentions come as events of their own; who names somebody else talks to them.
    if (/<@[A-Z0-9]+/.test(message.text)) return;
    const { channel, ts, user } = message;
    const place = { team: body.team_id, channel, thread: message.thread_ts };
    const state = await store.threads.threadState(place);
    if (!state || state.isQuiet) return;
    if (state.askers.some((asker) => asker !== user)) return store.threads.setQuiet(place, true);
    // Nobody asked me; somebody who may not ask is not told so either.
    if (await admission.refusalOf({ team: place.team, person: user })) return;
    const text = readSlackText(message.text);
    if (/^(?:mute|stop|quiet|hush)\W*$/i.test(text)) {
      await store.threads.setQuiet(place, true);
      await client.chat.postEphemeral({ channel, user, thread_ts: place.thread, text: hushed });
      return;
    }
    const here = { id: '', ...place, person: user, askedAt: Date.now() };
    const thread = await store.questions.earlier(here);
    // What is too long to be read gets the reason, and is not searched for.
    const isTooLong = text.length > maxLengthOf('follow-up');
    const found = isTooLong ? undefined : await answer({ text, thread });
    // "Thanks!" gets no "not in the library"; a question that nothing answers gets it.
    if (found?.kind !== 'answered' && !/[?？]/.test(text)) return;
    const key = `${place.team}:${channel}:${ts}`;
    const delivery = { key, eventId: body.event_id, isRepeated: isRepeated(context) };
    await ask({ ...delivery, ...place, ts, person: user, source: 'follow-up', text }, found);
  });
}
