import type { Message } from '../wire.ts';
import { Refusal } from './refusal.ts';

/** Source of both: https://slack.com/help/articles/202931348-Use-emoji-and-reactions */
const emojiPerMessage = 50;
const reactionsPerPerson = 23;

/** A change of a message's reactions. */
export interface Reacting {
  readonly message: Message;
  readonly user: string;
  /** The emoji's name, without colons. */
  readonly name: string;
}

/** Adds a person's reaction. Errors: https://docs.slack.dev/reference/methods/reactions.add#errors */
export function addReaction({ message, user, name }: Reacting): void {
  requireName(name);
  const before = message.reactions ?? [];
  const own = before.filter(({ users }) => users.includes(user));
  if (own.some((reaction) => reaction.name === name)) throw new Refusal('already_reacted');
  const users = before.find((reaction) => reaction.name === name)?.users ?? [];
  if (users.length === 0 && before.length >= emojiPerMessage) throw new Refusal('too_many_emoji');
  if (own.length >= reactionsPerPerson) throw new Refusal('too_many_reactions');
  const reaction = { name, users: [...users, user], count: users.length + 1 };
  message.reactions =
    users.length === 0
      ? [...before, reaction]
      : before.map((one) => (one.name === name ? reaction : one));
}

/** Takes a person's reaction back. Errors: https://docs.slack.dev/reference/methods/reactions.remove#errors */
export function removeReaction({ message, user, name }: Reacting): void {
  requireName(name);
  const before = message.reactions ?? [];
  const users = before.find((reaction) => reaction.name === name)?.users ?? [];
  if (!users.includes(user)) throw new Refusal('no_reaction');
  const left = users.filter((one) => one !== user);
  message.reactions = before
    .map((one) => (one.name === name ? { name, users: left, count: left.length } : one))
    .filter(({ count }) => count > 0);
}

/** Which names there are depends on the workspace; what cannot be one is refused. */
function requireName(name: string): void {
  if (!/^[a-z0-9_+'-]+(?:::skin-tone-[2-6])?$/.test(name)) throw new Refusal('invalid_name');
}
