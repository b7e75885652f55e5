import type { Saying } from '../../src/texts/message.ts';
import { sayIn } from '../../src/texts/say.ts';

/** A value with every text in it that is not yet said, however deep, said in English. */
export function inEnglish(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inEnglish);
  if ('message' in value && 'values' in value) return sayIn('en')(value as Saying);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inEnglish(part)]));
}
