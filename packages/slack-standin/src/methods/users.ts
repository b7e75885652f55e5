import { Refusal } from '../workspace/refusal.ts';
import type { Method } from './method.ts';

/** https://docs.slack.dev/reference/methods/users.info */
export const usersMethods: Record<string, Method> = {
  'users.info': {
    tier: 4,
    required: ['user'],
    scopes: ['users:read'],
    run: (args, { workspace }) => {
      const user = workspace.users.find(({ id }) => id === args.string('user'));
      if (!user) throw new Refusal('user_not_found');
      const { locale, ...others } = user;
      const { name, real_name } = user;
      const profile = { display_name: name, real_name, team: user.team_id };
      const standing = { deleted: false, is_restricted: false, is_ultra_restricted: false };
      const asked = args.flag('include_locale') ? { locale } : {};
      return { user: { ...standing, ...others, ...asked, tz_label: user.tz, profile } };
    },
  },
};
