import type { Call, FakeSlack } from 'slack-standin';
import { newJob } from '../../src/outbox/job.ts';
import type { AskedQuestion } from './asked-questions.ts';

/** What became of the questions of a run. */
export interface Tally {
  readonly questions: number;
  /** Commands and clicks for which the person was shown Slack's own failure, answered or not. */
  readonly shownFailure: number;
  /** Questions that the bot told Slack it took, and that have neither an answer nor a reason. */
  readonly lost: readonly string[];
  /** Messages that got a reason instead of an answer, such as that Slack did not say who asked. */
  readonly reasons: readonly string[];
  /** Messages that Slack brought in vain as often as it does, because the bot was never there. */
  readonly undelivered: readonly string[];
  /** Questions with more than one answer, where the bot could have known better. */
  readonly doubled: readonly string[];
  /** Questions with more than one answer, where nobody could have known. */
  readonly excusable: readonly string[];
}

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
 * Slack took the first one, the response being lost or the bot killed, and nobody may look.
 */
export function tallyUp(
  slack: FakeSlack,
  questions: readonly AskedQuestion[],
  { killedAt, acknowledged }: Evidence,
): Tally {
  const posts = postsOf(slack, questions);
  const wasTaken = ({ accepted, message }: AskedQuestion) =>
    message === undefined ? accepted : acknowledged.has(message);
  const unanswered = posts.filter(({ taken }) => taken.length === 0);
  const many = posts.filter(({ taken }) => taken.length > 1);
  const isExcusable = (post: Posts) => mayNotLook(post, slack) && wentUnheard(post, killedAt);
  const marks = (some: readonly Posts[]) => some.map(({ question }) => question.mark);
  return {
    questions: questions.length,
    shownFailure: questions.filter(({ accepted }) => !accepted).length,
    reasons: marks(
      posts.filter(({ taken }) => taken.length > 0 && taken.every((call) => !markIn(call))),
    ),
    lost: marks(unanswered.filter(({ question }) => wasTaken(question))),
    undelivered: marks(
      unanswered.filter(({ question }) => question.message && !wasTaken(question)),
    ),
    doubled: marks(many.filter((post) => !isExcusable(post))),
    excusable: marks(many.filter(isExcusable)),
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

function mayNotLook({ question: { on, channel } }: Posts, { workspace }: FakeSlack): boolean {
  if (on === 'command') return true;
  const { app, bot } = workspace;
  if (on === 'direct message') return !app.scopes.includes('im:history');
  const isMember = workspace.channel(channel)?.members.has(bot.id);
  return !isMember || !app.scopes.includes('channels:history');
}

function wentUnheard({ taken }: Posts, killedAt: readonly number[]): boolean {
  return taken.slice(1).every((call, index) => {
    const before = taken[index];
    if (!before || before.fault === 'lost_response') return before !== undefined;
    const latest = Math.min(before.at + beingHeard, call.at);
    return killedAt.some((time) => time >= before.at - onTheWay && time <= latest);
  });
}
