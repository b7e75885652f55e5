import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { workerData } from 'node:worker_threads';
import { type Purpose, unit } from './embedder.ts';

/** What the thread of a model is started with. */
export interface OnnxWorkerData {
  /** Holds `model.onnx`, `tokenizer.json` and, where `npm run model` put it, `runtime/`. */
  readonly folder: string;
}

/** What the thread is asked. */
export interface OnnxTask {
  readonly text: string;
  readonly purpose: Purpose;
}

/** Of `onnxruntime-node`, an optional peer, what is used here. */
interface Runtime {
  readonly InferenceSession: {
    create(model: string, options: object): Promise<Session>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    inputs: object,
  ): Promise<Record<string, { readonly dims: readonly number[]; readonly data: Float32Array }>>;
}

/** Of `@huggingface/tokenizers`, an optional peer. */
interface Tokenizers {
  readonly Tokenizer: new (
    model: object,
    config: object,
  ) => { encode(text: string): { readonly ids: readonly number[] } };
}

const maxTokens = 160;
const prefixes: Readonly<Record<Purpose, string>> = { question: 'query: ', passage: 'passage: ' };

const { folder } = workerData as OnnxWorkerData;
const opened = open();
// Told to the caller. Thrown, it would end this thread, and the next one, and so on.
opened.catch(() => undefined);

/** Loads the model; resolves to the id of its vectors. */
export async function ready(): Promise<string> {
  return (await opened).id;
}

/** The unit vector of a text: the mean of its tokens' outputs. */
export async function embed({ text, purpose }: OnnxTask): Promise<Float32Array> {
  const { runtime, session, tokenizer } = await opened;
  const ids = capped(tokenizer.encode(prefixes[purpose] + text).ids);
  const tensor = (values: readonly number[]) =>
    new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const inputs = new Map([
    ['input_ids', ids],
    ['attention_mask', ids.map(() => 1)],
    ['token_type_ids', ids.map(() => 0)],
  ]);
  const found = await session.run(
    Object.fromEntries(session.inputNames.map((name) => [name, tensor(inputs.get(name) ?? [])])),
  );
  const output = found[session.outputNames[0] ?? ''];
  if (!output) throw new Error('The model has no output');
  return unit(meanOf(output.data, output.dims.at(-1) ?? 0));
}

async function open() {
  const runtime = require(`onnxruntime-node`) as Runtime;
  const { Tokenizer } = require('@huggingface/tokenizers') as Tokenizers;
  const file = join(folder, 'model.onnx');
  const definition = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8')) as object;
  const session = await runtime.InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest('hex').slice(0, 16);
  return { runtime, session, tokenizer: new Tokenizer(definition, {}), id: `onnx-${digest}` };
}

/** A package of the installation, or of the folder of the model. */
function require(name: string): unknown {
  const here = createRequire(import.meta.url);
  try {
    return here(name);
  } catch {
    return createRequire(join(folder, 'runtime', 'package.json'))(name);
  }
}

/** The last token closes the text and stays. */
function capped(ids: readonly number[]): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids.at(-1) ?? 0];
}

function meanOf(data: Float32Array, dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  for (const [at, value] of data.entries()) {
    const place = at % dimensions;
    mean[place] = (mean[place] ?? 0) + value;
  }
  return mean;
}
