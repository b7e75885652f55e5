import { describe, expect, it, jest } from '@jest/globals';
import type { FakeSlack, Message, PersonConfig } from 'slack-standin';
import { loadLibrary } from '../../src/library/load.ts';
import { messageShortcuts } from '../../src/slack/manifest.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilSettled } from '../support/until-settled.ts';

// Each request is made by three people, on a busy machine.
jest.setTimeout(120_000);

const people: PersonConfig[] = [
  { id: 'U0ADA', name: 'ada' },
  { id: 'U0VERA', name: 'vera', locale: 'ru-RU', tz: 'Europe/Moscow' },
  { id: 'U0LIN', name: 'lin', locale: 'zh-TW', tz: 'Asia/Taipei' },
];
const folders = ['seeds', 'examples'];

const start = () =>
  startDesk({ people, app: { shortcuts: messageShortcuts } }, { LIBRARY_DIRS: folders.join(',') });

/** Sends the command, and gives back what only that person sees of the reply. */
async function ask(slack: FakeSlack, user: string, text: string): Promise<Message> {
  const own = () =>
    fromBot(slack, 'general').filter(({ ephemeral_to: to }) => to === `U0${user.toUpperCase()}`);
  const before = own().length;
  await slack.command({ user, channel: 'general', command: '/sino-russia', text });
  return slack.waitFor(() => own()[before], { what: `an answer to ${text}` });
}

/** Texts of blocks or views that are no code, each on its own. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('style' in part && (part.style as { code?: boolean } | null)?.code) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
}

/** Every word of the library, with which quotes and titles are compared. */
async function readLibrary(): Promise<string> {
  const { articles } = await loadLibrary(folders);
  const texts = [...articles.values()].flatMap(({ id, title, authors, publisher, paragraphs }) => [
    ...[id, title, publisher ?? ''],
    ...authors,
    ...paragraphs.flatMap(({ text, heading = '' }) => [text, heading]),
  ]);
  return texts.join('\n');
}

/** What was typed, out of the form in which it is repeated. */
function bare(text: string): string {
  return text.replace(/[“”]/g, '').replace(': ', ':');
}

/** Those of some texts that stand in English as well and hold words of it. */
function englishIn(texts: readonly string[], english: readonly string[]): string[] {
  return texts.filter(
    (text) => english.includes(text) && /[A-Za-z]{2,}[^A-Za-z]+[A-Za-z]{2,}/.test(text),
  );
}

const requests = [
  'thaad',
  'who won the world cup?',
  'gas before:someday',
  'note:this gas pipeline',
  'author:nobody',
  'author:hammond',
  'timeline gas pipeline',
  'verify "We have counted the same crates twice" — Lena Ostrova',
  'verify "We have counted the very same crates twice" — Tom Ostrov',
  'verify "No such words were ever written about the price of ferries"',
  'verify "no"',
  'help',
  'hello',
  'thanks',
  'sources',
  'article hammond-2017',
  'article nothing',
  'status',
  'timeline',
  'verify',
  'mute',
  'digest status',
  'digest preview',
  'forget',
];

describe('a person whose Slack is in Russian or Chinese', () => {
  it('reads no word of ours in English, whatever they ask for', async () => {
    const { slack } = await start();
    const library = await readLibrary();
    const left: string[] = [];
    for (const request of requests) {
      const english = textsIn((await ask(slack, 'ada', request)).blocks);
      for (const user of ['vera', 'lin']) {
        const own = textsIn((await ask(slack, user, request)).blocks);
        const same = englishIn(own, english).filter((text) => !library.includes(text));
        left.push(...same.filter((text) => !request.includes(bare(text))));
      }
    }
    expect(left).toEqual([]);
  });

  it('fills in forms in it, where an order is not understood', async () => {
    const { slack } = await start();
    const formOf = async (user: string) => {
      const text = 'digest 25:99 for the zebra';
      await slack.command({ user, channel: 'general', command: '/sino-russia', text });
      const id = `U0${user.toUpperCase()}`;
      return textsIn(await slack.waitFor(({ modals }) => modals.get(id)?.at(-1)));
    };
    const english = await formOf('ada');
    const zones = /^[A-Z]\w+\/\w+|^energy, "dual freeze"/;
    for (const user of ['vera', 'lin']) {
      const left = englishIn(await formOf(user), english).filter((text) => !zones.test(text));
      expect(left).toEqual([]);
    }
  });

  it.each([
    ['vera', /3 фрагмента из 2 статей/, /абз\. 14 по нашему счёту \(пересказ\)/],
    ['lin', /2 篇文章中的 3 个段落/, /第14段（按本库计数）（转述）/],
  ])(
    'gets quotes as they are, and what stands around them in it: %s',
    async (user, found, cited) => {
      const { slack } = await start();
      const answer = seen(await ask(slack, user, 'thaad'));
      expect(answer).toMatch(found);
      expect(answer).toMatch(cited);
      expect(answer).toContain('China is vehemently opposed to THAAD');
    },
  );

  it.each([
    ['vera', 'почему Китай против THAAD?', /Прочитано: «Китай» как China/],
    ['lin', '为什么中国反对萨德？', /识别为：.*“萨德”即 THAAD/],
  ])('is answered in a channel in it, where all can read it: %s', async (user, text, read) => {
    const { slack } = await start();
    await slack.say({ user, channel: 'general', text: `@sino-russia ${text}` });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(read);
    expect(seen(answer)).toContain('vehemently opposed to THAAD');
  });

  it.each([
    ['vera', 'Поделиться в канале', /делится ответом на свой вопрос/],
    ['lin', '分享到频道', /提了问题，并分享回答/],
  ])('shares an answer in it: %s', async (user, label, shared) => {
    const { slack } = await start();
    const answer = await ask(slack, user, 'thaad');
    expect(textsIn(answer.blocks)).toContain(label);
    const where = { channel: 'general', ts: answer.ts };
    await slack.click({ user, in: where, actionId: 'share' });
    const isPublic = ({ ephemeral_to: to }: Message) => to === undefined;
    const message = await slack.waitFor(() => fromBot(slack, 'general').find(isPublic));
    expect(seen(message)).toMatch(shared);
  });

  it.each([
    ['vera', 'Все ссылки', 'Прислать для копирования', /Записано: ответ вам помог/],
    ['lin', '全部引用', '发给我以便复制', /已记录：这个回答对您有用/],
  ])('cites and judges an answer in it, in the styles of English: %s', async (user, ...wanted) => {
    const [title, send, noted] = wanted;
    const { slack } = await start();
    const answer = await ask(slack, user, 'thaad');
    const where = { channel: 'general', ts: answer.ts };
    await slack.click({ user, in: where, actionId: 'cite_all' });
    const id = `U0${user.toUpperCase()}`;
    const modal = await slack.waitFor(({ modals }) => modals.get(id)?.at(-1));
    expect(modal.title?.text).toBe(title);
    const texts = textsIn(modal.blocks);
    expect(texts).toContain(send);
    expect(texts.join('')).toContain('[November 2017]');
    const [, value] = /"positive_button":.*?"value":"([^"]+)"/.exec(JSON.stringify(answer)) ?? [];
    await slack.click({ user, in: where, actionId: 'feedback', value });
    const isNote = (message: Message) => noted instanceof RegExp && noted.test(message.text);
    await slack.waitFor(() => fromBot(slack, 'general').find(isNote));
  });

  it.each([
    ['vera', 'Ваши последние вопросы', /есть ответ/],
    ['lin', '您最近的问题', /已回答/],
  ])('finds a Home tab in it: %s', async (user, heading, outcome) => {
    const desk = await start();
    const { slack } = desk;
    await ask(slack, user, 'thaad');
    await untilSettled(desk);
    await slack.openHome({ user });
    const home = await slack.waitFor(({ homes }) => homes.get(`U0${user.toUpperCase()}`));
    const texts = textsIn(home.blocks);
    expect(texts).toContain(heading);
    expect(texts.join('\n')).toMatch(outcome);
  });

  it.each([
    ['vera', 'На эти вопросы в библиотеке есть ответ', /^\p{Script=Cyrillic}/u],
    ['lin', '这些问题资料库里有答案', /^\p{Script=Han}/u],
  ])('is offered questions in it that the library answers: %s', async (user, title, asked) => {
    const { slack } = await start();
    await slack.openHome({ user, tab: 'messages' });
    const suggested = await slack.waitFor(({ prompts }) => [...prompts.values()][0]);
    expect(suggested.title).toBe(title);
    expect(suggested.prompts.length).toBeGreaterThan(1);
    for (const prompt of suggested.prompts) expect(prompt.title).toMatch(asked);
  });
});
