import { regularOf } from './words.ts';

/** Endings of inflection, the longer ones first, and what stands for them. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})ies$/, 'y'],
  [/(?<=[a-z]{2}(?:s|x|z|ch|sh))es$/, ''],
  [/(?<=[a-z]{2}[^s])s$/, ''],
  [/(?<=[a-z]{3})i?ed$/, ''],
  [/(?<=[a-z]{3})ing$/, ''],
];

/**
 * An English word without the endings of inflection, though not those that make other words of it: the same
 * for "sanctions" and "sanction", but not for "name" and "namely". No word by itself: "nam".
 */
export function baseOf(written: string): string {
  const form = regularOf(written);
  const [ending, rest = ''] = endings.find(([each]) => each.test(form)) ?? [];
  const base = ending ? form.replace(ending, rest) : form;
  return base.replace(/([bdfgmnprt])\1$/, '$1').replace(/(?<=[a-z]{2})[ey]$/, '');
}
