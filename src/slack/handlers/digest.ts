import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Changed } from '../../digests/channel-digests.ts';
import { readOrder } from '../../digests/order.ts';
import { defaultSettings, quarters } from '../../digests/settings.ts';
import type { DigestSettings } from '../../digests/subscription.ts';
import { readZone } from '../../digests/zones.ts';
import { digestTexts as texts } from '../../texts/digests.ts';
import type { Say } from '../../texts/say.ts';
import { noticeModal, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestInputs, digestModal } from '../blocks/digest-modal.ts';
import { stateOf } from '../blocks/digest-status-blocks.ts';
import { ids } from '../ids.ts';
import {
  changedReply,
  type DigestReplyParts,
  describeChanged,
  type Requester,
} from '../replies/compose-digest.ts';

/** Opens the form for a channel's digests by buttons, takes it back, and pauses them. */
export function registerDigest(app: App, parts: DigestReplyParts): void {
  app.action<BlockAction<ButtonAction>>(ids.digestChange, async ({ ack, action, body, client }) => {
    await ack();
    const channel = body.channel?.id ?? '';
    const place = { team: body.team?.id ?? '', channel, person: body.user.id };
    await openDigestForm(client, body.trigger_id, place, parts, action.value);
  });

  app.view(ids.digestModal, async ({ ack, view, body, client, logger }) => {
    const channel = view.private_metadata;
    const requester = { id: view.id, team: body.team?.id ?? '', channel, person: body.user.id };
    const say = await parts.sayTo(requester);
    const read = readDigestForm(view.state.values as SubmittedValues, say);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const changing = change(read, requester, parts);
    const soon = await Promise.race([
      changing.catch((error: Error) => error),
      new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
    ]);
    const [before, response] = respond(soon, read.status, parts, say);
    await ack(response);
    if (response.response_action === 'errors') return;
    // Only now is Slack asked: the form would show a failure if that took long.
    const reply = await changing
      .then((changed) => changedReply(changed, requester, parts, { asksSlack: true, say }))
      .catch((error: Error) => {
        logger.error(`A digest could not be changed: ${error.message}`);
        return notice(say(texts.notSaved));
      });
    if (JSON.stringify(reply) === JSON.stringify(before)) return;
    await client.views
      .update({ view_id: view.id, view: replyModal(reply, say) })
      // The person has closed the form.
      .catch(() => client.chat.postEphemeral({ channel, user: requester.person, ...reply }))
      .catch((error: Error) => logger.warn(`Nobody could be told of a digest: ${error.message}`));
  });

  registerPause(app, parts);
}

/** A form is answered after so long, in ms, whether its change is written down or not: Slack waits 3 s. */
const patience = 2000;

function change(
  read: Extract<ReadForm, { readonly status: 'on' | 'off' }>,
  requester: Requester,
  { digests }: DigestReplyParts,
): Promise<Changed> {
  const { person } = requester;
  return read.status === 'off'
    ? digests.off(requester, person)
    : digests.set(requester, person, read.settings, undefined);
}

type FormResponse =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** What a form shows at once, and how that is told to Slack. */
function respond(
  soon: Changed | Error | undefined,
  wanted: 'on' | 'off',
  parts: DigestReplyParts,
  say: Say,
): readonly [Reply, FormResponse] {
  const show = (reply: Reply) =>
    [reply, { response_action: 'update', view: replyModal(reply, say) }] as const;
  const refuse = (input: string, problem: string) =>
    [notice(problem), { response_action: 'errors', errors: { [input]: problem } }] as const;
  if (!soon) return show(notice(say(texts.saving)));
  if (soon instanceof Error) return refuse(digestInputs.status, say(texts.notSaved));
  if (soon.kind === 'impossible' && wanted === 'on') {
    return refuse(digestInputs.topics, say(soon.problem));
  }
  return show(describeChanged(soon, parts, say));
}

function notice(text: string): Reply {
  return { text, blocks: [richText(section(plain(text)))] };
}

function replyModal({ text, blocks }: Reply, say: Say): ModalView {
  return { ...noticeModal(say(texts.modalTitle), text, say), blocks };
}

/** Anybody in the channel may pause its digest for a week; the status shows who did. */
function registerPause(app: App, parts: DigestReplyParts): void {
  app.action<BlockAction<ButtonAction>>(ids.digestPause, async ({ ack, body, respond }) => {
    await ack();
    const place = { team: body.team?.id ?? '', channel: body.channel?.id ?? '' };
    const requester = { ...place, id: body.trigger_id, person: body.user.id };
    const say = await parts.sayTo(requester);
    const changed = await parts.digests.pause(requester, requester.person, undefined);
    const reply = await changedReply(changed, requester, parts, { asksSlack: false, say });
    await respond({ response_type: 'ephemeral', replace_original: false, ...reply });
  });
}

/** Opens the form for the digests of a channel, filled in with what is understood of an order in words. */
export async function openDigestForm(
  client: WebClient,
  trigger: string,
  place: { readonly team: string; readonly channel: string; readonly person: string },
  { digests, directory, clock, sayTo }: DigestReplyParts,
  order = '',
): Promise<void> {
  const say = await sayTo(place);
  const { subscription } = await digests.status(place);
  const read = readOrder(order);
  const wanted = 'settings' in read ? read.settings : {};
  const zone = wanted.zone ?? subscription?.zone ?? (await directory.zoneOf(place.person));
  const form = {
    ...{ ...defaultSettings, ...subscription, ...wanted },
    zone: zone && readZone(zone),
    channel: place.channel,
    // Nobody opens the form of a channel without digests but to switch them on.
    status: 'on' as const,
    state: stateOf(subscription, clock(), say),
    problems: read.kind === 'unclear' ? read.problems.map((problem) => say(problem)) : [],
  };
  await client.views.open({ trigger_id: trigger, view: digestModal(form, say) });
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
function readDigestForm(values: SubmittedValues, say: Say): ReadForm {
  const inputOf = (id: string) => values[id]?.[id];
  const chosen = (id: string) => inputOf(id)?.selected_option?.value ?? '';
  const listed = (id: string) => (inputOf(id)?.selected_options ?? []).map(({ value }) => value);
  const errors: Record<string, string> = {};
  const time = chosen(digestInputs.time);
  const zone = readZone(chosen(digestInputs.zone));
  const weekdays = listed(digestInputs.weekdays)
    .map(Number)
    .sort((a, b) => a - b);
  const passages = Number(chosen(digestInputs.passages));
  if (!quarters.includes(time)) errors[digestInputs.time] = say(texts.chooseFromList);
  if (!zone) errors[digestInputs.zone] = say(texts.chooseFromList);
  if (weekdays.length === 0 || !weekdays.every((day) => [1, 2, 3, 4, 5, 6, 7].includes(day))) {
    errors[digestInputs.weekdays] = say(texts.chooseDay);
  }
  if (![1, 2, 3, 4, 5].includes(passages))
    errors[digestInputs.passages] = say(texts.chooseFromList);
  if (!zone || Object.keys(errors).length > 0) return { errors };
  return {
    status: chosen(digestInputs.status) === 'off' ? 'off' : 'on',
    settings: {
      ...{ time, zone, weekdays, passages },
      rhythm: chosen(digestInputs.rhythm) === 'news' ? 'news' : 'times',
      topics: inputOf(digestInputs.topics)?.value?.trim() ?? '',
      archive: listed(digestInputs.archive).includes('archive'),
    },
  };
}
