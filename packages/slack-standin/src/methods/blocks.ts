import { type Check, isObject, type Problem, problemsOf } from '../block-kit/check.ts';
import { messageBlocks } from '../block-kit/message-check.ts';
import { homeView, modalView } from '../block-kit/view-check.ts';
import { invalid, Refusal } from '../workspace/refusal.ts';
import type { Args } from './args.ts';
import type { Method } from './method.ts';

/** https://docs.slack.dev/reference/methods/blocks.validate */
export const blocksMethods: Record<string, Method> = {
  'blocks.validate': {
    tier: 'special',
    token: 'none',
    run: (args) => {
      const { kind, value } = subject(args);
      const problems = problemsOf(checkOf(kind, value), value, '');
      if (problems.length === 0) return {};
      throw new Refusal(`invalid_${kind}`, { errors: problems.map(problemToError) });
    },
  },
};

type Kind = 'blocks' | 'message' | 'view';

function subject(args: Args): { kind: Kind; value: unknown } {
  const given = (['blocks', 'message', 'view'] as const).filter((name) => args.all[name]);
  const [kind] = given;
  if (kind && given.length === 1) return { kind, value: args.json(kind) };
  throw invalid('must provide exactly one of blocks, message or view');
}

function checkOf(kind: Kind, value: unknown): Check {
  if (kind === 'blocks') return messageBlocks;
  if (kind === 'view') return isObject(value) && value.type === 'home' ? homeView : modalView;
  return (message, at, report) => {
    const blocks = isObject(message) ? message.blocks : undefined;
    messageBlocks(blocks ?? [], `${at}/blocks`, report);
  };
}

function problemToError({ pointer, message, constraint }: Problem): Record<string, unknown> {
  return { pointer, code: 'failed_constraint', message, constraint: { type: constraint } };
}
