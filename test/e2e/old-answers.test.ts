import { expect, it } from '@jest/globals';
import type { FakeSlack, Message } from 'slack-standin';
import { type ArticleStore, mainLibrary } from '../../src/library/article-store.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { openStore } from '../../src/store/open-store.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { afterTest, fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const words = 'The ferry to Harbin sails on every second Tuesday of the month.';

/** The articles as another process has them that works on the same database. */
function elsewhere(url = ''): ArticleStore {
  const store = openStore({ url, keepsTexts: true, tell: () => {} });
  afterTest(() => store.close());
  return store.articlesOf(mainLibrary);
}

/** What opens for Ada when she clicks something on an answer; it is closed again. */
async function opened(
  slack: FakeSlack,
  { ts }: Message,
  click: { readonly actionId: string; readonly blockId?: string; readonly option?: string },
): Promise<string> {
  await slack.click({ user: 'ada', in: { channel: 'general', ts }, ...click });
  const view = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
  await slack.closeView({ user: 'ada', viewId: view.id });
  await slack.waitFor(({ modals }) => !modals.get('U024ADABR')?.length);
  return JSON.stringify(view);
}

/** The first choice of the menu beside the quote of an answer. */
function inContext({ blocks = [] }: Message) {
  const section = blocks.find(({ type }) => type === 'section');
  const [, option = ''] = /"value":"([^"]+)"/.exec(JSON.stringify(section)) ?? [];
  return { actionId: 'in_context', blockId: section?.block_id ?? '', option };
}

it('an old answer keeps its words when its article is corrected or removed, until it is erased', async () => {
  const folder = writeFolder({
    'a.md': articleFile({ id: 'ferry', title: 'The ferry' }, words),
    'b.md': articleFile({ id: 'other' }, 'A bridge to Heihe was opened by two mayors.'),
  });
  const { slack, env, logged } = await startDesk({}, { LIBRARY_DIRS: folder });
  const text = '@sino-russia when does the ferry to Harbin sail?';
  await slack.say({ user: 'ada', channel: 'general', text });
  const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
  expect(seen(answer)).toContain(words);
  await untilLogged(logged, /: answered after/);
  const store = elsewhere(env.DATABASE_URL);
  const ferry = (await loadLibrary([folder])).articles.get('ferry');
  if (!ferry) throw new Error('no ferry');
  const paragraphs = [{ number: 1, text: 'The ferry has been given up.' }];
  const later = { ...ferry, title: 'No ferry', paragraphs };
  await store.correct(ferry, later, { key: '1', person: 'U1' });
  const stands = async () => {
    expect(await opened(slack, answer, inContext(answer))).toMatch(/quote is bold.*second Tuesday/);
    expect(await opened(slack, answer, { actionId: 'cite_all' })).toContain('The ferry');
  };
  const says = async (pattern: RegExp) => {
    for (;;) {
      const before = fromBot(slack, 'general').length;
      await slack.command({
        user: 'ada',
        channel: 'general',
        command: '/sino-russia',
        text: 'sources',
      });
      const reply = await slack.waitFor(() => fromBot(slack, 'general')[before]);
      if (pattern.test(seen(reply))) return;
    }
  };
  await says(/No ferry/);
  await stands();
  await store.remove(later, { key: '2', person: 'U1' });
  await says(/holds 1 article/);
  await stands();
  await store.erase(later, { key: '3', person: 'U1' });
  for (const click of [{ actionId: 'cite_all' }, inContext(answer)]) {
    const hears = () => opened(slack, answer, click);
    for (let heard = ''; !/was withdrawn/.test(heard); heard = await hears());
  }
});
