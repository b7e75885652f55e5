import type { KnownBlock, RichTextSection } from '@slack/types';
import type { Difference, Side } from '../../answer/differing.ts';
import { bold, plain, section } from './block-kit.ts';
import { charactersIn } from './limits.ts';

/** The quotes themselves need the rest of the message. */
const maxCharacters = 3000;

/** The blocks that say where the quotes of an answer contradict each other. */
export function differingBlocks(differences: readonly Difference[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const difference of differences) {
    const block = differingBlock(difference);
    // What is shown is shown whole, so a long one is left to the quotes below.
    if (charactersIn([...blocks, block]) <= maxCharacters) blocks.push(block);
  }
  return blocks;
}

/** Each figure and whose it is; the quotes that say it follow with their full citations. */
function differingBlock({ title, sides }: Difference): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      section(bold('Sources differ'), plain(` on the ${title}:`)),
      { type: 'rich_text_list', style: 'bullet', elements: sides.map(lineOf) },
    ],
  };
}

function lineOf({ figure, quote }: Side): RichTextSection {
  return section(bold(figure), plain(` — ${quote.citation.short}`));
}
