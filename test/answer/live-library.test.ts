import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type LiveLibrary, openLiveLibrary } from '../../src/answer/live-library.ts';
import type { Query } from '../../src/search/query/query.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { afterTest } from '../support/start-desk.ts';

async function open(folder: string) {
  const told: string[] = [];
  const live = await openLiveLibrary({
    folders: [folder],
    tell: (message) => told.push(message),
    indexFile: join(writeFolder({}), 'search.index'),
    quiet: 20,
  });
  afterTest(() => live.close());
  return { live, told };
}

function firstIn(live: LiveLibrary, query: Query): Promise<string | undefined> {
  return live.use(async ({ search }) => (await search.find(query, 1)).hits[0]?.passage.text);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) await wait(10);
  expect(isSo()).toBe(true);
}

describe('a live library', () => {
  it('shows new, changed and removed articles to whoever holds it', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const { live } = await open(folder);
    const { library } = live;
    writeFileSync(join(folder, '.b.importing'), articleFile({ id: 'b-1' }, 'A bridge.'));
    renameSync(join(folder, '.b.importing'), join(folder, 'b-1.md'));
    await until(() => library.articles.has('b-1'));
    writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, 'A tunnel to Harbin.'));
    await until(() => library.articles.get('a-1')?.paragraphs[0]?.text === 'A tunnel to Harbin.');
    const query = { text: 'tunnel', filters: [], phrases: [], excluded: [] };
    expect(await firstIn(live, query)).toBe('A tunnel to Harbin.');
    rmSync(join(folder, 'b-1.md'));
    await until(() => !library.articles.has('b-1'));
  });

  it('answers from a large library without a gap while it is read again', async () => {
    const text = (fuel: string) =>
      Array.from({ length: 2000 }, (_, i) => `Field ${i} has ${fuel}.`).join('\n\n');
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, text('gas')) });
    const { live, told } = await open(folder);
    writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, text('oil')));
    const query = { text: 'field 1234', filters: [], phrases: [], excluded: [] };
    const found = new Set<string | undefined>();
    for (let asked = 0; asked < 2 || told.length === 0; asked += 1) {
      found.add(await firstIn(live, query));
    }
    found.add(await firstIn(live, query));
    expect([...found]).toEqual(['Field 1234 has gas.', 'Field 1234 has oil.']);
    expect(told).toEqual(['The library was read again: 1 articles']);
  });

  it.each([
    ['small', 1],
    ['large', 2000],
  ])('keeps what a question began with until it is answered: a %s one', async (_, paragraphs) => {
    const text = (fuel: string) => Array(paragraphs).fill(`This field has ${fuel}.`).join('\n\n');
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, text('gas')) });
    const { live } = await open(folder);
    const query = { text: 'which fuel has this field', filters: [], phrases: [], excluded: [] };
    const seen = await live.use(async ({ library, search }) => {
      writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, text('oil')));
      await until(
        () => live.library.articles.get('a-1')?.paragraphs[0]?.text.includes('oil') === true,
      );
      const [hit] = (await search.find(query, 1)).hits;
      return [hit?.passage.text, library.articles.get('a-1')?.paragraphs[0]?.text];
    });
    expect(seen).toEqual(['This field has gas.', 'This field has gas.']);
    expect(await firstIn(live, query)).toBe('This field has oil.');
  });

  it('watches folders that are made later', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }) });
    const { live, told } = await open(folder);
    mkdirSync(join(folder, 'new'));
    await until(() => told.length === 1);
    writeFileSync(join(folder, 'new', 'b.md'), articleFile({ id: 'b-1' }));
    await until(() => live.library.articles.has('b-1'));
  });

  it('keeps what it has when everything is gone at once, and names broken files', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }) });
    const { live, told } = await open(folder);
    writeFileSync(join(folder, 'b.md'), 'no front matter');
    await until(() => told.some((message) => /Left out: .*b\.md: .*front matter/.test(message)));
    rmSync(folder, { recursive: true });
    await until(() => told.some((message) => /no article .* any more/.test(message)));
    expect([...live.library.articles.keys()]).toEqual(['a-1']);
  });
});
