import { describe, expect, it } from '@jest/globals';
import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { FakeSlack } from '../src/fake-slack.ts';
import { connectBot, signal, startSlack } from './support/bolt-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const form: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Ask'),
  submit: plain('Ask'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: plain('Question'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
    },
  ],
};

const shortcut = { user: 'ada', callbackId: 'look_up', channel: 'general' };
const answer = (value: string) => ({ question: { text: { type: 'plain_text_input', value } } });

async function openForm(slack: FakeSlack) {
  const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'tea' });
  await slack.shortcut({ ...shortcut, ts });
  return slack.waitFor((space) => space.modals.get('U0ADA')?.at(-1), { what: 'a modal' });
}

describe('a form', () => {
  async function withForm(
    submitted: (view: ViewSubmitAction['view']) => object | undefined,
    listen: (app: App) => void = () => {},
  ): Promise<FakeSlack> {
    const slack = await startSlack();
    await connectBot(slack, (app) => {
      app.shortcut('look_up', async ({ ack, client, shortcut: { trigger_id } }) => {
        await ack();
        await client.views.open({ trigger_id, view: form });
      });
      app.view('form', async ({ ack, view }) => {
        await ack(submitted(view) as never);
      });
      listen(app);
    });
    return slack;
  }

  it('opens for the person, takes their input, and closes', async () => {
    const { seen, see } = signal<unknown>();
    const slack = await withForm((view) => {
      see(view.state.values);
      return undefined;
    });
    const { id } = await openForm(slack);
    const result = await slack.submitView({ user: 'ada', viewId: id, values: answer('tea') });
    expect(result).toEqual({ kind: 'closed' });
    expect(await seen).toEqual(answer('tea'));
    expect(slack.workspace.modals.get('U0ADA')).toEqual([]);
  });

  it('with an empty or too long input goes back to the person, unsent', async () => {
    const slack = await withForm(() => {
      throw new Error('not to be sent');
    });
    const { id } = await openForm(slack);
    const submit = (value: string) =>
      slack.submitView({ user: 'ada', viewId: id, values: answer(value) });
    expect(await submit('')).toEqual({
      kind: 'errors',
      errors: { question: 'Please complete this required field.' },
    });
    expect(await submit('x'.repeat(21))).toEqual({
      kind: 'errors',
      errors: { question: 'Please enter at most 20 characters.' },
    });
  });

  it('shows the errors that the bot finds', async () => {
    const errors = { question: 'Unknown word.' };
    const slack = await withForm(() => ({ response_action: 'errors', errors }));
    const { id } = await openForm(slack);
    const result = await slack.submitView({ user: 'ada', viewId: id, values: answer('tea') });
    expect(result).toEqual({ kind: 'errors', errors });
    expect(slack.workspace.view(id)?.errors).toEqual(errors);
  });

  it('fails for errors that name no input, as in Slack', async () => {
    const slack = await withForm(() => ({ response_action: 'errors', errors: { no: 'x' } }));
    const { id } = await openForm(slack);
    const result = await slack.submitView({ user: 'ada', viewId: id, values: answer('tea') });
    expect(result.kind).toBe('failed');
    expect(slack.workspace.notices[0]?.text).toContain('We had some trouble connecting');
  });

  it('can be updated, pushed on, up to three deep, and cleared', async () => {
    let response: object = { response_action: 'push', view: form };
    const slack = await withForm(() => response);
    const submit = async () => {
      const viewId = slack.workspace.modals.get('U0ADA')?.at(-1)?.id ?? '';
      return (await slack.submitView({ user: 'ada', viewId, values: answer('x') })).kind;
    };
    await openForm(slack);
    expect([await submit(), await submit(), await submit()]).toEqual([
      'pushed',
      'pushed',
      'failed',
    ]);
    response = { response_action: 'update', view: { ...form, title: plain('New') } };
    expect(await submit()).toBe('updated');
    const stack = slack.workspace.modals.get('U0ADA') ?? [];
    expect(stack.map(({ title }) => title?.text)).toEqual(['Ask', 'Ask', 'New']);
    response = { response_action: 'clear' };
    expect(await submit()).toBe('cleared');
  });

  it('tells the bot when it is closed, if the bot asked for it', async () => {
    const { seen, see } = signal<string>();
    const slack = await withForm(
      () => undefined,
      (app) => {
        app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, view }) => {
          await ack();
          see(view.id);
        });
      },
    );
    const { id } = await openForm(slack);
    await slack.closeView({ user: 'ada', viewId: id });
    expect(await seen).toBe(id);
  });
});

describe('a trigger', () => {
  async function triggered(wait: number, times: number): Promise<unknown[]> {
    let now = 1_700_000_000_000;
    const slack = await startSlack({ clock: () => now });
    const { seen: tried, see } = signal<unknown[]>();
    await connectBot(slack, (app) => {
      app.shortcut('look_up', async ({ ack, client, shortcut: { trigger_id } }) => {
        await ack();
        now += wait;
        const results: unknown[] = [];
        for (let time = 0; time < times; time += 1) {
          const open = client.views.open({ trigger_id, view: form });
          results.push(
            await open.then(
              () => 'opened',
              ({ data }) => data.error,
            ),
          );
        }
        see(results);
      });
    });
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'tea' });
    await slack.shortcut({ ...shortcut, ts });
    return tried;
  }

  it('opens one modal only', async () => {
    expect(await triggered(0, 2)).toEqual(['opened', 'exchanged_trigger_id']);
  });

  it('is good for three seconds', async () => {
    expect(await triggered(3000, 1)).toEqual(['opened']);
    expect(await triggered(3001, 1)).toEqual(['expired_trigger_id']);
  });
});

describe('the Home tab', () => {
  it('is published when a person opens it, and guarded by its hash', async () => {
    const slack = await startSlack();
    const { seen, see } = signal<unknown>();
    await connectBot(slack, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
        const args = { user_id: event.user, view };
        const first = await client.views.publish(args);
        await client.views.publish({ ...args, hash: first.view?.hash ?? '' });
        const stale = client.views.publish({ ...args, hash: first.view?.hash ?? '' });
        see(await stale.catch(({ data }) => data.error));
      });
    });
    await slack.openHome({ user: 'ada' });
    expect(await seen).toBe('hash_conflict');
    expect(slack.workspace.homes.get('U0ADA')?.blocks).toHaveLength(1);
    expect(slack.workspace.homes.get('U0LIN')).toBeUndefined();
  });
});
