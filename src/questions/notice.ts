import type { Message, Poster } from '../outbox/delivery.ts';
import type { Job, NewJob } from '../outbox/job.ts';
import type { GiveUp, Kind } from '../outbox/kind.ts';

/** Something that a person is told in private, or a channel. */
interface Notice {
  /** A person's id as the channel leads to the conversation with them. */
  readonly channel: string;
  readonly text: string;
}

const day = 24 * 60 * 60_000;

/** Tells people in private what became of something they asked for, and channels what was changed there. */
export function noticeKind(poster: Poster): Kind {
  return {
    pauses: { first: 1000, max: 5 * 60_000 },
    isUrgent: false,
    repeatsUnseen: true,
    isOver: (_, age) => age > day,
    find: async () => ({ kind: 'unknown' }),
    async prepare(job: Job) {
      const { channel, text } = job.payload as Notice;
      const tag = { type: 'notice', id: job.id } as const;
      return {
        post: () => poster.post({ channel }, { text, blocks: [] }, tag),
        done: () => ({}),
      };
    },
    givenUp: async () => ({}),
  };
}

/** The notice that something a person asked for was given up; none where nobody is known. */
export function noticeOf(asked: Asked, why: GiveUp): NewJob[] {
  const { id, person, channel } = asked;
  if (!person) return [];
  const text = `${whatOf(asked)} in <#${channel}> ${reasonOf(why)} It is in my log as ${id}.`;
  return [
    { key: `notice:${id}`, kind: 'notice', payload: { channel: person, text } satisfies Notice },
  ];
}

/** The notice in a channel, or to a person, that somebody did something; `key` is the same for each delivery of it. */
export function changeNotice(key: string, channel: string, text: string): NewJob {
  return { key: `change:${key}`, kind: 'notice', payload: { channel, text } satisfies Notice };
}

/** What was asked for, and by whom. */
interface Asked {
  readonly id: string;
  readonly person: string;
  readonly channel: string;
  readonly question?: string;
}

function whatOf({ question }: Asked): string {
  return question === undefined ? 'Your question' : 'The answer that you wanted to share';
}

function reasonOf({ reason, maybePosted }: GiveUp): string {
  const unsure = maybePosted ? 'may not have reached you' : 'got no answer';
  switch (reason) {
    case 'late':
      return `${unsure}: I could not post it in time. Please ask again.`;
    case 'attempts':
      return `${unsure}: I tried a hundred times, and Slack did not take it. Please ask again later.`;
    case 'crash':
      return `${unsure}: I went down each time I worked on it, so I leave it. Please ask in other words.`;
    default:
      return `${unsure}: Slack does not let me post it (${reason.replace(/[^\w ]/g, '')}).`;
  }
}

/** A message of one small line; no character of it is read as formatting. */
export function plainMessage(text: string): Message {
  return {
    text,
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }],
  };
}
