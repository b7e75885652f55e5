import { invalid } from '../args.ts';
import { isObject } from '../block-kit/check.ts';
import type { SuggestedPrompts } from '../workspace.ts';
import { channelOf, type Method } from './method.ts';

/** Source: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const maxPrompts = 4;

/** Source: https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
const maxLoadingMessages = 10;

/** https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setStatus': {
    tier: 'special',
    required: ['channel_id', 'thread_ts'],
    scopes: ['assistant:write', 'chat:write'],
    run: (args, context) => {
      const { workspace } = context;
      const channel = channelOf(args, context, 'channel_id');
      const key = `${channel.id}:${args.string('thread_ts')}`;
      const status = args.string('status');
      const loading = args.json('loading_messages') ?? [];
      if (!Array.isArray(loading) || loading.length > maxLoadingMessages) {
        const message = `no more than ${maxLoadingMessages} items allowed`;
        throw invalid(`${message} [json-pointer:/loading_messages]`);
      }
      if (status === '') workspace.statuses.delete(key);
      else workspace.statuses.set(key, status);
      workspace.changes.emit();
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    tier: 4,
    required: ['channel_id', 'prompts'],
    scopes: ['assistant:write'],
    run: (args, context) => {
      const channel = channelOf(args, context, 'channel_id');
      const prompts = readPrompts(args.json('prompts'));
      const title = args.optional('title');
      context.workspace.prompts.set(channel.id, { ...(title && { title }), prompts });
      context.workspace.changes.emit();
      return {};
    },
  },
};

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
