import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message } from 'slack-standin';
import { grantsFor, messageShortcuts } from '../../src/slack/manifest.ts';
import { fromBot, type StartedDesk, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';
import { untilSettled } from '../support/until-settled.ts';

const ada = 'U024ADABR';

async function answerTo(slack: FakeSlack, text: string): Promise<Message> {
  await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
  return slack.waitFor(() => fromBot(slack, 'general').at(-1));
}

const modalOf = (slack: FakeSlack) =>
  slack.waitFor(({ modals }) => modals.get(ada)?.at(-1), { what: 'a modal' });

async function inStyle(slack: FakeSlack, option: string): Promise<string> {
  const { id } = await modalOf(slack);
  await slack.click({ user: 'ada', in: { viewId: id }, actionId: 'cite_style', option });
  return slack.waitFor(({ modals }) => {
    const view = modals.get(ada)?.at(-1);
    const text = JSON.stringify(view?.blocks);
    return text.includes(`"initial_option":{"text":{"type":"plain_text","text":`) &&
      new RegExp(`"initial_option":[^}]*}[^}]*"value":"${option}"`).test(text)
      ? text
      : undefined;
  });
}

/** The values of the menu beside the first citation. */
function menuOf(message: Message): string[] {
  const section = message.blocks?.find(({ type }) => type === 'section');
  return [...JSON.stringify(section).matchAll(/"value":"([^"]+)"/g)].map(
    ([, value]) => value ?? '',
  );
}

describe('citing a quote', () => {
  it('opens in the first style, and changes to any other', async () => {
    const { slack } = await startDesk();
    const answer = await answerTo(slack, 'thaad author:hammond');
    const section = answer.blocks?.find(({ type }) => type === 'section');
    const [inContext, cite, ...others] = menuOf(answer);
    expect([inContext, others]).toEqual([expect.stringMatching(/^hammond-2017\.14\./), ['open']]);
    await slack.click({
      user: 'ada',
      in: { channel: 'general', ts: answer.ts },
      blockId: section?.block_id ?? '',
      actionId: 'in_context',
      option: cite ?? '',
    });
    const first = JSON.stringify((await modalOf(slack)).blocks);
    expect(first).toMatch(/Andrew Hammond, “Why Beijing and Moscow are close and getting closer,”/);
    expect(first).toMatch(/the words are ours, not the author's/);
    expect(first).toMatch(/\[November 2017\]/);
    expect(await inStyle(slack, 'apa')).toMatch(
      /\(Hammond, \[2017\], para\. 14, .*Hammond, A\. \(\[2017, November\]\)\./,
    );
    expect(await inStyle(slack, 'bibtex')).toMatch(/@article\{hammond-2017,/);
    expect(await inStyle(slack, 'ris')).toMatch(/TY {2}- NEWS/);
  });
});

describe('citing all quotes of an answer', () => {
  it('lists each article once, and survives until the answer is forgotten', async () => {
    const { slack, logged } = await startDesk();
    const answer = await answerTo(slack, 'thaad');
    await untilLogged(logged, /: answered after/);
    const where = { channel: 'general', ts: answer.ts };
    await slack.click({ user: 'ada', in: where, actionId: 'cite_all' });
    const modal = await modalOf(slack);
    expect(modal.title?.text).toBe('Cite all');
    const quotes = menuOf(answer).length > 0 ? modal.private_metadata.split(' ') : [];
    expect(quotes).toHaveLength(3);
    const data = await inStyle(slack, 'bibtex');
    const keys = [...data.matchAll(/@(?:article|misc)\{([^,]+),/g)].map(([, key]) => key);
    expect(keys).toHaveLength(new Set(quotes.map((quote) => quote.split('.')[0])).size);
    await slack.closeView({ user: 'ada', viewId: modal.id });
    await answerTo(slack, 'forget');
    await untilLogged(logged, /: forget after/);
    await slack.click({ user: 'ada', in: where, actionId: 'cite_all' });
    const refused = await slack.waitFor(({ modals }) => {
      const view = modals.get(ada)?.at(-1);
      return view && view.id !== modal.id && view;
    });
    expect(JSON.stringify(refused.blocks)).toMatch(/no longer kept/);
  });
});

describe('what is cited', () => {
  /** What the bot wrote to Ada alone, with the files that it sent. */
  const sentTo = (slack: FakeSlack) =>
    slack.workspace.channels
      .filter(({ kind }) => kind === 'im')
      .flatMap(({ id }) => fromBot(slack, id));

  const { scopes } = grantsFor({ threadFollowups: true });

  async function openAll(options?: Parameters<typeof startDesk>[0]) {
    const desk = await startDesk(options);
    const answer = await answerTo(desk.slack, 'thaad');
    await untilLogged(desk.logged, /: answered after/);
    const where = { channel: 'general', ts: answer.ts };
    await desk.slack.click({ user: 'ada', in: where, actionId: 'cite_all' });
    return { ...desk, modal: await modalOf(desk.slack) };
  }

  it('comes as a message to copy, in the style that is shown', async () => {
    const { slack, modal } = await openAll();
    await slack.click({ user: 'ada', in: { viewId: modal.id }, actionId: 'cite_send' });
    const [message] = await slack.waitFor(() => {
      const sent = sentTo(slack);
      return sent.length > 0 && sent;
    });
    expect(JSON.stringify(message?.blocks)).toMatch(/Andrew Hammond, “Why Beijing/);
  });

  it.each([
    ['ris', 'citations.ris', /^TY {2}- NEWS\n[\s\S]*ER {2}- /],
    ['bibtex', 'citations.bib', /@article\{hammond-2017,/],
    ['csl-json', 'citations.json', /"id": "hammond-2017"/],
  ])('comes as one file, as %s', async (style, name, contents) => {
    const { slack, modal } = await openAll({ app: { scopes: [...scopes, 'files:read'] } });
    await inStyle(slack, style);
    await slack.click({ user: 'ada', in: { viewId: modal.id }, actionId: 'cite_send' });
    const [file] = await slack.waitFor(() => {
      const files = sentTo(slack).flatMap((message) => message.files ?? []);
      return files.length > 0 && files;
    });
    expect(file?.name).toBe(name);
    const response = await fetch(file?.url_private ?? '', {
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(await response.text()).toMatch(contents);
  });

  it('comes as text where the bot may send no files', async () => {
    const withoutFiles = scopes.filter((scope) => scope !== 'files:write');
    const { slack, modal } = await openAll({ app: { scopes: withoutFiles } });
    await inStyle(slack, 'ris');
    await slack.click({ user: 'ada', in: { viewId: modal.id }, actionId: 'cite_send' });
    const message = await slack.waitFor(() => sentTo(slack).find(({ blocks }) => blocks));
    expect(JSON.stringify(message.blocks)).toMatch(/TY {2}- NEWS/);
  });
});

describe('citing a digest', () => {
  it('lists what its menus name', async () => {
    const { slack } = await startDesk({ app: { shortcuts: messageShortcuts } });
    const command = { user: 'ada', channel: 'general', command: '/sino-russia' };
    await slack.command({ ...command, text: 'digest preview with the archive' });
    const preview = await slack.waitFor(() =>
      fromBot(slack, 'general').find(({ blocks }) => JSON.stringify(blocks).includes('Digest for')),
    );
    const { ts } = preview;
    expect(
      await slack.shortcut({ user: 'ada', callbackId: 'cite_thread', channel: 'general', ts }),
    ).toEqual({ ok: true });
    expect((await modalOf(slack)).title?.text).toBe('Cite this message');
  });
});

describe('citing a thread', () => {
  const where = 'general';

  /** Asks in a thread, and waits until the answer is written down. */
  async function askInThread(desk: StartedDesk, text: string, threadTs?: string) {
    const { slack, logged } = desk;
    const answers = logged.filter(({ msg }) => /: \w+ after/.test(msg)).length;
    const { ts } = await slack.say({ user: 'lin', channel: where, text, threadTs });
    await untilLogged(logged, /: \w+ after/, answers + 1);
    await untilSettled(desk);
    return threadTs ?? ts;
  }

  const cite = (slack: FakeSlack, ts: string) =>
    slack.shortcut({ user: 'ada', callbackId: 'cite_thread', channel: where, ts });

  it('lists the sources of all its answers, each once, in every style', async () => {
    const desk = await startDesk({ app: { shortcuts: messageShortcuts } });
    const { slack } = desk;
    const thread = await askInThread(desk, '@sino-russia thaad');
    await askInThread(desk, '@sino-russia What is said about THAAD?', thread);
    await askInThread(desk, '@sino-russia 146 percent oil exports', thread);
    const [reply] = fromBot(slack, where);
    expect(await cite(slack, reply?.ts ?? '')).toEqual({ ok: true });
    const modal = await modalOf(slack);
    const [first] = modal.blocks.filter(({ type }) => type === 'context');
    const [, quotes] =
      /3 answers in this thread, (\d+) quoted paragraphs/.exec(JSON.stringify(first)) ?? [];
    const notes = [
      ...JSON.stringify(modal.blocks).matchAll(/quotes? in ¶ ([\d, ]+) of ([a-z0-9-]+)/g),
    ];
    const places = notes.flatMap(([, paragraphs = '', article]) =>
      paragraphs.split(', ').map((paragraph) => `${article} ${paragraph}`),
    );
    expect(places).toHaveLength(Number(quotes));
    expect(new Set(places).size).toBe(places.length);
    expect(notes.length).toBeLessThan(places.length);
    for (const style of ['apa', 'bibtex', 'csl-json', 'ris', 'mla']) {
      expect(await inStyle(slack, style)).toMatch(/146 percent|Hammond/);
    }
    const data = await inStyle(slack, 'bibtex');
    const keys = [...data.matchAll(/@(?:article|misc)\{([^,]+),/g)].map(([, key]) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is reached from one answer of several, and keeps the style', async () => {
    const desk = await startDesk({ app: { shortcuts: messageShortcuts } });
    const { slack } = desk;
    const thread = await askInThread(desk, '@sino-russia thaad');
    const [first] = fromBot(slack, where);
    const open = () =>
      slack.click({
        user: 'ada',
        in: { channel: where, ts: first?.ts ?? '' },
        actionId: 'cite_all',
      });
    await open();
    const alone = await modalOf(slack);
    expect(JSON.stringify(alone.blocks)).not.toMatch(/whole thread/);
    await slack.closeView({ user: 'ada', viewId: alone.id });
    await askInThread(desk, '@sino-russia 146 percent oil exports', thread);
    await open();
    await inStyle(slack, 'apa');
    const { id } = await modalOf(slack);
    await slack.click({ user: 'ada', in: { viewId: id }, actionId: 'cite_thread' });
    const whole = await slack.waitFor(({ modals }) => {
      const view = modals.get(ada)?.at(-1);
      return view?.title?.text === 'Cite this thread' && view;
    });
    expect(JSON.stringify(whole.blocks)).toMatch(/2 answers in this thread/);
    expect(JSON.stringify(whole.blocks)).toMatch(/"initial_option":[^}]*}[^}]*"value":"apa"/);
  });

  it('holds what only one person saw for this person until it is shared, and says so when there is nothing', async () => {
    const desk = await startDesk({ app: { shortcuts: messageShortcuts } });
    const { slack, logged } = desk;
    const { ts } = await slack.say({
      user: 'lin',
      channel: where,
      text: 'THAAD lets the US spy on China.',
    });
    await slack.shortcut({ user: 'ada', callbackId: 'find_passages', channel: where, ts });
    await untilLogged(logged, /: answered after/);
    await untilSettled(desk);
    const [found] = fromBot(slack, where);
    const share = { user: 'ada', in: { channel: where, ts: found?.ts ?? '' }, actionId: 'share' };
    await cite(slack, ts);
    const own = await modalOf(slack);
    expect(JSON.stringify(own.blocks)).toMatch(/1 answer in this thread/);
    await slack.closeView({ user: 'ada', viewId: own.id });
    await slack.shortcut({ user: 'lin', callbackId: 'cite_thread', channel: where, ts });
    const none = await slack.waitFor(({ modals }) => modals.get('U024LINZH')?.at(-1));
    expect(JSON.stringify(none.blocks)).toMatch(/no answer with quotes in this thread/);
    await slack.closeView({ user: 'lin', viewId: none.id });
    await slack.click(share);
    await untilLogged(logged, /: shared after/);
    await untilSettled(desk);
    for (const user of ['ada', 'lin']) {
      await slack.shortcut({ user, callbackId: 'cite_thread', channel: where, ts });
      const id = user === 'ada' ? ada : 'U024LINZH';
      const view = await slack.waitFor(({ modals }) => modals.get(id)?.at(-1));
      expect(JSON.stringify(view.blocks)).toMatch(/1 answer in this thread/);
    }
  });
});
