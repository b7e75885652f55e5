import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { FakeSlack } from 'slack-standin';
import { fromBot, seen, startDesk, temporaryFolder } from '../support/start-desk.ts';

const markup = '<!channel> <@U024ADABR> <https://evil.example|bank> *bold* `code` &lt; :smile:';

/** An article whose every field means something to Slack, RIS, BibTeX or a terminal. */
function hostileArticle(id: string): string {
  const record = {
    id,
    title: `Beavers ${markup} \u202eend\u0007 {\\input{x}} TY  - JOUR`,
    authors: [`{${markup.replace(/[{}]/g, '')}}`],
    publisher: `${markup} @article{x,`,
    published: '2024-05-17',
    url: 'https://example.org/a?b=%7C&c=<x>#:~:text=a,-b',
    text: 'original',
  };
  const yaml = Object.entries(record).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  const paragraph = `Beavers build dams, says ${markup}. ${'& '.repeat(300)}${'😀'.repeat(500)}`;
  return `---\n${yaml.join('')}---\n## Dams ${markup}\n\n${paragraph}\n\nBeavers ${'x'.repeat(900)}\n`;
}

const ask = (slack: FakeSlack, text: string) =>
  slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });

it('an article full of markup harms no reply, and is shown as it reads', async () => {
  const folder = await temporaryFolder();
  for (const id of ['one', 'two', 'three']) {
    await writeFile(join(folder, `${id}.md`), hostileArticle(id));
  }
  const { slack, bot, logged } = await startDesk({}, { LIBRARY_DIRS: folder });
  const commands = ['beavers dams', 'timeline beavers', 'sources', 'article one', 'help', 'status'];
  const claims = ['verify "Beavers build dams, says"', 'digest 09:00 UTC', 'digest preview'];
  for (const text of [...commands, ...claims]) await ask(slack, text);
  await slack.openHome({ user: 'ada' });
  await slack.openHome({ user: 'ada', tab: 'messages' });
  await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia beavers' });
  await slack.idle();
  await bot.stop();
  const refused = slack.calls.filter(({ ok, error }) => !ok && error !== 'missing_scope');
  expect(refused).toEqual([]);
  expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
  const shown = fromBot(slack, 'general');
  expect(shown.length).toBeGreaterThan(commands.length + claims.length);
  // What Slack would read as a mention of all stands in no field that it reads.
  expect(JSON.stringify(shown)).not.toMatch(
    /"type":"broadcast"|"text":"[^"]*<!channel>[^"]*","type":"mrkdwn"/,
  );
  // The one mention that is meant: who ordered the channel's digest.
  const texts = shown.map(({ text }) => text.replace(/<@U024ADABR> switched it on/, ''));
  expect(texts.join()).not.toMatch(/<!|<@|<http/);
  expect(shown.map(seen).join()).toContain(
    '<!channel> <@U024ADABR> https://evil.example|bank bold `code` < :smile:',
  );
});
