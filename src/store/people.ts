import type { KnownPerson, PeopleStore, PersonRef } from '../questions/people.ts';
import type { Use } from './database.ts';

/** How people belong to their workspaces, and what language they use: one row a person who asked. */
export class People implements PeopleStore {
  readonly #use: Use;

  constructor(use: Use) {
    this.#use = use;
  }

  /** What is known of a person; undefined of one who was never looked up, or was forgotten. */
  async find({ team, person }: PersonRef): Promise<KnownPerson | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('people')
        .select(['standing', 'locale', 'looked_up_at'])
        .where('team', '=', team)
        .where('person', '=', person)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { standing, locale } = row;
    // A row without a language was written before it was asked for, so it is asked for at once.
    return { standing, locale: locale ?? '', lookedUpAt: locale === null ? 0 : row.looked_up_at };
  }

  async remember({ team, person }: PersonRef, known: KnownPerson): Promise<void> {
    const { standing, locale = '', lookedUpAt: looked_up_at } = known;
    await this.#use(({ db }) =>
      db
        .insertInto('people')
        .values({ team, person, standing, locale, looked_up_at })
        .onConflict((conflict) =>
          conflict.columns(['team', 'person']).doUpdateSet({ standing, locale, looked_up_at }),
        )
        .execute(),
    );
  }
}
