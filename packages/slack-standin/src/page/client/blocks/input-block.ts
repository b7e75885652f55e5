import type { InputBlock } from '@slack/types';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { type BlockContext, freshId } from './block-context.ts';
import { drawControl } from './control.ts';
import { plainWords } from './text-object.ts';

/** Draws a labelled field with its hint, and the error that its last submission got. */
export function drawInputBlock(
  block: InputBlock,
  blockId: string,
  context: BlockContext,
): HTMLElement {
  const id = freshId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const error = context.errors?.[blockId];
  const label = plainWords(block.label);
  const described = [block.hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  const control = drawControl(
    block.element,
    {
      blockId,
      label,
      id,
      describedBy: described || undefined,
      invalid: error !== undefined,
      required: block.optional !== true,
      dispatch: block.dispatch_action === true,
    },
    context,
  );
  return element(
    'div',
    { class: 'block input-block', 'data-testid': 'input', 'data-block-id': blockId },
    element(
      'label',
      { class: 'input-label', for: id },
      label,
      block.optional === true && element('span', { class: 'optional' }, ' (optional)'),
    ),
    control,
    drawError(error, errorId),
    block.hint && element('p', { id: hintId, class: 'hint' }, plainWords(block.hint)),
  );
}

function drawError(error: string | undefined, id: string): HTMLElement | undefined {
  if (error === undefined) return undefined;
  const attributes = { id, class: 'field-error', 'data-testid': 'field-error' };
  return element('p', attributes, icon('alert'), error);
}
