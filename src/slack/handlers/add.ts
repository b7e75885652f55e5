import type { App, MessageShortcut } from '@slack/bolt';
import { additionsOf, type NewAddition, type Wanted } from '../../additions/addition.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import { ids } from '../ids.ts';
import { allIn } from '../wanted.ts';
import type { HandlerParts } from './handler-parts.ts';

/** Takes each thing that a message wants to add; the outbox sees to it that each gets one card. */
export async function addAll(
  wanted: readonly Wanted[],
  asked: Omit<NewAddition, 'wanted'>,
  { add }: Pick<HandlerParts, 'add'>,
): Promise<void> {
  for (const addition of additionsOf(wanted, asked)) await add(addition);
}

/** Adds the links and files of a message whose menu somebody uses. */
export function registerAddShortcut(app: App, parts: Pick<HandlerParts, 'add' | 'sayTo'>): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ids.addToLibrary },
    async ({ ack, shortcut, respond }) => {
      const { message, channel, user, trigger_id: trigger, response_url: responseUrl } = shortcut;
      const team = shortcut.team?.id ?? user.team_id ?? '';
      const wanted = allIn({ text: message.text ?? '', files: message.files });
      const asked = {
        key: `${team}:shortcut:${trigger}`,
        team,
        channel: channel.id,
        thread: String(message.thread_ts ?? message.ts),
        person: user.id,
        responseUrl,
      };
      await addAll(wanted, asked, parts);
      await ack();
      if (wanted.length > 0) return;
      const say = await parts.sayTo({ team, person: user.id });
      const text = say(texts.nothingInMessage);
      await respond({ response_type: 'ephemeral', replace_original: false, text });
    },
  );
}
