import type { UseDatabase } from './subscriptions.ts';

/** A question that was asked where everybody in the channel could read it. */
export interface AskedQuestion {
  readonly text: string;
  readonly outcome: string;
}

/** Surfaces that everybody in the conversation reads; what a command asks, only one person sees. */
const publicSurfaces = ['mention', 'thread', 'direct message'];

const outcomes = ['answered', 'unknown'];

/** What was asked in a channel for all to see since `since` (ms since 1970), newest first. */
export async function askedInChannel(
  use: UseDatabase,
  { team, channel }: { readonly team: string; readonly channel: string },
  since: number,
): Promise<AskedQuestion[]> {
  const rows = await use(({ db }) =>
    db
      .selectFrom('questions')
      .select(['text', 'outcome'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('asked_at', '>', since)
      .where('surface', 'in', publicSurfaces)
      .where('outcome', 'in', outcomes)
      .where('text', 'is not', null)
      .orderBy('asked_at', 'desc')
      .limit(1000)
      .execute(),
  );
  return rows.map(({ text, outcome }) => ({ text: text ?? '', outcome: outcome ?? '' }));
}
