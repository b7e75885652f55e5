import { isObject } from '../block-kit/check.ts';
import type { SuggestedPrompts } from '../wire.ts';
import { invalid, Refusal } from '../workspace/refusal.ts';
import type { Channel } from '../workspace/workspace.ts';
import type { Args } from './args.ts';
import { channelOf, type Method, type MethodContext } from './method.ts';

/** Source: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const maxPrompts = 4;

/** Source: https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
const maxLoadingMessages = 10;

/** https://docs.slack.dev/reference/methods#assistant, for an app with `agent_view` */
export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setStatus': {
    tier: 'special',
    required: ['channel_id', 'thread_ts'],
    // Source: https://docs.slack.dev/changelog/2026/03/05/set-status-scope-update
    scopes: ['assistant:write', 'chat:write'],
    run: setStatus,
  },
  'assistant.threads.setSuggestedPrompts': {
    tier: 4,
    required: ['channel_id', 'prompts'],
    scopes: ['assistant:write'],
    run: setSuggestedPrompts,
  },
  'assistant.threads.setTitle': {
    tier: 4,
    required: ['channel_id', 'thread_ts', 'title'],
    scopes: ['assistant:write'],
    run: (args, context) => {
      const { workspace } = context;
      const channel = channelOf(args, context, 'channel_id');
      workspace.titles.set(`${channel.id}:${threadIn(channel, args)}`, args.string('title'));
      workspace.changes.emit();
      return {};
    },
  },
};

function setStatus(args: Args, context: MethodContext): Record<string, unknown> {
  const { statuses, bot } = context.workspace;
  const channel = channelOf(args, context, 'channel_id');
  // Required, but empty where it clears the status.
  if (args.optional('status') === undefined) throw invalid('missing required field: status');
  const text = args.string('status');
  const loading_messages = readLoadingMessages(args.json('loading_messages') ?? []);
  if (!channel.members.has(bot.id)) throw new Refusal('not_in_channel');
  const thread = threadIn(channel, args);
  if (text === '') statuses.clear(channel.id, thread);
  else statuses.set({ channel: channel.id, thread_ts: thread, status: text, loading_messages });
  return {};
}

function setSuggestedPrompts(args: Args, context: MethodContext): Record<string, unknown> {
  const { workspace } = context;
  const channel = channelOf(args, context, 'channel_id');
  const prompts = readPrompts(args.json('prompts'));
  const title = args.optional('title');
  // With `agent_view` the prompts stand above the messages: Slack takes a thread's, and shows none.
  if (args.optional('thread_ts') !== undefined) return {};
  workspace.prompts.set(channel.id, { ...(title && { title }), prompts });
  workspace.changes.emit();
  return {};
}

/** The thread that a timestamp names: any message may begin one. */
function threadIn(channel: Channel, args: Args): string {
  const message = channel.messages.find(({ ts }) => ts === args.string('thread_ts'));
  if (!message || message.ephemeral_to) {
    throw new Refusal('invalid_thread_ts', { detail: 'Thread not found' });
  }
  return message.thread_ts ?? message.ts;
}

function readLoadingMessages(value: unknown): string[] {
  const place = '[json-pointer:/loading_messages]';
  if (!Array.isArray(value)) throw invalid(`must provide an array ${place}`);
  if (value.length > maxLoadingMessages) {
    throw invalid(`no more than ${maxLoadingMessages} items allowed ${place}`);
  }
  if (value.every((text) => typeof text === 'string')) return value;
  throw invalid(`must provide strings ${place}`);
}

function readPrompts(value: unknown): SuggestedPrompts['prompts'] {
  if (!Array.isArray(value)) throw invalid('must provide an array [json-pointer:/prompts]');
  if (value.length > maxPrompts) {
    throw invalid(`no more than ${maxPrompts} items allowed [json-pointer:/prompts]`);
  }
  return value.map((prompt: unknown, index) => {
    if (
      isObject(prompt) &&
      typeof prompt.title === 'string' &&
      typeof prompt.message === 'string'
    ) {
      return { title: prompt.title, message: prompt.message };
    }
    throw invalid(`must define \`title\` and \`message\` [json-pointer:/prompts/${index}]`);
  });
}
