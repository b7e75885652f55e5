import type { RichTextElement } from '@slack/types';
import type { Librarians } from '../../additions/librarians.ts';
import type { Feed } from '../../feeds/feed.ts';
import type { Followed, FollowedFeeds, Unfollowed } from '../../feeds/followed-feeds.ts';
import type { NewJob } from '../../outbox/job.ts';
import { changeNotice } from '../../questions/notice.ts';
import type { PersonRef } from '../../questions/people.ts';
import { feedTexts as texts } from '../../texts/feeds.ts';
import type { Say } from '../../texts/say.ts';
import { bold, code, plain, type Reply, richText, said, section } from '../blocks/block-kit.ts';
import { escapeSlackText, shorten } from '../text.ts';
import { sayReason } from './compose-addition.ts';

/** What replies about feeds are made with. */
export interface FeedReplyParts {
  readonly followed: FollowedFeeds;
  readonly librarians: Librarians;
  readonly command: string;
}

/** What somebody wants of the library's feeds. */
export interface FeedWish {
  readonly action: 'list' | 'add' | 'remove';
  /** An address, a title or a number. */
  readonly text: string;
}

const maxTitle = 150;
const maxProblem = 300;

/** So many feeds are listed in one message. */
const maxListed = 40;

/** Carries out what somebody wants of the feeds, and says what came of it. */
export async function composeFeeds(
  { action, text }: FeedWish,
  requester: PersonRef,
  parts: FeedReplyParts,
  say: Say,
): Promise<Reply> {
  const { followed, librarians, command } = parts;
  if (action === 'list') return feedList(await followed.all(), command, say);
  const refusal = await librarians.refusalOf(requester);
  if (refusal) return refused(refusal, librarians.listed, say);
  if (text === '') {
    const forms = { add: `${command} feed add …`, remove: `${command} feed remove …` };
    return sentence(say(texts.needsAddress, forms));
  }
  return action === 'add'
    ? sentence(sayFollowed(await followed.add(text, requester), command, say))
    : sentence(sayUnfollowed(await followed.remove(text), command, say));
}

/** Tells the person who added a feed that it is broken or gone; the same however often it is made. */
export function brokenFeedNotice(feed: Feed, command: string, say: Say): NewJob {
  const { id, person, failingSince = 0, problem = '' } = feed;
  const gaps = {
    title: escapeSlackText(titleOf(feed)),
    problem: escapeSlackText(shorten(sayReason(problem, say), maxProblem)),
    remove: `${command} feed remove ${escapeSlackText(feed.address)}`,
  };
  const text =
    feed.nextAt === undefined
      ? say(texts.tellGone, gaps)
      : say(texts.tellBroken, { ...gaps, when: dayOf(failingSince) });
  return changeNotice(`feed:${id}:${failingSince}`, person, text);
}

function feedList(feeds: readonly Feed[], command: string, say: Say): Reply {
  const add = code(`${command} feed add https://…`);
  if (feeds.length === 0) {
    const text = say(texts.none, { example: `${command} feed add https://…` });
    return { text, blocks: [richText(section(...said(say, texts.none, { example: add })))] };
  }
  const head = say(texts.follows, { feeds: feeds.length });
  const lines = feeds.slice(0, maxListed).map((feed, at) => feedLine(feed, at + 1, say));
  const hint = said(say, texts.hint, { add, remove: code(`${command} feed remove 1`) });
  return {
    text: escapeSlackText(head),
    blocks: [
      richText(section(bold(head)), ...lines.map((line) => section(plain('\n'), ...line))),
      richText(section(...hint)),
    ],
  };
}

function feedLine(feed: Feed, number: number, say: Say): RichTextElement[] {
  const { address, person } = feed;
  const title: RichTextElement = { type: 'link', url: address, text: titleOf(feed) };
  const who: RichTextElement = { type: 'user', user_id: person };
  const by = person ? said(say, texts.addedBy, { person: who }) : [];
  return [...said(say, texts.line, { number, title, state: stateOf(feed, say) }), ...by];
}

function stateOf({ nextAt, failingSince, problem = '' }: Feed, say: Say): string {
  if (nextAt === undefined) return say(texts.gone);
  if (failingSince === undefined) return say(texts.well, { when: minuteOf(nextAt) });
  return say(texts.broken, {
    when: dayOf(failingSince),
    problem: shorten(sayReason(problem, say), maxProblem),
  });
}

function sayFollowed(followed: Followed, command: string, say: Say): string {
  switch (followed.kind) {
    case 'added':
      return say(texts.added, { title: titleOf(followed.feed), items: followed.items });
    case 'known':
      return say(texts.known, { title: titleOf(followed.feed) });
    case 'slow': {
      const address = shorten(followed.address, maxTitle);
      return say(texts.slow, { address, feeds: `${command} feeds` });
    }
    case 'too many':
      return say(texts.tooMany, { max: followed.max });
    case 'refused':
      return say(texts.refused, {
        address: shorten(followed.address, maxTitle),
        problem: shorten(sayReason(followed.problem, say), maxProblem),
      });
  }
}

function sayUnfollowed(unfollowed: Unfollowed, command: string, say: Say): string {
  if (unfollowed.kind === 'removed') return say(texts.removed, { title: titleOf(unfollowed.feed) });
  if (unfollowed.kind === 'unknown') return say(texts.unknown, { feeds: `${command} feeds` });
  return say(texts.several, { titles: say.list(unfollowed.feeds.map(titleOf)) });
}

function refused(
  refusal: NonNullable<Awaited<ReturnType<Librarians['refusalOf']>>>,
  listed: readonly string[],
  say: Say,
): Reply {
  if (refusal.reason !== 'not listed') return sentence(say(refusal.reason));
  const text = say(texts.forLibrarians, { people: listed.map((id) => `<@${id}>`).join(', ') });
  const people = listed.map((id): RichTextElement => ({ type: 'user', user_id: id }));
  const [before = '', after = ''] = say(texts.forLibrarians, { people: '\u0000' }).split('\u0000');
  const named = people.flatMap((person, at) => (at === 0 ? [person] : [plain(', '), person]));
  return { text, blocks: [richText(section(plain(before), ...named, plain(after)))] };
}

function sentence(text: string): Reply {
  return { text: escapeSlackText(text), blocks: [richText(section(plain(text)))] };
}

function titleOf({ title, address }: Feed): string {
  return shorten(title || address, maxTitle);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
