import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLibrary } from '../../src/answer/open-library.ts';
import { place, startDigests } from './digest-bench.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function seedsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-'));
  folders.push(folder);
  await cp('seeds', folder, { recursive: true });
  return folder;
}

const article = (id: string, text: string) =>
  `---\nid: ${id}\ntitle: News ${id}\npublished: 2026-11-20\n---\n\n${text}\n`;

describe('new articles', () => {
  it('come first, each once, with their best passage; others by their titles, and never again', async () => {
    const folder = await seedsFolder();
    const desk = await startDigests(Date.UTC(2026, 10, 22, 20), { folders: [folder] });
    const settings = { zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    await desk.digests.set(place, 'U1', settings, undefined);
    const nextDay = async () => {
      desk.clock.now += 24 * 3_600_000;
      await desk.go();
    };
    await nextDay();
    expect(desk.channel.posts).toEqual([]);
    for (let index = 0; index < 50; index += 1) {
      const text = `A treaty number ${index} was signed in Vladivostok for $${index + 2} billion.`;
      await writeFile(join(folder, `new-${index}.md`), article(`new-${index}`, text));
    }
    const reread = await openLibrary([folder]);
    desk.hold(reread);
    await nextDay();
    const post = desk.channel.posts.at(-1);
    if (!post) throw new Error('nothing was posted');
    expect(post.digest).toMatchObject({ unlisted: 5, passages: [] });
    expect(post.digest.fresh).toHaveLength(5);
    expect(post.digest.titles).toHaveLength(40);
    expect(JSON.stringify(post.parent)).toMatch(
      /New in the library.*Also new.*35 more in the thread/,
    );
    expect(desk.channel.replies).toMatchObject([{ thread: post.ts }]);
    await nextDay();
    expect(desk.channel.posts).toHaveLength(1);
    expect(desk.channel.replies).toHaveLength(1);
    await desk.database.close();
  });
});
