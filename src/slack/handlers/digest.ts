import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Changed } from '../../digests/channel-digests.ts';
import { defaultSettings, readTime, readZone } from '../../digests/settings.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import { noticeModal, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestInputs, digestModal } from '../blocks/digest-modal.ts';
import { ids } from '../ids.ts';
import {
  changedReply,
  type DigestReplyParts,
  describeChanged,
  stateLine,
} from '../replies/compose-digest.ts';

/** Opens the form for a channel's digests by buttons, takes it back, and pauses them. */
export function registerDigest(app: App, parts: DigestReplyParts): void {
  app.action<BlockAction<ButtonAction>>(ids.digestChange, async ({ ack, body, client }) => {
    await ack();
    const channel = body.channel?.id ?? '';
    const place = { team: body.team?.id ?? '', channel, person: body.user.id };
    await openDigestForm(client, body.trigger_id, place, parts);
  });

  app.view(ids.digestModal, async ({ ack, view, body, client, logger }) => {
    const read = readDigestForm(view.state.values as SubmittedValues);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { digests } = parts;
    const channel = view.private_metadata;
    const requester = { id: view.id, team: body.team?.id ?? '', channel, person: body.user.id };
    const changing =
      read.status === 'off'
        ? digests.off(requester, requester.person)
        : digests.set(requester, requester.person, read.settings, undefined);
    const soon = await Promise.race([
      changing.catch((error: Error) => error),
      new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
    ]);
    const [before, response] = respond(soon, read.status, parts);
    await ack(response);
    if (response.response_action === 'errors') return;
    // Only now is Slack asked: the form would show a failure if that took long.
    const reply = await changing
      .then((changed) => changedReply(changed, requester, parts, { asksSlack: true }))
      .catch((error: Error) => {
        logger.error(`A digest could not be changed: ${error.message}`);
        return notice(notSaved);
      });
    if (JSON.stringify(reply) === JSON.stringify(before)) return;
    await client.views
      .update({ view_id: view.id, view: replyModal(reply) })
      // The person has closed the form.
      .catch(() => client.chat.postEphemeral({ channel, user: requester.person, ...reply }))
      .catch((error: Error) => logger.warn(`Nobody could be told of a digest: ${error.message}`));
  });

  registerPause(app, parts);
}

/** A form is answered after so long, in ms, whether its change is written down or not: Slack waits 3 s. */
const patience = 2000;

const notSaved = 'I could not save this: my database is away. Please try again in a minute.';
const saving = 'My database is slow. This window will say what became of the change.';

type FormResponse =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** What a form shows at once, and how that is told to Slack. */
function respond(
  soon: Changed | Error | undefined,
  wanted: 'on' | 'off',
  parts: DigestReplyParts,
): readonly [Reply, FormResponse] {
  const show = (reply: Reply) =>
    [reply, { response_action: 'update', view: replyModal(reply) }] as const;
  const refuse = (input: string, problem: string) =>
    [notice(problem), { response_action: 'errors', errors: { [input]: problem } }] as const;
  if (!soon) return show(notice(saving));
  if (soon instanceof Error) return refuse(digestInputs.status, notSaved);
  if (soon.kind === 'impossible' && wanted === 'on') {
    return refuse(digestInputs.topics, soon.problem);
  }
  return show(describeChanged(soon, parts));
}

function notice(text: string): Reply {
  return { text, blocks: [richText(section(plain(text)))] };
}

function replyModal({ text, blocks }: Reply): ModalView {
  return { ...noticeModal('Daily digest', text), blocks };
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

/** What a form holds, as Slack sends it; it may come from anybody. */
type SubmittedValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly { readonly value?: string }[];
        }
      >
    >
  >
>;

/** A form that was read, or what is wrong under which input. */
export type ReadForm =
  | { readonly status: 'on' | 'off'; readonly settings: DigestSettings }
  | { readonly errors: Record<string, string> };

/** Reads the form of a channel's digests; topics are left to those who know the search syntax. */
function readDigestForm(values: SubmittedValues): ReadForm {
  const chosen = (id: string) => values[id]?.[id]?.selected_option?.value ?? '';
  const errors: Record<string, string> = {};
  const time = readTime(chosen(digestInputs.time));
  const zone = readZone(chosen(digestInputs.zone));
  const days = values[digestInputs.weekdays]?.[digestInputs.weekdays]?.selected_options ?? [];
  const weekdays = days.map(({ value }) => Number(value)).sort((a, b) => a - b);
  const passages = Number(chosen(digestInputs.passages));
  if ('problem' in time) errors[digestInputs.time] = time.problem;
  if ('problem' in zone) errors[digestInputs.zone] = zone.problem;
  if (weekdays.length === 0 || !weekdays.every((day) => [1, 2, 3, 4, 5, 6, 7].includes(day))) {
    errors[digestInputs.weekdays] = 'Choose one weekday at least.';
  }
  if (![1, 2, 3, 4, 5].includes(passages)) errors[digestInputs.passages] = 'Choose 1 to 5.';
  if (!('time' in time) || !('zone' in zone) || Object.keys(errors).length > 0) return { errors };
  const topics = values[digestInputs.topics]?.[digestInputs.topics]?.value?.trim() ?? '';
  return {
    status: chosen(digestInputs.status) === 'off' ? 'off' : 'on',
    settings: { time: time.time, zone: zone.zone, weekdays, topics, passages },
  };
}
