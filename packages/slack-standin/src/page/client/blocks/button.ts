import type { Button, Overflow } from '@slack/types';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { drawMenuButton } from '../dom/menu-button.ts';
import { isWebAddress } from '../text/angle.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { confirmAction } from './confirm.ts';
import { plainWords } from './text-object.ts';

/** Draws a button; one with an address also opens it, as in Slack. */
export function drawButton(button: Button, slot: ControlSlot, context: BlockContext): HTMLElement {
  const actionId = button.action_id ?? '';
  const act = () =>
    context.act({
      block_id: slot.blockId,
      action_id: actionId,
      element_type: 'button',
      value: button.value,
    });
  const attributes = {
    class: `button ${button.style ? `button-${button.style}` : ''}`,
    'aria-label': button.accessibility_label,
    'data-testid': 'button',
    'data-action-id': actionId,
    'data-focus-key': `${slot.blockId}/${actionId}`,
  };
  const words = plainWords(button.text);
  if (button.url && isWebAddress(button.url)) {
    const link = { ...attributes, href: button.url, target: '_blank', rel: 'noopener noreferrer' };
    return element('a', { ...link, onclick: act }, words);
  }
  const ask = async () => {
    if (await confirmAction(button.confirm, context.names)) act();
  };
  return element('button', { ...attributes, type: 'button', onclick: ask }, words);
}

/** Draws the three dots that open a menu of choices. */
export function drawOverflow(
  overflow: Overflow,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const actionId = overflow.action_id ?? '';
  const choose = async (option: Overflow['options'][number]) => {
    if (!(await confirmAction(overflow.confirm, context.names))) return;
    context.act({
      block_id: slot.blockId,
      action_id: actionId,
      element_type: 'overflow',
      selected_option: option,
    });
  };
  const items = overflow.options.map((option) => ({
    label: plainWords(option.text),
    href: option.url && isWebAddress(option.url) ? option.url : undefined,
    choose: () => void choose(option),
  }));
  return drawMenuButton(
    {
      class: 'button button-icon',
      'aria-label': slot.label === '' ? 'More actions' : `More actions for ${slot.label}`,
      'data-testid': 'overflow',
      'data-action-id': actionId,
      'data-focus-key': `${slot.blockId}/${actionId}`,
    },
    { label: 'More actions', items: () => items },
    icon('more'),
  );
}
