import type { Page } from '../page.ts';
import { server } from '../server.ts';
import { readForSending } from './attachments.ts';

/**
 * Sends what was typed and attached into a channel or a thread: text that starts with `/` is a
 * command, all else a message. Resolves to the reason when it was refused.
 */
export async function sendTyped(
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
  const reply = command
    ? await server.sendCommand({ user, channel, command, text: text.slice(command.length).trim() })
    : await server.sendMessage({
        user,
        channel,
        text,
        thread_ts: thread,
        ...(files.length > 0 && { files: readable }),
      });
  await page.refresh();
  if (reply.ok) return undefined;
  // What went wrong with a command already stands in the channel, as in Slack.
  const noticed = page.state.notices.some((notice) => notice.text === reply.error);
  return noticed ? '' : (reply.error ?? 'This could not be sent.');
}
