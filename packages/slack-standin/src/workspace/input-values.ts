import type { KnownBlock } from '@slack/types';
import { isObject } from '../block-kit/check.ts';
import type { InputValue, InputValues } from '../wire.ts';

/** An interactive element with the block it stands in. */
export interface PlacedElement {
  readonly block: KnownBlock;
  readonly element: Record<string, unknown>;
}

/** All elements of blocks that people can use, in reading order. */
export function interactiveElements(blocks: readonly KnownBlock[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    const { elements, element, accessory, actions } = block as unknown as Record<string, unknown>;
    const own = [elements, element, accessory, actions]
      .flat()
      .filter(isObject)
      .filter((one) => one.action_id !== undefined)
      .map((one) => ({ block, element: one }));
    return [...own, ...interactiveElements(innerBlocks(block))];
  });
}

/** The blocks that stand within a block: a carousel's cards, and what a container holds. */
function innerBlocks(block: KnownBlock): readonly KnownBlock[] {
  if (block.type === 'carousel') return block.elements;
  return block.type === 'container' ? block.child_blocks : [];
}

/** The fields in which an element's value travels, by the element's type. */
const initialFields: Record<string, readonly [from: string, to: string]> = {
  plain_text_input: ['initial_value', 'value'],
  email_text_input: ['initial_value', 'value'],
  url_text_input: ['initial_value', 'value'],
  number_input: ['initial_value', 'value'],
  rich_text_input: ['initial_value', 'rich_text_value'],
  static_select: ['initial_option', 'selected_option'],
  external_select: ['initial_option', 'selected_option'],
  radio_buttons: ['initial_option', 'selected_option'],
  multi_static_select: ['initial_options', 'selected_options'],
  multi_external_select: ['initial_options', 'selected_options'],
  checkboxes: ['initial_options', 'selected_options'],
  users_select: ['initial_user', 'selected_user'],
  multi_users_select: ['initial_users', 'selected_users'],
  conversations_select: ['initial_conversation', 'selected_conversation'],
  multi_conversations_select: ['initial_conversations', 'selected_conversations'],
  channels_select: ['initial_channel', 'selected_channel'],
  multi_channels_select: ['initial_channels', 'selected_channels'],
  datepicker: ['initial_date', 'selected_date'],
  timepicker: ['initial_time', 'selected_time'],
  file_input: ['initial_files', 'files'],
  datetimepicker: ['initial_date_time', 'selected_date_time'],
};

/** What inputs hold before anyone touched them, or what they held in `previous`. */
export function initialValues(
  blocks: readonly KnownBlock[],
  previous: InputValues = {},
): InputValues {
  const values: InputValues = {};
  for (const { block, element } of interactiveElements(blocks)) {
    const names = initialFields[String(element.type)];
    const blockId = block.block_id ?? '';
    const actionId = String(element.action_id);
    if (!names) continue;
    const [from, to] = names;
    const empty = to.endsWith('s') ? [] : null;
    const initial = { type: String(element.type), [to]: element[from] ?? empty };
    values[blockId] = {
      ...values[blockId],
      [actionId]: previous[blockId]?.[actionId] ?? initial,
    };
  }
  return values;
}

/** Tells whether an input holds nothing. */
function isEmpty(value: InputValue | undefined): boolean {
  if (!value) return true;
  return Object.entries(value).every(
    ([name, entry]) =>
      name === 'type' ||
      entry === null ||
      entry === undefined ||
      entry === '' ||
      (Array.isArray(entry) && entry.length === 0),
  );
}

/** What Slack itself finds missing or too long in a form, by `block_id`. */
export function formErrors(
  blocks: readonly KnownBlock[],
  values: InputValues,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of interactiveElements(blocks)) {
    if (block.type !== 'input' || block.block_id === undefined) continue;
    const value = values[block.block_id]?.[String(element.action_id)];
    const problem = isEmpty(value) ? missing(block.optional) : lengthProblem(element, value);
    if (problem !== undefined) errors[block.block_id] = problem;
  }
  return errors;
}

function missing(isOptional: boolean | undefined): string | undefined {
  return isOptional ? undefined : 'Please complete this required field.';
}

function lengthProblem(
  { min_length: min, max_length: max }: Record<string, unknown>,
  value: InputValue | undefined,
): string | undefined {
  const length = value?.value?.length ?? 0;
  if (typeof min === 'number' && length < min) return `Please enter at least ${min} characters.`;
  if (typeof max === 'number' && length > max) return `Please enter at most ${max} characters.`;
  return undefined;
}
