import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { ids } from '../ids.ts';
import { changedReply, type DigestOffice } from '../replies/compose-digest.ts';

/** Lets anybody in the channel pause its digest for a week; the status shows who did. */
export function registerDigestPause(app: App, office: DigestOffice): void {
  app.action<BlockAction<ButtonAction>>(ids.digestPause, async ({ ack, body, respond }) => {
    await ack();
    const place = { team: body.team?.id ?? '', channel: body.channel?.id ?? '' };
    const customer = { ...place, id: body.trigger_id, person: body.user.id };
    const changed = await office.digests.pause(customer, customer.person, undefined);
    const reply = await changedReply(changed, customer, office, { asksSlack: false });
    await respond({ response_type: 'ephemeral', replace_original: false, ...reply });
  });
}
