import type { FeedbackButtons, IconButton } from '@slack/types';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { confirmAction } from './confirm.ts';
import { plainWords } from './text-object.ts';

/** Draws the two thumbs; the one that was pressed stays marked, as in Slack. */
export function drawFeedbackButtons(
  feedback: FeedbackButtons,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const actionId = feedback.action_id ?? '';
  const draw = (side: 'positive' | 'negative') => {
    const { text, accessibility_label, value } = feedback[`${side}_button`];
    const attributes = {
      type: 'button',
      class: 'button button-icon',
      title: plainWords(text),
      'aria-label': accessibility_label ?? plainWords(text),
      'aria-pressed': 'false',
      'data-testid': `feedback-${side}`,
      'data-action-id': actionId,
      'data-focus-key': `${slot.blockId}/${actionId}/${side}`,
      onclick: () => {
        for (const other of group.children) other.setAttribute('aria-pressed', 'false');
        button.setAttribute('aria-pressed', 'true');
        const element_type = 'feedback_buttons';
        context.act({ block_id: slot.blockId, action_id: actionId, element_type, value });
      },
    };
    const button = element('button', attributes, icon(side === 'positive' ? 'good' : 'bad'));
    return button;
  };
  const group = element(
    'span',
    { class: 'feedback', role: 'group', 'aria-label': 'Feedback' },
    draw('positive'),
    draw('negative'),
  );
  return group;
}

/** Draws a button that is only an icon, where this person may see it. */
export function drawIconButton(
  button: IconButton,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement | undefined {
  const mayView = button.visible_to_user_ids?.includes(context.names.me.id) ?? true;
  if (!mayView) return undefined;
  const actionId = button.action_id ?? '';
  const ask = async () => {
    if (!(await confirmAction(button.confirm, context.names))) return;
    const element_type = 'icon_button';
    const { value } = button;
    context.act({ block_id: slot.blockId, action_id: actionId, element_type, value });
  };
  const attributes = {
    type: 'button',
    class: 'button button-icon',
    title: plainWords(button.text),
    'aria-label': button.accessibility_label ?? plainWords(button.text),
    'data-testid': 'icon-button',
    'data-action-id': actionId,
    'data-focus-key': `${slot.blockId}/${actionId}`,
    onclick: ask,
  };
  // Slack knows one icon so far; a name it adds later still gets a button that can be pressed.
  return element('button', attributes, icon(button.icon === 'trash' ? 'trash' : 'bolt'));
}
