import type { Method } from './method.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authMethods: Record<string, Method> = {
  'auth.test': {
    tier: 'special',
    run: (_args, { workspace, url }) => ({
      url: `${url}/`,
      team: workspace.team.name,
      team_id: workspace.team.id,
      user: workspace.bot.name,
      user_id: workspace.bot.id,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  'auth.revoke': {
    tier: 3,
    run: (_args, { workspace, installations, token }) => {
      installations.revoke(token);
      workspace.changes.emit();
      return { revoked: true };
    },
  },
};
