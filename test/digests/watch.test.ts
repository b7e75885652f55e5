import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/library/article.ts';
import { openLibraryOf, place, startDigests } from './digest-bench.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 22, 12);

/** A made-up article of one paragraph. */
function article(id: string, text: string): Article {
  return {
    ...{ id, title: `News ${id}`, authors: [], language: 'en' },
    ...({ text: 'original', inferred: [] } as const),
    paragraphs: [{ number: 1, text }],
  } as Article;
}

const treaty = 'Russia and China signed a treaty on gas worth $400 billion in Vladivostok.';
const football = 'Spartak won the football cup after extra time in Kazan on Sunday.';

async function watching(topics: string, zone = 'UTC') {
  const desk = await startDigests(noon, { folders: [] });
  const held: Article[] = [article('old', 'China imported gas from Russia for years.')];
  const take = async (...added: Article[]) => {
    held.push(...added);
    desk.hold(await openLibraryOf(held));
  };
  await take();
  await desk.digests.set(place, 'U1', { rhythm: 'news', zone, topics }, undefined);
  const run = async (ms: number, step = minute) => {
    for (const end = desk.clock.now + ms; desk.clock.now < end; ) {
      desk.clock.now = Math.min(end, desk.clock.now + step);
      await desk.go();
    }
  };
  return { ...desk, take, run };
}

describe('a watch', () => {
  it('says nothing until something new on its topic comes, then tells it at once and only once', async () => {
    const desk = await watching('gas');
    await desk.run(3 * hour, 10 * minute);
    expect(desk.channel.posts).toHaveLength(0);
    await desk.take(article('football', football));
    await desk.run(2 * hour, 10 * minute);
    expect(desk.channel.posts).toHaveLength(0);
    await desk.take(article('treaty', treaty));
    const before = desk.clock.now;
    await desk.run(minute);
    expect(desk.channel.posts).toMatchObject([{ cause: 'news', at: before + minute }]);
    expect(desk.channel.posts[0]?.digest.fresh.map(({ article: id }) => id)).toEqual(['treaty']);
    await desk.run(48 * hour, hour);
    expect(desk.channel.posts).toHaveLength(1);
  });

  it('tells at most once an hour, and then all that has come', async () => {
    const desk = await watching('gas');
    await desk.take(article('first', treaty));
    await desk.run(minute);
    for (const id of ['second', 'third', 'fourth']) {
      await desk.take(article(id, `${treaty} It was the ${id} of its kind.`));
      await desk.run(10 * minute);
    }
    expect(desk.channel.posts).toHaveLength(1);
    await desk.run(hour);
    expect(desk.channel.posts).toHaveLength(2);
    const [first, second] = desk.channel.posts;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(hour);
    expect(second?.digest.fresh).toHaveLength(3);
  });

  it('is not hastened by being confirmed, and rests while it is paused or off', async () => {
    const desk = await watching('gas');
    await desk.take(article('first', treaty));
    await desk.run(minute);
    await desk.digests.set(place, 'U1', { rhythm: 'news' }, undefined);
    await desk.take(article('second', treaty));
    await desk.run(30 * minute);
    expect(desk.channel.posts).toHaveLength(1);
    await desk.digests.pause(place, 'U1', { kind: 'after', days: 2 });
    await desk.run(35 * hour, hour);
    expect(desk.channel.posts).toHaveLength(1);
    await desk.run(2 * hour, hour);
    expect(desk.channel.posts).toHaveLength(2);
    await desk.digests.off(place, 'U1');
    await desk.take(article('third', treaty));
    await desk.run(5 * hour, hour);
    expect(desk.channel.posts).toHaveLength(2);
  });

  it('tells once what could not be posted for hours, with what has come since', async () => {
    const desk = await watching('gas');
    desk.channel.always = { kind: 'refused', code: 'not_in_channel' };
    await desk.take(article('first', treaty));
    await desk.run(3 * hour, 5 * minute);
    await desk.take(article('second', treaty));
    await desk.run(3 * hour, 5 * minute);
    desk.channel.always = undefined;
    await desk.run(3 * hour, 5 * minute);
    const told = desk.channel.posts.flatMap(({ digest }) =>
      digest.fresh.map(({ article: id }) => id),
    );
    expect(told.sort()).toEqual(['first', 'second']);
    expect(desk.channel.told).toHaveLength(1);
  });
});

describe('links of feeds', () => {
  const linkTo = (id: string, title: string, at: number) => ({
    ...{ id: `link:${id}`, title, at, authors: ['Jane Doe'], publisher: 'Harbour Review' },
    ...{ published: '2026-11-20', address: `http://harbour.example/${id}` },
  });

  it('are listed once, on the topics of the channel only', async () => {
    const desk = await watching('gas, publisher:CNN');
    desk.links.push(linkTo('before', 'Gas before', noon));
    await desk.digests.set({ ...place, channel: 'C2' }, 'U1', { rhythm: 'news' }, 'UTC');
    desk.links.push(
      linkTo('gas', 'A pipeline for gas', noon),
      linkTo('cup', 'The football cup', noon),
    );
    await desk.run(2 * minute);
    const told = desk.channel.posts.map(({ digest }) => digest.links.map(({ title }) => title));
    expect(told.sort()).toEqual([
      ['A pipeline for gas', 'The football cup'],
      ['Gas before', 'A pipeline for gas'],
    ]);
    expect(JSON.stringify(desk.channel.posts.map(({ parent }) => parent))).toMatch(
      /not in the library.*"url":"http:\/\/harbour\.example\/gas".*Jane Doe, Harbour Review, November 20, 2026/,
    );
    await desk.run(3 * hour, 10 * minute);
    expect(desk.channel.posts).toHaveLength(2);
  });
});

describe('a digest by its date', () => {
  it('tells nothing when nothing is new, and what came while it was drafted by the next one', async () => {
    const desk = await watching('');
    const everyDay = [1, 2, 3, 4, 5, 6, 7];
    await desk.digests.set(place, 'U1', { rhythm: 'times', weekdays: everyDay }, undefined);
    await desk.run(24 * hour, hour);
    expect(desk.channel.posts).toHaveLength(0);
    await desk.take(article('first', treaty));
    // Slack is down when it is drafted; meanwhile another article comes.
    desk.channel.next = [{ kind: 'later', code: 'http_503', retryAfter: hour }];
    await desk.run(21 * hour + minute, hour);
    await desk.take(article('second', football));
    await desk.run(48 * hour, hour);
    const told = desk.channel.posts.map(({ digest }) => digest.fresh.map(({ article: id }) => id));
    expect(told).toEqual([['first'], ['second']]);
  });
});
