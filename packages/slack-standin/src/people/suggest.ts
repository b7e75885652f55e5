import { type Check, isObject, list, problemsOf } from '../block-kit/check.ts';
import { plainOption, staticOptions } from '../block-kit/composition.ts';
import { limits } from '../block-kit/limits.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Acting, failureName, interactionBase, personNamed } from './acting.ts';
import { Mistake } from './mistake.ts';
import { type Container, type ElementRef, findElement, placeOf } from './used-element.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const defaultQueryLength = 3;

/** What a person typed into a menu whose options the app knows. */
export interface Query extends ElementRef {
  readonly user: string;
  readonly in: Container;
  readonly value: string;
}

/** The options for what was typed, in order, or what went wrong. */
export type Suggested =
  | { readonly ok: true; readonly options: readonly Option[] }
  | { readonly ok: false; readonly error: string };

type Option = Readonly<Record<string, unknown>>;

/** Asks the app for options. Source: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export async function suggestOptions(acting: Acting, query: Query): Promise<Suggested> {
  const person = personNamed(acting, query.user);
  const { blocks, payload } = placeOf(acting, query.in, person);
  const { block, element } = findElement(blocks, query);
  if (query.value.length < Number(element.min_query_length ?? defaultQueryLength)) {
    return { ok: true, options: [] };
  }
  const { response_url, ...place } = payload;
  const { trigger_id, ...base } = interactionBase(acting, person);
  const outcome = await acting.dispatcher.once('interactive', {
    type: 'block_suggestion',
    ...base,
    ...place,
    action_id: query.actionId,
    block_id: block.block_id ?? '',
    value: query.value,
  });
  if (outcome.kind === 'failed') return { ok: false, error: failureName(outcome) };
  const options = readOptions(outcome.response);
  if (!options) return { ok: false, error: 'invalid_options' };
  const { suggested } = acting.workspace;
  suggested.set(element, [...(suggested.get(element) ?? []), ...options]);
  return { ok: true, options };
}

/** The option with this value that the app has suggested for an element; null for none. */
export function suggestedOption(
  { suggested }: Workspace,
  element: Readonly<Record<string, unknown>>,
  value: string | undefined,
): Option | null {
  if (value === undefined) return null;
  const option = suggested.get(element)?.findLast((one) => one.value === value);
  if (option) return option;
  throw new Mistake(`The app has suggested no option "${value}".`);
}

const fewOptions: Check = list(plainOption, { min: 0, max: limits.optionsPerSelect });

function readOptions(response: unknown): Option[] | undefined {
  const { options, option_groups: groups } = isObject(response) ? response : {};
  if (Array.isArray(options)) {
    return problemsOf(fewOptions, options, '/options').length === 0
      ? (options as Option[])
      : undefined;
  }
  const isGrouped = problemsOf(staticOptions.option_groups, groups, '/option_groups').length === 0;
  return isGrouped
    ? (groups as { options: Option[] }[]).flatMap((group) => group.options)
    : undefined;
}
