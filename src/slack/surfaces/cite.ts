import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { sourceOf } from '../../answer/citation-styles/source.ts';
import type { QuoteReference } from '../../answer/quote.ts';
import { restoreQuotes } from '../../answer/stored-answer.ts';
import { type Library, paragraphOf } from '../../library/library.ts';
import { type CitableQuote, citeModal, readCited, readStyle } from '../blocks/cite-modal.ts';
import { noticeModal } from '../blocks/notice-modal.ts';
import { ids, readAnswerRef, readQuoteRef } from '../ids.ts';
import type { SurfaceParts } from './surface-parts.ts';

const gone = noticeModal('Cite', 'The library no longer holds that paragraph. Please ask again.');
const tooOld = noticeModal(
  'Cite all',
  'That answer is no longer kept, or the library has changed since. Please ask again.',
);

/** Cites all quotes of an answer, and changes the style of a modal with citations. */
export function registerCite(app: App, { book, library }: Pick<SurfaceParts, 'book' | 'library'>) {
  app.action<BlockAction<ButtonAction>>(ids.citeAll, async ({ ack, action, body, client }) => {
    await ack();
    const ref = readAnswerRef(action.value);
    const asked = ref && (await book.byId(ref.question));
    const quotes = asked?.answer ? restoreQuotes(asked.answer, library) : undefined;
    const view = quotes ? citeModal(citable(quotes, library)) : tooOld;
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.action<BlockAction<StaticSelectAction>>(
    ids.citeStyle,
    async ({ ack, action, body, client }) => {
      await ack();
      if (!body.view) return;
      const quotes = citable(readCited(body.view.private_metadata), library);
      const style = readStyle(action.selected_option.value);
      const view = quotes.length > 0 ? citeModal(quotes, style) : gone;
      await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
    },
  );
}

/** The modal that cites the quote of a menu's value. */
export function citeOne(value: string, library: Library): ModalView {
  const quote = readQuoteRef(value);
  const quotes = quote ? citable([quote], library) : [];
  return quotes.length > 0 ? citeModal(quotes) : gone;
}

/** The quotes that the library holds still. */
function citable(quotes: readonly QuoteReference[], library: Library): CitableQuote[] {
  return quotes.flatMap((quote) => {
    const article = library.articles.get(quote.article);
    const paragraph = paragraphOf(library, quote.article, quote.paragraph);
    if (!article || !paragraph || quote.end > paragraph.text.length) return [];
    return [{ quote, source: sourceOf(article, paragraph, quote) }];
  });
}
