import type { Job } from '../outbox/job.ts';

/** What is to be added: something that has an address, or a file that was shared in Slack. */
export type Wanted =
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'file'; readonly id: string; readonly name: string };

/** Something that a person asks to add to the library, as it reached the bot. */
export interface NewAddition {
  /** The same for every delivery of it. */
  readonly key: string;
  readonly team: string;
  readonly channel: string;
  /** Root of the thread that the card goes to. */
  readonly thread?: string | undefined;
  /** The message that asked. */
  readonly ts?: string | undefined;
  readonly person: string;
  readonly wanted: Wanted;
  /** Which article of a source that holds several; without it the first, which is 0. */
  readonly part?: number | undefined;
  /** How many more the message named than are read. */
  readonly unread?: number | undefined;
  /** Where what only one person sees goes, for a command or a shortcut. */
  readonly responseUrl?: string | undefined;
  /** Slack brings it again, so an earlier process may have posted the card and written nothing down. */
  readonly isRepeated?: boolean | undefined;
}

/** An addition that is written down. */
export interface Addition extends Omit<NewAddition, 'isRepeated'> {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

/** The name of the kind of these jobs. */
export const additionKind = 'addition';

/** So many things of one message are read, each with a card of its own. */
export const maxOfMessage = 10;

/** An addition as a job. */
export function additionJob({ key, isRepeated = false, ...payload }: NewAddition) {
  return { key, kind: additionKind, payload, maybePosted: isRepeated };
}

/** The addition that a job is about. */
export function additionOf({ key, id, createdAt, payload }: Job): Addition {
  return { ...(payload as Omit<NewAddition, 'key' | 'isRepeated'>), key, id, askedAt: createdAt };
}

/** A person's wishes as additions, as many as are read; the last one tells how many are not. */
export function additionsOf(
  wanted: readonly Wanted[],
  asked: Omit<NewAddition, 'wanted'>,
): NewAddition[] {
  const read = wanted.slice(0, maxOfMessage);
  const unread = wanted.length - read.length;
  return read.map((each, at) => ({
    ...asked,
    key: `${asked.key}:add:${at}`,
    wanted: each,
    ...(unread > 0 && at === read.length - 1 && { unread }),
  }));
}

/** How people know what is to be added: the name of a file, the host of a page. */
export function nameOf(wanted: Wanted): string {
  if (wanted.kind === 'file') return wanted.name;
  return URL.canParse(wanted.address) ? new URL(wanted.address).host : wanted.address;
}
