import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/standin/message.ts';
import type { Standin } from '../../src/standin/standin.ts';
import { fromBot, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const ada = 'U024ADABR';

async function answerTo(slack: Standin, text: string): Promise<Message> {
  await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
  return slack.waitFor(() => fromBot(slack, 'general').at(-1));
}

const modalOf = (slack: Standin) =>
  slack.waitFor(({ modals }) => modals.get(ada)?.at(-1), { what: 'a modal' });

async function inStyle(slack: Standin, option: string): Promise<string> {
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
    expect([inContext, others]).toEqual([expect.stringMatching(/^hammond-2017\.14\./), []]);
    await slack.click({
      user: 'ada',
      in: { channel: 'general', ts: answer.ts },
      blockId: section?.block_id ?? '',
      actionId: 'in_context',
      option: cite ?? '',
    });
    const first = JSON.stringify((await modalOf(slack)).blocks);
    expect(first).toMatch(/Andrew Hammond, “Why Beijing and Moscow are close and getting closer,”/);
    expect(first).toMatch(/the quoted words are the brief's, not the publisher's/);
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
