import type { KnownBlock } from '@slack/types';
import type { InputValues, User } from '../wire.ts';
import { interactiveElements, type PlacedElement } from '../workspace/input-values.ts';
import { viewToPayload } from '../workspace/modals.ts';
import { type Acting, channelNamed } from './acting.ts';
import { Mistake } from './mistake.ts';
import { visibleMessage } from './talk.ts';

/** Where an element stands that a person uses. */
export type Container =
  | { readonly channel: string; readonly ts: string }
  | { readonly viewId: string };

/** Which element of it, by its ids; the block's is needed only where several have the other. */
export interface ElementRef {
  readonly actionId: string;
  readonly blockId?: string | undefined;
}

/** What is around an element, and what Slack tells the app of that. */
export interface Place {
  readonly blocks: readonly KnownBlock[];
  readonly payload: Record<string, unknown>;
  readonly state: { values: InputValues };
}

/** What is around the elements of a message or view that the person sees. */
export function placeOf(acting: Acting, container: Container, person: User): Place {
  if ('viewId' in container) return viewPlace(acting, container.viewId);
  const channel = channelNamed(acting, container.channel, person);
  const message = visibleMessage(channel, container.ts, person);
  const isEphemeral = message.ephemeral_to !== undefined;
  const name = channel.kind === 'im' ? 'directmessage' : channel.name;
  return {
    blocks: message.blocks ?? [],
    state: { values: {} },
    payload: {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(message.thread_ts && { thread_ts: message.thread_ts }),
      },
      channel: { id: channel.id, name },
      // Slack keeps no ephemeral messages, so it cannot send them along.
      ...(!isEphemeral && { message }),
      response_url: acting.responseUrls.issue(person.id, channel, message.ts),
    },
  };
}

function viewPlace({ workspace }: Acting, viewId: string): Place {
  const view = workspace.view(viewId);
  if (!view) throw new Mistake(`No view ${viewId} is open.`);
  return {
    blocks: view.blocks,
    state: view.state,
    payload: { container: { type: 'view', view_id: view.id }, view: viewToPayload(view) },
  };
}

/** The one element that the ids name; an error for none or several. */
export function findElement(blocks: readonly KnownBlock[], use: ElementRef): PlacedElement {
  const found = interactiveElements(blocks).filter(
    ({ block, element }) =>
      element.action_id === use.actionId &&
      (use.blockId === undefined || block.block_id === use.blockId),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  const known = interactiveElements(blocks).map(({ element }) => element.action_id);
  throw new Mistake(
    `${found.length} elements have the action_id "${use.actionId}"; there are: ${known.join(', ')}.`,
  );
}
