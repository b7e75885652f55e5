import { expect, it } from '@jest/globals';
import { siteOf } from '../../src/commands/try-site.ts';
import { readSource } from '../../src/import/read-source.ts';

it('the feed that can be tried brings two articles and a link, the second one after a minute', async () => {
  let now = 0;
  const { '//gazette.example/feed.xml': feed } = siteOf('examples/papers', () => now);
  const titles = async () => {
    const body = typeof feed?.body === 'function' ? feed.body() : '';
    const url = 'https://gazette.example/feed.xml';
    const read = await readSource({ bytes: Buffer.from(body), name: 'feed.xml', url });
    if ('problem' in read) throw new Error(read.problem);
    const { documents, links = [] } = read;
    return [documents, links].map((some) => some.map(({ record }) => record.title?.value));
  };
  const link = ['What the Terminal in Sel Earns, for Subscribers'];
  const first = 'Grain Ferries Wait for Trains That Wait for Ferries';
  expect(await titles()).toEqual([[first], link]);
  now = 59_000;
  expect(await titles()).toEqual([[first], link]);
  now = 60_000;
  expect(await titles()).toEqual([['Two Ports Settle on One Timetable', first], link]);
});
