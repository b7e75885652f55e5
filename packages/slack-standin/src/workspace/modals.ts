import type { KnownBlock, PlainTextElement } from '@slack/types';
import { isObject, problemsOf } from '../block-kit/check.ts';
import { limits } from '../block-kit/limits.ts';
import { homeView, modalView } from '../block-kit/view-check.ts';
import type { View } from '../wire.ts';
import { initialValues } from './input-values.ts';
import { nameBlocks } from './posting.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

interface ViewDraft {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly KnownBlock[];
  readonly title?: PlainTextElement;
  readonly submit?: PlainTextElement;
  readonly close?: PlainTextElement;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly external_id?: string;
  readonly clear_on_close?: boolean;
  readonly notify_on_close?: boolean;
}

/** Throws Slack's refusal of a view that breaks a limit or a shape, or returns it for use. */
export function readView(value: unknown, type: 'modal' | 'home'): ViewDraft {
  if (!isObject(value)) throw invalid('must provide an object [json-pointer:/view]');
  if (JSON.stringify(value).length > limits.viewBytes) throw new Refusal('view_too_large');
  const problems = problemsOf(type === 'home' ? homeView : modalView, value, '/view');
  if (problems.length === 0) return value as unknown as ViewDraft;
  throw invalid(...problems.map((one) => `${one.message} [json-pointer:${one.pointer}]`));
}

/** Makes a checked draft the content of a view: a new one, or `previous` with its input kept. */
export function draftToView(workspace: Workspace, draft: ViewDraft, previous?: View): View {
  const { team, appId, botId, ids } = workspace;
  const id = previous?.id ?? ids.next('V');
  const blocks = nameBlocks(draft.blocks, ids);
  return {
    id,
    team_id: team.id,
    app_id: appId,
    bot_id: botId,
    type: draft.type,
    ...(draft.title && { title: draft.title }),
    blocks,
    submit: draft.submit ?? null,
    close: draft.close ?? null,
    callback_id: draft.callback_id ?? '',
    private_metadata: draft.private_metadata ?? '',
    external_id: draft.external_id ?? '',
    clear_on_close: draft.clear_on_close ?? false,
    notify_on_close: draft.notify_on_close ?? false,
    state: { values: initialValues(blocks, previous?.state.values) },
    hash: `${Math.floor(workspace.clock() / 1000)}.${ids.next('').slice(-8)}`,
    root_view_id: previous?.root_view_id ?? id,
    previous_view_id: previous?.previous_view_id ?? null,
  };
}

/** Opens a view as a person's only modal. */
export function openModal(workspace: Workspace, user: string, view: View): void {
  workspace.modals.set(user, [view]);
  workspace.changes.emit();
}

/** Puts a view on top of a person's open modals. */
export function pushModal(workspace: Workspace, user: string, view: View): View {
  const stack = workspace.modals.get(user) ?? [];
  const top = stack.at(-1);
  if (!top) throw new Refusal('not_found');
  if (stack.length >= limits.viewStack) throw new Refusal('push_limit_reached');
  const pushed = { ...view, root_view_id: top.root_view_id, previous_view_id: top.id };
  workspace.modals.set(user, [...stack, pushed]);
  workspace.changes.emit();
  return pushed;
}

/** Puts a new version of a view in the place of the old one, if that is still open. */
export function replaceView(workspace: Workspace, view: View): void {
  for (const [user, stack] of workspace.modals) {
    const replaced = stack.map((one) => (one.id === view.id ? view : one));
    workspace.modals.set(user, replaced);
  }
  for (const [user, home] of workspace.homes) {
    if (home.id === view.id) workspace.homes.set(user, view);
  }
  workspace.changes.emit();
}

/** Closes the top modal of a person, or all of them. */
export function popModal(workspace: Workspace, user: string, all = false): void {
  const stack = workspace.modals.get(user) ?? [];
  workspace.modals.set(user, all ? [] : stack.slice(0, -1));
  workspace.changes.emit();
}

/** A view as apps get it: without what only the person sees. */
export function viewToPayload({ errors, ...view }: View): Omit<View, 'errors'> {
  return view;
}
