import type { DigestRenderer, Failure } from '../../digests/messages.ts';
import type { Library } from '../../library/library.ts';
import type { SayTo } from '../../questions/people.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { code, plain, type Reply, richText, said, section } from '../blocks/block-kit.ts';
import { digestBlocks } from '../blocks/digest-blocks.ts';
import { digestReason } from '../blocks/digest-reasons.ts';
import { describeInstant } from '../blocks/digest-words.ts';
import { escapeSlackText } from '../text.ts';

/** What a renderer works with. */
export interface DigestRendererParts {
  readonly command: string;
  readonly library: Pick<Library, 'articles'>;
  readonly sayTo: SayTo;
}

/**
 * Puts digests into blocks, with the controls that they have in a channel, in the language of who set
 * them up.
 */
export function createDigestRenderer(parts: DigestRendererParts): DigestRenderer {
  const { command, library, sayTo } = parts;
  const sayFor = ({ subscription: { team, setUpBy } }: Pick<Failure, 'subscription'>) =>
    sayTo({ team, person: setUpBy });
  return {
    async digest({ subscription, ...page }) {
      const drawn = { ...page, settings: subscription, library, hasControls: true };
      return digestBlocks(drawn, await sayFor({ subscription }));
    },
    failure: async (failure) => failureMessage(failure, command, await sayFor(failure)),
  };
}

function failureMessage(failure: Failure, command: string, say: Say): Reply {
  const { subscription, run, reason, until } = failure;
  const { channel, zone } = subscription;
  const outlook = until
    ? say(texts.tryUntil, { when: describeInstant(until, zone, say) })
    : say(texts.gaveUp);
  const when = describeInstant(run.dueAt, zone, say);
  const what = say(texts.notPosted, { when, reason: digestReason(reason, say), outlook });
  const orders = { status: code(`${command} digest status`), off: code(`${command} digest off`) };
  return {
    text: escapeSlackText(what),
    blocks: [
      richText(
        section({ type: 'channel', channel_id: channel }, plain(`: ${what}`)),
        section(...said(say, texts.thereMore, orders)),
      ),
    ],
  };
}
