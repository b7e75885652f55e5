import type { Button, HomeView, KnownBlock } from '@slack/types';
import { awaitingReview, type Library } from '../../library/library.ts';
import type { Say } from '../../texts/say.ts';
import { ids, writeAnswerRef } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, button, context, plain, richText, section } from './block-kit.ts';
import { line, statusBlocks } from './command-blocks.ts';
import { type HomeLibrary, homeLibraryBlocks } from './home-library.ts';

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
  readonly say: Say;
  /** Newest first; undefined while the database is unavailable. */
  readonly past: readonly PastQuestion[] | undefined;
  /** Lines on whether digests come as they should. */
  readonly digests?: readonly string[] | undefined;
  /** What waits and what came in last. */
  readonly shelf: HomeLibrary;
}

/** The Home tab: what can be asked for, the person's last questions, what waits, and whether all is well. */
export function homeView({
  library,
  command,
  past,
  digests = [],
  shelf,
  say,
}: HomeParts): HomeView {
  const waiting = awaitingReview(library);
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
          plain(', mention me in a channel, or type in any channel:\n'),
        ),
        line(`${command} thaad`, 'passages about it; only you see the answer'),
        line(`${command} verify "…" — Name`, 'whether these are the words, and whose'),
        line(`${command} digest`, 'passages every morning for that channel'),
        line(`${command} sources`, 'the articles, each to be read'),
        line(`${command} help`, 'everything else'),
      ),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: 'Your last questions' } },
      ...pastBlocks(past),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: 'The library' } },
      ...statusBlocks(library, say).blocks,
      ...(waiting === undefined ? [] : [richText(section(plain(shorten(`${waiting}.`, 1000))))]),
      context(
        ...(past ? [] : ['The database is unavailable: answers come without memory.']),
        `Articles are added with ${command} add LINK, or with npm run import, where I run.`,
        ...digests,
      ),
      ...homeLibraryBlocks(shelf, say),
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
