import type { App } from '@slack/bolt';
import { homeView } from '../blocks/home-view.ts';
import type { SurfaceParts } from './surface-parts.ts';

const mostPast = 10;

/** Shows a person what they asked last, what the library holds, and whether all is well. */
export function registerHomeTab(app: App, { book, library, command }: SurfaceParts): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    // While the question book is away, the rest of the tab still is worth seeing.
    const last = await book.lastOf(body.team_id, event.user, mostPast).catch(() => undefined);
    const past = last?.map(({ id, text, outcome, askedAt }) => ({
      id,
      text: text ?? '(no longer kept)',
      outcome: outcome ?? '',
      askedAt,
    }));
    await client.views.publish({ user_id: event.user, view: homeView({ library, command, past }) });
  });
}
