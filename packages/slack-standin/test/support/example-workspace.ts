import type { AppConfig, RosterConfig } from '../../src/index.ts';

/** The app that these tests are about: it may do little, so that refusals can be seen. */
export const exampleApp: AppConfig = {
  name: 'scout',
  commands: [{ command: '/scout', description: 'Finds things', usage_hint: '<question>' }],
  shortcuts: [{ callback_id: 'look_up', name: 'Look it up', type: 'message' }],
  scopes: [
    'app_mentions:read',
    'assistant:write',
    'chat:write',
    'commands',
    'im:history',
    'users:read',
  ],
  botEvents: ['app_home_opened', 'app_mention', 'message.im'],
};

/** Who and what there is, of the same names as what is there by default. */
export const exampleRoster: RosterConfig = {
  people: [
    { name: 'ada', real_name: 'Ada Brandt', tz: 'Europe/Berlin' },
    { name: 'lin', real_name: 'Lin Zhao', tz: 'Asia/Shanghai' },
  ],
  // The bot stays out of the last one, so that `not_in_channel` can be seen.
  channels: [{ name: 'general' }, { name: 'random' }, { name: 'elsewhere', bot: false }],
};
