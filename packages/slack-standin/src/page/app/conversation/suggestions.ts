import type { PageState } from '../../../wire.ts';
import { displayName } from '../names.ts';

/** One line of what could complete the text. */
export interface Suggestion {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
}

/** Suggestions for the stretch of text from `from` to the caret. */
export interface Suggestions {
  readonly from: number;
  readonly items: readonly Suggestion[];
}

/** What could complete the text before the caret: declared commands, or people and channels. */
export function suggest(before: string, state: PageState): Suggestions | undefined {
  if (/^\/\S*$/.test(before)) return withItems(0, commandsLike(before, state));
  const word = /(?:^|[\s(])([@#])([^\s@#]*)$/.exec(before);
  if (!word) return undefined;
  const [, sign, typed = ''] = word;
  const from = before.length - typed.length - 1;
  const items = sign === '@' ? peopleLike(typed, state) : channelsLike(typed, state);
  return withItems(from, items);
}

function withItems(from: number, items: readonly Suggestion[]): Suggestions | undefined {
  return items.length > 0 ? { from, items } : undefined;
}

function commandsLike(typed: string, { commands }: PageState): Suggestion[] {
  return commands
    .filter(({ command }) => command.startsWith(typed.toLowerCase()))
    .map(({ command, description, usage_hint }) => ({
      insert: `${command} `,
      label: usage_hint ? `${command} ${usage_hint}` : command,
      detail: description,
    }));
}

function peopleLike(typed: string, { users }: PageState): Suggestion[] {
  const wanted = typed.toLowerCase();
  return users
    .filter(
      ({ name, real_name }) =>
        name.toLowerCase().startsWith(wanted) || real_name.toLowerCase().startsWith(wanted),
    )
    .sort((a, b) => Number(b.is_bot) - Number(a.is_bot))
    .map((user) => ({
      insert: `@${user.name} `,
      label: `@${user.name}`,
      detail: user.is_bot ? 'app' : displayName(user),
    }));
}

function channelsLike(typed: string, { channels }: PageState): Suggestion[] {
  const wanted = typed.toLowerCase();
  return channels
    .filter(({ kind, name }) => kind === 'channel' && name.toLowerCase().startsWith(wanted))
    .map(({ name }) => ({ insert: `#${name} `, label: `#${name}`, detail: 'channel' }));
}
