import { type Child, element } from './element.ts';

/** One line of a menu. */
export interface MenuItem {
  readonly label: Child;
  readonly testId?: string;
  readonly checked?: boolean;
  /** Where the line leads; it then opens in a new tab besides calling `choose`. */
  readonly href?: string;
  readonly choose: () => void;
}

/**
 * Opens a menu beside `anchor` and puts the focus on its first line. Arrow keys, Home, End and Esc
 * work as in any menu; it goes away when something else is clicked. `look` is a class of its own.
 */
export function openMenu(
  anchor: HTMLElement,
  label: string,
  items: readonly MenuItem[],
  look = '',
): void {
  const menu: HTMLElement = element('div', {
    class: `menu ${look}`,
    role: 'menu',
    popover: 'auto',
    'aria-label': label,
    'data-testid': 'menu',
    onkeydown: (event: KeyboardEvent) => moveInMenu(menu, event),
    ontoggle: (event: ToggleEvent) => {
      if (event.newState === 'closed') closeMenu(menu, anchor);
    },
  });
  menu.append(...items.map((item) => drawItem(menu, item)));
  // Within an open dialog, because all else is inert; elsewhere within the landmark of its anchor.
  (anchor.closest('dialog, aside, main, nav') ?? document.body).append(menu);
  anchor.setAttribute('aria-expanded', 'true');
  menu.showPopover();
  placeBeside(menu, anchor);
  const first = menu.querySelector<HTMLElement>('[aria-checked=true], [role^=menuitem]');
  first?.focus();
}

function drawItem(menu: HTMLElement, item: MenuItem): HTMLElement {
  const attributes = {
    class: 'menu-item',
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked === undefined ? undefined : String(item.checked),
    'data-testid': item.testId,
    onclick: () => {
      menu.hidePopover();
      item.choose();
    },
  };
  if (item.href) {
    const link = { ...attributes, href: item.href, target: '_blank', rel: 'noopener noreferrer' };
    return element('a', link, item.label);
  }
  return element('button', { ...attributes, type: 'button' }, item.label);
}

function closeMenu(menu: HTMLElement, anchor: HTMLElement): void {
  const hadFocus =
    menu.contains(document.activeElement) || document.activeElement === document.body;
  anchor.setAttribute('aria-expanded', 'false');
  menu.remove();
  if (hadFocus && anchor.isConnected) anchor.focus();
}

function moveInMenu(menu: HTMLElement, event: KeyboardEvent): void {
  const lines = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const next = (at + 1) % lines.length;
  const previous = (at - 1 + lines.length) % lines.length;
  const target = {
    ArrowDown: next,
    ArrowRight: next,
    ArrowUp: previous,
    ArrowLeft: previous,
    Home: 0,
    End: lines.length - 1,
  }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (event.key === 'Escape') event.stopPropagation();
  if (target === undefined) return;
  event.preventDefault();
  lines[target]?.focus();
}

function placeBeside(menu: HTMLElement, anchor: HTMLElement): void {
  const gap = 4;
  const at = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + gap + size.height <= innerHeight;
  const top = below ? at.bottom + gap : Math.max(gap, at.top - gap - size.height);
  const left = at.left + size.width <= innerWidth - gap ? at.left : at.right - size.width;
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(gap, Math.min(left, innerWidth - size.width - gap))}px`;
}
