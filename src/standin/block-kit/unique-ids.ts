import { type Check, isObject } from './check.ts';

/** Refuses two blocks with one `block_id`, and two elements of a block with one `action_id`. */
export const uniqueIds: Check = (value, at, report) => {
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  value.forEach((block: unknown, index) => {
    if (!isObject(block)) return;
    const { block_id: blockId } = block;
    if (blockId !== undefined && seen.has(blockId)) {
      const message = `\`block_id\` "${String(blockId)}" already exists`;
      report({ pointer: `${at}/${index}/block_id`, message, constraint: 'unique' });
    }
    seen.add(blockId);
    uniqueActions(block, `${at}/${index}`, report);
  });
};

const uniqueActions: Check = (block, at, report) => {
  const { elements } = block as { elements?: unknown };
  if (!Array.isArray(elements)) return;
  const seen = new Set<unknown>();
  elements.forEach((element: unknown, index) => {
    if (!isObject(element) || element.action_id === undefined) return;
    if (seen.has(element.action_id)) {
      const message = `\`action_id\` "${String(element.action_id)}" already exists`;
      report({ pointer: `${at}/elements/${index}/action_id`, message, constraint: 'unique' });
    }
    seen.add(element.action_id);
  });
};
