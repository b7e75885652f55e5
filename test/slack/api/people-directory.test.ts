import { describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { AppConfig, PersonConfig } from 'slack-standin';
import { PeopleDirectory } from '../../../src/slack/api/people-directory.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { People } from '../../../src/store/people.ts';
import { startSlack } from '../../support/slack.ts';
import { afterTest } from '../../support/start-desk.ts';

const people: PersonConfig[] = [
  { id: 'U0MEMBER', name: 'member', locale: 'ru-RU' },
  { id: 'U0GUEST', name: 'guest', is_restricted: true },
  { id: 'U0SINGLE', name: 'single', is_restricted: true, is_ultra_restricted: true },
  { id: 'U0OTHER', name: 'other', team_id: 'T0OTHER' },
  { id: 'U0GONE', name: 'gone', deleted: true },
];

const hour = 60 * 60_000;

async function openDirectory(app?: Partial<AppConfig>) {
  const slack = await startSlack({ people, ...(app && { app }) });
  afterTest(() => slack.close());
  const database = await openDatabase('file::memory:');
  afterTest(() => database.close());
  const time = { now: 0 };
  const told: string[] = [];
  const store = new People((work) => work(database));
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const another = () =>
    new PeopleDirectory({
      client,
      store,
      log: { warn: (message) => void told.push(String(message)) },
      clock: () => time.now,
    });
  const directory = another();
  const team = slack.workspace.team.id;
  const standingOf = (person: string, by = directory) => by.standingOf({ team, person });
  const lookUps = () => slack.calls.filter(({ method }) => method === 'users.info').length;
  const localeOf = (person: string, by = directory) => by.localeOf({ team, person });
  return { slack, time, told, another, standingOf, localeOf, lookUps };
}

describe('how a person belongs to the workspace', () => {
  it.each([
    ['U0MEMBER', 'member'],
    ['U0GUEST', 'guest'],
    ['U0SINGLE', 'guest'],
    ['U0OTHER', 'stranger'],
    ['U0NOBODY', 'stranger'],
    ['U0GONE', 'deactivated'],
  ])('is what Slack says: %s is a %s', async (person, standing) => {
    const { standingOf } = await openDirectory();
    expect(await standingOf(person)).toBe(standing);
  });

  it('is asked once a day, also by the next process and for questions that come at once', async () => {
    const { standingOf, lookUps, another, time } = await openDirectory();
    await Promise.all([standingOf('U0GUEST'), standingOf('U0GUEST')]);
    time.now += 23 * hour;
    expect(await standingOf('U0GUEST', another())).toBe('guest');
    expect(lookUps()).toBe(1);
    time.now += hour;
    await standingOf('U0GUEST');
    expect(lookUps()).toBe(2);
  });

  it('is what it was while Slack does not answer, and unknown of somebody new', async () => {
    const { slack, standingOf, time } = await openDirectory();
    await standingOf('U0MEMBER');
    time.now += 48 * hour;
    slack.faults.next('users.info', { kind: 'server_error' }, 4);
    expect(await standingOf('U0MEMBER')).toBe('member');
    await expect(standingOf('U0GUEST')).rejects.toThrow('http_500');
    expect(await standingOf('U0GUEST')).toBe('guest');
  });

  it('is asked for again within a second when nothing is known, as a click waits for it', async () => {
    const { slack, standingOf, lookUps } = await openDirectory();
    slack.faults.next('users.info', { kind: 'server_error' }, 2);
    expect(await standingOf('U0GUEST')).toBe('guest');
    expect(lookUps()).toBe(3);
  });

  it('is what it was while Slack takes its time, and then what Slack says', async () => {
    const { slack, time, standingOf, lookUps } = await openDirectory();
    await standingOf('U0MEMBER');
    time.now += 25 * hour;
    slack.faults.next('users.info', { kind: 'delay', ms: 3000 }, 2);
    const standings = await Promise.allSettled([standingOf('U0MEMBER'), standingOf('U0GUEST')]);
    // Slack has answered the first look-up only.
    expect(lookUps()).toBe(1);
    expect(standings).toMatchObject([
      { status: 'fulfilled', value: 'member' },
      { status: 'rejected', reason: { kind: 'later' } },
    ]);
    await slack.waitFor(() => lookUps() === 3);
    expect(await standingOf('U0GUEST')).toBe('guest');
  });

  it('is asked again soon after Slack did not answer, and by the next process', async () => {
    const { slack, standingOf, lookUps, another, time } = await openDirectory();
    await standingOf('U0MEMBER');
    time.now += 48 * hour;
    slack.faults.next('users.info', { kind: 'server_error' });
    await standingOf('U0MEMBER');
    await standingOf('U0MEMBER');
    expect(lookUps()).toBe(2);
    await standingOf('U0MEMBER', another());
    expect(lookUps()).toBe(3);
    time.now += hour / 10;
    await standingOf('U0MEMBER');
    expect(lookUps()).toBe(4);
  });

  it('is not in question where the bot may not look people up, which is told once', async () => {
    const { standingOf, told } = await openDirectory({ scopes: ['chat:write'] });
    expect(await standingOf('U0GUEST')).toBe('member');
    await standingOf('U0OTHER');
    expect(told).toEqual([expect.stringMatching(/missing_scope.*users:read/)]);
  });
});

describe('the language of a person', () => {
  it('is that of their Slack, asked with how they belong, and kept', async () => {
    const { standingOf, localeOf, lookUps, another } = await openDirectory();
    await standingOf('U0MEMBER');
    expect(await localeOf('U0MEMBER')).toBe('ru');
    expect(await localeOf('U0MEMBER', another())).toBe('ru');
    expect(lookUps()).toBe(1);
    expect(await localeOf('U0GUEST')).toBe('en');
  });

  it('is what it was while Slack does not answer, and English for somebody new', async () => {
    const { slack, localeOf, time } = await openDirectory();
    await localeOf('U0MEMBER');
    time.now += 48 * hour;
    slack.faults.next('users.info', { kind: 'server_error' }, 4);
    expect(await localeOf('U0MEMBER')).toBe('ru');
    expect(await localeOf('U0GUEST')).toBe('en');
  });

  it('is English where the bot may not look people up', async () => {
    const { localeOf } = await openDirectory({ scopes: ['chat:write'] });
    expect(await localeOf('U0MEMBER')).toBe('en');
  });
});
