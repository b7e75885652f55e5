import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { formFields, typedOf } from '../../additions/record-form.ts';
import type { Article } from '../../library/article.ts';
import type { Act, Outcome } from '../../library/article-store.ts';
import { additionTexts } from '../../texts/additions.ts';
import { keepingTexts as texts } from '../../texts/keeping.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { button, noticeModal } from '../blocks/block-kit.ts';
import { eraseModal, removeModal, sureInput } from '../blocks/keeping-modals.ts';
import { recordModal } from '../blocks/record-modal.ts';
import { ids } from '../ids.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';
import { mayKeep, readTypedRecord, refusalModal } from './keeping-parts.ts';

type KeepingParts = Pick<HandlerParts, 'articles' | 'library' | 'librarians' | 'sayTo' | 'log'>;

/** Corrects, removes and erases articles of the library: for librarians only. */
export function registerKeeping(app: App, parts: KeepingParts): void {
  const openers: Readonly<Record<string, (article: Article, say: Say) => ModalView>> = {
    [ids.articleCorrect]: (article, say) =>
      recordModal(article, { callback: ids.articleForm, metadata: article.id }, say),
    [ids.articleRemove]: removeModal,
    [ids.articleErase]: eraseModal,
  };
  for (const [id, open] of Object.entries(openers)) {
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, client }) => {
      await ack();
      const person = viewerIn(body);
      const say = await parts.sayTo(person);
      const isInView = body.view?.type === 'modal';
      const telling = { client, trigger: body.trigger_id, isInView };
      if (!(await mayKeep(person, telling, parts, say))) return;
      const article = parts.library.articles.get(action.value ?? '');
      const view = article ? open(article, say) : await goneModal(action.value ?? '', parts, say);
      const opening = { trigger_id: body.trigger_id, view };
      await (isInView ? client.views.push(opening) : client.views.open(opening));
    });
  }
  registerCorrection(app, parts);
  registerRemoval(app, parts);
  registerErasure(app, parts);
}

/** What is said of an article that the library no longer holds. */
export async function goneModal(
  id: Article['id'],
  { articles }: Pick<KeepingParts, 'articles'>,
  say: Say,
): Promise<ModalView> {
  const isErased = await articles.isErased({ id }).catch(() => false);
  return noticeModal(say(texts.notForYou), say(isErased ? texts.withdrawn : texts.gone), say);
}

function registerCorrection(app: App, parts: KeepingParts): void {
  app.view(ids.articleForm, async ({ ack, view, body }) => {
    const found = await begin(parts, view, body);
    if ('notice' in found) return ack({ response_action: 'update', view: found.notice });
    const { article, act, say } = found;
    const read = readTypedRecord(article, view.state.values);
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const [before, after] = [typedOf(article), typedOf(read.article)];
    const fields = formFields
      .filter((field) => before[field] !== after[field])
      .map((field) => say(additionTexts[field]));
    const isSame = JSON.stringify(article) === JSON.stringify(read.article);
    const outcome = isSame
      ? undefined
      : await parts.articles.correct(article, read.article, act).catch(() => 'away' as const);
    const done = say(texts.corrected, { fields: say.list(fields) });
    const text = outcome === undefined ? say(texts.nothingCorrected) : textOf(outcome, done, say);
    await ack({ response_action: 'update', view: noticeModal(say(texts.notForYou), text, say) });
  });
}

function registerRemoval(app: App, parts: KeepingParts): void {
  app.view(ids.articleRemoveSure, async ({ ack, view, body }) => {
    const found = await begin(parts, view, body);
    if ('notice' in found) return ack({ response_action: 'update', view: found.notice });
    const { article, act, say } = found;
    const outcome = await parts.articles.remove(article, act).catch(() => 'away' as const);
    const notice = noticeModal(say(texts.notForYou), textOf(outcome, say(texts.removed), say), say);
    const isDone = outcome !== 'away' && outcome.kind === 'done';
    const back = button(say(texts.restore), ids.articleRestore, article.id);
    const blocks = [
      ...notice.blocks,
      ...(isDone ? [{ type: 'actions' as const, elements: [back] }] : []),
    ];
    await ack({ response_action: 'update', view: { ...notice, blocks } });
  });

  app.action<BlockAction<ButtonAction>>(
    ids.articleRestore,
    async ({ ack, action, body, client }) => {
      await ack();
      const person = viewerIn(body);
      const say = await parts.sayTo(person);
      const telling = { client, trigger: body.trigger_id, isInView: true };
      if (!body.view || !(await mayKeep(person, telling, parts, say))) return;
      const act = { key: `${person.team}:restore:${body.trigger_id}`, ...person };
      const outcome = await parts.articles
        .restore(action.value ?? '', act)
        .catch(() => 'away' as const);
      const text = textOf(outcome, say(texts.restored), say);
      await client.views.update({
        view_id: body.view.id,
        view: noticeModal(say(texts.notForYou), text, say),
      });
    },
  );
}

function registerErasure(app: App, parts: KeepingParts): void {
  app.view(ids.articleEraseSure, async ({ ack, view, body, client }) => {
    const found = await begin(parts, view, body);
    if ('notice' in found) return ack({ response_action: 'update', view: found.notice });
    const { article, act, say } = found;
    const ticked = view.state.values[sureInput]?.[sureInput]?.selected_options ?? [];
    if (ticked.length === 0) {
      return ack({ response_action: 'errors', errors: { [sureInput]: say(texts.eraseUnsure) } });
    }
    // Files of a large database take longer to be written again than Slack waits.
    const title = say(texts.notForYou);
    await ack({ response_action: 'update', view: noticeModal(title, say(texts.erasing), say) });
    const outcome = await parts.articles.erase(article, act).catch(() => 'away' as const);
    const text = textOf(outcome, `${say(texts.erased)} ${say(texts.inFolder)}`, say);
    if (outcome !== 'away') parts.log.info(`Article ${article.id} is erased`);
    await client.views.update({ view_id: view.id, view: noticeModal(title, text, say) });
  });
}

/** Who submitted a form about which article; a notice where that comes to nothing. */
async function begin(
  parts: KeepingParts,
  view: { readonly id: string; readonly private_metadata: string },
  body: Parameters<typeof viewerIn>[0],
): Promise<
  | { readonly article: Article; readonly act: Act; readonly say: Say }
  | { readonly notice: ModalView }
> {
  const person = viewerIn(body);
  const say = await parts.sayTo(person);
  const refusal = await parts.librarians.refusalOf(person);
  if (refusal) return { notice: refusalModal(refusal, parts.librarians, say) };
  const article = parts.library.articles.get(view.private_metadata);
  if (!article) return { notice: await goneModal(view.private_metadata, parts, say) };
  return { article, say, act: { key: `${person.team}:view:${view.id}`, ...person } };
}

function textOf(outcome: Outcome | 'away', done: string, say: Say): string {
  if (outcome === 'away') return say(texts.away);
  const others: Readonly<Partial<Record<Outcome['kind'], Message>>> = {
    overtaken: texts.overtaken,
    taken: texts.overtaken,
    withdrawn: texts.withdrawn,
  };
  const other = others[outcome.kind];
  return other ? say(other as typeof texts.overtaken) : done;
}
