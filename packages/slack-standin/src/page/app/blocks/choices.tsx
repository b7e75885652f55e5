import type {
  Checkboxes,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  RadioButtons,
} from '@slack/types';
import type { InputValue } from '../../../wire.ts';
import { useFreshId } from '../dom/fresh-id.ts';
import type { Names } from '../names.ts';
import { usePage } from '../page.ts';
import { entitiesOf } from './entities.ts';
import { fieldAttributes, useHeld } from './field.ts';
import { TextObject } from './marked.tsx';
import { type Slot, useBlocks } from './setting.ts';

type EntityGroup = MultiUsersSelect | MultiChannelsSelect | MultiConversationsSelect;
type Group = RadioButtons | Checkboxes | MultiStaticSelect | EntityGroup;
type Option = RadioButtons['options'][number];

interface ChoicesProps {
  readonly group: Group;
  readonly slot: Slot;
}

/**
 * Choices that are all in sight: radio buttons, checkboxes, and the menus of several options, people
 * or places, which Slack folds away but which ask the same.
 */
export function Choices({ group, slot }: ChoicesProps) {
  const name = useFreshId();
  const { here } = useBlocks();
  const options = optionsOf(group, usePage().names);
  const { value, change, dispatch } = useHeld(group, slot, (before) =>
    chosenValue(group, options, before ? keysOf(before) : initialKeys(group, here)),
  );
  const chosen = keysOf(value);
  const isSingle = group.type === 'radio_buttons';
  const max = 'max_selected_items' in group ? group.max_selected_items : undefined;
  const isFull = max !== undefined && chosen.length >= max;
  const take = (key: string, isChosen: boolean) => {
    const others = isSingle ? [] : chosen.filter((one) => one !== key);
    const now = chosenValue(group, options, isChosen ? [...others, key] : others);
    change(now);
    dispatch(now);
  };
  const {
    autofocus,
    id: _,
    'aria-required': isRequired,
    ...attributes
  } = fieldAttributes(group, slot);
  // A plain group cannot be required; its label says when it is not.
  const role = isSingle
    ? ({ role: 'radiogroup', 'aria-label': slot.label, 'aria-required': isRequired } as const)
    : ({ role: 'group', 'aria-label': slot.label } as const);
  return (
    <div
      {...attributes}
      class={`choices ${group.type.startsWith('multi_') ? 'choices-boxed' : ''}`}
      {...role}
      tabIndex={-1}
    >
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value ?? '')}
            disabled={isFull && !chosen.includes(option.value ?? '')}
            autofocus={autofocus && index === 0}
            onChange={(event) => take(option.value ?? '', event.currentTarget.checked)}
          />
          <OptionWords option={option} />
        </label>
      ))}
    </div>
  );
}

function OptionWords({ option }: { readonly option: Option }) {
  return (
    <span>
      <TextObject text={option.text} />
      {option.description && (
        <small>
          <TextObject text={option.description} />
        </small>
      )}
    </span>
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

function chosenValue(
  group: Group,
  options: readonly Option[],
  keys: readonly string[],
): InputValue {
  const { type } = group;
  const picked = options.filter(({ value }) => keys.includes(value ?? ''));
  if (isOfEntities(group)) return { type, [idsField(group)]: picked.map(({ value }) => value) };
  const selected = picked.map((option) => ({ ...option }));
  if (type === 'radio_buttons') return { type, selected_option: selected[0] ?? null };
  return { type, selected_options: selected };
}

function keysOf(value: InputValue): string[] {
  const ids = value.selected_users ?? value.selected_channels ?? value.selected_conversations;
  if (ids) return [...ids];
  const options = value.selected_options ?? [value.selected_option];
  return options.flatMap((option) => (option ? [String(option.value)] : []));
}

function initialKeys(group: Group, here: string): string[] {
  switch (group.type) {
    case 'multi_users_select':
      return group.initial_users ?? [];
    case 'multi_channels_select':
      return group.initial_channels ?? [];
    case 'multi_conversations_select':
      return group.initial_conversations ?? (group.default_to_current_conversation ? [here] : []);
    case 'radio_buttons':
      return group.initial_option ? [group.initial_option.value ?? ''] : [];
    default:
      return (group.initial_options ?? []).map(({ value }) => value ?? '');
  }
}
