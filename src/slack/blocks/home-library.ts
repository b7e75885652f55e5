import type { KnownBlock, ModalView } from '@slack/types';
import { describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import type { Proposal } from '../../library/article-store.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import { shorten } from '../text.ts';
import { readButton } from './article-controls.ts';
import { button, noticeModal, type Reply } from './block-kit.ts';

/** What of the library the Home tab shows beside its size. */
export interface HomeLibrary {
  /** For librarians: what waits to be accepted, oldest first. */
  readonly waiting: readonly Proposal[];
  /** The articles that came in last, the last first. */
  readonly latest: readonly Article[];
}

/** Longest name of an article, in characters. */
const maxName = 500;

/** What waits for a librarian, and what came in last; nothing where there is neither. */
export function homeLibraryBlocks({ waiting, latest }: HomeLibrary, say: Say): KnownBlock[] {
  const waits = waiting.flatMap((proposal) =>
    proposal.article ? [line(proposal.article, lookButton(proposal.id, say), say)] : [],
  );
  const came = latest.map((article) => line(article, readButton(article, say), say));
  return [
    ...(waits.length > 0 ? [header(say(texts.waiting)), ...waits] : []),
    ...(came.length > 0 ? [header(say(texts.lastAdded)), ...came] : []),
  ];
}

/** A proposal as the Home tab opens it. */
export function proposalModal({ blocks }: Reply, say: Say): ModalView {
  return { ...noticeModal(say(texts.newArticle), '', say), blocks };
}

function lookButton(proposal: Proposal['id'], say: Say) {
  return button(say(texts.look), ids.proposalLook, proposal);
}

function header(text: string): KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text } };
}

function line(article: Article, accessory: ReturnType<typeof button>, say: Say): KnownBlock {
  const text = shorten(`${describeArticle(article, say)} — ${article.id}`, maxName);
  return { type: 'section', text: { type: 'plain_text', text, emoji: false }, accessory };
}
