import { type Check, isObject } from './check.ts';

/** Refuses two blocks with one `block_id`, and two elements of a block with one `action_id`. */
export const uniqueIds: Check = (value, at, report) => {
  const seen = new Set<unknown>();
  const look: Check = (blocks, place) => {
    if (!Array.isArray(blocks)) return;
    blocks.forEach((block: unknown, index) => {
      if (!isObject(block)) return;
      const { block_id: blockId } = block;
      if (blockId !== undefined && seen.has(blockId)) {
        const message = `\`block_id\` "${String(blockId)}" already exists`;
        report({ pointer: `${place}/${index}/block_id`, message, constraint: 'unique' });
      }
      seen.add(blockId);
      if (block.type === 'carousel') look(block.elements, `${place}/${index}/elements`, report);
      if (block.type === 'container') {
        look(block.child_blocks, `${place}/${index}/child_blocks`, report);
      }
      for (const name of ['elements', 'actions']) {
        uniqueActions(block[name], `${place}/${index}/${name}`, report);
      }
    });
  };
  look(value, at, report);
};

const uniqueActions: Check = (elements, at, report) => {
  if (!Array.isArray(elements)) return;
  const seen = new Set<unknown>();
  elements.forEach((element: unknown, index) => {
    if (!isObject(element) || element.action_id === undefined) return;
    if (seen.has(element.action_id)) {
      const message = `\`action_id\` "${String(element.action_id)}" already exists`;
      report({ pointer: `${at}/${index}/action_id`, message, constraint: 'unique' });
    }
    seen.add(element.action_id);
  });
};
