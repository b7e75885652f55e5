import type { Reply } from '../replies/reply.ts';
import { count } from './count.ts';
import { plain, richText, section } from './rich-text.ts';

/** Says that a person's questions were removed. */
export function forgottenBlocks(questions: number): Reply {
  const text = `Forgotten: ${count(questions, 'question')} of yours, with the answers and your verdicts on them. What I posted in channels stays there, and so do their digests; whoever set up one that is on is still told when it fails.`;
  return { text, blocks: [richText(section(plain(text)))] };
}
