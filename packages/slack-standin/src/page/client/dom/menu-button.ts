import { type Attributes, type Child, element } from './element.ts';
import { type MenuItem, openMenu } from './menu.ts';

/** A menu as its button knows it. */
export interface ButtonMenu {
  /** What screen readers call the menu. */
  readonly label: string;
  /** Asked each time that the menu is opened. */
  readonly items: () => readonly MenuItem[];
  /** A class of its own. */
  readonly look?: string;
}

/** Draws a button that opens a menu. */
export function drawMenuButton(
  attributes: Attributes,
  menu: ButtonMenu,
  ...children: readonly Child[]
): HTMLElement {
  const button: HTMLElement = element(
    'button',
    {
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      ...attributes,
      onclick: () => openMenu(button, menu.label, menu.items(), menu.look),
    },
    ...children,
  );
  return button;
}
