import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createParsers, type Parsers } from '../../src/import/child/parsers.ts';
import type { Progress } from '../../src/import/source.ts';
import { pdfOf } from './pdf-file.ts';

let parsers: Parsers | undefined;

afterEach(() => parsers?.close());

const note = {
  name: 'a.txt',
  bytes: Buffer.from('A Road\n\nBoth ports on the strait will be open through the winter.\n'),
};

/** Processes that this one has started and that run. */
function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const lines = threads.map((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'),
  );
  return lines.flatMap((line) => line.split(' ').filter(Boolean).map(Number));
}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('the process in which sources are read', () => {
  onLinux('leaves the processor to those who ask', async () => {
    const before = new Set(childrenOf(process.pid));
    parsers = createParsers();
    await parsers.read(note);
    const started = childrenOf(process.pid).filter((pid) => !before.has(pid));
    expect(started).not.toEqual([]);
    const low = constants.priority.PRIORITY_LOW;
    expect(started.map((pid) => getPriority(pid))).toEqual(started.map(() => low));
  });

  it('reads one source after the other, and starts again when it was closed', async () => {
    parsers = createParsers();
    const reads = await Promise.all([parsers.read(note), parsers.read(note)]);
    expect(reads.map((read) => 'documents' in read)).toEqual([true, true]);
    parsers.close();
    expect(await parsers.read(note)).toHaveProperty('documents');
  });

  it('is ended by a source that takes too much, and the next one is read', async () => {
    parsers = createParsers({ cpu: 1, memory: Number.POSITIVE_INFINITY });
    const long = {
      name: 'a.txt',
      bytes: Buffer.from('It was late. They went on. '.repeat(37_000)),
    };
    expect(await parsers.read(long)).toEqual({
      problem: expect.stringMatching(/more memory or time/),
    });
    parsers = createParsers();
    expect(await parsers.read(note)).toHaveProperty('documents');
  });

  it('is ended by memory that it may not take', async () => {
    parsers = createParsers({ cpu: 60_000, memory: 1 });
    const page = {
      name: 'a.html',
      bytes: Buffer.from(`<p>${'A road. '.repeat(5)}</p>`.repeat(20_000)),
    };
    expect(await parsers.read(page)).toEqual({
      problem: expect.stringMatching(/more memory or time/),
    });
  });

  it('reads a source from its file, and says how far it has come', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parsers-'));
    try {
      const path = join(folder, 'roads');
      const line = {
        x: 60,
        y: 700,
        size: 12,
        text: 'Both ports on the strait were open. '.repeat(4),
      };
      await writeFile(path, pdfOf([[line], [line], [line]]));
      parsers = createParsers();
      const heard: Progress[] = [];
      const source = { path, name: 'roads.pdf', sha256: '' };
      const read = await parsers.read(source, (progress) => heard.push(progress));
      expect(read).toHaveProperty('documents');
      expect(heard).toEqual([1, 2, 3].map((page) => ({ page, pages: 3 })));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('answers with the reason where a source exhausts its reader', async () => {
    parsers = createParsers();
    const mail = 'From: a@example.org\nSubject: Roads\nContent-Type: text/html\n\n';
    const deep = { name: 'a.eml', bytes: Buffer.from(mail + '<div>'.repeat(20_000)) };
    expect(await parsers.read(deep)).toEqual({
      problem: expect.stringMatching(/cannot be parsed|no text/),
    });
  });
});
