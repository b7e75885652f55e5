import type { Page } from '../page.ts';
import { server } from '../server.ts';
import { readForSending } from './attachments.tsx';
import { isEmpty } from './drafts.ts';
import { lastOwn } from './own-message.tsx';
import { channelMessages } from './thread.ts';

/** The name of the draft for the channel or thread that is open. */
export function draftPlace({ user, channel, thread }: Page['place'], isThread: boolean): string {
  return isThread ? `${user}/${channel}/${thread}` : `${user}/${channel}`;
}

/** Empties a message box at once, as Slack does, and gives its content back when that was refused. */
export async function sendDraft(page: Page, place: string, thread?: string): Promise<void> {
  const draft = page.drafts.of(place);
  const { text, files } = draft;
  if (isEmpty(draft)) return;
  page.drafts.change(place, { text: '', files: [], trouble: '' });
  const trouble = await sendTyped(text, files, page, thread);
  if (trouble === undefined) return;
  const { text: meanwhile, files: added } = page.drafts.of(place);
  page.drafts.change(place, {
    text: meanwhile === '' ? text : meanwhile,
    files: [...added, ...files],
    trouble,
  });
}

/** Sends an example to the open channel, and shows the thread that a mention begins. */
export async function tryOut(text: string, page: Page): Promise<void> {
  const { user, channel } = page.place;
  await sendChosen(text, page);
  if (page.place.user !== user || page.place.channel !== channel) return;
  focusComposer();
  const view = page.names.channel(channel);
  const asked = text.startsWith('@') && view && lastOwn(channelMessages(view), user);
  // The answer to a mention comes in its thread, where who tries it out might not look.
  if (asked) page.go({ thread: asked.ts });
}

/** Sends a text that was chosen instead of written; what is being written stays as it is. */
export async function sendChosen(text: string, page: Page): Promise<void> {
  const place = draftPlace(page.place, false);
  page.drafts.change(place, { trouble: '' });
  page.drafts.change(place, { trouble: (await sendTyped(text, [], page)) ?? '' });
}

/** Puts the caret into a message box, unless that would make a keyboard cover half the screen. */
export function focusComposer(testId: 'composer' | 'thread-composer' = 'composer'): void {
  if (matchMedia('(hover: none)').matches) return;
  document.querySelector<HTMLElement>(`[data-testid=${testId}]`)?.focus({ preventScroll: true });
}

/**
 * Sends what was typed and attached into a channel or a thread: text that starts with `/` is a
 * command, all else a message. Resolves to the reason when it was refused.
 */
async function sendTyped(
  typed: string,
  files: readonly File[],
  page: Page,
  thread?: string,
): Promise<string | undefined> {
  const { user, channel } = page.place;
  const text = typed.trim();
  const command = /^\/\S+/.exec(typed)?.[0];
  if (command && thread) return `${command} is not supported in threads. Sorry!`;
  if (command && files.length > 0) return `${command} takes no files.`;
  const sent = await Promise.all(files.map(readForSending));
  const readable = sent.filter((file) => file !== undefined);
  if (readable.length < files.length) {
    return `${files[sent.indexOf(undefined)]?.name} cannot be read.`;
  }
  const attached = files.length > 0 && { files: readable };
  const reply = command
    ? await server.sendCommand({ user, channel, command, text: text.slice(command.length).trim() })
    : await server.sendMessage({ user, channel, text, thread_ts: thread, ...attached });
  await page.refresh();
  if (reply.ok) return undefined;
  // What went wrong with a command already stands in the channel, as in Slack.
  const isNoticed = page.state.notices.some((notice) => notice.text === reply.error);
  return isNoticed ? '' : (reply.error ?? 'This could not be sent.');
}
