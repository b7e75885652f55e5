import type { App } from '@slack/bolt';
import type { StoredQuestion } from '../../questions/question.ts';
import { digestHealth } from '../blocks/digest-status-blocks.ts';
import { homeView } from '../blocks/home-view.ts';
import { isKept } from '../replies/compose-shared.ts';
import type { HandlerParts } from './handler-parts.ts';

const maxPast = 10;

/** Shows a person what they asked last, what the library holds, and whether all is well. */
export function registerHomeTab(app: App, parts: HandlerParts): void {
  const { store, library, command } = parts;
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    // While the database is away, the rest of the tab still is worth seeing.
    const last = await store.archive
      .lastOf(body.team_id, event.user, maxPast)
      .catch(() => undefined);
    const past = last?.filter(isLastOfItsText).map((question) => ({
      id: question.id,
      text: question.text ?? '(no longer kept)',
      outcome: question.outcome ?? '',
      askedAt: question.askedAt,
      canOpen: isKept(question, library),
    }));
    const health = await parts.digests?.digests.health(body.team_id).catch(() => undefined);
    const digests = health && digestHealth(health, event.user);
    const view = homeView({ library, command, past, digests });
    await client.views.publish({ user_id: event.user, view });
  });
}

/** What was asked again is listed once, as it was answered last. */
function isLastOfItsText(
  { text }: StoredQuestion,
  at: number,
  newestFirst: readonly StoredQuestion[],
) {
  return newestFirst.findIndex((other) => other.text === text) === at;
}
