import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { defaultSettings, readZone } from '../../digests/settings.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { digestInputs, digestModal } from '../blocks/digest-modal.ts';
import { ids } from '../ids.ts';
import { changedReply, type DigestReplyParts, stateLine } from '../replies/compose-digest.ts';
import { readDigestForm, type SubmittedValues } from './digest-submission.ts';

/** Opens the form for a channel's digests by buttons, takes it back, and pauses them. */
export function registerDigest(app: App, parts: DigestReplyParts): void {
  app.action<BlockAction<ButtonAction>>(ids.digestChange, async ({ ack, body, client }) => {
    await ack();
    const channel = body.channel?.id ?? '';
    const place = { team: body.team?.id ?? '', channel, person: body.user.id };
    await openDigestForm(client, body.trigger_id, place, parts);
  });

  app.view(ids.digestModal, async ({ ack, view, body }) => {
    const read = readDigestForm(view.state.values as SubmittedValues);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { digests } = parts;
    const channel = view.private_metadata;
    const requester = { id: view.id, team: body.team?.id ?? '', channel, person: body.user.id };
    const changed =
      read.status === 'off'
        ? await digests.off(requester, requester.person)
        : await digests.set(requester, requester.person, read.settings, undefined);
    if (changed.kind === 'impossible' && read.status === 'on') {
      return ack({
        response_action: 'errors',
        errors: { [digestInputs.topics]: changed.problem },
      });
    }
    const reply = await changedReply(changed, requester, parts, { asksSlack: true });
    const notice: ModalView = { ...noticeModal('Daily digest', reply.text), blocks: reply.blocks };
    return ack({ response_action: 'update', view: notice });
  });

  registerPause(app, parts);
}

/** Anybody in the channel may pause its digest for a week; the status shows who did. */
function registerPause(app: App, parts: DigestReplyParts): void {
  app.action<BlockAction<ButtonAction>>(ids.digestPause, async ({ ack, body, respond }) => {
    await ack();
    const place = { team: body.team?.id ?? '', channel: body.channel?.id ?? '' };
    const requester = { ...place, id: body.trigger_id, person: body.user.id };
    const changed = await parts.digests.pause(requester, requester.person, undefined);
    const reply = await changedReply(changed, requester, parts, { asksSlack: false });
    await respond({ response_type: 'ephemeral', replace_original: false, ...reply });
  });
}

/** Opens the form for the digests of a channel. */
export async function openDigestForm(
  client: WebClient,
  trigger: string,
  place: { readonly team: string; readonly channel: string; readonly person: string },
  { digests, directory, clock }: DigestReplyParts,
): Promise<void> {
  const { subscription } = await digests.status(place);
  const zone = subscription?.zone ?? (await directory.zoneOf(place.person));
  const view = digestModal({
    ...defaultSettings,
    ...subscription,
    zone: zone && 'zone' in readZone(zone) ? zone : undefined,
    channel: place.channel,
    // Nobody opens the form of a channel without digests but to switch them on.
    status: 'on',
    state: stateLine(subscription, clock()),
  });
  await client.views.open({ trigger_id: trigger, view });
}
