import type { Voice } from './voice.ts';

const nameWord = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const latin = new RegExp(String.raw`^\s*((?:${nameWord}\s){0,4}${nameWord}):\s+(?=\S)`, 'u');
const han = /^\s*([\p{Script=Han}·]{2,8})：(?=[^“「])/u;

/** Who speaks, and where the label ends. */
export interface Label {
  readonly voice: Voice;
  readonly end: number;
}

const later = new RegExp(String.raw`[.!?…]["”»]?\s+((?:${nameWord}\s){0,4}${nameWord}):\s`, 'gu');

/** The last label within a paragraph of several speakers that stands before a position. */
export function labelBefore(paragraph: string, position: number): Label | undefined {
  const last = [...paragraph.slice(0, position).matchAll(later)].at(-1);
  const name = last?.[1];
  if (!last || !name) return undefined;
  return { voice: { phrase: name, kind: 'name', name }, end: last.index + last[0].length };
}

/** The name and colon with which a transcript opens what somebody says, and where they end. */
export function labelIn(paragraph: string): Label | undefined {
  const [whole, name] = latin.exec(paragraph) ?? han.exec(paragraph) ?? [];
  if (!whole || !name) return undefined;
  return { voice: { phrase: name, kind: 'name', name }, end: whole.length };
}
