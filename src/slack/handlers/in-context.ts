import type { App, BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type Library, paragraphOf } from '../../library/library.ts';
import { citeQuote, openArticle } from '../blocks/answer-controls.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { contextModal, readPlace } from '../blocks/context-modal.ts';
import { ids, readQuoteRef } from '../ids.ts';
import { citeOne } from './cite.ts';
import type { HandlerParts } from './handler-parts.ts';

const gone = noticeModal(
  'In context',
  'The library no longer holds that paragraph. Please ask again.',
);

/** A quote's menu: its paragraph between its neighbours, with a way up and down; its citations. */
export function registerInContext(app: App, { library }: Pick<HandlerParts, 'library'>): void {
  app.action<BlockAction<ButtonAction | OverflowAction>>(
    ids.inContext,
    async ({ ack, action, body, client }) => {
      await ack();
      const value = action.type === 'overflow' ? action.selected_option.value : action.value;
      // The menu's link opens by itself; Slack tells us all the same.
      if (value === openArticle) return;
      const view = value?.startsWith(citeQuote)
        ? citeOne(value.slice(citeQuote.length), library)
        : contextOf(value, library);
      await client.views.open({ trigger_id: body.trigger_id, view });
    },
  );

  const turn = new RegExp(`^(?:${ids.earlierParagraphs}|${ids.laterParagraphs})$`);
  app.action<BlockAction<ButtonAction>>(turn, async ({ ack, action, body, client }) => {
    await ack();
    if (!body.view) return;
    const { quote } = readPlace(body.view.private_metadata);
    const article = library.articles.get(quote.article);
    const paragraph = article && paragraphOf(library, article.id, Number(action.value));
    const view =
      article && paragraph ? contextModal(article, { quote, middle: paragraph.number }) : gone;
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
}

function contextOf(value: string | undefined, library: Library): ModalView {
  const quote = readQuoteRef(value);
  const article = quote && library.articles.get(quote.article);
  const paragraph = quote && paragraphOf(library, quote.article, quote.paragraph);
  return article && paragraph ? contextModal(article, { quote, middle: paragraph.number }) : gone;
}
