import type {
  Checkboxes,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  RadioButtons,
} from '@slack/types';
import { element } from '../dom/element.ts';
import type { Names } from '../people.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { freshId, rememberedValue } from './block-context.ts';
import { entitiesOf } from './entities.ts';
import { dispatchChange, fieldAttributes } from './field.ts';
import { drawText } from './text-object.ts';

type EntityGroup = MultiUsersSelect | MultiChannelsSelect | MultiConversationsSelect;
type Group = RadioButtons | Checkboxes | MultiStaticSelect | EntityGroup;
type Option = RadioButtons['options'][number];

/**
 * Draws choices that are all in sight: radio buttons, checkboxes, and the selects of several options,
 * people or places, which Slack folds away but which ask the same.
 */
export function drawChoices(group: Group, slot: ControlSlot, context: BlockContext): HTMLElement {
  const options = optionsOf(group, context.names);
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
    if (isOfEntities(group)) {
      return { type: group.type, [idsField(group)]: picked.map(({ value }) => value) };
    }
    if (single) return { type: group.type, selected_option: picked[0] ?? null };
    return { type: group.type, selected_options: picked };
  };
  context.register?.(slot.blockId, group.action_id ?? '', read);
  const { autofocus: _, id: __, ...attributes } = fieldAttributes(group, slot);
  const limit = 'max_selected_items' in group ? group.max_selected_items : undefined;
  const node = element(
    'div',
    {
      ...attributes,
      class: `choices ${group.type.startsWith('multi_') ? 'choices-boxed' : ''}`,
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

function isOfEntities(group: Group): group is EntityGroup {
  return group.type.startsWith('multi_') && group.type !== 'multi_static_select';
}

/** Under which name Slack sends the ids: `multi_users_select` has `selected_users`. */
function idsField({ type }: EntityGroup) {
  const kind = type.slice('multi_'.length, -'_select'.length);
  return `selected_${kind as 'users' | 'channels' | 'conversations'}` as const;
}

function optionsOf(group: Group, names: Names): readonly Option[] {
  if (isOfEntities(group)) {
    return entitiesOf(group, names).map(({ id, label }) => ({
      text: { type: 'plain_text', text: label, emoji: false },
      value: id,
    }));
  }
  if (group.type !== 'multi_static_select') return group.options;
  const grouped = (group.option_groups ?? []).flatMap(({ options }) => options);
  return [...(group.options ?? []), ...grouped];
}

function initialKeys(group: Group, slot: ControlSlot, context: BlockContext): readonly unknown[] {
  const remembered = rememberedValue(context, slot.blockId, group.action_id ?? '');
  if (isOfEntities(group)) return remembered?.[idsField(group)] ?? initialIds(group, context);
  const initial = group.type === 'radio_buttons' ? [group.initial_option] : group.initial_options;
  const options = remembered
    ? (remembered.selected_options ?? [remembered.selected_option])
    : (initial ?? []);
  return options.map((option) => (option as Option | null | undefined)?.value);
}

function initialIds(group: EntityGroup, { here }: BlockContext): readonly string[] {
  switch (group.type) {
    case 'multi_users_select':
      return group.initial_users ?? [];
    case 'multi_channels_select':
      return group.initial_channels ?? [];
    case 'multi_conversations_select':
      return group.initial_conversations ?? (group.default_to_current_conversation ? [here] : []);
  }
}

function holdToLimit(inputs: readonly HTMLInputElement[], limit: number | undefined): void {
  const full = limit !== undefined && inputs.filter((input) => input.checked).length >= limit;
  for (const input of inputs) input.disabled = full && !input.checked;
}
