import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, PersonConfig } from 'slack-standin';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const people: PersonConfig[] = [
  { id: 'U024ADABR', name: 'ada' },
  { id: 'U0GUEST', name: 'guest', is_restricted: true },
  { id: 'U0OTHER', name: 'other', team_id: 'T0OTHER' },
  { id: 'U0GONE', name: 'gone', deleted: true },
];

const command = (slack: FakeSlack, user: string, text: string) =>
  slack.command({ user, channel: 'general', command: '/sino-russia', text });

describe('somebody who is no full member of the workspace', () => {
  it.each([
    ['guest', /you are a guest/],
    ['other', /you are from another/],
    ['gone', /deactivated/],
  ])('gets one reason and no passage: %s', async (user, reason) => {
    const { slack, bot } = await startDesk({ people });
    await slack.say({ user, channel: 'general', text: '@sino-russia thaad' });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general').map(seen)).toEqual([expect.stringMatching(reason)]);
  });

  it('is answered with ALLOW_EXTERNAL, unless the account is deactivated', async () => {
    const { slack } = await startDesk({ people }, { ALLOW_EXTERNAL: 'true' });
    for (const user of ['guest', 'other', 'gone']) await command(slack, user, 'thaad');
    const shown = await slack.waitFor(() => {
      const all = fromBot(slack, 'general');
      return all.length === 3 && all;
    });
    const answered = shown.filter((message) => /Arab News/.test(seen(message)));
    expect(answered.map(({ ephemeral_to }) => ephemeral_to).sort()).toEqual(['U0GUEST', 'U0OTHER']);
  });

  it('may have what was asked before forgotten', async () => {
    const { slack } = await startDesk({ people });
    await command(slack, 'guest', 'forget');
    expect(seen(await slack.waitFor(() => fromBot(slack, 'general')[0]))).toMatch(/Forgotten/);
  });

  it('can use no button on the answer of a member, and hears why', async () => {
    const { slack } = await startDesk({ people });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia Russia and China' });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await slack.click({
      user: 'guest',
      in: { channel: 'general', ts: answer.ts },
      actionId: 'more_passages',
    });
    const notice = await slack.waitFor(({ modals }) => modals.get('U0GUEST')?.[0]);
    expect(JSON.stringify(notice)).toMatch(/you are a guest/);
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it('sees nothing of the library on the Home tab', async () => {
    const { slack } = await startDesk({ people });
    await slack.openHome({ user: 'guest' });
    const home = await slack.waitFor(({ homes }) => homes.get('U0GUEST'));
    expect(JSON.stringify(home)).toMatch(/you are a guest/);
    expect(JSON.stringify(home)).not.toMatch(/Arab News/);
  });

  it('changes no digest, even with ALLOW_EXTERNAL', async () => {
    const { slack } = await startDesk({ people }, { ALLOW_EXTERNAL: 'true' });
    await command(slack, 'guest', 'digest 09:00 Europe/Berlin');
    const refusal = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(refusal)).toMatch(/Only full members/);
    await command(slack, 'guest', 'digest status');
    const status = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(status)).toMatch(/no digest/);
  });
});

describe('a member', () => {
  it('is looked up once, and is answered when Slack does not answer later', async () => {
    const { slack, logged } = await startDesk({ people });
    await command(slack, 'ada', 'thaad');
    await untilLogged(logged, /answered after/);
    slack.faults.next('users.info', { kind: 'server_error' }, 9);
    await command(slack, 'ada', 'pipeline');
    await untilLogged(logged, /answered after/, 2);
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  it('who is not known yet is answered when Slack can be asked again', async () => {
    const { slack } = await startDesk({ people });
    slack.faults.next('users.info', { kind: 'server_error' }, 3);
    await command(slack, 'ada', 'thaad');
    const said = seen(await slack.waitFor(() => fromBot(slack, 'general')[0]));
    expect(said).toMatch(/3 passages/);
  });
});
