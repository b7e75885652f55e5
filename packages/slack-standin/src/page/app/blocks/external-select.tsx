import type { ExternalSelect, Option } from '@slack/types';
import { useState } from 'preact/hooks';
import { useFreshId } from '../dom/fresh-id.ts';
import { OptionList } from '../dom/option-list.tsx';
import { fieldAttributes, useHeld } from './field.ts';
import { plainWords } from './marked.tsx';
import { type Slot, useApp } from './setting.ts';

/** Below this length of text the app is not asked. Source: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const defaultQueryLength = 3;

interface ExternalSelectProps {
  readonly select: ExternalSelect;
  readonly slot: Slot;
}

/** A menu whose options the app knows: it is asked for those that fit what was typed. */
export function ExternalSelectField({ select, slot }: ExternalSelectProps) {
  const listId = useFreshId();
  const { typed, options, marked, take, ask, takeKey, close } = useSearch(select, slot);
  const isOpen = options.length > 0;
  return (
    <div class="combobox">
      <input
        {...fieldAttributes(select, slot)}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        dir="auto"
        placeholder={select.placeholder ? plainWords(select.placeholder) : 'Type to search'}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-activedescendant={isOpen ? `${listId}-${marked}` : undefined}
        value={typed}
        onInput={(event) => void ask(event.currentTarget)}
        onFocus={(event) => select.min_query_length === 0 && void ask(event.currentTarget)}
        onKeyDown={takeKey}
        onBlur={close}
      />
      <OptionList
        id={listId}
        label="Options"
        look="option-list"
        testId="option"
        marked={marked}
        options={options.map((option) => ({
          words: <span class="option-text">{plainWords(option.text)}</span>,
          more: option.description && <small>{plainWords(option.description)}</small>,
          take: () => take(option),
        }))}
      />
    </div>
  );
}

/** What was typed, the options that the app has for it, and the one that is chosen. */
function useSearch(select: ExternalSelect, slot: Slot) {
  const { suggest } = useApp();
  const { value, change, dispatch } = useHeld(select, slot, (before) => ({
    type: select.type,
    selected_option: before?.selected_option ?? (select.initial_option as Chosen) ?? null,
  }));
  const [typed, setTyped] = useState(() => wordsOf(value.selected_option));
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [marked, setMarked] = useState(0);
  const close = () => setOptions([]);
  const take = (option: Option) => {
    const now = { type: select.type, selected_option: { ...option } };
    close();
    setTyped(plainWords(option.text));
    change(now);
    dispatch(now);
  };
  const ask = async (field: HTMLInputElement) => {
    const text = field.value;
    setTyped(text);
    change({ type: select.type, selected_option: null });
    if (text.length < (select.min_query_length ?? defaultQueryLength)) return close();
    const found = await suggest(slot.blockId, select.action_id ?? '', text);
    // Meanwhile more may have been typed, or the focus gone elsewhere.
    if (field.value !== text || document.activeElement !== field) return;
    setOptions(found);
    setMarked(0);
  };
  const takeKey = (event: KeyboardEvent) => {
    const option = options[marked];
    if (!option) return;
    const step = { ArrowDown: 1, ArrowUp: options.length - 1 }[event.key];
    if (step) setMarked((marked + step) % options.length);
    else if (event.key === 'Enter') take(option);
    else if (event.key === 'Escape') close();
    else return;
    // Neither the form nor the dialog around the field is meant.
    event.preventDefault();
    event.stopPropagation();
  };
  return { typed, options, marked, take, ask, takeKey, close };
}

type Chosen = Record<string, unknown> | undefined;

function wordsOf(option: unknown): string {
  return option ? plainWords((option as Option).text) : '';
}
