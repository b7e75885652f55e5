import type { ModalView } from '@slack/types';
import type { Article } from '../../library/article.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, option, plain, richText, section } from './block-kit.ts';

/** Asks whether an article is to be taken out of what is found, and says what that does. */
export function removeModal({ id, title }: Article, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: ids.articleRemoveSure,
    private_metadata: id,
    title: { type: 'plain_text', text: shorten(say(texts.removeTitle), 24) },
    submit: { type: 'plain_text', text: say(texts.remove) },
    close: { type: 'plain_text', text: say(texts.cancel) },
    blocks: [richText(section(bold(`${shorten(title, 400)}\n`), plain(say(texts.removeWhat))))],
  };
}

/** The name of the box to be ticked. */
export const sureInput = 'sure';

/** Asks whether every word of an article is to be forgotten, and says what that does. */
export function eraseModal({ id, title }: Article, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: ids.articleEraseSure,
    private_metadata: id,
    title: { type: 'plain_text', text: shorten(say(texts.eraseTitle), 24) },
    submit: { type: 'plain_text', text: say(texts.erase) },
    close: { type: 'plain_text', text: say(texts.cancel) },
    blocks: [
      richText(section(bold(`${shorten(title, 400)}\n`), plain(say(texts.eraseWhat)))),
      {
        type: 'input',
        block_id: sureInput,
        optional: true,
        label: { type: 'plain_text', text: say(texts.erase) },
        element: {
          type: 'checkboxes',
          action_id: sureInput,
          options: [option(say(texts.eraseSure), sureInput)],
        },
      },
    ],
  };
}
