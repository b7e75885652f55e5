import type { Call, FakeSlack } from 'slack-standin';
import { newJob } from '../../src/outbox/job.ts';
import { type AskedQuestion, isTaken } from './asked-questions.ts';

/** What became of the questions of a run. */
export interface Tally {
  readonly questions: number;
  /** Of which the bot told Slack that it took them. */
  readonly taken: number;
  /** Commands and clicks for which the person was shown Slack's own failure, answered or not. */
  readonly shownFailure: number;
  /** Questions that the bot told Slack it took, and that have neither an answer nor a reason. */
  readonly lost: readonly string[];
  /** Messages that got a reason instead of an answer, each with the reason. */
  readonly reasons: readonly string[];
  /** Questions that the library answers, and that were told it does not. */
  readonly falseUnknown: readonly string[];
  /** Messages that Slack brought in vain as often as it does, because the bot was never there. */
  readonly undelivered: readonly string[];
  /** Questions with more than one answer, where the bot could have known better. */
  readonly doubled: readonly string[];
  /** What happened around each of these: posts, looks for them and kills, with their times. */
  readonly traces: readonly string[];
  /** Questions with more than one answer, where nobody could have known, by how that came about. */
  readonly excusable: Readonly<Record<Excuse, readonly string[]>>;
}

/** Why nobody could know of an answer: each is a class that the documents name. */
export type Excuse =
  | 'response lost'
  | 'killed before it was written down'
  | 'arrived after the look';

/** What happened on the way. */
export interface Evidence {
  readonly killedAt: readonly number[];
  /** The messages, by channel and ts, that the bot acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
}

/** What a bot had sent when it was killed reaches a busy Slack so much later, in ms. */
const onTheWay = 3000;

/** So long a bot takes at the most to hear that Slack took a post and to write it down, in ms. */
const beingHeard = 2000;

/** Posts that Slack took for one question, in order. */
interface Posts {
  readonly question: AskedQuestion;
  readonly taken: readonly Call[];
}

/**
 * Counts the answers to each question. A second answer is excusable where the bot did not hear that
 * Slack took the first one, the response being lost or the bot killed, and nobody may look, or Slack
 * was still about to take it when the next process looked.
 */
export function tallyUp(
  slack: FakeSlack,
  questions: readonly AskedQuestion[],
  { killedAt, acknowledged }: Evidence,
): Tally {
  const posts = postsOf(slack, questions);
  const wasTaken = (question: AskedQuestion) => isTaken(question, acknowledged);
  const taken = questions.filter(wasTaken).length;
  const unanswered = posts.filter(({ taken }) => taken.length === 0);
  const unheard = unanswered.filter(({ question }) => wasTaken(question));
  const [commands, others] = [true, false].map((is) =>
    unheard.filter(({ question: { on } }) => (on === 'command') === is),
  ) as [Posts[], Posts[]];
  const many = posts.filter(({ taken }) => taken.length > 1);
  const excused = many.map((post) => ({ post, excuse: excuseOf(post, slack, killedAt) }));
  const excusedBy = (why: Excuse | undefined) =>
    marks(excused.filter(({ excuse }) => excuse === why).map(({ post }) => post));
  const marks = (some: readonly Posts[]) => some.map(({ question }) => question.mark);
  return {
    questions: questions.length,
    taken,
    shownFailure: questions.filter(({ accepted }) => !accepted).length,
    reasons: posts
      .filter(({ taken }) => taken.length > 0 && taken.every((call) => !markIn(call)))
      .map(({ question, taken: [call] }) => `${question.mark}: ${call?.args.text}`),
    falseUnknown: marks(posts.filter(({ taken }) => taken.some(isFalseUnknown))),
    // Whose reason it is that a command got is not told: as many are accounted for as there are.
    lost: marks([...others, ...commands.slice(slack.calls.filter(isNamelessReason).length)]),
    undelivered: marks(
      unanswered.filter(({ question }) => question.message && !wasTaken(question)),
    ),
    doubled: excusedBy(undefined),
    traces: excused
      .filter(({ excuse }) => excuse === undefined)
      .map(({ post }) => traceOf(post, slack, killedAt)),
    excusable: {
      'response lost': excusedBy('response lost'),
      'killed before it was written down': excusedBy('killed before it was written down'),
      'arrived after the look': excusedBy('arrived after the look'),
    },
  };
}

/** Who got what; a reason does not repeat the question, and is known by the id that it carries. */
function postsOf({ calls, workspace }: FakeSlack, questions: readonly AskedQuestion[]): Posts[] {
  const posts = questions.map((question): Posts & { taken: Call[] } => ({ question, taken: [] }));
  const byMark = new Map(posts.map((post) => [post.question.mark, post]));
  const byId = new Map(posts.map((post) => [idOf(post.question, workspace.team.id), post]));
  for (const call of calls) {
    const isPost = call.method === 'chat.postMessage' || call.method === 'response_url';
    if (!isPost || !call.ok) continue;
    const post = byMark.get(markIn(call) ?? '') ?? byId.get(idIn(call));
    post?.taken.push(call);
  }
  return posts;
}

function idOf({ message }: AskedQuestion, team: string): string | undefined {
  return message && newJob({ key: `${team}:${message}`, kind: 'question', payload: {} }, 0).id;
}

function idIn({ args }: Call): string {
  const { event_payload: payload } = (args.metadata ?? {}) as {
    event_payload?: { question?: string };
  };
  return payload?.question ?? '';
}

/** The mark of the question that an answer repeats at its head, perhaps below a note. */
function markIn({ args }: Call): string | undefined {
  const blocks = Array.isArray(args.blocks) ? args.blocks : [];
  const mark = /zq\d+x/.exec(JSON.stringify(blocks.slice(0, 3)))?.[0];
  return mark && args.response_type === 'in_channel' ? `share ${mark}` : mark;
}

/** Whether it tells somebody who sent a command why there is no answer. */
function isNamelessReason(call: Call): boolean {
  if (call.method !== 'response_url' || !call.ok || call.fault === 'lost_response') return false;
  return markIn(call) === undefined && /could not|can't say/.test(JSON.stringify(call.args));
}

/** Of what the run asks, the library has nothing on one thing only. */
function isFalseUnknown({ args }: Call): boolean {
  const said = JSON.stringify(args);
  return said.includes('The library has no answer to that') && !said.includes('borscht');
}

function mayNotLook({ question: { on, channel } }: Posts, { workspace }: FakeSlack): boolean {
  if (on === 'command') return true;
  const { app, bot } = workspace;
  if (on === 'direct message') return !app.scopes.includes('im:history');
  const isMember = workspace.channel(channel)?.members.has(bot.id);
  return !isMember || !app.scopes.includes('channels:history');
}

function traceOf({ question, taken }: Posts, { calls }: FakeSlack, killedAt: readonly number[]) {
  const [first] = taken;
  const [start, end] = [(first?.at ?? 0) - onTheWay, taken.at(-1)?.at ?? 0];
  const posts = taken.map(({ at, fault }) => ({ at, what: `post ${fault ?? ''}` }));
  const looks = calls
    .filter((call) => isLookFor(question, call))
    .map(({ at, ok, fault }) => ({ at, what: `look ${ok} ${fault ?? ''}` }));
  const kills = killedAt
    .filter((at) => at >= start && at <= end)
    .map((at) => ({ at, what: 'kill' }));
  const events = [...posts, ...looks, ...kills].sort((a, b) => a.at - b.at);
  return `${question.mark}: ${events.map(({ at, what }) => `${at - start} ${what.trim()}`).join(', ')}`;
}

function isLookFor({ message }: AskedQuestion, { method, args }: Call): boolean {
  const ts = message?.split(':').at(-1);
  return /^conversations\.(?:replies|history)$/.test(method) && args.oldest === ts;
}

/**
 * Whether Slack answered, after a kill and before it took a post of the process that was killed, where
 * that post would have stood.
 */
function wasLookedFor(question: AskedQuestion, post: Call, kill: number, { calls }: FakeSlack) {
  const before = calls.slice(0, calls.indexOf(post));
  return before.some((call) => call.ok && call.at >= kill && isLookFor(question, call));
}

/** Undefined where one of the further answers has no excuse; otherwise that of the first of them. */
function excuseOf(post: Posts, slack: FakeSlack, killedAt: readonly number[]): Excuse | undefined {
  const isBlind = mayNotLook(post, slack);
  const excuses = post.taken.slice(1).map((call, index) => {
    const before = post.taken[index];
    if (!before) return undefined;
    if (isBlind && before.fault === 'lost_response') return 'response lost';
    const latest = Math.min(before.at + beingHeard, call.at);
    const kills = killedAt.filter((time) => time >= before.at - onTheWay && time <= latest);
    const [kill] = kills;
    if (kill === undefined) return undefined;
    if (isBlind) return 'killed before it was written down';
    const isLate = before.fault === 'delay' || wasLookedFor(post.question, before, kill, slack);
    return isLate ? 'arrived after the look' : undefined;
  });
  return excuses.includes(undefined) ? undefined : excuses[0];
}
