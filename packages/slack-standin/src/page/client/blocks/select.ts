import type { ChannelsSelect, ConversationsSelect, StaticSelect, UsersSelect } from '@slack/types';
import { element } from '../dom/element.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { rememberedValue } from './block-context.ts';
import { entitiesOf } from './entities.ts';
import { dispatchChange, fieldAttributes } from './field.ts';
import { plainWords } from './text-object.ts';

/** The selects that choose one thing from a list. */
export type SingleSelect = StaticSelect | ConversationsSelect | ChannelsSelect | UsersSelect;

interface Choice {
  readonly key: string;
  readonly label: string;
}

/** Draws a select of declared options, of conversations or of people. */
export function drawSelect(
  select: SingleSelect,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const node = element('select', { ...fieldAttributes(select, slot), class: 'field' });
  const placeholder = select.placeholder ? plainWords(select.placeholder) : 'Choose one';
  node.append(element('option', { value: '' }, placeholder), ...drawChoices(select, context));
  const actionId = select.action_id ?? '';
  const remembered = rememberedValue(context, slot.blockId, actionId);
  node.value = (remembered && keyOf(remembered)) || initialKey(select, context);
  const read = () => heldValue(select, node.value);
  context.register?.(slot.blockId, actionId, read);
  node.addEventListener('change', () => dispatchChange(select, slot, context, read()));
  return node;
}

function drawChoices(select: SingleSelect, context: BlockContext): HTMLElement[] {
  const option = ({ key, label }: Choice) => element('option', { value: key }, label);
  if (select.type !== 'static_select') {
    return entitiesOf(select, context.names).map(({ id, label }) => option({ key: id, label }));
  }
  const groups = select.option_groups ?? [];
  return [
    ...(select.options ?? []).map((choice) => option(toChoice(choice))),
    ...groups.map(({ label, options }) =>
      element('optgroup', { label: plainWords(label) }, ...options.map((o) => option(toChoice(o)))),
    ),
  ];
}

type StaticOption = NonNullable<StaticSelect['options']>[number];

function toChoice({ text, value, description }: StaticOption): Choice {
  const details = description ? ` - ${plainWords(description)}` : '';
  return { key: value ?? '', label: plainWords(text) + details };
}

function initialKey(select: SingleSelect, { here }: BlockContext): string {
  switch (select.type) {
    case 'static_select':
      return select.initial_option?.value ?? '';
    case 'conversations_select':
      return select.initial_conversation ?? (select.default_to_current_conversation ? here : '');
    case 'channels_select':
      return select.initial_channel ?? '';
    case 'users_select':
      return select.initial_user ?? '';
  }
}

function keyOf(value: ElementValue): string {
  const option = value.selected_option as { value?: string } | null | undefined;
  const id = value.selected_conversation ?? value.selected_channel ?? value.selected_user;
  return option?.value ?? id ?? '';
}

function heldValue(select: SingleSelect, key: string): ElementValue {
  const { type } = select;
  switch (type) {
    case 'users_select':
      return { type, selected_user: key || null };
    case 'channels_select':
      return { type, selected_channel: key || null };
    case 'conversations_select':
      return { type, selected_conversation: key || null };
    case 'static_select': {
      const grouped = (select.option_groups ?? []).flatMap(({ options }) => options);
      const all = [...(select.options ?? []), ...grouped];
      return { type, selected_option: all.find(({ value }) => value === key) ?? null };
    }
  }
}
