import type { KnownBlock } from '@slack/types';

/** A message's contents: blocks, and the text that notifications and screen readers use. */
export interface Reply {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
