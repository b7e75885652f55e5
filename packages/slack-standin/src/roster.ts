/** A person or the bot. */
export interface User {
  readonly id: string;
  readonly team_id: string;
  readonly name: string;
  readonly real_name: string;
  readonly is_bot: boolean;
  readonly tz: string;
  readonly tz_offset: number;
}

const team = 'T024STAND';

/** Everything that is the same in every new workspace. */
export const roster = {
  team: { id: team, name: 'Stand-in', domain: 'stand-in' },
  appId: 'A024DESKA',
  botId: 'B024DESKB',
  botUserId: 'U024DESKU',
  people: [
    person('U024ADABR', 'ada', 'Ada Brandt', 'Europe/Berlin', 3600),
    person('U024LINZH', 'lin', 'Lin Zhao', 'Asia/Shanghai', 28_800),
  ],
  channels: [
    { id: 'C024GENRL', name: 'general', hasBot: true },
    { id: 'C024EASIA', name: 'east-asia', hasBot: true },
    // The bot stays out of this one, so that `not_in_channel` can be seen.
    { id: 'C024ENRGY', name: 'energy', hasBot: false },
  ],
} as const;

function person(id: string, name: string, realName: string, tz: string, offset: number): User {
  return {
    id,
    team_id: team,
    name,
    real_name: realName,
    is_bot: false,
    tz,
    tz_offset: offset,
  };
}
