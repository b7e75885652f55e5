import type { IncompleteCommand } from '../../questions/intent.ts';
import type { Reply } from '../replies/reply.ts';
import { escapeSlackText } from '../text.ts';
import { code, plain, richText, section } from './rich-text.ts';

const examples: Readonly<Record<IncompleteCommand, string>> = {
  timeline: 'timeline thaad',
  verify: 'verify "the words in question" — Name',
  article: 'article hammond-2017',
  ask: 'ask status',
};

/** Says what belongs behind a command that stands alone, and how to ask about the word itself. */
export function incompleteBlocks(word: IncompleteCommand, command: string): Reply {
  const wants = `Something belongs behind “${word}”, such as `;
  const example = `${command} ${examples[word]}`;
  const question = `${command} ask ${word}`;
  return {
    text: escapeSlackText(`${wants}${example}`),
    blocks: [
      richText(
        section(
          plain(wants),
          code(example),
          plain('. To look for the word itself: '),
          code(question),
          plain('.'),
        ),
      ),
    ],
  };
}
