import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message, View } from 'slack-standin';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { pageOf, papers, road, roadParagraphs } from './papers.ts';

const filesUrl = 'https://files.slack.com';
const [ada, lin] = ['U024ADABR', 'U024LINZH'];

/** The bot's messages that are more than a word that it takes its time. */
function said(slack: FakeSlack, channel = 'general'): Message[] {
  return fromBot(slack, channel).filter(({ text }) => !text.startsWith('I am reading'));
}

async function next(slack: FakeSlack, act: () => Promise<unknown>): Promise<Message> {
  const before = said(slack).length;
  await act();
  return slack.waitFor(() => said(slack)[before], { what: 'a reply' });
}

const ask = (slack: FakeSlack, text: string, user = 'ada') =>
  next(slack, () => slack.command({ user, channel: 'general', command: '/sino-russia', text }));

const click = (slack: FakeSlack, ts: string, actionId: string, user = 'ada') =>
  slack.click({ user, in: { channel: 'general', ts }, actionId });

/** The modal of a person once it says so. */
function modal(slack: FakeSlack, pattern: RegExp, user = ada): Promise<View> {
  return slack.waitFor(
    (space) => {
      const view = space.modals.get(user)?.at(-1);
      return view && pattern.test(JSON.stringify(view)) ? view : undefined;
    },
    { what: `a modal like ${pattern}` },
  );
}

async function addRoad(slack: FakeSlack, user = 'ada'): Promise<Message> {
  const text = `@sino-russia add ${road}`;
  return next(slack, () => slack.say({ user, channel: 'general', text }));
}

/** A desk whose library holds the road's article. */
async function startWithRoad(settings = {}) {
  const site: Record<string, ReturnType<typeof pageOf>> = { ...papers } as never;
  const desk = await startDesk({ site, filesUrl }, settings);
  const card = await addRoad(desk.slack);
  await click(desk.slack, card.ts, 'proposal_accept', 'lin');
  await desk.slack.waitFor(() => /as keel-2024/.test(seen(card)), { what: 'the article' });
  return { ...desk, site, card };
}

const question = 'what do fishermen fear for the herring grounds?';

describe('an article that was added', () => {
  it('is found, tells who did what, and is corrected with history', async () => {
    const { slack } = await startWithRoad();
    expect(seen(await ask(slack, question))).toMatch(/herring grounds.*Mara Keel/s);
    const record = await ask(slack, 'article keel-2024');
    expect(seen(record)).toMatch(/added by.*proposed by/s);
    expect(JSON.stringify(record.blocks)).toMatch(/U024LINZH.*U024ADABR/s);
    await click(slack, record.ts, 'article_correct');
    const view = await modal(slack, /Correct the record/);
    const authors = { authors: { type: 'plain_text_input', value: 'Mara Keel\nIdris Vane' } };
    await slack.submitView({ user: 'ada', viewId: view.id, values: { authors } });
    await modal(slack, /Corrected: Authors/);
    expect(seen(await ask(slack, question))).toMatch(/Idris Vane/);
    expect(seen(await ask(slack, 'article keel-2024'))).toMatch(/corrected \(Authors\) by/);
  });

  it('is removed, brought back, and erased so that buttons say it was withdrawn', async () => {
    const { slack } = await startWithRoad();
    const record = await ask(slack, 'article keel-2024');
    await click(slack, record.ts, 'article_remove');
    const sure = await modal(slack, /not be found any more/);
    await slack.submitView({ user: 'ada', viewId: sure.id, values: {} });
    const removed = await modal(slack, /Bring it back/);
    expect(seen(await ask(slack, question))).not.toMatch(/grounds below the cliffs/);
    await slack.click({ user: 'ada', in: { viewId: removed.id }, actionId: 'article_restore' });
    await modal(slack, /It is back/);
    expect(seen(await ask(slack, question))).toMatch(/herring/);
    await click(slack, record.ts, 'article_erase');
    const erase = await modal(slack, /can’t be undone/);
    const untold = await slack.submitView({ user: 'ada', viewId: erase.id, values: {} });
    expect(untold).toMatchObject({ errors: { sure: expect.stringMatching(/Tick the box/) } });
    const sureOption = { text: { type: 'plain_text', text: 'Yes' }, value: 'sure' };
    const ticked = { sure: { type: 'checkboxes', selected_options: [sureOption] } };
    await slack.submitView({ user: 'ada', viewId: erase.id, values: { sure: ticked } });
    await modal(slack, /Erased/);
    expect(seen(await ask(slack, question))).not.toMatch(/grounds below the cliffs/);
    await click(slack, record.ts, 'in_context');
    await modal(slack, /was withdrawn/);
    expect(seen(await addRoad(slack))).toMatch(/withdrawn from the library for good/);
  });

  it('gets a new version when its page has changed, and the card says what changed', async () => {
    const { slack, site } = await startWithRoad();
    const paragraphs = [
      ...roadParagraphs.slice(0, 4),
      'The ferry company has withdrawn its offer, and the towns share the whole cost of the survey from now on.',
    ];
    site['//gazette.example/road'] = pageOf({ paragraphs });
    const card = await addRoad(slack);
    expect(seen(card)).toMatch(/other words of an article.*keel-2024/s);
    expect(seen(card)).toMatch(/4 stay as they are, 1 are new and 1 are gone/);
    await click(slack, card.ts, 'proposal_accept');
    await slack.waitFor(() => /new version of keel-2024/.test(seen(card)), { what: 'the version' });
    expect(seen(await ask(slack, 'has the ferry company withdrawn its offer?'))).toMatch(
      /withdrawn its offer/,
    );
  });
});

describe('those who may not change the library', () => {
  it('are told who may', async () => {
    const { slack } = await startWithRoad({ LIBRARIANS: lin });
    const record = await ask(slack, 'article keel-2024');
    await click(slack, record.ts, 'article_remove');
    const view = await modal(slack, /Only librarians/);
    expect(JSON.stringify(view)).toContain(lin);
  });

  it('propose in a direct message, and the librarians find it on their Home tab', async () => {
    const { slack } = await startDesk({ site: papers, filesUrl }, { LIBRARIANS: lin });
    const dm = slack.workspace.im('ada')?.id ?? '';
    await slack.say({ user: 'ada', channel: dm, text: `add ${road}` });
    const card = await slack.waitFor(() => said(slack, dm)[0]);
    expect(seen(card)).toMatch(/Home tab of the librarians/);
    const call = await slack.waitFor(() => said(slack, slack.workspace.im('lin')?.id ?? '')[0]);
    expect(call.text).toMatch(/waits for you on my Home tab/);
    await slack.openHome({ user: 'lin', tab: 'home' });
    const home = await slack.waitFor((space) => space.homes.get(lin));
    expect(JSON.stringify(home)).toMatch(/Two Towns Agree on a Road/);
    await slack.click({ user: 'lin', in: { viewId: home.id }, actionId: 'proposal_look' });
    const view = await modal(slack, /Accept/, lin);
    await slack.click({ user: 'lin', in: { viewId: view.id }, actionId: 'proposal_accept' });
    await modal(slack, /added this to the library/, lin);
  });

  it('are guests too, who may not even propose', async () => {
    const people = [
      { id: ada, name: 'ada' },
      { id: lin, name: 'lin', is_restricted: true },
    ];
    const { slack } = await startDesk({ site: papers, filesUrl, people } as never);
    expect(seen(await addRoad(slack, 'lin'))).toMatch(/you are a guest/);
  });
});
