import { type Child, element } from './element.ts';

/** A dialog that is open, and the way to take it away again. */
export interface OpenDialog {
  readonly node: HTMLDialogElement;
  readonly remove: () => void;
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/**
 * Opens a modal dialog over the page. The rest of the page is inert, Tab goes round inside the
 * dialog, Esc calls `onEscape`, and the focus returns to where it was when the dialog goes away.
 */
export function openDialog(
  attributes: { readonly label: string; readonly testId: string; readonly class: string },
  content: readonly Child[],
  onEscape: () => void,
): OpenDialog {
  const before = document.activeElement;
  const options = {
    class: attributes.class,
    'aria-label': attributes.label,
    'data-testid': attributes.testId,
    tabindex: -1,
    // Only the server takes a view away, so that page and server never disagree. Chromium closes a
    // dialog on the second Esc whatever `cancel` says, hence the key is caught before it counts;
    // `cancel` remains for other ways out, such as a telephone's back gesture.
    oncancel: (event: Event) => {
      event.preventDefault();
      if (event.target === node) onEscape();
    },
    onkeydown: (event: KeyboardEvent) => {
      keepTabInside(node, event);
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    },
  };
  const node: HTMLDialogElement = element('dialog', options, ...content);
  document.body.append(node);
  node.showModal();
  return {
    node,
    remove: () => {
      node.close();
      node.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
  };
}

function keepTabInside(node: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const stops = [...node.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.offsetParent !== null || stop.getClientRects().length > 0,
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
