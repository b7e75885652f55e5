import type { Admission, PersonRef } from '../questions/people.ts';
import { additionTexts as texts } from '../texts/additions.ts';
import { type Saying, saying } from '../texts/message.ts';

/** Those who may change the library. */
export interface Librarians {
  /** People's ids; none where every full member is one. */
  readonly listed: readonly string[];
  /** Why a person is none, with the people to ask instead in `{people}`; undefined for one who is. Never rejects. */
  refusalOf(person: PersonRef): Promise<NoLibrarian | undefined>;
}

/** Why somebody may not change the library: a text, or that they are not on the list. */
export type NoLibrarian = { readonly reason: Saying } | { readonly reason: 'not listed' };

/** The listed people as long as they may ask anything, or every full member where nobody is listed. */
export function createLibrarians(
  listed: readonly string[],
  { refusalOf }: Pick<Admission, 'refusalOf'>,
): Librarians {
  return {
    listed,
    async refusalOf(ref) {
      if (listed.length > 0 && !listed.includes(ref.person)) return { reason: 'not listed' };
      if (listed.length > 0) return refusalOf(ref);
      const refusal = await refusalOf(ref, 'change');
      if (!refusal) return undefined;
      return { reason: refusal.mayPass ? refusal.reason : saying(texts.membersOnly) };
    },
  };
}
