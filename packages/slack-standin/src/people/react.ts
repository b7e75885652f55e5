import type { MessageRef } from '../wire.ts';
import { addReaction, removeReaction } from '../workspace/reacting.ts';
import { Refusal } from '../workspace/refusal.ts';
import { type Acting, channelNamed, personNamed } from './acting.ts';
import { Mistake } from './mistake.ts';
import { visibleMessage } from './talk.ts';

/** A reaction that a person adds or, with `removes`, takes back. */
export interface Reaction extends MessageRef {
  /** The emoji's name, without colons. */
  readonly name: string;
  readonly removes?: boolean | undefined;
}

/** Changes the reactions of a message, and lets the app know of it. */
export function react(acting: Acting, reaction: Reaction): void {
  const { workspace, events } = acting;
  const person = personNamed(acting, reaction.user);
  const channel = channelNamed(acting, reaction.channel, person);
  const message = visibleMessage(channel, reaction.ts, person);
  if (message.ephemeral_to)
    throw new Mistake('A message that only one person sees has no reactions.');
  const reacting = { message, user: person.id, name: reaction.name };
  try {
    if (reaction.removes) removeReaction(reacting);
    else addReaction(reacting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Mistake(`The reaction "${reaction.name}" was refused: ${error.error}.`);
  }
  workspace.changes.emit();
  const type = reaction.removes ? 'reaction_removed' : 'reaction_added';
  events.reactionChanged(type, channel, reacting);
}
