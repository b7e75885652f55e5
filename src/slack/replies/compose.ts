import { requireWhole } from '../../answer/unsearchable.ts';
import { readOrder } from '../../digests/order.ts';
import type { ArticleStore } from '../../library/article-store.ts';
import type { Composed } from '../../questions/answerer.ts';
import { type Intent, readIntent } from '../../questions/intent.ts';
import type { Admission, SayTo, Wish } from '../../questions/people.ts';
import type { Question } from '../../questions/question.ts';
import type { Store } from '../../store/open-store.ts';
import type { ThreadStore } from '../../store/threads.ts';
import type { Say } from '../../texts/say.ts';
import { plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import {
  forgottenBlocks,
  greetingBlocks,
  helpBlocks,
  incompleteBlocks,
  quietBlocks,
  statusBlocks,
} from '../blocks/command-blocks.ts';
import { articleBlocks, sourcesBlocks } from '../blocks/sources-blocks.ts';
import {
  type AnswerReplyParts,
  composeAnswer,
  composeSources,
  composeTimeline,
  composeVerdict,
} from './compose-answer.ts';
import { composeDigestOrder, type DigestReplyParts } from './compose-digest.ts';
import { composeFeeds, type FeedReplyParts } from './compose-feeds.ts';

/** What replies are made from. */
export interface ComposeParts extends AnswerReplyParts {
  readonly store: Pick<Store, 'archive' | 'questions' | 'threads'>;
  /** The slash command, as help names it. */
  readonly command: string;
  readonly articles: Pick<ArticleStore, 'historyOf'>;
  readonly sayTo: SayTo;
  /** Absent in a bot without digests. */
  readonly digests?: DigestReplyParts | undefined;
  /** Absent in a bot that follows none. */
  readonly feeds?: FeedReplyParts | undefined;
}

/** Makes the reply to a question. */
export type Compose = (question: Question) => Promise<Composed>;

/** Returns the function that makes the reply to a question, whatever it asks for. */
export function createCompose(parts: ComposeParts): Compose {
  return async (question) => {
    const say = await parts.sayTo(question);
    if (question.source === 'find sources') return composeSources(question, parts, say);
    if (question.source === 'check quote')
      return composeVerdict(question.text, question, parts, say);
    const intent = readIntent(question.text);
    if (intent.kind === 'question') return composeAnswer(intent.text, question, parts, say);
    if (intent.kind === 'timeline') return composeTimeline(intent, question, parts, say);
    if (intent.kind === 'verify') return composeVerdict(intent.text, question, parts, say);
    return { outcome: intent.kind, reply: await composeCommand(intent, question, parts, say) };
  };
}

async function composeCommand(
  intent: Exclude<Intent, { kind: 'question' | 'timeline' | 'verify' }>,
  question: Question,
  { library, articles, command, store, digests, feeds }: ComposeParts,
  say: Say,
): Promise<Reply> {
  const { team, person } = question;
  switch (intent.kind) {
    case 'help':
      return helpBlocks(command, say);
    case 'greeting':
      return greetingBlocks(intent.isThanks, command, say);
    case 'sources':
      requireWhole(library);
      return sourcesBlocks(library, command, say);
    case 'article':
      return composeArticle(intent.id, { library, articles, feeds }, say);
    case 'status':
      return statusBlocks(library, say);
    case 'forget':
      return forgottenBlocks(await store.archive.forget(team, person), say);
    case 'incomplete':
      return incompleteBlocks(intent.word, command, say);
    case 'digest':
      return digests
        ? composeDigestOrder(intent.order, question, digests, say)
        : helpBlocks(command, say);
    case 'feeds':
      return feeds ? composeFeeds(intent, question, feeds, say) : helpBlocks(command, say);
    case 'mute':
    case 'unmute':
      return quietBlocks(await setQuiet(question, intent.kind === 'mute', store.threads), say);
  }
}

/** While the database is away, the article itself still is worth seeing. */
async function composeArticle(
  id: string,
  { library, articles, feeds }: Pick<ComposeParts, 'library' | 'articles' | 'feeds'>,
  say: Say,
): Promise<Reply> {
  if (!library.articles.has(id)) requireWhole(library);
  const history = await articles.historyOf(id).catch(() => []);
  const feed = await feeds?.followed.feedOf(id).catch(() => undefined);
  return articleBlocks(library, id, history, say, feed);
}

/** Undefined outside of threads, where the bot never speaks without being addressed. */
async function setQuiet(
  { team, channel, thread }: Question,
  quiet: boolean,
  threads: ThreadStore,
): Promise<boolean | undefined> {
  if (!thread) return undefined;
  await threads.setQuiet({ team, channel, thread }, quiet);
  return quiet;
}

/** Has replies made for those only who may ask; the others get the reason, and may still say `forget`. */
export function composeForMembers(
  compose: Compose,
  { refusalOf }: Admission,
  sayTo: SayTo,
): Compose {
  return async (question) => {
    const intent = readIntent(question.text);
    // A person who was forgotten while the question waited can't be looked up any more.
    if (!question.person || intent.kind === 'forget') return compose(question);
    const refusal = await refusalOf(question, wishOf(intent));
    if (!refusal) return compose(question);
    const { reason, mayPass } = refusal;
    const say = await sayTo(question);
    const reply = { text: say(reason), blocks: [richText(section(plain(say(reason))))] };
    const fault = mayPass ? 'Slack can not be asked who asks' : undefined;
    return { outcome: 'declined', reply, mayPass: fault };
  };
}

/** Orders that only show something change nothing. */
const shows = new Set<string>(['open', 'status', 'preview', 'help', 'unclear']);

function wishOf(intent: Intent): Wish {
  if (intent.kind !== 'digest') return 'ask';
  return shows.has(readOrder(intent.order).kind) ? 'ask' : 'change';
}
