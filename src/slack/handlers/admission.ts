import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Admission, SayTo, Wish } from '../../questions/people.ts';
import { peopleTexts as texts } from '../../texts/people.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { ids } from '../ids.ts';

/** What changes something for a whole channel. */
const changes = new Set<string>([ids.digestModal, ids.digestChange, ids.digestPause]);

/** What a body says of who did what; it holds different fields for each kind of interaction. */
interface Interaction {
  readonly type?: string;
  readonly team?: { readonly id?: string };
  readonly team_id?: string;
  readonly user?: { readonly id?: string };
  readonly trigger_id?: string;
  readonly actions?: readonly { readonly action_id?: string }[];
  readonly view?: { readonly callback_id?: string };
  readonly event?: { readonly type?: string; readonly user?: string; readonly tab?: string };
}

/**
 * Stands before all buttons, menus, forms and tabs: a person who may not ask may not use them either, and
 * hears why. Questions are judged when they are answered, so that each gets exactly one reply.
 */
export function registerAdmission(app: App, { refusalOf }: Admission, sayTo: SayTo): void {
  app.use(async ({ body, client, next, ...rest }) => {
    const interaction = body as Interaction;
    const person = personIn(interaction);
    const refusal = person && (await refusalOf(person, wishOf(interaction)));
    if (!refusal) return next();
    const { ack } = rest as { ack?: (response?: object) => Promise<void> };
    const say = await sayTo(person);
    const notice = noticeModal(say(texts.notForYou), say(refusal.reason), say);
    await tell(notice, interaction, { client, ack });
  });
}

/** The person who clicked, submitted or opened the Home tab; undefined for everything else. */
function personIn({ type, team, team_id, user, event }: Interaction) {
  if (event?.type === 'app_home_opened') return { team: team_id ?? '', person: event.user ?? '' };
  const isUse = type === 'block_actions' || type === 'view_submission' || type === 'message_action';
  return isUse && user?.id ? { team: team?.id ?? '', person: user.id } : undefined;
}

function wishOf({ actions, view }: Interaction): Wish {
  const names = [view?.callback_id, ...(actions ?? []).map(({ action_id }) => action_id)];
  return names.some((name) => name !== undefined && changes.has(name)) ? 'change' : 'ask';
}

interface Means {
  readonly client: WebClient;
  readonly ack: ((response?: object) => Promise<void>) | undefined;
}

async function tell(notice: ModalView, interaction: Interaction, { client, ack }: Means) {
  const { type, event, trigger_id } = interaction;
  if (event) {
    if (event.tab !== 'home') return;
    const view = { type: 'home' as const, blocks: notice.blocks };
    await client.views.publish({ user_id: event.user ?? '', view });
  } else if (type === 'view_submission') {
    await ack?.({ response_action: 'update', view: notice });
  } else {
    await ack?.();
    if (trigger_id) await client.views.open({ trigger_id, view: notice });
  }
}
