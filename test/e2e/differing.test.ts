import { describe, expect, it } from '@jest/globals';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

describe('where sources differ', () => {
  it('lists both lengths of the border once, with whose they are, above the quotes, shared too', async () => {
    const { slack, logged } = await startDesk();
    const text = 'how many km is the China-Russia border';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    const differ =
      /Sources differ on the length of the border of China and Russia:.*4,200 km — Kathryn Stoner, March 2026, para\. 7, .*3,645 km — Andrew Hammond, \[November 2017\], para\. 2, .*Even so, .*China and Russia share /s;
    expect(seen(reply)).toMatch(differ);
    const where = { channel: 'general', ts: reply.ts };
    await untilLogged(logged, /: answered after/);
    await slack.click({ user: 'ada', in: where, actionId: 'share' });
    const shared = await slack.waitFor(() =>
      fromBot(slack, 'general').find(({ ephemeral_to }) => !ephemeral_to),
    );
    expect(seen(shared)).toMatch(differ);
  });

  it('lists the dates of the Sino-Soviet break', async () => {
    const { slack } = await startDesk();
    const text = 'Sino-Soviet split';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(reply)).toMatch(/Sources differ on the time of the break between China and Russia/);
    expect(seen(reply)).toMatch(
      /in the 1970s — Kathryn Stoner, .*in the late 1980s — Andrew Hammond, /s,
    );
  });

  it('is silent where they do not', async () => {
    const { slack } = await startDesk();
    const text = 'thaad';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(reply)).not.toMatch(/Sources differ/);
  });
});
