import type { ElementValue, ElementValues } from '../state.ts';

/** Gathers what the elements of a view hold. */
export interface ValueCollector {
  /** Forgets the elements, before the view is drawn anew. */
  clear(): void;
  register(blockId: string, actionId: string, read: () => ElementValue): void;
  /** The present values in the shape of Slack's `view.state.values`. */
  collect(): ElementValues;
}

/** Makes a collector that knows no element yet. */
export function createValueCollector(): ValueCollector {
  let readers: { blockId: string; actionId: string; read: () => ElementValue }[] = [];
  return {
    clear: () => {
      readers = [];
    },
    register: (blockId, actionId, read) => {
      readers.push({ blockId, actionId, read });
    },
    collect: () => {
      const values: Record<string, Record<string, ElementValue>> = {};
      for (const { blockId, actionId, read } of readers) {
        values[blockId] = { ...values[blockId], [actionId]: read() };
      }
      return values;
    },
  };
}
