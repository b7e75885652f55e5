import type { KnownPerson, PeopleStore, PersonRef } from '../questions/people.ts';
import type { Use } from './database.ts';

/** How people belong to their workspaces: one row a person who asked. */
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
        .select(['standing', 'looked_up_at'])
        .where('team', '=', team)
        .where('person', '=', person)
        .executeTakeFirst(),
    );
    return row && { standing: row.standing, lookedUpAt: row.looked_up_at };
  }

  async remember({ team, person }: PersonRef, known: KnownPerson): Promise<void> {
    const { standing, lookedUpAt: looked_up_at } = known;
    await this.#use(({ db }) =>
      db
        .insertInto('people')
        .values({ team, person, standing, looked_up_at })
        .onConflict((conflict) =>
          conflict.columns(['team', 'person']).doUpdateSet({ standing, looked_up_at }),
        )
        .execute(),
    );
  }
}
