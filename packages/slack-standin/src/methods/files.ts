import { isObject } from '../block-kit/check.ts';
import type { FileRecord } from '../wire.ts';
import { checkDraft, draftToMessage, threadOf } from '../workspace/posting.ts';
import { invalid, Refusal } from '../workspace/refusal.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import type { Method, MethodContext } from './method.ts';

/** Both: https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors */
const maxAltText = 1000;
const maxSnippetBytes = 1024 * 1024;

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal#errors */
const maxChannels = 100;

/** https://docs.slack.dev/reference/methods#files */
export const filesMethods: Record<string, Method> = {
  'files.getUploadURLExternal': {
    tier: 4,
    required: ['filename', 'length'],
    scopes: ['files:write'],
    run: begin,
  },
  'files.completeUploadExternal': {
    tier: 4,
    required: ['files'],
    scopes: ['files:write'],
    run: complete,
  },
  'files.info': {
    tier: 4,
    required: ['file'],
    scopes: ['files:read'],
    run: (args, { files, workspace }) => {
      const file = files.find(args.string('file'));
      if (!file) throw new Refusal('file_not_found');
      const record = { ...file.record, ...placesOf(file.record, workspace) };
      return { file: record, comments: [], response_metadata: { next_cursor: '' } };
    },
  },
};

function begin(args: Args, { files, workspace }: MethodContext): Record<string, unknown> {
  // Slack calls an empty file a missing argument.
  if (Number(args.string('length')) === 0) throw new Refusal('missing_argument');
  const length = args.count('length', 0);
  if (length > files.maxFileBytes) throw new Refusal('file_upload_size_restricted');
  const isSnippet = args.optional('snippet_type') !== undefined;
  if (isSnippet && length > maxSnippetBytes) throw new Refusal('snippet_too_large');
  const altText = args.optional('alt_txt');
  if ((altText?.length ?? 0) > maxAltText) throw new Refusal('alt_txt_too_large');
  const draft = { name: args.string('filename'), user: workspace.bot.id, altText };
  const { id, url } = files.begin(draft, length);
  return { upload_url: url, file_id: id };
}

function complete(args: Args, context: MethodContext): Record<string, unknown> {
  const { files } = context;
  const wanted = readFiles(args.json('files'));
  if (!wanted.every(({ id }) => files.isReceived(id))) throw new Refusal('file_not_found');
  const channels = channelsIn(args, context);
  const text = args.optional('initial_comment');
  const draft = {
    text: text ?? wanted[0]?.title ?? wanted[0]?.id,
    // A comment wins over blocks, as the method's page has it.
    blocks: text === undefined ? args.json('blocks', 'invalid_blocks') : undefined,
    thread_ts: args.optional('thread_ts'),
  };
  checkDraft(draft);
  const threads = channels.map((channel) => threadOf(channel, draft));
  const isPublic = channels.some(({ kind }) => kind === 'channel');
  const records = wanted.map(({ id, title }) => files.finish(id, isPublic, title) as FileRecord);
  for (const [index, channel] of channels.entries()) {
    const shown = { ...draft, text: text ?? '', thread_ts: threads[index] };
    share(context, channel, { ...draftToMessage(context.workspace, shown), files: records });
  }
  return { files: records };
}

function share(
  { workspace, events }: MethodContext,
  channel: Channel,
  draft: ReturnType<typeof draftToMessage>,
): void {
  const message = { ...draft, subtype: 'file_share', upload: true };
  workspace.add(channel, message);
  events.messagePosted(channel, message);
}

function readFiles(value: unknown): { id: string; title?: string }[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalid('must provide an array [json-pointer:/files]');
  }
  return value.map((file: unknown, index) => {
    if (!isObject(file) || typeof file.id !== 'string') {
      throw invalid(`missing required field: id [json-pointer:/files/${index}]`);
    }
    return { id: file.id, ...(typeof file.title === 'string' && { title: file.title }) };
  });
}

/** Where the files are shared: nowhere, when no channel is named. */
function channelsIn(args: Args, { workspace }: MethodContext): Channel[] {
  const listed = args.optional('channels')?.split(',') ?? [];
  const named = [args.optional('channel_id'), ...listed].filter((id) => id !== undefined);
  if (named.length > maxChannels) throw new Refusal('channels_limit_exceeded');
  return named.map((id) => {
    const channel = workspace.channels.find((one) => one.id === id);
    if (!channel) throw new Refusal('channel_not_found');
    if (!channel.members.has(workspace.bot.id)) throw new Refusal('not_in_channel');
    return channel;
  });
}

function placesOf({ id }: FileRecord, { channels }: Workspace): Record<string, unknown> {
  const places = channels.filter(({ messages }) =>
    messages.some(({ files }) => files?.some((file) => file.id === id)),
  );
  const idsOf = (kind: Channel['kind']) =>
    places.filter((channel) => channel.kind === kind).map((channel) => channel.id);
  return { channels: idsOf('channel'), groups: [], ims: idsOf('im') };
}
