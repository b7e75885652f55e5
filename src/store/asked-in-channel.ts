import type { NotNull } from 'kysely';
import type { PublicQuestion } from '../digests/asked.ts';
import { publicSources } from '../questions/question.ts';
import type { Use } from './open-database.ts';

const outcomes = ['answered', 'perhaps', 'unknown'] as const satisfies PublicQuestion['outcome'][];

/** What was asked in a channel for all to see since `since` (ms since 1970), newest first. */
export async function askedInChannel(
  use: Use,
  { team, channel }: { readonly team: string; readonly channel: string },
  since: number,
): Promise<PublicQuestion[]> {
  return use(({ db }) =>
    db
      .selectFrom('questions')
      .select(['text', 'outcome'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('asked_at', '>', since)
      .where('surface', 'in', [...publicSources])
      .where('outcome', 'in', [...outcomes])
      .where('text', 'is not', null)
      .orderBy('asked_at', 'desc')
      .limit(1000)
      .$narrowType<{ text: NotNull; outcome: PublicQuestion['outcome'] }>()
      .execute(),
  );
}
