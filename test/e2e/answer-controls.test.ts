import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message } from 'slack-standin';
import { connectBot, fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilSettled } from '../support/until-settled.ts';

const ask = (text: string) => ({ user: 'ada', channel: 'general', command: '/sino-russia', text });

async function answerTo(slack: FakeSlack, text: string): Promise<Message> {
  const before = fromBot(slack, 'general').length;
  await slack.command(ask(text));
  return slack.waitFor(() => fromBot(slack, 'general')[before]);
}

function click(slack: FakeSlack, message: Message, actionId: string, user = 'ada', value?: string) {
  const where = { channel: 'general', ts: message.ts };
  return slack.click({ user, in: where, actionId, ...(value && { value }) });
}

describe('sharing an answer', () => {
  it('posts the exact answer once, with who asked, and keeps it word for word', async () => {
    const { slack, bot } = await startDesk();
    const answer = await answerTo(slack, 'thaad');
    await click(slack, answer, 'share');
    const shared = await slack.waitFor(() =>
      fromBot(slack, 'general').find(({ ephemeral_to }) => !ephemeral_to),
    );
    expect(JSON.stringify(shared.blocks)).toContain('"user_id":"U024ADABR"');
    for (const line of seen(answer)
      .split('\n')
      .filter((text) => text.includes('—'))) {
      expect(seen(shared)).toContain(line);
    }
    expect(seen(shared)).not.toMatch(/Share to channel/);
    await click(slack, answer, 'share');
    const refused = await slack.waitFor(() => fromBot(slack, 'general')[2]);
    expect(refused).toMatchObject({
      ephemeral_to: 'U024ADABR',
      text: expect.stringMatching(/shared this answer already/),
    });
    await bot.stop();
    expect(fromBot(slack, 'general').filter(({ ephemeral_to }) => !ephemeral_to)).toHaveLength(1);
  });

  it('works after a restart, where the bot is no member', async () => {
    const { slack, bot, env } = await startDesk();
    await slack.command({ ...ask('thaad'), channel: 'energy' });
    const answer = await slack.waitFor(() => fromBot(slack, 'energy')[0]);
    await bot.stop();
    await connectBot(env);
    await slack.click({ user: 'ada', in: { channel: 'energy', ts: answer.ts }, actionId: 'share' });
    const shared = await slack.waitFor(() =>
      fromBot(slack, 'energy').find(({ ephemeral_to }) => !ephemeral_to),
    );
    expect(seen(shared)).toMatch(/THAAD/);
  });

  it('is refused politely once the answer was forgotten', async () => {
    const { slack } = await startDesk();
    const answer = await answerTo(slack, 'thaad');
    expect(seen(await answerTo(slack, 'forget'))).toMatch(/Forgotten: 1 question/);
    await click(slack, answer, 'share');
    const refused = await slack.waitFor(() => fromBot(slack, 'general')[2]);
    expect(refused.text).toMatch(/no longer kept/);
  });
});

describe('more passages', () => {
  it('shows the next passages to whoever asks for them, none twice, to the end', async () => {
    const { slack } = await startDesk();
    let answer = await answerTo(slack, 'North Korea missile tests');
    const citations = new Set<string>();
    for (let page = 0; page < 20; page += 1) {
      const found = seen(answer)
        .split('\n')
        .filter((line) => line.includes('— '));
      expect(found.length).toBeGreaterThan(0);
      for (const line of found) {
        const citation = line.slice(line.lastIndexOf('— '));
        expect(citations).not.toContain(citation);
        citations.add(citation);
      }
      if (!seen(answer).includes('More passages')) break;
      const before = fromBot(slack, 'general').length;
      await click(slack, answer, 'more_passages');
      answer = await slack.waitFor(() => fromBot(slack, 'general')[before]);
    }
    expect(citations.size).toBeGreaterThan(3);
    expect(seen(answer)).not.toMatch(/More passages/);
  });
});

describe('a quote in context', () => {
  it('opens between its neighbours, and leads up and down the article', async () => {
    const { slack } = await startDesk();
    const answer = await answerTo(slack, 'thaad author:hammond');
    const citation = answer.blocks?.find(({ type }) => type === 'section');
    await slack.click({
      user: 'ada',
      in: { channel: 'general', ts: answer.ts },
      blockId: citation?.block_id ?? '',
      actionId: 'in_context',
      option: firstOption(citation),
    });
    const modal = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    const text = JSON.stringify(modal.blocks);
    expect(text).toMatch(/¶ 13.*¶ 14 \(the quote is bold\).*¶ 15/);
    await slack.click({ user: 'ada', in: { viewId: modal.id }, actionId: 'later_paragraphs' });
    const later = await slack.waitFor(({ modals }) => {
      const view = modals.get('U024ADABR')?.at(-1);
      return JSON.stringify(view?.blocks).includes('¶ 16') && view;
    });
    expect(JSON.stringify(later.blocks)).not.toMatch(/¶ 13/);
  });
});

describe('feedback', () => {
  it('is noted once a person and answer, can be changed, and is confirmed to them only', async () => {
    const { slack } = await startDesk();
    const answer = await answerTo(slack, 'thaad');
    await click(slack, answer, 'feedback', 'ada', positive(answer));
    const confirmed = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(confirmed).toMatchObject({
      ephemeral_to: 'U024ADABR',
      text: expect.stringMatching(/was helpful to you/),
    });
    await click(slack, answer, 'feedback', 'ada', negative(answer));
    const modal = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    const values = {
      reason: { reason: { type: 'plain_text_input', value: 'It was about something else.' } },
    };
    expect(await slack.submitView({ user: 'ada', viewId: modal.id, values })).toMatchObject({
      kind: 'closed',
    });
  });
});

describe('the Home tab', () => {
  it("lists a person's own questions, opens one again and shares it", async () => {
    const desk = await startDesk();
    const { slack } = desk;
    await answerTo(slack, 'thaad');
    await untilSettled(desk);
    await slack.openHome({ user: 'ada' });
    const home = await slack.waitFor(({ homes }) => homes.get('U024ADABR'));
    expect(JSON.stringify(home.blocks)).toMatch(/digest.*sources.*thaad.*answered.*5 articles/);
    await slack.click({ user: 'ada', in: { viewId: home.id }, actionId: 'reopen_answer' });
    const modal = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    expect(JSON.stringify(modal.blocks)).toMatch(/THAAD/);
    const input = modal.blocks.find(({ type }) => type === 'input');
    const chosen = { type: 'conversations_select', selected_conversation: 'C024ENRGY' };
    const values = { [input?.block_id ?? '']: { share_from_view: chosen } };
    expect(await slack.submitView({ user: 'ada', viewId: modal.id, values })).toMatchObject({
      kind: 'closed',
    });
    const shared = await slack.waitFor(() => fromBot(slack, 'energy')[0]);
    expect(shared.ephemeral_to).toBeUndefined();
    expect(seen(shared)).toMatch(/THAAD/);
    // Asked again, it is still listed once.
    await answerTo(slack, 'thaad');
    await untilSettled(desk);
    await slack.openHome({ user: 'ada' });
    const again = await slack.waitFor(
      ({ homes }) => homes.get('U024ADABR') !== home && homes.get('U024ADABR'),
    );
    const opened = again.blocks.filter((block) => JSON.stringify(block).includes('reopen_answer'));
    expect(opened).toHaveLength(1);
    await slack.openHome({ user: 'lin' });
    const other = await slack.waitFor(({ homes }) => homes.get('U024LINZH'));
    expect(JSON.stringify(other.blocks)).toMatch(/None yet/);
    expect(JSON.stringify(other.blocks)).not.toMatch(/are sent to/);
  });

  it('names the host that texts are sent to', async () => {
    const model = { EMBEDDINGS_URL: 'https://vectors.invalid', EMBEDDINGS_REMOTE: 'yes' };
    const { slack } = await startDesk({}, model);
    await slack.openHome({ user: 'ada' });
    const home = await slack.waitFor(({ homes }) => homes.get('U024ADABR'));
    expect(JSON.stringify(home.blocks)).toMatch(/are sent to vectors\.invalid,/);
  });
});

function positive(answer: Message): string {
  return buttonValue(answer, 'positive_button');
}

function negative(answer: Message): string {
  return buttonValue(answer, 'negative_button');
}

function buttonValue(answer: Message, name: string): string {
  const match = new RegExp(`"${name}":.*?"value":"([^"]+)"`).exec(JSON.stringify(answer.blocks));
  return match?.[1] ?? '';
}

describe('what was asked longer ago than it may be kept', () => {
  it('is forgotten at the start, so that its buttons refuse politely', async () => {
    const { slack, bot, env } = await startDesk();
    const answer = await answerTo(slack, 'thaad');
    await bot.stop();
    await connectBot({ ...env, KEEP_QUESTIONS_DAYS: '0' });
    await slack.connected();
    await click(slack, answer, 'more_passages');
    const refused = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(refused.text).toMatch(/no longer kept/);
  });
});

/** The value of the first entry of a quote's menu: Read in context. */
function firstOption(block: unknown): string {
  return /"options":\[\{.*?"value":"([^"]+)"/.exec(JSON.stringify(block))?.[1] ?? '';
}
