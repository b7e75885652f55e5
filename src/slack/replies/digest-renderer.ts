import type { DigestRenderer, Failure } from '../../digests/messages.ts';
import { describeInstant } from '../../digests/wording.ts';
import { code, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestBlocks } from '../blocks/digest-blocks.ts';
import { digestReason } from '../blocks/digest-status-blocks.ts';
import { escapeSlackText } from '../text.ts';

/** Puts digests into blocks, with the controls that they have in a channel. */
export function createDigestRenderer(command: string): DigestRenderer {
  return {
    digest: ({ subscription, ...page }) =>
      digestBlocks({ ...page, settings: subscription, hasControls: true }),
    failure: (failure) => failureMessage(failure, command),
  };
}

function failureMessage({ subscription, run, reason, until }: Failure, command: string): Reply {
  const { channel, zone } = subscription;
  const what = `The digest of ${describeInstant(run.dueAt, zone)} could not be posted: ${digestReason(reason)}.`;
  const outlook = until
    ? `I try again until ${describeInstant(until, zone)}.`
    : 'I have given this one up; the next one covers it.';
  return {
    text: escapeSlackText(`${what} ${outlook}`),
    blocks: [
      richText(
        section({ type: 'channel', channel_id: channel }, plain(`: ${what} ${outlook} There, `)),
        section(
          code(`${command} digest status`),
          plain(' tells more, and '),
          code(`${command} digest off`),
          plain(' ends it.'),
        ),
      ),
    ],
  };
}
