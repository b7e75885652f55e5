import type { Button, HomeView, KnownBlock } from '@slack/types';
import { printDate } from '../../answer/citation.ts';
import { awaitingReview, type Library } from '../../library/library.ts';
import type { PartialDate } from '../../library/partial-date.ts';
import { commandTexts } from '../../texts/commands.ts';
import { controlTexts } from '../../texts/controls.ts';
import { homeTexts as texts } from '../../texts/home.ts';
import type { Say } from '../../texts/say.ts';
import { ids, writeAnswerRef } from '../ids.ts';
import { shorten } from '../text.ts';
import { bold, button, context, plain, richText, said, section } from './block-kit.ts';
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
  /** The host off this machine that questions and articles are sent to. */
  readonly sendsTo?: string | undefined;
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
  sendsTo,
  say,
}: HomeParts): HomeView {
  const waiting = awaitingReview(library);
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: say(texts.title) } },
      richText(
        section(...said(say, texts.intro, { messages: bold(say(texts.messages)) })),
        line(`${command} thaad`, say(texts.question)),
        line(`${command} ${say(commandTexts.sampleVerify)}`, say(texts.verify)),
        line(`${command} digest`, say(texts.digest)),
        line(`${command} sources`, say(texts.sources)),
        line(`${command} help`, say(texts.help)),
      ),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: say(texts.last) } },
      ...pastBlocks(past, say),
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: say(texts.library) } },
      ...statusBlocks(library, say).blocks,
      ...(waiting === undefined ? [] : [richText(section(plain(shorten(say(waiting), 1000))))]),
      context(
        ...(past ? [] : [say(texts.noDatabase)]),
        say(texts.howAdded, { command: `${command} add` }),
        ...(sendsTo === undefined ? [] : [say(texts.sendsTo, { host: sendsTo })]),
        ...digests,
      ),
      ...homeLibraryBlocks(shelf, say),
    ],
  };
}

function pastBlocks(past: HomeParts['past'], say: Say): KnownBlock[] {
  if (!past) return [context(say(texts.noLookUp))];
  if (past.length === 0) return [context(say(texts.noneYet))];
  return past.map(({ id, text, outcome, askedAt, canOpen }) => ({
    type: 'section',
    text: {
      type: 'plain_text',
      text: say(texts.past, {
        question: shorten(text, 150),
        date: printDate(new Date(askedAt).toISOString().slice(0, 10) as PartialDate, say.locale),
        outcome: say(outcomeOf(outcome)),
      }),
      emoji: false,
    },
    ...(canOpen && { accessory: openButton(id, say) }),
  }));
}

/** Everything else that is listed is the verdict on a quotation. */
function outcomeOf(outcome: string) {
  if (outcome === 'answered') return texts.answered;
  if (outcome === 'perhaps') return texts.perhaps;
  return outcome === 'unknown' ? texts.unknown : texts.checked;
}

function openButton(id: string, say: Say): Button {
  return button(say(controlTexts.open), ids.reopen, writeAnswerRef({ question: id, index: 0 }));
}
