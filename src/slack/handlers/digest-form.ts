import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { readZone, usualSettings } from '../../digests/settings.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { digestInputs, digestModal } from '../blocks/digest-modal.ts';
import { ids } from '../ids.ts';
import { changedReply, type DigestOffice, stateLine } from '../replies/compose-digest.ts';
import { readDigestForm, type SubmittedValues } from './digest-submission.ts';

/** Opens the form for a channel's digests by the bare command and by buttons, and takes it back. */
export function registerDigestForm(app: App, office: DigestOffice): void {
  app.command(office.command, async ({ ack, command: typed, client }) => {
    if (!isBareDigest(typed.text)) return;
    await ack();
    const { team_id: team, channel_id: channel, user_id: person, trigger_id } = typed;
    await open(client, trigger_id, { team, channel, person }, office);
  });

  app.action<BlockAction<ButtonAction>>(ids.digestChange, async ({ ack, body, client }) => {
    await ack();
    const channel = body.channel?.id ?? '';
    const place = { team: body.team?.id ?? '', channel, person: body.user.id };
    await open(client, body.trigger_id, place, office);
  });

  app.view(ids.digestModal, async ({ ack, view, body }) => {
    const read = readDigestForm(view.state.values as SubmittedValues);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { digests } = office;
    const channel = view.private_metadata;
    const customer = { id: view.id, team: body.team?.id ?? '', channel, person: body.user.id };
    const changed =
      read.status === 'off'
        ? await digests.off(customer, customer.person)
        : await digests.set(customer, customer.person, read.settings, undefined);
    if (changed.kind === 'impossible' && read.status === 'on') {
      return ack({
        response_action: 'errors',
        errors: { [digestInputs.topics]: changed.problem },
      });
    }
    const reply = await changedReply(changed, customer, office, { asksSlack: true });
    const notice: ModalView = { ...noticeModal('Daily digest', reply.text), blocks: reply.blocks };
    return ack({ response_action: 'update', view: notice });
  });
}

/** `digest` and nothing else: what follows it is an order, which the desk takes. */
export function isBareDigest(text: string): boolean {
  return /^\s*digest\s*$/i.test(text);
}

async function open(
  client: WebClient,
  trigger: string,
  place: { readonly team: string; readonly channel: string; readonly person: string },
  { digests, directory, clock }: DigestOffice,
): Promise<void> {
  const { subscription } = await digests.status(place);
  const zone = subscription?.zone ?? (await directory.zoneOf(place.person));
  const view = digestModal({
    ...usualSettings,
    ...subscription,
    zone: zone && 'zone' in readZone(zone) ? zone : undefined,
    channel: place.channel,
    // Whoever opens the form of a channel without digests wants them.
    status: 'on',
    state: stateLine(subscription, clock()),
  });
  await client.views.open({ trigger_id: trigger, view });
}
