import type { RichTextElement } from '@slack/types';
import { additionTexts as texts } from '../../texts/additions.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { plain, said } from './block-kit.ts';

/** A person by their name, as Slack shows it; one who was forgotten is somebody. */
export function mention(person: string, say: Say): RichTextElement {
  return person === '' ? plain(say(texts.somebody)) : { type: 'user', user_id: person };
}

/** More people than these are not named. */
const maxNamed = 10;

/** A text of ours that names several people in its gap `people`. */
export function everybody<const M extends Message & { readonly en: `${string}{people}${string}` }>(
  say: Say,
  message: M,
  people: readonly string[],
): RichTextElement[] {
  const gap = plain('');
  const named = people.slice(0, maxNamed).flatMap((person, at) => {
    const one = mention(person, say);
    return at === 0 ? [one] : [plain(', '), one];
  });
  const more = people.length > maxNamed ? [plain(', …')] : [];
  const pieces = said(say, message as Message, { people: gap } as never);
  return pieces.flatMap((piece) => (piece === gap ? [...named, ...more] : [piece]));
}
