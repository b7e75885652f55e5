import type {
  Datepicker,
  DateTimepicker,
  EmailInput,
  NumberInput,
  PlainTextInput,
  Timepicker,
  URLInput,
} from '@slack/types';
import { element } from '../dom/element.ts';
import type { ElementValue } from '../state.ts';
import type { BlockContext, ControlSlot } from './block-context.ts';
import { rememberedValue } from './block-context.ts';
import { dispatchChange, fieldAttributes } from './field.ts';
import { plainWords } from './text-object.ts';

/** The elements that hold a line or several of text, or a date or time. */
export type TextField =
  | PlainTextInput
  | EmailInput
  | URLInput
  | NumberInput
  | Datepicker
  | Timepicker
  | DateTimepicker;

const inputTypes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
} as const;

/** Draws a field for text, a number, a date or a time. */
export function drawTextField(
  field: TextField,
  slot: ControlSlot,
  context: BlockContext,
): HTMLElement {
  const attributes = {
    ...fieldAttributes(field, slot),
    class: 'field',
    placeholder: 'placeholder' in field && field.placeholder ? plainWords(field.placeholder) : '',
    maxlength: field.type === 'plain_text_input' ? field.max_length : undefined,
    dir: 'auto',
  };
  const multiline = field.type === 'plain_text_input' && field.multiline === true;
  const node = multiline
    ? element('textarea', { ...attributes, rows: 4 })
    : element('input', { ...attributes, type: inputTypes[field.type] });
  const actionId = field.action_id ?? '';
  const remembered = rememberedValue(context, slot.blockId, actionId);
  node.value = remembered ? textOf(remembered) : initialText(field);
  const read = () => heldValue(field, node.value);
  context.register?.(slot.blockId, actionId, read);
  if (slot.dispatch) listen(node, field, () => dispatchChange(field, slot, context, read()));
  return node;
}

function listen(node: HTMLElement, field: TextField, send: () => void): void {
  if (isPicker(field)) {
    node.addEventListener('change', send);
    return;
  }
  const config = field.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  if (config.includes('on_character_entered')) node.addEventListener('input', send);
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !config.includes('on_enter_pressed')) return;
    // Here the key means "look at this", not "submit the form".
    event.preventDefault();
    send();
  });
}

type Picker = Datepicker | Timepicker | DateTimepicker;

function isPicker(field: TextField): field is Picker {
  return field.type.endsWith('picker');
}

function initialText(field: TextField): string {
  if (!isPicker(field)) return field.initial_value ?? '';
  if (field.type === 'datepicker') return field.initial_date ?? '';
  if (field.type === 'timepicker') return field.initial_time ?? '';
  return localTime(field.initial_date_time);
}

function textOf(value: ElementValue): string {
  const time = value.selected_date_time;
  if (typeof time === 'number') return localTime(time);
  return value.value ?? value.selected_date ?? value.selected_time ?? '';
}

function heldValue(field: TextField, text: string): ElementValue {
  const value = text === '' ? null : text;
  if (field.type === 'datepicker') return { type: field.type, selected_date: value };
  if (field.type === 'timepicker') return { type: field.type, selected_time: value };
  if (field.type === 'datetimepicker') {
    const seconds = value === null ? null : Date.parse(value) / 1000;
    return { type: field.type, selected_date_time: seconds };
  }
  return { type: field.type, value };
}

/** Seconds since 1970 as the browser's own field for date and time writes them. */
function localTime(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const at = new Date(seconds * 1000);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
