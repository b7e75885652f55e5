import type {
  Datepicker,
  DateTimepicker,
  EmailInput,
  NumberInput,
  PlainTextInput,
  Timepicker,
  URLInput,
} from '@slack/types';
import type { TargetedEvent } from 'preact';
import type { InputValue } from '../../../wire.ts';
import { fieldAttributes, useHeld } from './field.ts';
import { plainWords } from './marked.tsx';
import type { Slot } from './setting.ts';

type Picker = Datepicker | Timepicker | DateTimepicker;
type Typed = PlainTextInput | EmailInput | URLInput | NumberInput;
type Field = Typed | Picker;

const inputTypes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
} as const;

interface TextFieldProps {
  readonly field: Field;
  readonly slot: Slot;
}

/** A field for a line or several of text, for a number, a date or a time. */
export function TextField({ field, slot }: TextFieldProps) {
  const { value, change, dispatch } = useHeld(field, slot, (before) =>
    heldValue(field, before ? textOf(before) : initialText(field)),
  );
  const triggers = isPicker(field)
    ? []
    : (field.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']);
  const take = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const now = heldValue(field, event.currentTarget.value);
    change(now);
    if (triggers.includes('on_character_entered')) dispatch(now);
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !slot.dispatches || !triggers.includes('on_enter_pressed')) return;
    // Here the key means "look at this", not "submit the form".
    event.preventDefault();
    dispatch(value);
  };
  const attributes = {
    ...fieldAttributes(field, slot),
    class: 'field',
    placeholder: 'placeholder' in field && field.placeholder ? plainWords(field.placeholder) : '',
    maxLength: field.type === 'plain_text_input' ? field.max_length : undefined,
    dir: 'auto',
    value: textOf(value),
    onInput: take,
    onKeyDown: takeKey,
  } as const;
  if (field.type === 'plain_text_input' && field.multiline) {
    return <textarea {...attributes} rows={4} />;
  }
  // One of several types at a time, which Preact's own types tell apart.
  const type = inputTypes[field.type] as 'text';
  if (!isPicker(field)) return <input {...attributes} type={type} />;
  return (
    <input
      {...attributes}
      type={type}
      onChange={(event) => dispatch(heldValue(field, event.currentTarget.value))}
    />
  );
}

function isPicker(field: Field): field is Picker {
  return field.type.endsWith('picker');
}

function initialText(field: Field): string {
  if (!isPicker(field)) return field.initial_value ?? '';
  if (field.type === 'datepicker') return field.initial_date ?? '';
  if (field.type === 'timepicker') return field.initial_time ?? '';
  return localTime(field.initial_date_time);
}

function textOf(value: InputValue): string {
  const time = value.selected_date_time;
  if (typeof time === 'number') return localTime(time);
  return value.value ?? value.selected_date ?? value.selected_time ?? '';
}

function heldValue({ type }: Field, text: string): InputValue {
  const value = text === '' ? null : text;
  if (type === 'datepicker') return { type, selected_date: value };
  if (type === 'timepicker') return { type, selected_time: value };
  if (type === 'datetimepicker') {
    return { type, selected_date_time: value === null ? null : Date.parse(value) / 1000 };
  }
  return { type, value };
}

/** Seconds since 1970 as the browser's own field for date and time writes them. */
function localTime(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const at = new Date(seconds * 1000);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
