import type { ExternalSelect, Option } from '@slack/types';
import { element } from '../dom/element.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { rememberedValue } from './block-context.ts';
import { dispatchChange, fieldAttributes } from './field.ts';
import { OptionList } from './option-list.ts';
import { plainWords } from './text-object.ts';

/** Below this length of text the app is not asked. Source: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const defaultQueryLength = 3;

/** Draws a menu whose options the app knows: it is asked for those that fit what was typed. */
export function drawExternalSelect(
  select: ExternalSelect,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const actionId = select.action_id ?? '';
  const remembered = rememberedValue(context, slot.blockId, actionId);
  let chosen = (remembered ? remembered.selected_option : select.initial_option) as
    | Option
    | null
    | undefined;
  const read = (): ElementValue => ({ type: select.type, selected_option: chosen ?? null });
  context.register?.(slot.blockId, actionId, read);
  const field = element('input', {
    ...fieldAttributes(select, slot),
    class: 'field',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    dir: 'auto',
    placeholder: select.placeholder ? plainWords(select.placeholder) : 'Type to search',
  });
  field.value = chosen ? plainWords(chosen.text) : '';
  const list = new OptionList(field, (option) => {
    chosen = option;
    field.value = plainWords(option.text);
    dispatchChange(select, slot, context, read());
  });
  const ask = async () => {
    const typed = field.value;
    chosen = undefined;
    if (typed.length < (select.min_query_length ?? defaultQueryLength)) return list.close();
    const options = await context.suggest(slot.blockId, actionId, typed);
    // Meanwhile somebody may have typed on, or gone elsewhere.
    if (field.value === typed && document.activeElement === field) list.open(options);
  };
  field.addEventListener('input', () => void ask());
  if (select.min_query_length === 0) field.addEventListener('focus', () => void ask());
  return element('div', { class: 'combobox' }, field, list.node);
}
