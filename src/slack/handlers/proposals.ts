import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Settled, settle } from '../../additions/settling.ts';
import type { Proposal } from '../../library/article-store.ts';
import type { PersonRef } from '../../questions/people.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import { keepingTexts } from '../../texts/keeping.ts';
import type { Say } from '../../texts/say.ts';
import { isSlackAddress } from '../api/addresses.ts';
import { settledBlocks } from '../blocks/addition-blocks.ts';
import { noticeModal, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { proposalModal } from '../blocks/home-library.ts';
import { recordModal } from '../blocks/record-modal.ts';
import { ids } from '../ids.ts';
import { proposalCard } from '../replies/compose-addition.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';
import { mayKeep, readTypedRecord, refusalModal } from './keeping-parts.ts';

type ProposalParts = Pick<
  HandlerParts,
  'articles' | 'library' | 'librarians' | 'sayTo' | 'apiUrl' | 'log'
>;

/** Accepts, corrects and discards what somebody proposed: for librarians only. */
export function registerProposals(app: App, parts: ProposalParts): void {
  const either = new RegExp(`^(?:${ids.proposalAccept}|${ids.proposalDiscard})$`);
  app.action<BlockAction<ButtonAction>>(either, async ({ ack, action, body, client, respond }) => {
    await ack();
    const person = viewerIn(body);
    const say = await parts.sayTo(person);
    if (!(await mayKeep(person, tellingIn(body, client), parts, say))) return;
    const does = action.action_id === ids.proposalAccept ? 'accept' : 'discard';
    const act = { key: `${person.team}:${does}:${body.trigger_id}`, ...person };
    const settled = await settle(action.value ?? '', does, act, parts).catch(() => undefined);
    if (!settled) return tellAway(client, body.trigger_id, say);
    await showSettled(settled, { body, client, respond, person }, parts, say);
  });
  registerForm(app, parts);
  registerCorrection(app, parts);
  registerLook(app, parts);
}

/** Opens a proposal from the Home tab. */
function registerLook(app: App, parts: ProposalParts): void {
  app.action<BlockAction<ButtonAction>>(ids.proposalLook, async ({ ack, action, body, client }) => {
    await ack();
    const person = viewerIn(body);
    const say = await parts.sayTo(person);
    const proposal = await proposalOf(action.value ?? '', parts);
    const view =
      typeof proposal === 'object'
        ? proposalModal(cardOf(proposal, parts, say), say)
        : refusalOf(proposal, say);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
}

/** A proposal; undefined where none is kept, `away` while nobody knows. */
function proposalOf(id: string, { articles }: Pick<ProposalParts, 'articles'>) {
  return articles.proposal(id).catch(() => 'away' as const);
}

/** Why nothing can be done with a proposal. */
function refusalOf(proposal: Proposal | 'away' | undefined, say: Say): ModalView {
  const text = say(proposal === 'away' ? keepingTexts.away : texts.tooOld);
  return noticeModal(say(keepingTexts.notForYou), text, say);
}

/** The card of a proposal as it stands now. */
function cardOf(
  proposal: Proposal,
  { library, librarians }: Pick<ProposalParts, 'library' | 'librarians'>,
  say: Say,
): Reply {
  const before = proposal.replaces ? library.articles.get(proposal.replaces) : undefined;
  return proposalCard(proposal, { before, librarians: librarians.listed }, say);
}

function tellingIn(body: BlockAction<ButtonAction>, client: WebClient) {
  return { client, trigger: body.trigger_id, isInView: body.view !== undefined };
}

interface Shown {
  readonly body: BlockAction<ButtonAction>;
  readonly client: WebClient;
  readonly respond: RespondFn;
  readonly person: PersonRef;
}

/** The card stands where the button was clicked: in a message, which it replaces, or in a form. */
async function showSettled(
  settled: Settled,
  { body, client, respond, person }: Shown,
  { librarians }: ProposalParts,
  say: Say,
): Promise<void> {
  const reply = settledReply(settled, person.person, librarians.listed, say);
  if (body.view) {
    const notice = { ...noticeModal(say(keepingTexts.notForYou), '', say), blocks: reply.blocks };
    await client.views.update({ view_id: body.view.id, view: notice });
    return;
  }
  await respond({ replace_original: true, ...reply });
}

function settledReply(
  settled: Settled,
  person: string,
  librarians: readonly string[],
  say: Say,
): Reply {
  switch (settled.kind) {
    case 'done': {
      const { article, does, isVersion } = settled;
      const kind = does === 'discard' ? 'discarded' : isVersion ? 'acceptedVersion' : 'accepted';
      return settledBlocks({ kind, person, id: article.id, title: article.title }, say);
    }
    case 'settled before': {
      const { by } = settled;
      const kind =
        by?.deed === 'discarded' ? 'discarded' : by?.deed === 'added' ? 'accepted' : 'settled';
      return settledBlocks(
        { kind, person: by?.person ?? '', id: by?.article ?? '', title: by?.article ?? '' },
        say,
      );
    }
    case 'waiting': {
      const card = proposalCard(settled.proposal, { before: settled.before, librarians }, say);
      const note = richText(section(plain(say(texts.overtaken))));
      return { ...card, blocks: [note, ...card.blocks] };
    }
    case 'withdrawn':
      return settledBlocks(
        { kind: 'settled', person: '', id: '', title: say(keepingTexts.withdrawn) },
        say,
      );
  }
}

async function tellAway(client: WebClient, trigger_id: string, say: Say): Promise<void> {
  const view = noticeModal(say(keepingTexts.notForYou), say(keepingTexts.away), say);
  await client.views.open({ trigger_id, view });
}

/** What a form of a proposal carries: which one, and where its card stands. */
interface FormPlace {
  readonly proposal: string;
  readonly responseUrl?: string | undefined;
  readonly view?: string | undefined;
}

/** Opens the record of a proposal in a form. */
function registerForm(app: App, parts: ProposalParts): void {
  app.action<BlockAction<ButtonAction>>(
    ids.proposalCorrect,
    async ({ ack, action, body, client }) => {
      await ack();
      const person = viewerIn(body);
      const say = await parts.sayTo(person);
      if (!(await mayKeep(person, tellingIn(body, client), parts, say))) return;
      const proposal = await proposalOf(action.value ?? '', parts);
      const place: FormPlace = {
        proposal: action.value ?? '',
        responseUrl: body.response_url,
        view: body.view?.id,
      };
      const form = { callback: ids.proposalForm, metadata: JSON.stringify(place) };
      const view =
        typeof proposal === 'object' && proposal.article && proposal.state === 'waiting'
          ? recordModal(proposal.article, form, say)
          : refusalOf(proposal, say);
      const opening = { trigger_id: body.trigger_id, view };
      await (body.view ? client.views.push(opening) : client.views.open(opening));
    },
  );
}

/** Takes a corrected record back, and shows it in the place of the one before. */
function registerCorrection(app: App, parts: ProposalParts): void {
  app.view(ids.proposalForm, async ({ ack, view, body, client }) => {
    const person = viewerIn(body);
    const say = await parts.sayTo(person);
    const place = JSON.parse(view.private_metadata) as FormPlace;
    const refuse = (notice: ModalView) => ack({ response_action: 'update', view: notice });
    const refusal = await parts.librarians.refusalOf(person);
    if (refusal) return refuse(refusalModal(refusal, parts.librarians, say));
    const proposal = await proposalOf(place.proposal, parts);
    if (typeof proposal !== 'object' || !proposal.article || proposal.state !== 'waiting') {
      return refuse(refusalOf(proposal, say));
    }
    const read = readTypedRecord(proposal.article, view.state.values);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const act = { key: `${person.team}:amend:${view.id}`, ...person };
    const amended = parts.articles.amend(proposal.id, read.article, act);
    const outcome = await amended.catch(() => 'away' as const);
    if (outcome === 'away') return refuse(refusalOf('away', say));
    if (outcome.kind !== 'done' && outcome.kind !== 'repeated') {
      return refuse(refusalOf(undefined, say));
    }
    await ack();
    const card = cardOf({ ...proposal, article: read.article }, parts, say);
    if (place.view) {
      await client.views.update({ view_id: place.view, view: proposalModal(card, say) });
    }
    const { responseUrl } = place;
    if (isSlackAddress(responseUrl, parts.apiUrl)) await replaceCard(responseUrl, card, parts.log);
  });
}

/** Shows the corrected record in the place of the card from which the form was opened. */
async function replaceCard(
  responseUrl: string,
  card: Reply,
  log: ProposalParts['log'],
): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replace_original: true, ...card }),
    redirect: 'error',
    signal: AbortSignal.timeout(5000),
  }).catch((error: Error) => error);
  if (response instanceof Error || !response.ok) log.warn('A card could not be brought up to date');
}
