import type { AdditionResult } from '../../additions/adding.ts';
import { type Addition, nameOf } from '../../additions/addition.ts';
import type { Librarians } from '../../additions/librarians.ts';
import { describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import type { Proposal } from '../../library/article-store.ts';
import type { NewJob } from '../../outbox/job.ts';
import type { GiveUp } from '../../outbox/kind.ts';
import { changeNotice } from '../../questions/notice.ts';
import type { SayTo } from '../../questions/people.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import { reasonOf } from '../../texts/import-reasons.ts';
import type { Saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { noCardBlocks, proposalBlocks, settledBlocks } from '../blocks/addition-blocks.ts';
import { articleControls } from '../blocks/article-controls.ts';
import { bold, plain, type Reply, said } from '../blocks/block-kit.ts';
import { escapeSlackText, shorten } from '../text.ts';

/** What cards are made with. */
export interface AdditionReplyParts {
  readonly librarians: Librarians;
  readonly sayTo: SayTo;
}

/** The card of what somebody wants to add, or the one sentence that says why there is none. */
export async function composeAddition(
  addition: Addition,
  result: AdditionResult,
  { librarians, sayTo }: AdditionReplyParts,
): Promise<Reply> {
  const say = await sayTo(addition);
  const { wanted, unread } = addition;
  const name = shorten(nameOf(wanted), 150);
  switch (result.kind) {
    case 'declined':
      return noCardBlocks([plain(say(result.reason))], unread, say);
    case 'withdrawn':
      return noCardBlocks([plain(say(texts.withdrawn, { name }))], unread, say);
    case 'held':
      return heldBlocks(name, result, unread, say);
    case 'refused': {
      const problem = sayReason(result.problem, say);
      const text = say(texts.refused, { name, problem: problem.replace(/[.。]$/, '') });
      return noCardBlocks([plain(shorten(text, 1500))], unread, say);
    }
    case 'proposed': {
      const { proposal, before } = result;
      const isHidden = isHiddenFromLibrarians(addition, librarians);
      const about = { before, unread, librarians: librarians.listed, isHidden };
      return proposalCard(proposal, about, say);
    }
  }
}

/** Why something can't be read, in the language of who reads it. */
export function sayReason(problem: string | Saying, say: Say): string {
  const reason = typeof problem === 'string' ? reasonOf(problem) : problem;
  const text = typeof reason === 'string' ? reason : say(reason);
  // The import advises people at a terminal; here files are shared.
  return text.replace(/\bimport (?=(?:that|the) file\b)/g, 'share here ');
}

function heldBlocks(
  name: string,
  { by, likeness }: Extract<AdditionResult, { readonly kind: 'held' }>,
  unread: number | undefined,
  say: Say,
): Reply {
  const article = bold(shorten(describeArticle(by, say), 800));
  const percent = Math.floor(likeness * 100);
  const sentence =
    likeness < 1
      ? said(say, texts.nearlyHeld, { name, percent, article })
      : said(say, texts.held, { name, article });
  const reply = noCardBlocks(sentence, unread, say);
  return { ...reply, blocks: [...reply.blocks, articleControls(by, say)] };
}

/** A proposal as it stands now: with its buttons, or with who settled it. */
export function proposalCard(
  proposal: Proposal,
  about: {
    readonly before?: Article | undefined;
    readonly librarians: readonly string[];
    readonly unread?: number | undefined;
    readonly isHidden?: boolean;
  },
  say: Say,
): Reply {
  const { article, state, settledBy = '' } = proposal;
  if (article && state === 'waiting') {
    return proposalBlocks({ ...about, proposal: { ...proposal, article } }, say);
  }
  const kind = state === 'discarded' ? 'discarded' : 'settled';
  return settledBlocks({ kind, person: settledBy, id: '', title: '' }, say);
}

/** What is said to the bot alone, the librarians do not see. */
function isHiddenFromLibrarians({ channel, person }: Addition, { listed }: Librarians): boolean {
  return channel.startsWith('D') && listed.length > 0 && !listed.includes(person);
}

/** More people are not told. */
const maxCalled = 10;

/** Tells the librarians of a proposal that they don't see where it was made. */
export async function callLibrarians(
  addition: Addition,
  result: AdditionResult,
  { librarians, sayTo }: AdditionReplyParts,
): Promise<NewJob[]> {
  if (result.kind !== 'proposed' || !isHiddenFromLibrarians(addition, librarians)) return [];
  const { id, team, person, wanted } = addition;
  const name = escapeSlackText(shorten(nameOf(wanted), 150));
  const called = librarians.listed.slice(0, maxCalled);
  return Promise.all(
    called.map(async (librarian) => {
      const say = await sayTo({ team, person: librarian });
      const text = say(texts.waitsForYou, { person: `<@${person}>`, name });
      return changeNotice(`proposal:${id}:${librarian}`, librarian, text);
    }),
  );
}

/** Tells a person that what they wanted to add was given up. */
export async function additionGivenUp(
  addition: Addition,
  { reason }: GiveUp,
  { sayTo }: Pick<AdditionReplyParts, 'sayTo'>,
): Promise<NewJob[]> {
  const { id, person, wanted } = addition;
  if (!person) return [];
  const say = await sayTo(addition);
  const name = escapeSlackText(shorten(nameOf(wanted), 150));
  const text = say(texts.givenUp, { name, reason: reason.replace(/[^\w ]/g, '') });
  return [changeNotice(`addition:${id}`, person, text)];
}
