import type { View } from '../wire.ts';
import {
  draftToView,
  openModal,
  pushModal,
  readView,
  replaceView,
  viewToPayload,
} from '../workspace/modals.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import type { Method, MethodContext } from './method.ts';

/** https://docs.slack.dev/reference/methods#views */
export const viewsMethods: Record<string, Method> = {
  'views.open': {
    tier: 4,
    required: ['trigger_id', 'view'],
    run: (args, { workspace, triggers }) => {
      const draft = readView(args.json('view'), 'modal');
      const { user } = triggers.redeem(args.string('trigger_id'));
      const view = draftToView(workspace, draft);
      openModal(workspace, user, view);
      return { view: viewToPayload(view) };
    },
  },
  'views.push': {
    tier: 4,
    required: ['trigger_id', 'view'],
    run: (args, { workspace, triggers }) => {
      const draft = readView(args.json('view'), 'modal');
      const { user } = triggers.redeem(args.string('trigger_id'));
      const view = pushModal(workspace, user, draftToView(workspace, draft));
      return { view: viewToPayload(view) };
    },
  },
  'views.update': { tier: 4, required: ['view'], run: update },
  'views.publish': { tier: 4, required: ['user_id', 'view'], run: publish },
};

function update(args: Args, { workspace }: MethodContext): Record<string, unknown> {
  const previous = findView(args, workspace);
  const draft = readView(args.json('view'), previous?.type ?? 'modal');
  if (!previous) throw new Refusal('not_found');
  requireHash(args, previous);
  const view = draftToView(workspace, draft, previous);
  replaceView(workspace, view);
  return { view: viewToPayload(view) };
}

function publish(args: Args, { workspace }: MethodContext): Record<string, unknown> {
  const user = workspace.users.find(({ id }) => id === args.string('user_id'));
  if (!user) throw new Refusal('user_not_found');
  const draft = readView(args.json('view'), 'home');
  const previous = workspace.homes.get(user.id);
  if (previous) requireHash(args, previous);
  const view = draftToView(workspace, draft, previous);
  workspace.homes.set(user.id, view);
  workspace.changes.emit();
  return { view: viewToPayload(view) };
}

function findView(args: Args, workspace: Workspace): View | undefined {
  const external = args.optional('external_id');
  if (external === undefined) return workspace.view(args.string('view_id'));
  return [...workspace.modals.values()].flat().find((view) => view.external_id === external);
}

function requireHash(args: Args, view: View): void {
  const hash = args.optional('hash');
  if (hash !== undefined && hash !== view.hash) throw new Refusal('hash_conflict');
}
