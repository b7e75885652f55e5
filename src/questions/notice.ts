import type { Message, Poster } from '../outbox/delivery.ts';
import type { Job, NewJob } from '../outbox/job.ts';
import type { GiveUp, Kind } from '../outbox/kind.ts';
import { givenUpTexts as texts } from '../texts/faults.ts';
import { type Saying, saying } from '../texts/message.ts';
import type { SayTo } from './people.ts';

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
export async function noticeOf(asked: Asked, why: GiveUp, sayTo: SayTo): Promise<NewJob[]> {
  const { id, person, channel, question } = asked;
  if (!person) return [];
  const say = await sayTo(asked);
  const what = saying(question === undefined ? texts.question : texts.share);
  const text = say(reasonOf(why, { what, channel: `<#${channel}>`, id }));
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
  readonly team: string;
  readonly person: string;
  readonly channel: string;
  readonly question?: string;
}

/** Slack's own code is told where the reason is none of ours. */
function reasonOf({ reason, maybePosted }: GiveUp, values: Told): Saying {
  if (reason === 'late' || reason === 'attempts' || reason === 'crash') {
    return saying(texts[maybePosted ? (`${reason}Unsure` as const) : reason], values);
  }
  const code = reason.replace(/[^\w ]/g, '');
  return saying(maybePosted ? texts.refusedUnsure : texts.refused, { ...values, code });
}

interface Told {
  readonly what: Saying;
  readonly channel: string;
  readonly id: string;
}

/** A message of one small line; no character of it is read as formatting. */
export function plainMessage(text: string): Message {
  return {
    text,
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }],
  };
}
