import { isObject } from '../block-kit/check.ts';
import type { InputValues, View } from '../wire.ts';
import { formErrors, initialValues, interactiveElements } from '../workspace/input-values.ts';
import {
  draftToView,
  popModal,
  pushModal,
  readView,
  replaceView,
  viewToPayload,
} from '../workspace/modals.ts';
import { Refusal } from '../workspace/refusal.ts';
import { type Acting, failureName, interactionBase, personNamed } from './acting.ts';
import { Mistake } from './mistake.ts';

/** A filled form: what a person put into a view's inputs. */
export interface Submission {
  readonly user: string;
  readonly viewId: string;
  /** By `block_id`, then `action_id`; inputs left out keep what they hold. */
  readonly values?: InputValues | undefined;
}

/** What became of a submission, as the person sees it. */
export type SubmissionResult =
  | { readonly kind: 'closed' | 'cleared' }
  | { readonly kind: 'updated' | 'pushed'; readonly view: View }
  /** Messages under inputs, by `block_id`. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly error: string };

/** Submits a form. Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submitView(acting: Acting, form: Submission): Promise<SubmissionResult> {
  const { workspace, dispatcher } = acting;
  const person = personNamed(acting, form.user);
  const view = topModal(acting, person.id, form.viewId);
  view.state = { values: merge(view.state.values, form.values ?? {}) };
  view.errors = formErrors(view.blocks, view.state.values);
  workspace.changes.emit();
  if (Object.keys(view.errors).length > 0) return { kind: 'errors', errors: view.errors };
  const outcome = await dispatcher.once('interactive', {
    type: 'view_submission',
    ...interactionBase(acting, person),
    view: viewToPayload(view),
    response_urls: responseUrlsOf(acting, person.id, view),
  });
  const result: SubmissionResult =
    outcome.kind === 'failed'
      ? { kind: 'failed', error: failureName(outcome) }
      : followResponse(acting, person.id, view, outcome.response);
  if (result.kind === 'failed') {
    const text = `We had some trouble connecting. Try again? (${result.error})`;
    workspace.tell(person.id, '', text);
  }
  return result;
}

/** Closes a person's top modal, and tells the app if it asked for that. */
export async function closeView(
  acting: Acting,
  { user, viewId }: { readonly user: string; readonly viewId: string },
): Promise<void> {
  const person = personNamed(acting, user);
  const view = topModal(acting, person.id, viewId);
  popModal(acting.workspace, person.id, view.clear_on_close);
  if (!view.notify_on_close) return;
  const { trigger_id, ...base } = interactionBase(acting, person);
  await acting.dispatcher.once('interactive', {
    type: 'view_closed',
    ...base,
    view: viewToPayload(view),
    is_cleared: view.clear_on_close,
  });
}

function topModal({ workspace }: Acting, user: string, viewId: string): View {
  const top = workspace.modals.get(user)?.at(-1);
  if (top?.id === viewId) return top;
  throw new Mistake(`View ${viewId} is not on top for this person; ${top?.id ?? 'nothing'} is.`);
}

function merge(before: InputValues, after: InputValues): InputValues {
  const blocks = Object.entries(after).map(([id, inputs]) => [id, { ...before[id], ...inputs }]);
  return { ...before, ...(Object.fromEntries(blocks) as InputValues) };
}

/** Does what the app answered. Source: https://docs.slack.dev/surfaces/modals#response_actions */
function followResponse(
  acting: Acting,
  user: string,
  view: View,
  response: unknown,
): SubmissionResult {
  const { workspace } = acting;
  const { response_action: action, errors, view: draft } = isObject(response) ? response : {};
  try {
    switch (action) {
      case undefined:
        popModal(workspace, user);
        return { kind: 'closed' };
      case 'clear':
        popModal(workspace, user, true);
        return { kind: 'cleared' };
      case 'errors':
        return showErrors(acting, view, errors);
      case 'update': {
        const updated = draftToView(workspace, readView(draft, 'modal'), view);
        replaceView(workspace, updated);
        return { kind: 'updated', view: updated };
      }
      case 'push': {
        const pushed = draftToView(workspace, readView(draft, 'modal'));
        return { kind: 'pushed', view: pushModal(workspace, user, pushed) };
      }
      default:
        return { kind: 'failed', error: `unknown response_action ${String(action)}` };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'failed', error: `${error.error} ${JSON.stringify(error.extra)}` };
  }
}

function showErrors({ workspace }: Acting, view: View, errors: unknown): SubmissionResult {
  const entries = Object.entries(isObject(errors) ? errors : {});
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  const isReadable = entries.every(([id, text]) => inputs.includes(id) && typeof text === 'string');
  if (entries.length === 0 || !isReadable) {
    return { kind: 'failed', error: 'errors must name the block_ids of input blocks' };
  }
  view.errors = Object.fromEntries(entries) as Record<string, string>;
  workspace.changes.emit();
  return { kind: 'errors', errors: view.errors };
}

/** Inputs with `response_url_enabled` give the app a way to post into the chosen conversation. */
function responseUrlsOf(acting: Acting, user: string, view: View): Record<string, unknown>[] {
  const values = { ...initialValues(view.blocks), ...view.state.values };
  return interactiveElements(view.blocks).flatMap(({ block, element }) => {
    if (element.response_url_enabled !== true) return [];
    const actionId = String(element.action_id);
    const value = values[block.block_id ?? '']?.[actionId];
    const id = value?.selected_conversation ?? value?.selected_channel ?? '';
    const channel = acting.workspace.channel(id);
    if (!channel) return [];
    const response_url = acting.responseUrls.issue(user, channel);
    const where = { block_id: block.block_id, action_id: actionId, channel_id: channel.id };
    return [{ ...where, response_url }];
  });
}
