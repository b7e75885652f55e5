import type { App, BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { placeOf } from '../../answer/quote.ts';
import { timelineOf } from '../../answer/timeline.ts';
import type { Viewer } from '../../questions/question.ts';
import { controlTexts as texts } from '../../texts/controls.ts';
import { saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { citeQuote, isAboutMessage, openArticle } from '../blocks/answer-controls.ts';
import { keepingButtons } from '../blocks/article-controls.ts';
import { noticeModal, type Reply } from '../blocks/block-kit.ts';
import { contextModal, type Place, readPlace } from '../blocks/context-modal.ts';
import { readTimelineIndex, timelineBlocks } from '../blocks/timeline-blocks.ts';
import { type AnswerRef, ids, readAnswerRef, readQuoteRef } from '../ids.ts';
import { isKept, restorePast, whyGone } from '../replies/compose-shared.ts';
import { citeOne } from './cite.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';
import { goneModal } from './keep-articles.ts';

/** Posts the exact answer that only one person saw where all can see it, once. */
export function registerShare(app: App, { share, store, library, sayTo }: HandlerParts): void {
  app.action<BlockAction<ButtonAction>>(ids.share, async ({ ack, action, body, respond }) => {
    const id = readAnswerRef(action.value)?.question;
    const asked = id ? await store.archive.seenBy(id, viewerIn(body)) : undefined;
    const canBeShown = asked !== undefined && isKept(asked, library);
    const isNew =
      asked &&
      canBeShown &&
      (await share({
        key: `${asked.team}:share:${asked.id}`,
        team: asked.team,
        channel: asked.channel,
        ...(isAboutMessage(asked.source) && { thread: asked.aboutThread }),
        person: body.user.id,
        question: asked.id,
        responseUrl: body.response_url,
      }));
    await ack();
    if (isNew) return;
    const say = await sayTo(viewerIn(body));
    const text = say(
      canBeShown ? saying(texts.sharedAlready) : whyGone(asked, library, saying(texts.tooOld)),
    );
    await respond({ response_type: 'ephemeral', replace_original: false, text });
  });
}

/** Shows further passages of an answer, or another part of a timeline, to the person who asks for it. */
export function registerFurtherPages(app: App, parts: HandlerParts): void {
  const further = new RegExp(`^(?:${ids.more}|${ids.timelineTurn}|${ids.timelinePage})$`);
  app.action<BlockAction<ButtonAction>>(further, async ({ ack, action, body, respond }) => {
    await ack();
    const ref = readAnswerRef(action.value);
    const viewer = viewerIn(body);
    const say = await parts.sayTo(viewer);
    const isMore = action.action_id === ids.more;
    const shown = ref ? await pageOf(ref, isMore, parts, viewer, say) : { text: say(texts.noMore) };
    await respond({ response_type: 'ephemeral', replace_original: false, ...shown });
  });
}

/** All pages were found, checked and stored with the answer; nothing is searched for again. */
async function pageOf(
  { question, index }: AnswerRef,
  isMore: boolean,
  { store, library }: Pick<HandlerParts, 'store' | 'library'>,
  viewer: Viewer,
  say: Say,
): Promise<Reply | { readonly text: string }> {
  const asked = await store.archive.seenBy(question, viewer);
  const answer = asked && restorePast(asked, library, isMore ? index : 0);
  if (!answer) return { text: say(whyGone(asked, library, saying(texts.noMore))) };
  if (isMore) {
    const hasMore = answer.further.length > 0;
    return answerBlocks(answer, say, { question, page: index, hasMore });
  }
  const { order, page } = readTimelineIndex(index);
  const entries = timelineOf(answer, library, order);
  return timelineBlocks({ answer, entries, order, page }, say, { question });
}

function gone(say: Say): ModalView {
  return noticeModal(say(texts.inContext), say(texts.gone), say);
}

/** A quote's menu: its paragraph between its neighbours, with a way up and down; its citations. */
export function registerInContext(app: App, parts: ContextParts): void {
  const { library, sayTo } = parts;
  app.action<BlockAction<ButtonAction | OverflowAction>>(
    ids.inContext,
    async ({ ack, action, body, client }) => {
      await ack();
      const value = action.type === 'overflow' ? action.selected_option.value : action.value;
      // The menu's link opens by itself; Slack tells us all the same.
      if (value === openArticle) return;
      const say = await sayTo(viewerIn(body));
      const view = value?.startsWith(citeQuote)
        ? citeOne(value.slice(citeQuote.length), library, say)
        : await contextOf(value, parts, say);
      await client.views.open({ trigger_id: body.trigger_id, view });
    },
  );

  const turn = new RegExp(`^(?:${ids.earlierParagraphs}|${ids.laterParagraphs})$`);
  app.action<BlockAction<ButtonAction>>(turn, async ({ ack, action, body, client }) => {
    await ack();
    if (!body.view) return;
    const { quote } = readPlace(body.view.private_metadata);
    const say = await sayTo(viewerIn(body));
    const view = await readModal({ quote, middle: Number(action.value) }, parts, say);
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
}

type ContextParts = Pick<HandlerParts, 'library' | 'articles' | 'sayTo'>;

async function contextOf(
  value: string | undefined,
  parts: ContextParts,
  say: Say,
): Promise<ModalView> {
  const quote = readQuoteRef(value);
  return quote ? readModal({ quote, middle: quote.paragraph }, parts, say) : gone(say);
}

/** Of what is only kept for old answers, nothing can be changed. */
async function readModal(place: Place, parts: ContextParts, say: Say): Promise<ModalView> {
  const { library } = parts;
  const article = placeOf(library, place.quote)?.article;
  if (!article) return goneModal(place.quote.article, parts, say);
  if (!article.paragraphs[place.middle - 1]) return gone(say);
  const isHeld = library.articles.get(article.id) === article;
  return contextModal(article, place, say, isHeld ? keepingButtons(article.id, say) : []);
}
