import type { FileRecord, Message, MessageRef, User } from '../wire.ts';
import { isVisibleTo } from '../workspace/message.ts';
import type { Channel } from '../workspace/workspace.ts';
import { type Acting, channelNamed, personNamed } from './acting.ts';
import { compose } from './composer.ts';
import { Mistake } from './mistake.ts';

/** What a person types, and where. */
export interface Saying {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
  readonly files?: readonly Attachment[] | undefined;
}

/** A file that a person attaches to a message. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Posts what a person typed and attached, and lets the app know of it. */
export function say(acting: Acting, saying: Saying): Message {
  const { workspace, events } = acting;
  const { text, threadTs } = saying;
  const person = personNamed(acting, saying.user);
  const channel = channelNamed(acting, saying.channel, person);
  const parent = threadTs === undefined ? undefined : visibleMessage(channel, threadTs, person);
  const isPublic = channel.kind === 'channel';
  const files = (saying.files ?? []).map((file) => keepFile(acting, file, person, isPublic));
  if (text === '' && files.length === 0) throw new Mistake('A message needs a text or a file.');
  const message: Message = {
    type: 'message',
    ts: workspace.ids.ts(),
    team: workspace.team.id,
    user: person.id,
    client_msg_id: workspace.ids.next('m-'),
    ...(text === '' ? { text } : compose(text, workspace)),
    ...(parent && { thread_ts: parent.thread_ts ?? parent.ts }),
    // Source: https://docs.slack.dev/reference/events/message/file_share
    ...(files.length > 0 && { subtype: 'file_share', upload: false, files }),
  };
  workspace.add(channel, message);
  warnOfAbsence(acting, person, channel, message);
  events.messagePosted(channel, message);
  return message;
}

/** Keeps a file that a person brings; one that is too large is the caller's mistake. */
export function keepFile(
  { files }: Acting,
  { name, bytes }: Attachment,
  person: User,
  isPublic: boolean,
): FileRecord {
  if (bytes.length > files.maxFileBytes) {
    throw new Mistake(`${name} is larger than ${files.maxFileBytes} bytes.`);
  }
  return files.add({ name, user: person.id }, bytes, isPublic);
}

/** Changes a person's own message. */
export function edit(acting: Acting, ref: MessageRef & { readonly text: string }): Message {
  const { workspace, events } = acting;
  const { channel, message } = ownMessage(acting, ref);
  const previous = { ...message };
  const { text, blocks } = compose(ref.text, workspace);
  message.text = text;
  message.blocks = blocks;
  message.edited = { user: message.user, ts: workspace.ids.ts() };
  workspace.changes.emit();
  events.messageChanged(channel, message, previous);
  return message;
}

/** Deletes a person's own message; one with replies leaves a tombstone, as in Slack. */
export function remove(acting: Acting, ref: MessageRef): void {
  const { workspace, events } = acting;
  const { channel, message } = ownMessage(acting, ref);
  const previous = { ...message };
  if (!message.reply_count) {
    workspace.drop(channel, message.ts);
    events.messageDeleted(channel, previous);
    return;
  }
  message.subtype = 'tombstone';
  message.text = 'This message was deleted.';
  message.blocks = [];
  workspace.changes.emit();
  events.messageChanged(channel, message, previous);
}

function ownMessage(acting: Acting, { user, channel: where, ts }: MessageRef) {
  const person = personNamed(acting, user);
  const channel = channelNamed(acting, where, person);
  const message = visibleMessage(channel, ts, person);
  if (message.user === person.id) return { channel, message };
  throw new Mistake(`Message ${ts} is not ${person.real_name}'s own.`);
}

/** The message with this timestamp, if the person sees it. */
export function visibleMessage(channel: Channel, ts: string, person: User): Message {
  const message = channel.messages.find((one) => one.ts === ts);
  if (message && isVisibleTo(message, person.id)) return message;
  throw new Mistake(`${person.real_name} sees no message ${ts} in ${channel.name}.`);
}

function warnOfAbsence(acting: Acting, person: User, channel: Channel, message: Message): void {
  const { workspace } = acting;
  const { bot } = workspace;
  if (channel.members.has(bot.id) || !message.text.includes(`<@${bot.id}>`)) return;
  const text = `You mentioned @${bot.name}, but they're not in this channel.`;
  workspace.tell(person.id, channel.id, text);
}
