import type { Checkboxes, MultiStaticSelect, RadioButtons } from '@slack/types';
import { element } from '../dom/element.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { freshId, rememberedValue } from './block-context.ts';
import { dispatchChange, fieldAttributes } from './field.ts';
import { drawText } from './text-object.ts';

type Group = RadioButtons | Checkboxes | MultiStaticSelect;
type Option = RadioButtons['options'][number];

/**
 * Draws choices that are all in sight: radio buttons, checkboxes, and the select of several options,
 * which Slack folds away but which asks the same.
 */
export function drawChoices(group: Group, slot: ControlSlot, context: BlockContext): HTMLElement {
  const options = optionsOf(group);
  const chosen = new Set(initialKeys(group, slot, context));
  const name = freshId();
  const single = group.type === 'radio_buttons';
  const inputs = options.map((option) =>
    element('input', {
      type: single ? 'radio' : 'checkbox',
      name,
      value: option.value,
      checked: chosen.has(option.value),
      autofocus: group.focus_on_load && option === options[0],
    }),
  );
  const read = (): ElementValue => {
    const picked = options.filter((_, index) => inputs[index]?.checked);
    if (single) return { type: group.type, selected_option: picked[0] ?? null };
    return { type: group.type, selected_options: picked };
  };
  context.register?.(slot.blockId, group.action_id ?? '', read);
  const { autofocus: _, id: __, ...attributes } = fieldAttributes(group, slot);
  const limit = group.type === 'multi_static_select' ? group.max_selected_items : undefined;
  const node = element(
    'div',
    {
      ...attributes,
      class: `choices ${group.type === 'multi_static_select' ? 'choices-boxed' : ''}`,
      role: single ? 'radiogroup' : 'group',
      // A plain group cannot be required; its label says when it is not.
      'aria-required': single ? attributes['aria-required'] : undefined,
      tabindex: -1,
      'aria-label': slot.label,
      onchange: () => {
        holdToLimit(inputs, limit);
        dispatchChange(group, slot, context, read());
      },
    },
    ...options.map((option, index) => drawOption(option, inputs[index], context)),
  );
  holdToLimit(inputs, limit);
  return node;
}

function drawOption(
  option: Option,
  input: HTMLInputElement | undefined,
  context: BlockContext,
): HTMLElement {
  const description = option.description ? drawText(option.description, context.names) : [];
  return element(
    'label',
    { class: 'choice' },
    input,
    element(
      'span',
      {},
      ...drawText(option.text, context.names),
      description.length > 0 && element('small', {}, ...description),
    ),
  );
}

function optionsOf(group: Group): readonly Option[] {
  if (group.type !== 'multi_static_select') return group.options;
  const grouped = (group.option_groups ?? []).flatMap(({ options }) => options);
  return [...(group.options ?? []), ...grouped];
}

function initialKeys(group: Group, slot: ControlSlot, context: BlockContext): unknown[] {
  const remembered = rememberedValue(context, slot.blockId, group.action_id ?? '');
  const initial = group.type === 'radio_buttons' ? [group.initial_option] : group.initial_options;
  const options = remembered
    ? (remembered.selected_options ?? [remembered.selected_option])
    : (initial ?? []);
  return options.map((option) => (option as Option | null | undefined)?.value);
}

function holdToLimit(inputs: readonly HTMLInputElement[], limit: number | undefined): void {
  const full = limit !== undefined && inputs.filter((input) => input.checked).length >= limit;
  for (const input of inputs) input.disabled = full && !input.checked;
}
