/** More paragraphs are no article but somebody's archive. */
const maxBlocks = 10_000;

/**
 * What of a block the Markdown parser reads within some 50 ms: its time grows with the square of
 * what may pair up or nest.
 */
const maxBlockLength = 20_000;
const maxLines = 500;
const nestedQuotes = /^(?:[ \t]*>){10}/m;
const marks = /\\.|[*_[\]<>&]/g;

/** Marks times characters: 300 marks in a block of 20,000 characters, any number in one of 2,000. */
const maxWork = 6_000_000;

/** Why the blocks of a Markdown body would take the parser too long; undefined when they are fit to be read. */
export function whyUnreadable(blocks: readonly string[]): string | undefined {
  if (blocks.length > maxBlocks) {
    return `the text has ${blocks.length} paragraphs; divide it into articles of at most ${maxBlocks}`;
  }
  for (const block of blocks) {
    const problem = whyTooHard(block);
    if (problem) return problem;
  }
  return undefined;
}

function whyTooHard(block: string): string | undefined {
  if (nestedQuotes.test(block)) return 'a quote (>) is nested 10 times or more; nest it less';
  const { length } = block;
  if (length > maxBlockLength) {
    return `a paragraph has ${length} characters; divide it by empty lines into paragraphs of at most ${maxBlockLength}`;
  }
  const lines = block.split('\n').length;
  if (lines > maxLines) {
    return `a paragraph has ${lines} lines; divide it by empty lines into paragraphs of at most ${maxLines}`;
  }
  const found = block.match(marks)?.length ?? 0;
  if (found * length <= maxWork) return undefined;
  return `a paragraph of ${length} characters has ${found} marks of Markdown (* _ [ ] < > & \\); divide it by empty lines, or take marks out`;
}
