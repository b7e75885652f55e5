import type { Paragraph } from '../library/article.ts';

/** How the words of a new version differ from the ones before. */
export interface WhatChanged {
  /** How many paragraphs are as they were. */
  readonly kept: number;
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Compares two versions paragraph by paragraph. */
export function whatChanged(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): WhatChanged {
  const left = new Map<string, number>();
  for (const { text } of before) left.set(text, (left.get(text) ?? 0) + 1);
  const added: string[] = [];
  for (const { text } of after) {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    else added.push(text);
  }
  const gone = [...left].flatMap(([text, count]) => Array<string>(count).fill(text));
  return { kept: after.length - added.length, added, gone };
}
