import type { InputValue, InputValues, View } from '../../../wire.ts';

/** What the elements of a message or view hold: it outlives every drawing of them. */
export class HeldValues {
  readonly #before: InputValues;
  readonly #held = new Map<string, InputValue>();
  readonly #shown = new Map<string, readonly [blockId: string, actionId: string]>();

  /** `before` is what the server knows of earlier choices. */
  constructor(before: InputValues = {}) {
    this.#before = before;
  }

  /** What an element holds; `begin` makes that of what it held before, the first time. */
  of(
    blockId: string,
    actionId: string,
    type: string,
    begin: (before: InputValue | undefined) => InputValue,
  ): InputValue {
    const key = keyOf(blockId, actionId);
    const held = this.#held.get(key);
    if (held?.type === type) return held;
    const before = this.#before[blockId]?.[actionId];
    const value = begin(before?.type === type ? before : undefined);
    this.#held.set(key, value);
    return value;
  }

  change(blockId: string, actionId: string, value: InputValue): void {
    this.#held.set(keyOf(blockId, actionId), value);
  }

  /** Counts an element in until the returned function is called. */
  show(blockId: string, actionId: string): () => void {
    const key = keyOf(blockId, actionId);
    this.#shown.set(key, [blockId, actionId]);
    return () => this.#shown.delete(key);
  }

  /** What the elements that are shown hold, in the shape of Slack's `view.state.values`. */
  collect(): InputValues {
    const values: InputValues = {};
    for (const [key, [blockId, actionId]] of this.#shown) {
      const value = this.#held.get(key);
      if (value) values[blockId] = { ...values[blockId], [actionId]: value };
    }
    return values;
  }
}

/** What people typed into views, also into those that another view covers now. */
export class ViewValues {
  readonly #views = new Map<string, HeldValues>();

  /** What the elements of a view hold for a person. */
  of(view: View, user: string): HeldValues {
    const key = `${user}/${view.id}`;
    const held = this.#views.get(key) ?? new HeldValues(view.state.values);
    this.#views.set(key, held);
    return held;
  }
}

function keyOf(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId]);
}
