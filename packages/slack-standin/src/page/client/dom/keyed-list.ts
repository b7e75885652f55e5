/** One entry of a list: who it is, what it looks like, and how to draw it. */
export interface KeyedItem {
  readonly key: string;
  /** The node is drawn anew only when this changes, so that open menus and typed text survive. */
  readonly signature: string;
  readonly draw: () => HTMLElement;
}

interface Drawn {
  readonly signature: string;
  readonly node: HTMLElement;
}

/**
 * Keeps the children of `container` in step with a list, touching only what changed. When the
 * element that holds the focus has to be drawn anew, the focus goes to its successor.
 */
export function createKeyedList(container: HTMLElement): (items: readonly KeyedItem[]) => void {
  let drawn = new Map<string, Drawn>();
  return (items) => {
    const next = new Map<string, Drawn>();
    for (const item of items) {
      const old = drawn.get(item.key);
      const same = old !== undefined && old.signature === item.signature;
      next.set(item.key, same ? old : { signature: item.signature, node: item.draw() });
    }
    for (const [key, { node }] of drawn) {
      const heir = next.get(key)?.node;
      if (heir === node) continue;
      if (heir) replaceKeepingFocus(node, heir);
      else node.remove();
    }
    placeInOrder(container, [...next.values()]);
    drawn = next;
  };
}

function placeInOrder(container: HTMLElement, entries: readonly Drawn[]): void {
  let position = container.firstElementChild;
  for (const { node } of entries) {
    if (node === position) position = position.nextElementSibling;
    else container.insertBefore(node, position);
  }
}

function replaceKeepingFocus(node: HTMLElement, heir: HTMLElement): void {
  const focused = document.activeElement;
  const held = focused instanceof HTMLElement && node.contains(focused) ? focused : undefined;
  node.replaceWith(heir);
  if (!held) return;
  const key = held.dataset.focusKey;
  const successor = key
    ? [...heir.querySelectorAll<HTMLElement>('[data-focus-key]')].find(
        (candidate) => candidate.dataset.focusKey === key,
      )
    : undefined;
  (successor ?? heir).focus({ preventScroll: true });
}
