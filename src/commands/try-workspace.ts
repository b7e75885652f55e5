import type { RosterConfig } from 'slack-standin';

/** Who and what there is in the workspace in which the bot is tried. */
export const tryWorkspace: RosterConfig = {
  team: { name: 'Try it out' },
  people: [
    { name: 'ada', real_name: 'Ada Brandt', tz: 'Europe/Berlin' },
    { name: 'vera', real_name: 'Vera Orlova', tz: 'Europe/Moscow', locale: 'ru-RU' },
    { name: 'lin', real_name: 'Lin Zhao', tz: 'Asia/Shanghai', locale: 'zh-CN' },
  ],
  // The bot is not in the last one: what it does then can be seen too.
  channels: [{ name: 'general' }, { name: 'east-asia' }, { name: 'energy', bot: false }],
};
