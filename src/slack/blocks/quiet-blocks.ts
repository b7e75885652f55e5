import type { Reply } from '../replies/reply.ts';
import { plain, richText, section } from './rich-text.ts';

/** Says whether the bot now keeps quiet in a thread; undefined where there is none. */
export function quietBlocks(quiet: boolean | undefined): Reply {
  const text =
    quiet === undefined
      ? 'That works in a thread: mention me there with "mute" or "unmute".'
      : quiet
        ? 'I keep quiet in this thread now. Mention me when you want to ask something.'
        : 'I am back in this thread.';
  return { text, blocks: [richText(section(plain(text)))] };
}
