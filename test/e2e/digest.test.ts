import { describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import type { FakeSlack, Message } from 'slack-standin';
import { deskApp } from '../support/slack.ts';
import {
  afterTest,
  fromBot,
  isChangeNotice,
  seen,
  startDesk,
  temporaryFolder,
} from '../support/start-desk.ts';

const ada = 'U024ADABR';

function order(slack: FakeSlack, text: string, channel = 'general', user = 'ada') {
  return slack.command({ user, channel, command: '/sino-russia', text: `digest ${text}`.trim() });
}

/** What the bot says to an order, to whoever gave it only. */
async function said(slack: FakeSlack, text: string, channel = 'general'): Promise<Message> {
  const before = new Set(fromBot(slack, channel));
  await order(slack, text, channel);
  return slack.waitFor(() =>
    fromBot(slack, channel).find(
      (message) =>
        !before.has(message) &&
        message.ephemeral_to === ada &&
        !/^The digest will/.test(message.text),
    ),
  );
}

function inPublic(slack: FakeSlack, channel = 'general'): Message[] {
  return fromBot(slack, channel).filter(
    (message) => message.ephemeral_to === undefined && !isChangeNotice(message),
  );
}

function modalOf(slack: FakeSlack, pattern = /./) {
  return slack.waitFor(({ modals }) => {
    const view = modals.get(ada)?.at(-1);
    return view && pattern.test(JSON.stringify(view.blocks)) && view;
  });
}

describe('a digest in words', () => {
  it('is set up, shown in the status with who did it, and posted at once when asked for', async () => {
    const { slack } = await startDesk();
    const set = await said(slack, '09:00 Europe/Berlin weekdays about energy, "dual freeze"');
    expect(seen(set)).toMatch(
      /is on\. The next one: \w+day, \d+ \w+ \d{4}, 09:00 \(Europe\/Berlin\)/,
    );
    expect(seen(set)).toMatch(
      /Monday to Friday at 09:00 \(Europe\/Berlin\), about energy, "dual freeze"\. At most 5 passages/,
    );
    expect(seen(await said(slack, 'now'))).toMatch(/nothing new, so I posted nothing/);
    const posted = await said(slack, 'now from the archive');
    expect(seen(posted)).toMatch(/The digest is posted/);
    const [digest] = inPublic(slack);
    expect(seen(digest as Message)).toMatch(
      /Digest for \w+day.*About energy.*Pause a week.*Change/s,
    );
    const status = await said(slack, 'status');
    expect(JSON.stringify(status.blocks)).toContain(`"user_id":"${ada}"`);
    expect(seen(status)).toMatch(/switched it on\. Monday to Friday at 09:00.*at once: posted/s);
    await slack.command({
      user: 'ada',
      channel: 'east-asia',
      command: '/sino-russia',
      text: 'forget',
    });
    await slack.waitFor(() => fromBot(slack, 'east-asia')[0]);
    expect(seen(await said(slack, 'status'))).toMatch(/: somebody switched it on\. Monday/);
  });

  it('is previewed without being posted or noted as shown', async () => {
    const { slack } = await startDesk();
    expect(seen(await said(slack, 'preview'))).toMatch(/A preview: there is nothing new/);
    const first = await said(slack, 'preview from the archive');
    expect(seen(first)).toMatch(/A preview: this is what/);
    expect(seen(await said(slack, 'preview from the archive'))).toBe(seen(first));
    expect(inPublic(slack)).toHaveLength(0);
  });

  it.each([
    ['25:00 Europe/Berlin', /“25:00” is no time/],
    ['09:07 Europe/Berlin', /quarters of an hour/],
    ['09:00 CST', /“CST” may mean America\/Chicago, Asia\/Shanghai/],
    ['09:00 Europe/Berlin noday', /I did not understand “noday”/],
    ['09:00 Europe/Berlin about before:soon', /can't read before:soon/],
    ['9 passages', /Write a number from 1 to 5/],
    ['pause until then', /“then” is no date/],
    ['now at nine', /“now” stands alone/],
    ['satus', /I did not understand “satus”/],
  ])('shows what is wrong with %j in the form, with what was understood', async (text, problem) => {
    const { slack } = await startDesk();
    await order(slack, text);
    const modal = await modalOf(slack, problem);
    expect(JSON.stringify(modal.blocks)).toMatch(/changed nothing yet/);
    if (/Berlin/.test(text)) {
      expect(JSON.stringify(modal.blocks)).toMatch(
        /"initial_option":\{[^}]*\{[^}]*"Europe\/Berlin"/,
      );
    }
    expect(seen(await said(slack, 'status'))).toMatch(/gets no digest/);
  });

  it('says so where there is nothing to be paused, and lists what can be written', async () => {
    const { slack } = await startDesk();
    expect(seen(await said(slack, 'pause'))).toMatch(/There is no digest in this channel yet/);
    expect(seen(await said(slack, 'help'))).toMatch(/You can write:.*digest when something new/s);
  });

  it('says which topics nothing in the library is about', async () => {
    const { slack } = await startDesk();
    const set = await said(slack, 'daily at 9am about energy, zzyzx quokka');
    expect(seen(set)).toMatch(/Nothing in the library is about “zzyzx quokka” yet/);
  });

  it('asks for the time zone where the app may not see the one of whoever sets it up', async () => {
    const scopes = deskApp.scopes.filter((scope) => scope !== 'users:read');
    const { slack } = await startDesk({ app: { scopes } });
    expect(seen(await said(slack, '09:00 weekdays'))).toMatch(/can’t see your time zone/);
  });

  it('takes the time zone of whoever sets it up', async () => {
    const { slack } = await startDesk();
    expect(seen(await said(slack, '17:45 daily'))).toMatch(/Every day at 17:45 \(Europe\/Berlin\)/);
  });

  it('is paused, resumed and switched off, and says when the next one comes', async () => {
    const { slack } = await startDesk();
    await said(slack, '09:00 Europe/Berlin daily');
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    expect(seen(await said(slack, `pause until ${until}`))).toMatch(
      /paused until .* The next one: /,
    );
    expect(seen(await said(slack, 'pause until 2020-01-01'))).toMatch(/has to end after today/);
    expect(seen(await said(slack, 'resume'))).toMatch(/is on\. The next one/);
    expect(seen(await said(slack, 'off'))).toMatch(/is off/);
  });

  it('says how to invite the bot where it is no member, and tells when a digest fails', async () => {
    const { slack } = await startDesk();
    expect(seen(await said(slack, '09:00 Europe/Berlin daily', 'energy'))).toMatch(/\/invite/);
    expect(seen(await said(slack, 'now from the archive', 'energy'))).toMatch(
      /I am not in the channel/,
    );
    const told = await slack.waitFor(() => fromBot(slack, 'D024ADABR')[0]);
    expect(told.text).toMatch(/could not be posted: I am not in the channel/);
  });

  it('is still a question when it does not begin like an order', async () => {
    const { slack } = await startDesk();
    const answer = await said(slack, 'of what Hammond says about THAAD');
    expect(seen(answer)).toMatch(/THAAD/);
  });
});

describe('the Home tab', () => {
  it('says how the digests fare', async () => {
    const { slack } = await startDesk();
    const homeOf = async (user: string, id: string, pattern: RegExp) => {
      await slack.openHome({ user });
      return slack.waitFor(({ homes }) => pattern.test(JSON.stringify(homes.get(id)?.blocks)));
    };
    await homeOf('ada', ada, /No channel gets digests/);
    await said(slack, '09:00 Europe/Berlin daily');
    await said(slack, 'now from the archive');
    await homeOf('lin', 'U024LINZH', /1 channel with digests; the last ones: 1 posted\./);
  });
});

describe('a mention', () => {
  it('shows what is not understood with a button that opens the form', async () => {
    const { slack } = await startDesk();
    const text = '@sino-russia digest mon and thu 9am Moscow time noday';
    await slack.say({ user: 'ada', channel: 'general', text });
    const reply = await slack.waitFor(() => inPublic(slack)[0]);
    expect(seen(reply)).toMatch(/I did not understand “noday”.*Nothing was changed/s);
    const where = { channel: 'general', ts: reply.ts };
    await slack.click({ user: 'ada', in: where, actionId: 'digest_change' });
    const modal = await modalOf(slack, /noday/);
    expect(JSON.stringify(modal.blocks)).toMatch(/"initial_option":\{[^}]*\{[^}]*"Europe\/Moscow"/);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia stop the digest' });
    await slack.waitFor(() => inPublic(slack).some((each) => /no digest in this/.test(seen(each))));
  });

  it('takes orders too, and answers in the thread', async () => {
    const { slack } = await startDesk();
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia digest' });
    const status = await slack.waitFor(() => inPublic(slack)[0]);
    expect(seen(status)).toMatch(/This channel gets no digest.*Set up/s);
    expect(status.thread_ts).toBeDefined();
  });
});

describe('a change', () => {
  it('is shown to everybody in the channel, with who made it', async () => {
    const { slack } = await startDesk();
    await said(slack, '09:00 Europe/Berlin daily about "dual freeze" <!channel>');
    const told = await slack.waitFor(() => fromBot(slack, 'general').find(isChangeNotice));
    expect(told.ephemeral_to).toBeUndefined();
    expect(told.text).toMatch(/<@U024ADABR>/);
    expect(told.text).not.toMatch(/<!channel>/);
  });
});

describe('the form', () => {
  it('opens for the bare command, explains wrong topics, and saves', async () => {
    const { slack } = await startDesk();
    await order(slack, '');
    const modal = await modalOf(slack);
    expect(JSON.stringify(modal.blocks)).toMatch(/"initial_option":\{[^}]*\{[^}]*"Europe\/Berlin"/);
    const topics = (value: string) => ({
      digest_topics: { digest_topics: { type: 'plain_text_input', value } },
    });
    const wrong = await slack.submitView({
      user: 'ada',
      viewId: modal.id,
      values: topics('energy after:soon'),
    });
    expect(wrong).toMatchObject({
      kind: 'errors',
      errors: { digest_topics: expect.stringMatching(/can't read after:soon/) },
    });
    const values = topics('energy');
    const saved = await slack.submitView({ user: 'ada', viewId: modal.id, values });
    expect(saved).toMatchObject({ kind: 'updated' });
    expect(JSON.stringify(saved)).toMatch(/is on\. The next one.*about energy/);
    expect(seen(await said(slack, 'status'))).toMatch(
      /Monday to Friday at 09:00 \(Europe\/Berlin\)/,
    );
  });

  it('is answered before Slack is asked whether the bot can post, which it says afterwards', async () => {
    const { slack } = await startDesk();
    const asks = { user: 'ada', channel: 'energy', command: '/sino-russia', text: 'digest' };
    await slack.command(asks);
    const modal = await modalOf(slack);
    slack.faults.next('conversations.info', { kind: 'delay', ms: 1000 });
    const answered = await slack.submitView({ user: 'ada', viewId: modal.id, values: {} });
    expect(JSON.stringify(answered)).toMatch(/is on\. The next one/);
    expect(slack.calls.filter(({ method }) => method === 'conversations.info')).toEqual([]);
    const view = await slack.waitFor(() =>
      slack.calls.find(({ method }) => method === 'views.update'),
    );
    expect(JSON.stringify(view.args)).toMatch(/not in this channel yet/);
  });

  it('is not saved while the database is away, says so, and can be sent again', async () => {
    const file = `${await temporaryFolder()}/desk.db`;
    const { slack } = await startDesk({}, { DATABASE_URL: `file:${file}` });
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: 'digest',
    });
    const modal = await modalOf(slack);
    const other = new SqliteFile(file);
    afterTest(async () => void other.close());
    other.exec('BEGIN EXCLUSIVE');
    const refused = await slack.submitView({ user: 'ada', viewId: modal.id, values: {} });
    expect(refused).toMatchObject({
      kind: 'errors',
      errors: { digest_status: expect.stringMatching(/database is away/) },
    });
    other.exec('ROLLBACK');
  });

  it('opens from the digest, and switches it off', async () => {
    const { slack } = await startDesk();
    await said(slack, '09:00 Europe/Berlin daily');
    await said(slack, 'now from the archive');
    const [digest] = inPublic(slack);
    const where = { channel: 'general', ts: digest?.ts ?? '' };
    await slack.click({ user: 'ada', in: where, actionId: 'digest_change' });
    const modal = await modalOf(slack);
    const off = { type: 'radio_buttons', selected_option: { value: 'off' } };
    const values = { digest_status: { digest_status: off } };
    const saved = await slack.submitView({
      user: 'ada',
      viewId: modal.id,
      values: values as never,
    });
    expect(JSON.stringify(saved)).toMatch(/is off/);
  });
});

describe('the controls in a digest', () => {
  it('pause it for a week, and show quotes in context', async () => {
    const { slack } = await startDesk();
    await said(slack, '09:00 Europe/Berlin daily');
    await said(slack, 'now from the archive');
    const [digest] = inPublic(slack);
    const where = { channel: 'general', ts: digest?.ts ?? '' };
    const quote = digest?.blocks?.find(({ type }) => type === 'section');
    await slack.click({
      user: 'ada',
      in: where,
      blockId: quote?.block_id ?? '',
      actionId: 'in_context',
      option: /"value":"([^"]+)"/.exec(JSON.stringify(quote))?.[1] ?? '',
    });
    await modalOf(slack, /the quote is bold/);
    await slack.click({ user: 'lin', in: where, actionId: 'digest_pause' });
    const paused = await slack.waitFor(() =>
      fromBot(slack, 'general').find(({ ephemeral_to }) => ephemeral_to === 'U024LINZH'),
    );
    expect(seen(paused)).toMatch(/paused until/);
    const status = await said(slack, 'status');
    expect(seen(status)).toMatch(/paused it until/);
    expect(JSON.stringify(status.blocks)).toMatch(/U024LINZH/);
  });
});
