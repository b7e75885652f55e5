import type { User } from '../wire.ts';

/** The workspace's own name. */
export interface TeamConfig {
  readonly id?: string;
  readonly name: string;
  /** As in `DOMAIN.slack.com`; made of the name unless given. */
  readonly domain?: string;
}

/** A person to act as. */
export interface PersonConfig {
  readonly id?: string;
  /** The handle, which people type after `@`. */
  readonly name: string;
  readonly real_name?: string;
  /** An IANA name of a time zone. */
  readonly tz?: string;
  /** The language of their Slack, as `ru-RU`; American English unless given. */
  readonly locale?: string;
  /** The workspace of somebody who is here by Slack Connect; this one unless given. */
  readonly team_id?: string;
  /** A guest in several channels, and in one. */
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  /** Whether the account was deactivated. */
  readonly deleted?: boolean;
}

/** A public channel. */
export interface ChannelConfig {
  readonly id?: string;
  readonly name: string;
  /** Whether the bot is in it from the beginning: yes, unless `false`. */
  readonly bot?: boolean;
}

/** Who and what there is in a workspace. */
export interface RosterConfig {
  readonly team?: TeamConfig;
  readonly people?: readonly PersonConfig[];
  readonly channels?: readonly ChannelConfig[];
}

/** A team with all that it is called. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** What is there when nothing else is asked for: two people, and a channel without the bot. */
export const sampleRoster: Required<RosterConfig> = {
  team: { name: 'Fake Slack' },
  people: [
    { name: 'ada', real_name: 'Ada Brandt', tz: 'Europe/Berlin' },
    { name: 'lin', real_name: 'Lin Zhao', tz: 'Asia/Shanghai' },
  ],
  channels: [{ name: 'general' }, { name: 'random' }, { name: 'elsewhere', bot: false }],
};

/** An id in Slack's alphabet that says what it stands for: `C0GENERAL` for the channel `general`. */
export function idFor(letter: 'A' | 'B' | 'C' | 'D' | 'T' | 'U', name: string): string {
  const characters = [...name.toUpperCase()].map((character) => {
    if (/[A-Z0-9]/.test(character)) return character;
    const point = character.codePointAt(0) ?? 0;
    // Names in other scripts have to differ as well.
    return point > 127 ? point.toString(36).toUpperCase() : '';
  });
  return `${letter}0${characters.join('')}`;
}

/** A team with the parts that were left out. */
export function teamOf({ id, name, domain }: TeamConfig): Team {
  const short = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { id: id ?? idFor('T', name), name, domain: domain ?? short };
}

/** A person as Slack tells of them; the offset of their time zone is that of the moment `at`. */
export function personOf(
  { id, name, real_name = name, tz = 'Etc/UTC', locale = 'en-US', ...more }: PersonConfig,
  team: string,
  at: Date,
): User {
  const tz_offset = offsetOf(tz, at);
  return {
    id: id ?? idFor('U', name),
    team_id: team,
    name,
    real_name,
    is_bot: false,
    tz,
    tz_offset,
    locale,
    ...more,
  };
}

/** Seconds by which the clocks of a time zone are ahead of UTC. */
function offsetOf(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}
