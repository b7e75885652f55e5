import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  /** What screen readers call it. */
  readonly label: string;
  readonly testId: string;
  readonly look?: string;
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

const firstChoices = [
  '[autofocus]',
  '.dialog-body :is(input, textarea, select):not([disabled])',
  '.dialog-foot button',
];

/**
 * A modal dialog over the page. The rest of the page is inert, Tab goes round inside the dialog, Esc
 * calls `onEscape`, and the focus returns to where it was when the dialog goes away. It is drawn
 * until its owner draws it no longer: for a view of the app that is when the server took it away, so
 * that page and server never disagree.
 */
export function Dialog({ label, testId, look = '', onEscape, children }: DialogProps) {
  const node = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = node.current;
    dialog?.showModal();
    focusFirst(dialog);
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const takeEscape = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  return (
    <dialog
      ref={node}
      class={`dialog ${look}`}
      aria-label={label}
      data-testid={testId}
      tabIndex={-1}
      // Chromium closes a dialog on the second Esc whatever `cancel` says, hence the key is caught
      // before it counts; `cancel` remains for other ways out, such as a telephone's back gesture.
      onCancel={(event) => event.target === node.current && takeEscape(event)}
      onKeyDown={(event) => {
        if (node.current) keepTabInside(node.current, event);
        if (event.key === 'Escape' && !event.defaultPrevented) takeEscape(event);
      }}
    >
      {children}
    </dialog>
  );
}

function focusFirst(dialog: HTMLElement | null): void {
  const found = firstChoices.map((choice) => dialog?.querySelector<HTMLElement>(choice));
  found.find((one) => one)?.focus();
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
