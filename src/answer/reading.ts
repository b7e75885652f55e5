import { asksForMore, asksForSource, leansOnEarlier, topicNamed } from '../language/follow-ups.ts';
import { wordsOf } from '../language/words.ts';
import type { Concept } from '../search/query/concept.ts';
import { shortText } from '../search/query/query.ts';
import type { Findings } from '../search/search.ts';
import { readingTexts as texts } from '../texts/answer.ts';
import { type Filling, type Saying, saying } from '../texts/message.ts';
import { queryTexts } from '../texts/query.ts';

/** Why there is nothing to look for, if there is nothing. */
export function problemWith(text: string): Saying | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return saying(queryTexts.nothing);
  const isShort = text.split(/\s+/).length <= shortText;
  if (wordsOf(text, isShort ? false : undefined).some(({ term }) => term !== undefined)) {
    return undefined;
  }
  return saying(queryTexts.tooCommon, { text });
}

/** How words of a question were read that the library does not hold as they were typed. */
export function notesOn(shown: Findings, ...inOtherLanguages: readonly Findings[]): Saying[] {
  const others = readIn(shown).filter(({ isTranslated }) => !isTranslated);
  const names = new Map<string, string[]>();
  for (const findings of [shown, ...inOtherLanguages]) {
    for (const { typed, readAs = '' } of readIn(findings).filter((each) => each.isTranslated)) {
      names.set(typed, [...(names.get(typed) ?? []), readAs]);
    }
  }
  const pairs = Array.from(names, ([typed, read]) =>
    saying(texts.pair, { typed, read: [...new Set(read)].join(', ') }),
  );
  return [
    ...others.map(({ typed, readAs = '' }) =>
      saying(texts.notHeld, { typed, read: likeTyped(readAs, typed) }),
    ),
    ...(pairs.length > 0 ? [saying(texts.readAs, { pairs })] : []),
  ];
}

function readIn({ concepts }: Findings): Concept[] {
  return concepts.filter(({ readAs, isBorrowed }) => readAs && !isBorrowed);
}

/** With a capital where what was typed has one: names are known by their lower-case forms only. */
function likeTyped(readAs: string, typed: string): string {
  return /^\p{Lu}\p{Ll}/u.test(typed) ? capitalised(readAs) : readAs;
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return `${first.toUpperCase()}${text.slice(first.length)}`;
}

/** How a question is read in its thread. */
export type FollowUp =
  /** It leans on earlier words. */
  | { readonly kind: 'leaning'; readonly borrowed: string; readonly understood: Filling }
  /** "Tell me more": the page after the `pages` that were shown. */
  | { readonly kind: 'more'; readonly standing: string; readonly pages: number }
  /** "Who wrote that?" */
  | { readonly kind: 'source'; readonly standing: string };

/** A question with a topic of a few words is no longer than this, in characters. */
const maxLengthOfShort = 200;

/** A longer topic is named behind the question instead of in it. */
const maxWordsOfTopic = 5;

/** What a question means in its thread, oldest first; undefined when it stands by itself. */
export function readFollowUp(question: string, thread: readonly string[]): FollowUp | undefined {
  const text = question.trim();
  const before = standingIn(thread);
  if (before === undefined) return undefined;
  if (asksForSource(text)) return { kind: 'source', standing: before };
  if (asksForMore(text)) {
    const since = thread.slice(thread.lastIndexOf(before) + 1);
    const pages = 1 + since.filter((earlier) => asksForMore(earlier)).length;
    return { kind: 'more', standing: before, pages };
  }
  const others = thread.filter((earlier) => earlier.trim().toLowerCase() !== text.toLowerCase());
  const borrowed = borrowedWords(question, others);
  const topic = standingIn(others);
  return borrowed === undefined || topic === undefined
    ? undefined
    : { kind: 'leaning', borrowed, understood: spelledOut(text, topic) };
}

/** The newest question that stands by itself, or else the first. */
function standingIn(thread: readonly string[]): string | undefined {
  return (
    thread.findLast((earlier) => !isAbout(earlier) && !leansOnEarlier(earlier)) ??
    thread.find((earlier) => !isAbout(earlier))
  );
}

/**
 * The earlier questions of a thread that a question leans on, joined; undefined when it stands by
 * itself. A question leans when it is short of subject matter ("and China?") or points back ("how
 * much did it raise exports?"). It then borrows from the newest earlier question that stands by
 * itself and from those asked since.
 */
export function borrowedWords(question: string, thread: readonly string[]): string | undefined {
  const asked = thread.filter((earlier) => !isAbout(earlier));
  if (asked.length === 0 || !leansOnEarlier(question)) return undefined;
  const standing = asked.findLastIndex((earlier) => !leansOnEarlier(earlier));
  return asked.slice(Math.max(standing, 0)).join(' ');
}

/** Whether it asks about an answer, and not about a subject. */
function isAbout(question: string): boolean {
  return asksForMore(question) || asksForSource(question);
}

/** The question with what "it" stands for, or with the question that it follows. */
function spelledOut(question: string, before: string): Filling {
  const topic = topicOf(before);
  if (topic === undefined) return saying(texts.after, { question, before });
  const named = question
    .replace(/\b(?:its|their|his)\b/i, `${topic}'s`)
    .replace(/\b(?:it|they|them|he|him|she|this|that)\b(?=\W*$|\s)/i, topic);
  return named === question ? saying(texts.about, { question, topic }) : named;
}

function topicOf(question: string): string | undefined {
  if (question.length > maxLengthOfShort) return undefined;
  const topic = topicNamed(question);
  return topic && topic.split(/\s+/).length <= maxWordsOfTopic ? topic : undefined;
}
