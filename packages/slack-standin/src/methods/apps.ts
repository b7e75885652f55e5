import { Refusal } from '../workspace/refusal.ts';
import type { Method } from './method.ts';

/** https://docs.slack.dev/reference/methods/apps.connections.open */
export const appsMethods: Record<string, Method> = {
  'apps.connections.open': {
    tier: 3,
    token: 'app',
    run: (_args, { openSocket }) => {
      if (!openSocket) throw new Refusal('socket_mode_not_enabled');
      return { url: openSocket() };
    },
  },
  'apps.uninstall': {
    tier: 1,
    required: ['client_id', 'client_secret'],
    run: (args, { workspace, installations, events }) => {
      installations.requireClient(args.string('client_id'), args.string('client_secret'));
      events.uninstalled();
      installations.uninstall(workspace);
      return {};
    },
  },
};
