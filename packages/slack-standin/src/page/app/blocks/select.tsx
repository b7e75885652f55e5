import type { ChannelsSelect, ConversationsSelect, StaticSelect, UsersSelect } from '@slack/types';
import type { InputValue } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { entitiesOf } from './entities.ts';
import { fieldAttributes, useHeld } from './field.ts';
import { plainWords } from './marked.tsx';
import { type Slot, useBlocks } from './setting.ts';

/** The menus that choose one thing from a list. */
type SingleSelect = StaticSelect | ConversationsSelect | ChannelsSelect | UsersSelect;

interface SelectProps {
  readonly select: SingleSelect;
  readonly slot: Slot;
}

/** A menu of declared options, of conversations or of people. */
export function Select({ select, slot }: SelectProps) {
  const { here } = useBlocks();
  const { value, change, dispatch } = useHeld(select, slot, (before) =>
    heldValue(select, (before && keyOf(before)) || initialKey(select, here)),
  );
  const take = (key: string) => {
    const now = heldValue(select, key);
    change(now);
    dispatch(now);
  };
  return (
    <select
      {...fieldAttributes(select, slot)}
      class="field"
      value={keyOf(value)}
      onChange={(event) => take(event.currentTarget.value)}
    >
      <option value="">{select.placeholder ? plainWords(select.placeholder) : 'Choose one'}</option>
      <OptionsOf select={select} />
    </select>
  );
}

function OptionsOf({ select }: { readonly select: SingleSelect }) {
  const { names } = usePage();
  if (select.type !== 'static_select') {
    return (
      <>
        {entitiesOf(select, names).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </>
    );
  }
  return (
    <>
      {(select.options ?? []).map(drawOption)}
      {(select.option_groups ?? []).map(({ label, options }) => (
        <optgroup label={plainWords(label)}>{options.map(drawOption)}</optgroup>
      ))}
    </>
  );
}

type StaticOption = NonNullable<StaticSelect['options']>[number];

function drawOption({ text, value, description }: StaticOption) {
  const details = description ? ` - ${plainWords(description)}` : '';
  return <option value={value ?? ''}>{plainWords(text) + details}</option>;
}

function initialKey(select: SingleSelect, here: string): string {
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

function keyOf(value: InputValue): string {
  const option = value.selected_option?.value;
  const id = value.selected_conversation ?? value.selected_channel ?? value.selected_user;
  return typeof option === 'string' ? option : (id ?? '');
}

function heldValue(select: SingleSelect, key: string): InputValue {
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
      const option = all.find(({ value }) => value === key);
      return { type, selected_option: option ? { ...option } : null };
    }
  }
}
