import { type Saying, saying } from '../texts/message.ts';
import { peopleTexts as texts } from '../texts/people.ts';
import type { Say } from '../texts/say.ts';

/** How a person belongs to the workspace that asks the bot. */
export type Standing = 'member' | 'guest' | 'stranger' | 'deactivated';

/** A person, as Slack tells them apart. */
export interface PersonRef {
  readonly team: string;
  readonly person: string;
}

/** What was found out of a person, and when (ms since 1970). */
export interface KnownPerson {
  readonly standing: Standing;
  /** Their language in Slack, as `ru-RU`; undefined where it is not known. */
  readonly locale?: string | undefined;
  readonly lookedUpAt: number;
}

/** Where it is kept beyond the process; both reject while that is away. */
export interface PeopleStore {
  find(person: PersonRef): Promise<KnownPerson | undefined>;
  remember(person: PersonRef, known: KnownPerson): Promise<void>;
}

/** Why a person may not ask; undefined when they may. Guests and strangers may with ALLOW_EXTERNAL. */
function whyNot(standing: Standing, allowExternal: boolean): Saying | undefined {
  if (standing === 'member') return undefined;
  return allowExternal && standing !== 'deactivated' ? undefined : saying(texts[standing]);
}

/** What somebody wants: an answer, or to change what a whole channel gets. */
export type Wish = 'ask' | 'change';

/** Why somebody may not. */
export interface Refusal {
  readonly reason: Saying;
  /** Whether it comes from a fault that may soon be over. */
  readonly mayPass: boolean;
}

/** Decides who may. */
export interface Admission {
  /** Why a person may not; undefined when they may. Never rejects. */
  refusalOf(person: PersonRef, wish?: Wish): Promise<Refusal | undefined>;
}

/** What the decision rests on. */
export interface AdmissionParts {
  /** Rejects while nothing is known of the person and Slack can't be asked. */
  readonly standingOf: (person: PersonRef) => Promise<Standing>;
  readonly allowExternal: boolean;
}

/** Full members may do everything; others what `whyNot` lets them, but never change anything. */
export function createAdmission({ standingOf, allowExternal }: AdmissionParts): Admission {
  return {
    async refusalOf(person, wish = 'ask') {
      try {
        const standing = await standingOf(person);
        const mayNotChange =
          wish === 'change' && standing !== 'member' ? saying(texts.forMembers) : undefined;
        const reason = whyNot(standing, allowExternal) ?? mayNotChange;
        return reason === undefined ? undefined : { reason, mayPass: false };
      } catch (error) {
        const why = (error as Error).message;
        return { reason: saying(texts.unknown, { why }), mayPass: true };
      }
    },
  };
}

/** Speaks to a person in their language. Never rejects: to somebody unknown it speaks English. */
export type SayTo = (person: PersonRef) => Promise<Say>;
