import type { Library } from '../../library/library.ts';
import type { Reply } from '../replies/reply.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { count } from './count.ts';
import { bold, plain, richText, section } from './rich-text.ts';

const mostProblems = 10;

/** Whether the bot is well: what the library holds, and what of it could not be read. */
export function statusBlocks({ articles, problems }: Library): Reply {
  const paragraphs = [...articles.values()].reduce(
    (sum, article) => sum + article.paragraphs.length,
    0,
  );
  const text = `The library is loaded: ${count(articles.size, 'article')} with ${count(paragraphs, 'paragraph')}.`;
  const left = problems.slice(0, mostProblems).map((problem) => `\n• ${shorten(problem, 300)}`);
  const more = problems.length - left.length;
  const heading = problems.length > 0 ? [plain('\nWhat could not be read, and was left out:')] : [];
  const rest = more > 0 ? [plain(`\n… and ${more} more`)] : [];
  return {
    text: escapeSlackText(text),
    blocks: [richText(section(bold(text), ...heading, ...left.map(plain), ...rest))],
  };
}
