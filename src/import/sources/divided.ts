import type { SourceBlock } from '../source.ts';

/** The library reads paragraphs of up to 20,000 characters, and of fewer where they hold many marks. */
const longest = { prose: 8_000, marked: 1_500 };

/** So many marks of Markdown in a paragraph make it a listing rather than prose. */
const maxMarks = 300;

/** Blocks without end, as listings without room between their lines are, in parts that can be read. */
export function divided(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block) => partsOf(block.text).map((text) => ({ ...block, text })));
}

function partsOf(text: string): string[] {
  if (text.length <= longest.marked) return [text];
  const marks = text.match(/[\\`*_[\]<>&]/g)?.length ?? 0;
  const most = marks > maxMarks ? longest.marked : longest.prose;
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const part = rest.slice(0, most);
    const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('。'));
    const end = sentence > most / 2 ? sentence + 1 : part.lastIndexOf(' ');
    // Never between the halves of a character.
    const cut = end > most / 2 ? end : most - (/[\ud800-\udbff]$/.test(part) ? 1 : 0);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...parts, rest].filter((part) => part !== '');
}
