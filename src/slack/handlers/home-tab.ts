import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { StoredQuestion } from '../../questions/question.ts';
import { answerModal } from '../blocks/answer-modals.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { digestHealth } from '../blocks/digest-status-blocks.ts';
import { homeView } from '../blocks/home-view.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { composeAgain, isKept } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

const maxPast = 10;

/** Shows a person what they asked last, what the library holds, and whether all is well. */
export function registerHomeTab(app: App, parts: HandlerParts): void {
  const { store, library, command, sayTo } = parts;
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const say = await sayTo({ team: body.team_id, person: event.user });
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
    const digests = health && digestHealth(health, event.user, say);
    const view = homeView({ library, command, past, digests, say });
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

const tooOld = 'That answer is no longer kept, or the library has changed since. Please ask again.';

/** Opens an earlier answer from the Home tab, and shares it to a channel. */
export function registerPastAnswer(app: App, parts: HandlerParts): void {
  const { share, store, library } = parts;
  app.action<BlockAction<ButtonAction>>(ids.reopen, async ({ ack, action, body, client }) => {
    await ack();
    const id = readAnswerRef(action.value)?.question;
    const asked = id ? await store.archive.seenBy(id, viewerIn(body)) : undefined;
    const view =
      asked && isKept(asked, library)
        ? answerModal(asked.id, await composeAgain(asked, undefined, library))
        : noticeModal('Your question', tooOld);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(ids.answerModal, async ({ ack, view, body }) => {
    const asked = await store.archive.seenBy(view.private_metadata, viewerIn(body));
    const [target] = 'response_urls' in body ? (body.response_urls ?? []) : [];
    if (asked && target) {
      await share({
        key: `${asked.team}:share:${asked.id}:${target.channel_id}`,
        team: asked.team,
        channel: target.channel_id,
        person: body.user.id,
        question: asked.id,
        responseUrl: target.response_url,
      });
    }
    await ack();
  });
}
