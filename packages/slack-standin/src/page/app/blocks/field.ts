import type { ConfirmationDialog } from '@slack/types';
import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { InputValue } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { confirmAction } from './confirm.tsx';
import { type Slot, useApp, useBlocks } from './setting.ts';

/** What every element that holds a value has in common. */
export interface FieldElement {
  readonly type: string;
  readonly action_id?: string;
  readonly focus_on_load?: boolean;
  readonly confirm?: ConfirmationDialog;
}

/** A value that an element holds, and the ways to change it and to tell the app of it. */
export interface Held {
  readonly value: InputValue;
  readonly change: (value: InputValue) => void;
  /** Sends a change where the block wants to hear of it at once. */
  readonly dispatch: (value: InputValue) => void;
}

/** What an element holds; `begin` makes it of what it held before, if anything. */
export function useHeld(
  field: FieldElement,
  slot: Slot,
  begin: (before: InputValue | undefined) => InputValue,
): Held {
  const page = usePage();
  const { act } = useApp();
  const { held } = useBlocks();
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const { blockId } = slot;
  const actionId = field.action_id ?? '';
  useLayoutEffect(() => held.show(blockId, actionId), [held, blockId, actionId]);
  const send = async ({ type, ...chosen }: InputValue) => {
    if (!(await confirmAction(page, field.confirm))) return;
    act({ ...chosen, block_id: blockId, action_id: actionId, element_type: type });
  };
  return {
    value: held.of(blockId, actionId, field.type, begin),
    change: (value) => {
      held.change(blockId, actionId, value);
      redraw(undefined);
    },
    dispatch: (value) => {
      if (slot.dispatches) void send(value);
    },
  };
}

/** The attributes that tie a field to its label, hint and error. */
export function fieldAttributes(field: FieldElement, slot: Slot) {
  return {
    id: slot.id,
    'aria-label': slot.id ? undefined : slot.label,
    'aria-describedby': slot.describedBy,
    'aria-invalid': slot.isInvalid ? ('true' as const) : undefined,
    'aria-required': slot.isRequired ? ('true' as const) : undefined,
    autofocus: field.focus_on_load,
    'data-testid': 'field',
    'data-action-id': field.action_id,
  };
}
