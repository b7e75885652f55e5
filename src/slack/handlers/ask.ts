import type { App, Context } from '@slack/bolt';
import { readOrder } from '../../digests/order.ts';
import { readIntent } from '../../questions/intent.ts';
import { commandTexts } from '../../texts/commands.ts';
import { readSlackText, readWrittenMessage, type WrittenMessage } from '../text.ts';
import { readWanted } from '../wanted.ts';
import { addAll } from './add.ts';
import { openDigestForm } from './digest.ts';
import { type HandlerParts, isRepeated } from './handler-parts.ts';

/** Answers the slash command, to the person who typed it only, or adds what it names; the bare word `digest` opens its form. */
export function registerCommand(app: App, parts: HandlerParts): void {
  const { ask, command, digests } = parts;
  app.command(command, async ({ ack, command: typed, client }) => {
    const { team_id: team, channel_id: channel, user_id: person, trigger_id: trigger } = typed;
    const text = readSlackText(typed.text);
    const intent = readIntent(text);
    if (digests && intent.kind === 'digest' && needsForm(intent.order)) {
      await ack();
      const place = { team, channel, person };
      const isOpen = await openDigestForm(client, trigger, place, digests, intent.order)
        .then(() => true)
        .catch(() => false);
      // Slack opens no form after 3 s; then the same is said in words.
      if (isOpen) return;
    }
    const key = `${team}:command:${trigger}`;
    const responseUrl = typed.response_url;
    const wanted = readWanted({ text: typed.text });
    if (wanted) await addAll(wanted, { key, team, channel, person, responseUrl }, parts);
    else await ask({ key, team, channel, person, source: 'command', text, responseUrl });
    await ack();
  });
}

/** An order that is not understood is shown in the form, with what of it is. */
function needsForm(order: string): boolean {
  return ['open', 'unclear'].includes(readOrder(order).kind);
}

/** Answers a mention in a channel or thread, in the thread, or adds what it names. */
export function registerMention(app: App, parts: HandlerParts): void {
  app.event('app_mention', async ({ event, body, context }) => {
    // Another bot's mention could begin an endless talk.
    if (event.bot_id || !event.user) return;
    await takeMention(event as Mention, body, context, parts);
  });
  // Where channels are read, Slack also tells of an edit by the message before and after it.
  app.event('message', async ({ event, body, context }) => {
    if (event.subtype !== 'message_changed' || event.channel_type === 'im') return;
    const { message: after, previous_message: before, channel } = event;
    const message = readWrittenMessage({ ...after, channel });
    const mention = `<@${context.botUserId}`;
    const isNew = message?.text.includes(mention) && !(before as Mention).text?.includes(mention);
    if (isNew) await takeMention({ ...(after as Mention), ...message }, body, context, parts);
  });
}

/** What the handlers read of a message that mentions the bot. */
interface Mention extends WrittenMessage {
  readonly files?: unknown;
  readonly edited?: { readonly ts: string };
}

/** Who mends an older message, in seconds, asks nothing: whether it was answered may no longer be known. */
const maxAgeOfEdited = 60 * 60;

/** Takes the mention of a message, written or added by editing; a message that was asked before has its key. */
async function takeMention(
  { channel, ts, thread_ts: thread = ts, user: person, text, files, edited }: Mention,
  { team_id: team, event_id: eventId }: { readonly team_id: string; readonly event_id: string },
  context: Context,
  parts: HandlerParts,
): Promise<void> {
  if (edited && Number(edited.ts) - Number(ts) > maxAgeOfEdited) return;
  const key = `${team}:${channel}:${ts}`;
  const asked = { key, team, channel, thread, ts, person, isRepeated: isRepeated(context) };
  const wanted = readWanted({ text, files });
  if (wanted) return addAll(wanted, asked, parts);
  await parts.ask({ ...asked, eventId, source: 'mention', text: readSlackText(text) });
}

/** Answers a direct message where it was written, or adds what it names. */
export function registerDirectMessage(app: App, parts: HandlerParts): void {
  app.event('message', async ({ event, body, context }) => {
    const message = event.channel_type === 'im' ? readWrittenMessage(event) : undefined;
    if (!message) return;
    const asked = {
      key: `${body.team_id}:${message.channel}:${message.ts}`,
      team: body.team_id,
      channel: message.channel,
      thread: message.thread_ts,
      ts: message.ts,
      person: message.user,
      isRepeated: isRepeated(context),
    };
    const { files } = event as { files?: unknown };
    const wanted = readWanted({ text: message.text, files, isDirect: true });
    if (wanted) return addAll(wanted, asked, parts);
    const text = readSlackText(message.text);
    await parts.ask({ ...asked, eventId: body.event_id, source: 'direct message', text });
  });
}

/**
 * Answers follow-ups that do not mention the bot, in threads where it talks with one person only.
 * As soon as somebody else says something there, the thread is theirs: the bot waits to be mentioned.
 */
export function registerThreadReply(app: App, parts: HandlerParts): void {
  const { ask, store, admission, threadFollowups } = parts;
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
      const hushed = (await parts.sayTo({ ...place, person: user }))(commandTexts.quiet);
      await client.chat.postEphemeral({ channel, user, thread_ts: place.thread, text: hushed });
      return;
    }
    const key = `${place.team}:${channel}:${ts}`;
    const delivery = { key, eventId: body.event_id, isRepeated: isRepeated(context) };
    await ask({ ...delivery, ...place, ts, person: user, source: 'follow-up', text });
  });
}
