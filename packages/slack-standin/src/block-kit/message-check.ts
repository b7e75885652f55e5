import { messageBlock } from './blocks.ts';
import { all, type Check, isObject, list, type Problem, problemsOf } from './check.ts';
import { limits } from './limits.ts';
import { uniqueIds } from './unique-ids.ts';

/** Why Slack would refuse a message: the error's name, and what is wrong where. */
export interface MessageRefusal {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text';
  readonly problems: readonly Problem[];
}

/** Adds up the characters of all texts in blocks, as far down as they are nested. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, entry]) =>
      sum + (name === 'text' && typeof entry === 'string' ? entry.length : textLength(entry)),
    0,
  );
}

function ofType(blocks: unknown, type: string): Record<string, unknown>[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter((block: unknown) => isObject(block) && block.type === type);
}

const oneTable: Check = (blocks, at, report) => {
  if (ofType(blocks, 'table').length <= limits.tablesPerMessage) return;
  report({ pointer: at, message: 'only_one_table_allowed', constraint: 'max_items' });
};

const markdownSum: Check = (blocks, at, report) => {
  if (textLength(ofType(blocks, 'markdown')) <= limits.markdown) return;
  const message = `markdown blocks must be less than ${limits.markdown + 1} characters together`;
  report({ pointer: at, message, constraint: 'max_length' });
};

/** Accepts the list of blocks of a message. */
export const messageBlocks: Check = all(
  list(messageBlock, { min: 0, max: limits.blocksPerMessage }),
  uniqueIds,
  oneTable,
  markdownSum,
);

/**
 * Says why Slack would refuse a message, or undefined when it would take it.
 * Source of the errors: https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function refuseMessage(
  message: { readonly text?: string | undefined; readonly blocks?: unknown },
  textMax: number = limits.messageText,
): MessageRefusal | undefined {
  const { text = '', blocks = [] } = message;
  const problems = problemsOf(messageBlocks, blocks, '/blocks');
  if (problems.length > 0) return { error: 'invalid_blocks', problems };
  if (!text && (blocks as unknown[]).length === 0) return { error: 'no_text', problems };
  if (text.length > textMax) return { error: 'msg_too_long', problems };
  if (textLength(blocks) > limits.blocksText) return { error: 'msg_blocks_too_long', problems };
  return undefined;
}
