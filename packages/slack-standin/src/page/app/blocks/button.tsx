import type { Button, IconButton, Overflow } from '@slack/types';
import { Icon } from '../dom/icon.tsx';
import { MenuButton } from '../dom/menu.tsx';
import { usePage } from '../page.ts';
import { isWebAddress } from '../text/angle.ts';
import { confirmAction } from './confirm.tsx';
import { plainWords } from './marked.tsx';
import { type Slot, useApp } from './setting.ts';

interface ButtonProps {
  readonly button: Button;
  readonly slot: Slot;
}

/** A button; one with an address also opens it, as in Slack. */
export function ButtonElement({ button, slot }: ButtonProps) {
  const page = usePage();
  const { act } = useApp();
  const action_id = button.action_id ?? '';
  const send = () =>
    act({ block_id: slot.blockId, action_id, element_type: 'button', value: button.value });
  const attributes = {
    class: `button ${button.style ? `button-${button.style}` : ''}`,
    'aria-label': button.accessibility_label,
    'data-testid': 'button',
    'data-action-id': action_id,
  };
  const words = plainWords(button.text);
  if (button.url && isWebAddress(button.url)) {
    return (
      <a {...attributes} href={button.url} target="_blank" rel="noopener noreferrer" onClick={send}>
        {words}
      </a>
    );
  }
  const ask = async () => {
    if (await confirmAction(page, button.confirm)) send();
  };
  return (
    <button {...attributes} type="button" onClick={() => void ask()}>
      {words}
    </button>
  );
}

interface OverflowProps {
  readonly overflow: Overflow;
  readonly slot: Slot;
}

/** The three dots that open a menu of choices. */
export function OverflowMenu({ overflow, slot }: OverflowProps) {
  const page = usePage();
  const { act } = useApp();
  const action_id = overflow.action_id ?? '';
  const choose = async (selected_option: Overflow['options'][number]) => {
    if (!(await confirmAction(page, overflow.confirm))) return;
    act({ block_id: slot.blockId, action_id, element_type: 'overflow', selected_option });
  };
  const items = () =>
    overflow.options.map((option) => ({
      label: plainWords(option.text),
      ...(option.url && isWebAddress(option.url) && { href: option.url }),
      choose: () => void choose(option),
    }));
  return (
    <MenuButton
      menu="More actions"
      items={items}
      class="button button-icon"
      aria-label={slot.label === '' ? 'More actions' : `More actions for ${slot.label}`}
      data-testid="overflow"
      data-action-id={action_id}
    >
      <Icon name="more" />
    </MenuButton>
  );
}

interface IconButtonProps {
  readonly button: IconButton;
  readonly slot: Slot;
}

/** A button that is only an icon, where this person may see it. */
export function IconButtonElement({ button, slot }: IconButtonProps) {
  const page = usePage();
  const { act } = useApp();
  const mayView = button.visible_to_user_ids?.includes(page.names.me.id) ?? true;
  if (!mayView) return null;
  const action_id = button.action_id ?? '';
  const ask = async () => {
    if (!(await confirmAction(page, button.confirm))) return;
    const { value } = button;
    act({ block_id: slot.blockId, action_id, element_type: 'icon_button', value });
  };
  return (
    <button
      type="button"
      class="button button-icon"
      title={plainWords(button.text)}
      aria-label={button.accessibility_label ?? plainWords(button.text)}
      data-testid="icon-button"
      data-action-id={action_id}
      onClick={() => void ask()}
    >
      {/* Slack knows one icon so far; a name it adds later still gets a button to be pressed. */}
      <Icon name={button.icon === 'trash' ? 'trash' : 'bolt'} />
    </button>
  );
}
