import { describe, expect, it } from '@jest/globals';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const dates = /(?:January|March|June|July|November) (?:\d+, )?(\d{4})\n/g;

function yearsIn(text: string): number[] {
  return [...text.matchAll(dates)].map(([, year]) => Number(year));
}

describe('timeline <question>', () => {
  it('shows passages by date, oldest first, says which date, and pages to the end', async () => {
    const { slack, logged } = await startDesk();
    const text = 'timeline North Korea missile tests';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const first = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(first)).toMatch(/oldest first, by the dates in the text, or else of publication/);
    await untilLogged(logged, /: answered after/);
    const quotes = (shown: string) => shown.split('\n').filter((line) => line.includes('— '));
    const all = quotes(seen(first));
    let message = first;
    for (let page = 1; seen(message).includes('Next page'); page += 1) {
      const where = { channel: 'general', ts: message.ts };
      await slack.click({ user: 'ada', in: where, actionId: 'timeline_page' });
      message = await slack.waitFor(() => fromBot(slack, 'general')[page]);
      all.push(...quotes(seen(message)));
    }
    expect(new Set(all).size).toBe(all.length);
    const years = yearsIn(fromBot(slack, 'general').map(seen).join('\n'));
    expect(years.length).toBeGreaterThan(1);
    expect(years).toEqual(years.toSorted());
  });

  it('turns round with a button, for whoever clicks, and with the word newest', async () => {
    const { slack, logged } = await startDesk();
    const ask = (text: string) =>
      slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    await ask('timeline Crimea sanctions');
    const oldest = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await untilLogged(logged, /: answered after/);
    const where = { channel: 'general', ts: oldest.ts };
    await slack.click({ user: 'ada', in: where, actionId: 'timeline_turn' });
    const turned = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(turned.ephemeral_to).toBe('U024ADABR');
    const years = yearsIn(seen(turned));
    expect(years).toEqual(years.toSorted().reverse());
    await ask('timeline newest Crimea sanctions');
    const newest = await slack.waitFor(() => fromBot(slack, 'general')[2]);
    expect(yearsIn(seen(newest))).toEqual(years);
  });

  it('is shared as a timeline', async () => {
    const { slack, logged } = await startDesk();
    const text = 'timeline newest Crimea sanctions';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const timeline = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await untilLogged(logged, /: answered after/);
    const where = { channel: 'general', ts: timeline.ts };
    await slack.click({ user: 'ada', in: where, actionId: 'share' });
    const shared = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(shared.ephemeral_to).toBeUndefined();
    expect(seen(shared)).toMatch(/newest first, by the dates/);
    expect(yearsIn(seen(shared))).toEqual(yearsIn(seen(timeline)));
  });

  it('says so when nothing answers', async () => {
    const { slack } = await startDesk();
    const text = 'timeline penguins of Antarctica';
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(reply)).toMatch(/The library has no answer to that/);
  });
});
