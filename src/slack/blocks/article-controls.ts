import type { ActionsBlock, Button } from '@slack/types';
import type { Article } from '../../library/article.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Say } from '../../texts/say.ts';
import { sourceTexts } from '../../texts/sources.ts';
import { ids, writeQuoteRef } from '../ids.ts';
import { shorten } from '../text.ts';
import { button } from './block-kit.ts';

/** Slack takes no longer label for screen readers. */
const maxLabelLength = 75;

/** Opens the article at its first paragraph, with nothing in it marked. */
export function readButton({ id, title }: Pick<Article, 'id' | 'title'>, say: Say): Button {
  const beginning = { article: id, paragraph: 1, start: 0, end: 0 };
  return {
    ...button(say(sourceTexts.read), ids.inContext, writeQuoteRef(beginning)),
    accessibility_label: shorten(say(sourceTexts.readTitle, { title }), maxLabelLength),
  };
}

/** What librarians can do with an article of the library. */
export function keepingButtons(id: Article['id'], say: Say): Button[] {
  return [
    button(say(texts.correct), ids.articleCorrect, id),
    button(say(texts.remove), ids.articleRemove, id),
    { ...button(say(texts.erase), ids.articleErase, id), style: 'danger' },
  ];
}

/** What can be done with an article where only its record is shown. */
export function articleControls(article: Pick<Article, 'id' | 'title'>, say: Say): ActionsBlock {
  return {
    type: 'actions',
    elements: [readButton(article, say), ...keepingButtons(article.id, say)],
  };
}
