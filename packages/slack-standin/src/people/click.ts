import { isObject } from '../block-kit/check.ts';
import type { InputValue, InputValues } from '../wire.ts';
import {
  type Acting,
  type ActionResult,
  failureName,
  interactionBase,
  personNamed,
} from './acting.ts';
import { Mistake } from './mistake.ts';
import { suggestedOption } from './suggest.ts';
import { type Container, findElement, placeOf } from './used-element.ts';

/** A person's use of one button, menu or input. */
export interface Click {
  readonly user: string;
  readonly in: Container;
  /** Needed only when several blocks have an element with this `action_id`. */
  readonly blockId?: string | undefined;
  readonly actionId: string;
  /** Typed text, or which of two feedback buttons. */
  readonly value?: string | undefined;
  /** The value of the option chosen. */
  readonly option?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly time?: string | undefined;
  /** Seconds since 1970. */
  readonly dateTime?: number | undefined;
  /** What a menu of users, channels or conversations chose. */
  readonly id?: string | undefined;
}

/** Sends a use of an element to the app. Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function click(acting: Acting, use: Click): Promise<ActionResult> {
  const { workspace, dispatcher } = acting;
  const person = personNamed(acting, use.user);
  const place = placeOf(acting, use.in, person);
  const { block, element } = findElement(place.blocks, use);
  const chosen =
    element.type === 'external_select'
      ? { selected_option: suggestedOption(workspace, element, use.option) }
      : chosenValue(element, use);
  const names = { action_id: use.actionId, block_id: block.block_id ?? '' };
  keepValue(place.state.values, names, element, chosen);
  workspace.changes.emit();
  const action = { ...names, type: element.type, ...chosen, action_ts: workspace.ids.ts() };
  const payload = {
    type: 'block_actions',
    ...interactionBase(acting, person),
    ...place.payload,
    state: place.state,
    actions: [action],
  };
  const outcome = await dispatcher.once('interactive', payload);
  if (outcome.kind === 'acked') return { ok: true };
  const error = `The app did not respond: "${failureName(outcome)}"`;
  workspace.tell(person.id, 'channel' in use.in ? use.in.channel : '', error);
  return { ok: false, error };
}

function chosenValue(element: Record<string, unknown>, use: Click): Record<string, unknown> {
  const type = String(element.type);
  const { text } = element;
  if (type === 'button' || type === 'icon_button') {
    return { text, ...(element.value !== undefined && { value: element.value }) };
  }
  if (type === 'feedback_buttons') return feedback(element, use.value ?? '');
  if (type.startsWith('multi_') && type.endsWith('_select') && !type.includes('static')) {
    return { [`selected_${type.replace(/^multi_|_select$/g, '')}`]: use.options ?? [] };
  }
  const entity = /^(user|conversation|channel)s_select$/.exec(type)?.[1];
  if (entity) return { [`selected_${entity}`]: use.id ?? null };
  if (type === 'datepicker') return { selected_date: use.date ?? null };
  if (type === 'timepicker') return { selected_time: use.time ?? null };
  if (type === 'datetimepicker') return { selected_date_time: use.dateTime ?? null };
  if (type === 'checkboxes' || type === 'multi_static_select') {
    return { selected_options: (use.options ?? []).map((value) => optionOf(element, value)) };
  }
  if (use.option !== undefined) return { selected_option: optionOf(element, use.option) };
  return { value: use.value ?? '' };
}

function feedback(element: Record<string, unknown>, value: string): Record<string, unknown> {
  const sides = [element.positive_button, element.negative_button].filter(isObject);
  const side = sides.find((one) => one.value === value);
  if (!side) throw new Mistake(`No feedback button has the value "${value}".`);
  return { value, text: side.text };
}

function optionOf(element: Record<string, unknown>, value: string): Record<string, unknown> {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const lists = [element.options, ...groups.filter(isObject).map(({ options }) => options)];
  const options = lists.flat().filter(isObject);
  const option = options.find((one) => one.value === value);
  if (option) return option;
  throw new Mistake(
    `There is no option "${value}"; there are: ${options.map((one) => one.value).join(', ')}.`,
  );
}

function keepValue(
  values: InputValues,
  { block_id, action_id }: { block_id: string; action_id: string },
  element: Record<string, unknown>,
  chosen: Record<string, unknown>,
): void {
  const type = String(element.type);
  if (type.endsWith('button') || type === 'feedback_buttons' || type === 'overflow') return;
  const value: InputValue = { type, ...chosen };
  values[block_id] = { ...values[block_id], [action_id]: value };
}
