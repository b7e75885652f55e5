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
    saying(texts.pair, { typed, read: read.join(', ') }),
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

const maxWordsOfFollowUp = 3;

/** Words that point back to what was said before. */
const pointer =
  /^(?:and|but|so|why|how come|since when|what about|how about)\b|\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|those|these|one|ones|there|then|else|more|former|latter|same)\b/i;

/** Names what it is about itself, however short it is. */
const namesTopic = /^what (?:is|was|has been) said (?:about|of|on)\b/i;

const asksForMore =
  /^(?:(?:please|can you|could you)\s+)?(?:(?:tell|show|give) me (?:some )?more|(?:any(?:thing)?|what) (?:more|else)|go on|continue|more)(?:\s+(?:about|on) (?:it|that|this))?(?:,? please)?\W*$/i;
const asksForSource =
  /^(?:who (?:wrote|said|says|writes) (?:that|this|it)|(?:where|what) (?:is|was) (?:that|this|it) from|what(?:'s| is) (?:the|your) source|source|says who)\W*$/i;

/** Before a topic: "what is the", "tell me about"; keywords are a topic by themselves. */
const beforeTopic =
  /^(?:(?:please\s+)?tell me (?:more )?about|(?:what|who)\s+(?:is|are|was|were)|what about)\s+(?:the\s+|an?\s+)?/i;
const asks =
  /^(?:what|who|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|will|would)\b/i;

/** A question with a topic of a few words is no longer than this, in characters. */
const maxLengthOfShort = 200;

/** A longer topic is named behind the question instead of in it. */
const maxWordsOfTopic = 5;

/** What a question means in its thread, oldest first; undefined when it stands by itself. */
export function readFollowUp(question: string, thread: readonly string[]): FollowUp | undefined {
  const text = question.trim();
  const standing = thread.findLast((earlier) => !isAbout(earlier) && !leans(earlier));
  const before = standing ?? thread.find((earlier) => !isAbout(earlier));
  if (before === undefined) return undefined;
  if (asksForSource.test(text)) return { kind: 'source', standing: before };
  if (asksForMore.test(text)) {
    const since = thread.slice(thread.lastIndexOf(before) + 1);
    const pages = 1 + since.filter((earlier) => asksForMore.test(earlier.trim())).length;
    return { kind: 'more', standing: before, pages };
  }
  const borrowed = borrowedWords(question, thread);
  return borrowed === undefined
    ? undefined
    : { kind: 'leaning', borrowed, understood: spelledOut(text, before) };
}

/**
 * The earlier questions of a thread that a question leans on, joined; undefined when it stands by
 * itself. A question leans when it is short of subject matter ("and China?") or points back ("how
 * much did it raise exports?"). It then borrows from the newest earlier question that stands by
 * itself and from those asked since.
 */
export function borrowedWords(question: string, thread: readonly string[]): string | undefined {
  const asked = thread.filter((earlier) => !isAbout(earlier));
  if (asked.length === 0 || !leans(question)) return undefined;
  const standing = asked.findLastIndex((earlier) => !leans(earlier));
  return asked.slice(Math.max(standing, 0)).join(' ');
}

/** Whether it asks about an answer, and not about a subject. */
function isAbout(question: string): boolean {
  return asksForMore.test(question.trim()) || asksForSource.test(question.trim());
}

function leans(question: string): boolean {
  const words = wordsOf(question).filter(({ term }) => term !== undefined);
  if (pointer.test(question.trim())) return true;
  return words.length <= maxWordsOfFollowUp && !namesTopic.test(question.trim());
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
  const topic = question.replace(beforeTopic, '').replace(/[\s.?!]+$/, '');
  const isNamed = topic !== '' && !asks.test(topic);
  return isNamed && topic.split(/\s+/).length <= maxWordsOfTopic ? topic : undefined;
}
