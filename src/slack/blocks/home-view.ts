import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { Library } from '../../library/library.ts';
import { ids, writeAnswerRef } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, button, code, context, plain, richText, section } from './block-kit.ts';
import { statusBlocks } from './command-blocks.ts';

/** A question of the person who looks, as the Home tab lists it. */
export interface PastQuestion {
  readonly id: string;
  readonly text: string;
  readonly outcome: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** Whether its answer can be shown again. */
  readonly canOpen: boolean;
}

/** What the Home tab shows. */
export interface HomeParts {
  readonly library: Library;
  readonly command: string;
  /** Newest first; undefined while the database is unavailable. */
  readonly past: readonly PastQuestion[] | undefined;
  /** Lines on whether digests come as they should. */
  readonly digests?: readonly string[] | undefined;
}

/** The Home tab: what the bot can do, the person's last questions, and whether all is well. */
export function homeView({ library, command, past, digests = [] }: HomeParts): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'I find the passage' } },
      richText(
        section(
          plain(
            "I quote the originals of the team's library word for word and show our briefs of other articles as such, each with a citation. Ask me here under ",
          ),
          bold('Messages'),
          plain(', mention me in a channel, or type '),
          code(`${command} thaad`),
          plain('. '),
          code(`${command} help`),
          plain(' tells more.'),
        ),
      ),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: 'Your last questions' } },
      ...pastBlocks(past),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: 'The library' } },
      ...statusBlocks(library).blocks,
      context(
        past
          ? 'The database is there.'
          : 'The database is unavailable: answers come without memory.',
        ...digests,
      ),
    ],
  };
}

function pastBlocks(past: HomeParts['past']): KnownBlock[] {
  if (!past) return [context('They cannot be looked up at the moment.')];
  if (past.length === 0) return [context('None yet.')];
  return past.map(({ id, text, outcome, askedAt, canOpen }) => ({
    type: 'section',
    text: {
      type: 'plain_text',
      text: `${shorten(text, 150)}\n${new Date(askedAt).toISOString().slice(0, 10)}, ${outcomeOf(outcome)}`,
      emoji: false,
    },
    ...(canOpen && { accessory: openButton(id) }),
  }));
}

/** Everything else that is listed is the verdict on a quotation. */
function outcomeOf(outcome: string): string {
  if (outcome === 'answered') return 'answered';
  if (outcome === 'perhaps') return 'closest passages';
  return outcome === 'unknown' ? 'not in the library' : 'checked';
}

function openButton(id: string): Button {
  return button('Open', ids.reopen, writeAnswerRef({ question: id, index: 0 }));
}
