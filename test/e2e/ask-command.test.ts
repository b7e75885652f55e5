import { describe, expect, it } from '@jest/globals';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const ask = (text: string, channel = 'general') => ({
  user: 'ada',
  channel,
  command: '/sino-russia',
  text,
});

describe('a question asked by slash command', () => {
  it('is answered for the asker only, with cited passages of several articles', async () => {
    const { slack } = await startDesk();
    expect(await slack.command(ask('thaad'))).toEqual({ ok: true });
    const [answer] = await slack.waitFor(() => {
      const messages = fromBot(slack, 'general');
      return messages.length > 0 && messages;
    });
    if (!answer) throw new Error('no answer');
    expect(answer.ephemeral_to).toBe('U024ADABR');
    expect(seen(answer)).toMatch(/3 passages from 2 articles/);
    expect(seen(answer)).toMatch(/THAAD.*espionage.*\n?.*Andrew Hammond, "Why Beijing and Moscow/);
    expect(seen(answer)).toMatch(/Common Line.*July 2017, para\. 2, counted \(brief\)/);
    expect(answer.text).toMatch(
      /^In brief, after Andrew Hammond: China is vehemently opposed to THAAD.* para\. 14, counted \(brief\)$/,
    );
  });

  it('is answered in a channel that the bot is not in', async () => {
    const { slack } = await startDesk();
    await slack.command(ask('thaad', 'energy'));
    const answer = await slack.waitFor(() => fromBot(slack, 'energy')[0]);
    expect(seen(answer)).toMatch(/THAAD/);
  });

  it.each([
    ['help', /Narrow down/],
    ['', /I find the passage/],
    ['sources', /The library holds 5 articles/],
    ['article hammond-2017', /17 paragraphs; the stored text is a brief/],
    ['article nowhere-1900', /no article “nowhere-1900”/],
    ['status', /The library is loaded: 5 articles with 84 paragraphs/],
    ['What is the best recipe for borscht?', /no answer to that.*“recipe”, “borscht”/s],
    ['pipeline before:1990', /before: 1990.*no answer.*Without the filters/s],
    ['arms before:yesterday', /can't read before:yesterday.*before:2018/s],
    ['<!channel> *x* <@U1>', /^“\*x\*”/],
    ['?', /nothing to look for/],
  ])('says what is right for "%s"', async (text, expected) => {
    const { slack } = await startDesk();
    await slack.command(ask(text));
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(expected);
  });

  it.each(['sources', 'article hammond-2017'])(
    'opens an article to be read, by "%s"',
    async (text) => {
      const { slack } = await startDesk();
      await slack.command(ask(text));
      const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
      const read = answer.blocks?.find((block) =>
        JSON.stringify(block).includes('hammond-2017.1.0.0'),
      );
      const where = { user: 'ada', in: { channel: 'general', ts: answer.ts } };
      await slack.click({ ...where, blockId: read?.block_id ?? '', actionId: 'in_context' });
      const view = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
      expect(view).toMatchObject({ title: { text: 'Article' } });
      expect(JSON.stringify(view.blocks)).toMatch(/Andrew Hammond.*"¶ 1".*"¶ 2".*Later/s);
      expect(JSON.stringify(view.blocks)).not.toContain('the quote is bold');
    },
  );

  it('is answered when it is 4,000 characters long, and shown shortened', async () => {
    const { slack } = await startDesk();
    const text = 'what did Beijing say about THAAD '.repeat(160).slice(0, 4000);
    await slack.command(ask(text));
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(/^“what did Beijing.{1,150}…”/);
    expect(seen(answer)).toMatch(/para\. 14/);
  });

  it('is answered a second time when it is asked a second time', async () => {
    const { slack } = await startDesk();
    await slack.command(ask('thaad'));
    await slack.command(ask('thaad'));
    await slack.waitFor(() => fromBot(slack, 'general').length === 2);
  });

  it('is answered as text when Slack refuses the blocks', async () => {
    const { slack, logged } = await startDesk();
    slack.faults.next('response_url', { kind: 'refused', error: 'invalid_blocks' });
    await slack.command(ask('thaad'));
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(answer.text).toMatch(/THAAD.*Slack refused the formatted answer: invalid_blocks/s);
    expect(logged.some(({ msg }) => msg.includes('invalid_blocks'))).toBe(true);
  });

  it('leaves neither its text nor a secret in the log', async () => {
    const { slack, logged, bot } = await startDesk();
    await slack.command(ask('thaad espionage zanzibar'));
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await bot.stop();
    expect(logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toMatch(/zanzibar|xoxb-|xapp-|espionage/);
  });
});
