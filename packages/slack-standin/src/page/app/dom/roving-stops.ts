/** A list that is one stop for Tab, within which the arrow keys go from entry to entry. */
export interface RovingStops {
  /** Puts the stop on the last entry, after entries were drawn, unless the focus is on another one. */
  update(): void;
}

/** Lets the arrow keys, Home and End move between the entries of `list`; what is in them keeps Tab. */
export function createRovingStops(list: HTMLElement, entry: string): RovingStops {
  const entries = () => [...list.querySelectorAll<HTMLElement>(entry)];
  const stopAt = (chosen: HTMLElement | undefined) => {
    for (const one of entries()) one.tabIndex = one === chosen ? 0 : -1;
  };
  const holder = (node: Element | null) => node?.closest<HTMLElement>(entry) ?? undefined;
  let last: { readonly node: Element; readonly entry: HTMLElement | undefined } | undefined;
  list.addEventListener('focusin', ({ target }) => {
    const node = target as Element;
    last = { node, entry: holder(node) };
    stopAt(last.entry);
  });
  list.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (target.closest('input, textarea, select, [role=menu]')) return;
    const all = entries();
    const next = neighbour(all, all.indexOf(holder(target) as HTMLElement), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
  return {
    update: () => {
      // What had the focus may be gone; its entry then takes it, if that is still there.
      const isLost = document.activeElement === document.body && last?.node.isConnected === false;
      if (isLost) last?.entry?.focus({ preventScroll: true });
      last = isLost ? undefined : last;
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      stopAt(holder(focused) ?? entries().at(-1));
    },
  };
}

function neighbour(all: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key === 'ArrowUp') return all[Math.max(0, at - 1)];
  return key === 'ArrowDown' ? all[Math.min(all.length - 1, at + 1)] : undefined;
}
