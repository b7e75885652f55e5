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
  readonly lookedUpAt: number;
}

/** Where it is kept beyond the process; both reject while that is away. */
export interface PeopleStore {
  find(person: PersonRef): Promise<KnownPerson | undefined>;
  remember(person: PersonRef, known: KnownPerson): Promise<void>;
}

const reasons: Readonly<Record<Exclude<Standing, 'member'>, string>> = {
  guest:
    'I answer full members of this workspace, and you are a guest in it. The people who run me can change that.',
  stranger:
    'I answer members of the workspace that I was installed in, and you are from another one. The people who run me can change that.',
  deactivated: 'This account is deactivated, so I do not answer it.',
};

/** Why a person may not ask; undefined when they may. Guests and strangers may with ALLOW_EXTERNAL. */
function whyNot(standing: Standing, allowExternal: boolean): string | undefined {
  if (standing === 'member') return undefined;
  return allowExternal && standing !== 'deactivated' ? undefined : reasons[standing];
}

const forMembers = 'Only full members of this workspace change its digests.';

/** What somebody wants: an answer, or to change what a whole channel gets. */
export type Wish = 'ask' | 'change';

/** Why somebody may not. */
export interface Refusal {
  readonly reason: string;
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
        const mayNotChange = wish === 'change' && standing !== 'member' ? forMembers : undefined;
        const reason = whyNot(standing, allowExternal) ?? mayNotChange;
        return reason === undefined ? undefined : { reason, mayPass: false };
      } catch (error) {
        const why = (error as Error).message;
        const reason = `I don't know you yet and could not ask Slack who you are (${why}). Please try again in a minute.`;
        return { reason, mayPass: true };
      }
    },
  };
}
