import type { Attributes } from '../dom/element.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { confirmAction } from './confirm.ts';

/** The parts that every element which holds a value has in common. */
export interface FieldElement {
  readonly type: string;
  readonly action_id?: string;
  readonly focus_on_load?: boolean;
  readonly confirm?: Parameters<typeof confirmAction>[0];
}

/** The attributes that tie a field to its label, hint, error and place. */
export function fieldAttributes(field: FieldElement, slot: ControlSlot): Attributes {
  return {
    id: slot.id,
    'aria-label': slot.id ? undefined : slot.label,
    'aria-describedby': slot.describedBy,
    'aria-invalid': slot.invalid ? 'true' : undefined,
    'aria-required': slot.required ? 'true' : undefined,
    autofocus: field.focus_on_load,
    'data-testid': 'field',
    'data-action-id': field.action_id,
    'data-focus-key': `${slot.blockId}/${field.action_id ?? ''}`,
  };
}

/** Sends a change where the block wants to hear of it at once. */
export function dispatchChange(
  field: FieldElement,
  slot: ControlSlot,
  context: BlockContext,
  value: ElementValue,
): void {
  if (!slot.dispatch) return;
  const send = async () => {
    if (!(await confirmAction(field.confirm, context.names))) return;
    const { type, ...chosen } = value;
    const action_id = field.action_id ?? '';
    context.act({ block_id: slot.blockId, action_id, element_type: type, ...chosen });
  };
  void send();
}
