import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** One line of a menu. */
export interface MenuItem {
  readonly label: ComponentChildren;
  readonly testId?: string;
  readonly checked?: boolean;
  /** Where the line leads; it then opens in a new tab besides calling `choose`. */
  readonly href?: string;
  readonly choose: () => void;
}

interface MenuButtonProps extends Pick<ButtonHTMLAttributes, 'aria-label' | 'class' | 'title'> {
  /** What screen readers call the menu. */
  readonly menu: string;
  /** Asked each time that the menu is opened. */
  readonly items: () => readonly MenuItem[];
  /** A class of the menu's own. */
  readonly look?: string;
  readonly 'data-testid'?: string;
  readonly 'data-action-id'?: string;
  readonly children: ComponentChildren;
}

/**
 * A button that opens a menu beside it, with the focus on its first line. Arrow keys, Home, End and
 * Esc work as in any menu; it goes away when something else is clicked.
 */
export function MenuButton({ menu, items, look, children, ...rest }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<readonly MenuItem[]>();
  return (
    <>
      <button
        type="button"
        {...rest}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open ? 'true' : 'false'}
        onClick={() => setOpen(open ? undefined : items())}
      >
        {children}
      </button>
      {open && (
        <Menu
          anchor={button.current}
          label={menu}
          items={open}
          look={look}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

interface MenuProps {
  readonly anchor: HTMLElement | null;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly look?: string | undefined;
  readonly onClose: () => void;
}

function Menu({ anchor, label, items, look = '', onClose }: MenuProps) {
  const node = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = node.current;
    if (!menu || !anchor) return;
    menu.showPopover();
    placeBeside(menu, anchor);
    menu.querySelector<HTMLElement>('[aria-checked=true], [role^=menuitem]')?.focus();
  }, [anchor]);
  const takeToggle = ({ newState }: { readonly newState: string }) => {
    if (newState !== 'closed') return;
    const { activeElement } = document;
    const hadFocus = node.current?.contains(activeElement) || activeElement === document.body;
    if (hadFocus && anchor?.isConnected) anchor.focus();
    onClose();
  };
  return (
    <div
      ref={node}
      class={`menu ${look}`}
      role="menu"
      popover="auto"
      tabIndex={-1}
      aria-label={label}
      data-testid="menu"
      onKeyDown={(event) => node.current && moveInMenu(node.current, event)}
      onToggle={takeToggle}
    >
      {items.map((item, index) => (
        <MenuLine key={item.testId ?? index} item={item} hide={() => node.current?.hidePopover()} />
      ))}
    </div>
  );
}

function MenuLine({ item, hide }: { readonly item: MenuItem; readonly hide: () => void }) {
  const attributes = {
    class: 'menu-item',
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked,
    'data-testid': item.testId,
    onClick: () => {
      hide();
      item.choose();
    },
  } as const;
  if (item.href) {
    return (
      <a {...attributes} href={item.href} target="_blank" rel="noopener noreferrer">
        {item.label}
      </a>
    );
  }
  return (
    <button {...attributes} type="button">
      {item.label}
    </button>
  );
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
