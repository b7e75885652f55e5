import {
  type AppConfig,
  type FakeSlack,
  type FakeSlackOptions,
  readManifest,
  startFakeSlack,
} from 'slack-standin';
import { createManifest } from '../../src/slack/manifest.ts';

/** The bot as its own manifest declares it, for an installation that reads no channel. */
export const deskApp: AppConfig = readManifest(
  createManifest({ command: '/sino-russia', threadFollowups: false }),
);

/** Starts a fake Slack with the bot's app, two people and three channels, one without the bot. */
export function startSlack({ app, ...options }: FakeSlackOptions = {}): Promise<FakeSlack> {
  return startFakeSlack({
    people: [
      { id: 'U024ADABR', name: 'ada', real_name: 'Ada Brandt', tz: 'Europe/Berlin' },
      { id: 'U024LINZH', name: 'lin', real_name: 'Lin Zhao', tz: 'Asia/Shanghai' },
    ],
    channels: [
      { id: 'C024GENRL', name: 'general' },
      { id: 'C024EASIA', name: 'east-asia' },
      { id: 'C024ENRGY', name: 'energy', bot: false },
    ],
    ...options,
    app: { ...deskApp, ...app },
  });
}
