import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { PersonRef } from '../../questions/people.ts';
import type { StoredQuestion } from '../../questions/question.ts';
import { answerTexts } from '../../texts/answer.ts';
import { controlTexts as texts } from '../../texts/controls.ts';
import { saying } from '../../texts/message.ts';
import { answerModal } from '../blocks/answer-modals.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { digestHealth } from '../blocks/digest-status-blocks.ts';
import type { HomeLibrary } from '../blocks/home-library.ts';
import { homeView } from '../blocks/home-view.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { composeAgain, isKept, whyGone } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

const maxPast = 10;

/** Shows a person what they asked last, what the library holds, and whether all is well. */
export function registerHomeTab(app: App, parts: HandlerParts): void {
  const { store, library, command, sendsTo, sayTo } = parts;
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const say = await sayTo({ team: body.team_id, person: event.user });
    // While the database is away, the rest of the tab still is worth seeing.
    const last = await store.archive
      .lastOf(body.team_id, event.user, maxPast)
      .catch(() => undefined);
    const past = last?.filter(isLastOfItsText).map((question) => ({
      id: question.id,
      text: question.text ?? say(answerTexts.notKept),
      outcome: question.outcome ?? '',
      askedAt: question.askedAt,
      canOpen: isKept(question, library),
    }));
    const health = await parts.digests?.digests.health(body.team_id).catch(() => undefined);
    const digests = health && digestHealth(health, event.user, say);
    const shelf = await homeLibrary({ team: body.team_id, person: event.user }, parts);
    const view = homeView({ library, command, past, digests, shelf, sendsTo, say });
    await client.views.publish({ user_id: event.user, view });
  });
}

/** So much of what waits, and of what came in last, is listed. */
const [maxWaiting, maxLatest] = [5, 5];

/** So many changes are looked through for the articles that came in last. */
const maxChanges = 200;

/** While the database is away, nothing of it. */
async function homeLibrary(
  person: PersonRef,
  { articles, library, librarians }: HandlerParts,
): Promise<HomeLibrary> {
  try {
    const isLibrarian = (await librarians.refusalOf(person)) === undefined;
    const waiting = isLibrarian ? await articles.proposals(maxWaiting) : [];
    const now = await articles.watermark();
    const { changes } = await articles.changesSince(Math.max(0, now - maxChanges), maxChanges);
    const latest = changes
      .toSorted((a, b) => b.addedAt - a.addedAt)
      .flatMap(({ id, state }) => (state === 'held' ? (library.articles.get(id) ?? []) : []));
    return { waiting, latest: latest.slice(0, maxLatest) };
  } catch {
    return { waiting: [], latest: [] };
  }
}

/** What was asked again is listed once, as it was answered last. */
function isLastOfItsText(
  { text }: StoredQuestion,
  at: number,
  newestFirst: readonly StoredQuestion[],
) {
  return newestFirst.findIndex((other) => other.text === text) === at;
}

/** Opens an earlier answer from the Home tab, and shares it to a channel. */
export function registerPastAnswer(app: App, parts: HandlerParts): void {
  const { share, store, library, sayTo } = parts;
  app.action<BlockAction<ButtonAction>>(ids.reopen, async ({ ack, action, body, client }) => {
    await ack();
    const say = await sayTo(viewerIn(body));
    const id = readAnswerRef(action.value)?.question;
    const asked = id ? await store.archive.seenBy(id, viewerIn(body)) : undefined;
    const view =
      asked && isKept(asked, library)
        ? answerModal(asked.id, await composeAgain(asked, undefined, library, say), say)
        : noticeModal(
            say(texts.yourQuestion),
            say(whyGone(asked, library, saying(texts.tooOld))),
            say,
          );
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
