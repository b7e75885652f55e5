import type { KnownBlock } from '@slack/types';
import { isObject } from '../block-kit/check.ts';
import { interactiveElements, type PlacedElement } from '../input-values.ts';
import { Mistake } from '../mistake.ts';
import { viewToPayload } from '../modals.ts';
import type { User } from '../roster.ts';
import type { InputValue, InputValues } from '../view.ts';
import {
  type Acting,
  type ActionResult,
  channelNamed,
  failureName,
  interactionBase,
  personNamed,
} from './acting.ts';
import { visibleMessage } from './talk.ts';

/** Where an element stands that a person uses. */
export type Container =
  | { readonly channel: string; readonly ts: string }
  | { readonly viewId: string };

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
  /** What a menu of users, channels or conversations chose. */
  readonly id?: string | undefined;
}

interface Place {
  readonly blocks: readonly KnownBlock[];
  readonly payload: Record<string, unknown>;
  readonly state: { values: InputValues };
}

/** Sends a use of an element to the app. Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function click(acting: Acting, use: Click): Promise<ActionResult> {
  const { workspace, dispatcher } = acting;
  const person = personNamed(acting, use.user);
  const place = placeOf(acting, use.in, person);
  const { block, element } = findElement(place.blocks, use);
  const chosen = chosenValue(element, use);
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

function placeOf(acting: Acting, container: Container, person: User): Place {
  if ('viewId' in container) return viewPlace(acting, container.viewId);
  const channel = channelNamed(acting, container.channel, person);
  const message = visibleMessage(channel, container.ts, person);
  const isEphemeral = message.ephemeral_to !== undefined;
  const name = channel.kind === 'im' ? 'directmessage' : channel.name;
  return {
    blocks: message.blocks ?? [],
    state: { values: {} },
    payload: {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(message.thread_ts && { thread_ts: message.thread_ts }),
      },
      channel: { id: channel.id, name },
      // Slack keeps no ephemeral messages, so it cannot send them along.
      ...(!isEphemeral && { message }),
      response_url: acting.responseUrls.issue(person.id, channel, message.ts),
    },
  };
}

function viewPlace({ workspace }: Acting, viewId: string): Place {
  const view = workspace.view(viewId);
  if (!view) throw new Mistake(`No view ${viewId} is open.`);
  return {
    blocks: view.blocks,
    state: view.state,
    payload: { container: { type: 'view', view_id: view.id }, view: viewToPayload(view) },
  };
}

function findElement(blocks: readonly KnownBlock[], use: Click): PlacedElement {
  const found = interactiveElements(blocks).filter(
    ({ block, element }) =>
      element.action_id === use.actionId &&
      (use.blockId === undefined || block.block_id === use.blockId),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  const known = interactiveElements(blocks).map(({ element }) => element.action_id);
  throw new Mistake(
    `${found.length} elements have the action_id "${use.actionId}"; there are: ${known.join(', ')}.`,
  );
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
