import { isObject } from '../block-kit/check.ts';
import { type Acting, personNamed } from '../people/acting.ts';
import { click } from '../people/click.ts';
import { sendCommand } from '../people/command.ts';
import { closeView, submitView } from '../people/form.ts';
import { Mistake } from '../people/mistake.ts';
import { react } from '../people/react.ts';
import { useShortcut } from '../people/shortcut.ts';
import { suggestOptions } from '../people/suggest.ts';
import { type Attachment, edit, keepFile, remove, say } from '../people/talk.ts';
import type { Container } from '../people/used-element.ts';
import type { InputValues, MessageRef } from '../wire.ts';

type Body = Readonly<Record<string, unknown>>;

/** What the page can ask for by POST, by path: each does what a person would do in Slack. */
export const pageActions: Readonly<
  Record<string, (acting: Acting, body: Body) => unknown | Promise<unknown>>
> = {
  '/page/messages': (acting, body) => {
    const place = { user: string(body, 'user'), channel: string(body, 'channel') };
    const threadTs = optional(body, 'thread_ts');
    const text = optional(body, 'text') ?? '';
    const { ts } = say(acting, { ...place, text, threadTs, files: attachments(body.files) });
    return { ok: true, ts };
  },
  '/page/messages/edit': (acting, body) => {
    edit(acting, { ...messageRef(body), text: string(body, 'text') });
    return { ok: true };
  },
  '/page/messages/delete': (acting, body) => {
    remove(acting, messageRef(body));
    return { ok: true };
  },
  '/page/reactions': (acting, body) => {
    const name = string(body, 'name');
    react(acting, { ...messageRef(body), name, removes: body.removes === true });
    return { ok: true };
  },
  '/page/commands': (acting, body) =>
    sendCommand(acting, {
      user: string(body, 'user'),
      channel: string(body, 'channel'),
      command: string(body, 'command'),
      text: optional(body, 'text') ?? '',
    }),
  '/page/actions': (acting, body) =>
    click(acting, {
      user: string(body, 'user'),
      in: container(body.container),
      blockId: optional(body, 'block_id'),
      actionId: string(body, 'action_id'),
      value: optional(body, 'value'),
      option: optionValue(body.selected_option),
      options: optionValues(body.selected_options) ?? ids(body),
      date: optional(body, 'selected_date'),
      time: optional(body, 'selected_time'),
      dateTime: seconds(body.selected_date_time),
      id:
        optional(body, 'selected_conversation') ??
        optional(body, 'selected_channel') ??
        optional(body, 'selected_user'),
    }),
  '/page/options': (acting, body) =>
    suggestOptions(acting, {
      user: string(body, 'user'),
      in: container(body.container),
      blockId: optional(body, 'block_id'),
      actionId: string(body, 'action_id'),
      value: optional(body, 'value') ?? '',
    }),
  '/page/files': (acting, body) => {
    const person = personNamed(acting, string(body, 'user'));
    const [attachment] = attachments([body]);
    return { ok: true, file: attachment && keepFile(acting, attachment, person, false) };
  },
  '/page/views/submit': async (acting, body) => {
    const result = await submitView(acting, {
      user: string(body, 'user'),
      viewId: string(body, 'view_id'),
      values: inputs(body.values),
    });
    if (result.kind === 'errors') return { ok: false, errors: result.errors };
    return result.kind === 'failed' ? { ok: false, errors: {}, error: result.error } : { ok: true };
  },
  '/page/views/close': async (acting, body) => {
    await closeView(acting, { user: string(body, 'user'), viewId: string(body, 'view_id') });
    return { ok: true };
  },
  '/page/shortcuts': (acting, body) =>
    useShortcut(acting, {
      user: string(body, 'user'),
      callbackId: string(body, 'callback_id'),
      channel: optional(body, 'channel'),
      ts: optional(body, 'ts'),
    }),
  '/page/home': (acting, body) => {
    const tab = body.tab === 'messages' ? 'messages' : 'home';
    acting.events.homeOpened(personNamed(acting, string(body, 'user')).id, tab);
    return { ok: true };
  },
  '/page/notices/dismiss': (acting, body) => {
    acting.workspace.dismiss(string(body, 'user'), string(body, 'id'));
    return { ok: true };
  },
};

function string(body: Body, name: string): string {
  const value = optional(body, name);
  if (value) return value;
  throw new Mistake(`The field "${name}" is missing: it must be a text.`);
}

function optional(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new Mistake(`The field "${name}" must be a text.`);
}

function attachments(value: unknown): Attachment[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Mistake('The field "files" must be a list.');
  return value.map((file: unknown) => {
    if (!isObject(file)) throw new Mistake('Each of "files" must be an object.');
    const bytes = Buffer.from(optional(file, 'base64') ?? '', 'base64');
    return { name: string(file, 'name'), bytes };
  });
}

function messageRef(body: Body): MessageRef {
  return {
    user: string(body, 'user'),
    channel: string(body, 'channel'),
    ts: string(body, 'ts'),
  };
}

function container(value: unknown): Container {
  if (!isObject(value)) throw new Mistake('The field "container" must be an object.');
  if (value.type === 'view') return { viewId: string(value, 'view_id') };
  return { channel: string(value, 'channel'), ts: string(value, 'ts') };
}

function optionValue(value: unknown): string | undefined {
  return isObject(value) ? string(value, 'value') : undefined;
}

function optionValues(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((option: unknown) => optionValue(option) ?? '');
}

/** What a menu of several users, channels or conversations chose. */
function ids({ selected_users, selected_channels, selected_conversations }: Body) {
  const chosen = selected_users ?? selected_channels ?? selected_conversations;
  return Array.isArray(chosen) ? chosen.map(String) : undefined;
}

function seconds(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

function inputs(value: unknown): InputValues {
  if (value === undefined) return {};
  const isNested =
    isObject(value) &&
    Object.values(value).every((block) => isObject(block) && Object.values(block).every(isObject));
  if (isNested) return value as InputValues;
  throw new Mistake('The field "values" must hold block_id, then action_id, then the value.');
}
