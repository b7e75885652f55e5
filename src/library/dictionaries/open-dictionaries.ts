import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Dictionary, type PackedDictionary } from './dictionary.ts';
import { companions } from './formats.ts';

/** A larger file is none of the dictionaries that are read here. */
const maxFileBytes = 64_000_000;

/** Reading all of them takes seconds; a thread that takes ten minutes hangs. */
const timeout = 600_000;

/** The files of one dictionary, and by the end of which name its format goes. */
export interface DictionaryInput {
  readonly path: string;
  readonly end: string;
  readonly files: readonly (readonly [string, Uint8Array])[];
}

/** What came of reading dictionaries. */
export interface ReadDictionaries {
  readonly packed: PackedDictionary;
  readonly problems: readonly string[];
}

/** Dictionaries that are read while others have their turn; closing ends that. */
export interface Dictionaries {
  /** Undefined until they are read, and without any. */
  readonly now: Dictionary | undefined;
  close(): Promise<void>;
}

/** Begins to read dictionaries; nobody waits for them. */
export function startDictionaries(
  paths: readonly string[],
  tell: (message: string) => void,
): Dictionaries {
  const ending = new AbortController();
  let now: Dictionary | undefined;
  const reading = openDictionaries(paths, tell, ending.signal).then((read) => {
    now = read;
  });
  return {
    get now() {
      return now;
    },
    async close() {
      ending.abort();
      await reading;
    },
  };
}

/**
 * Reads the dictionaries of an operator on a thread of its own: CC-CEDICT (`.u8`, also `.gz`), dictd
 * (`.index`), StarDict (`.ifo`), DSL (`.dsl`, `.dsl.dz`), or lines of a word, a tab and its meanings.
 * Undefined without any; `tell` hears of each that can't be read, and the others are used.
 */
export async function openDictionaries(
  paths: readonly string[],
  tell: (message: string) => void,
  signal?: AbortSignal,
): Promise<Dictionary | undefined> {
  const inputs: DictionaryInput[] = [];
  for (const path of paths) {
    try {
      inputs.push(await readInput(path));
    } catch (error) {
      tell(`The dictionary ${path} is left out (${(error as Error).message}); see DICTIONARIES`);
    }
  }
  if (inputs.length === 0) return undefined;
  try {
    const { packed, problems } = await readOnThread(inputs, signal);
    for (const problem of problems) tell(`${problem}; see DICTIONARIES`);
    const dictionary = new Dictionary(packed);
    return dictionary.size > 0 ? dictionary : undefined;
  } catch (error) {
    if (!signal?.aborted) {
      tell(
        `DICTIONARIES can't be read (${(error as Error).message}); questions are answered without`,
      );
    }
    return undefined;
  }
}

async function readInput(path: string): Promise<DictionaryInput> {
  const [end = ''] =
    /\.(?:index|ifo|dsl\.dz|dsl|u8\.gz|txt\.gz|[a-z0-9]+)$/i.exec(basename(path)) ?? [];
  const stem = path.slice(0, path.length - end.length);
  const files: [string, Uint8Array][] = [[end, await readBounded(path)]];
  for (const other of companions[end] ?? []) {
    const held = await stat(stem + other).catch(() => undefined);
    if (held) files.push([other, await readBounded(stem + other)]);
  }
  if (companions[end] && !files.some(([name]) => name.startsWith('.dict'))) {
    throw new Error(`${basename(stem)}.dict or .dict.dz has to stand beside it`);
  }
  return { path, end, files };
}

async function readBounded(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > maxFileBytes)
    throw new Error(`it has ${size} bytes; at most ${maxFileBytes} are read`);
  return readFile(path);
}

async function readOnThread(
  inputs: readonly DictionaryInput[],
  signal?: AbortSignal,
): Promise<ReadDictionaries> {
  signal?.throwIfAborted();
  const runsFromSource = import.meta.url.endsWith('.ts');
  const file = runsFromSource ? './dictionary-worker-from-source.mjs' : './dictionary-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: inputs,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const end = () => void worker.terminate();
  const timer = setTimeout(end, timeout);
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<ReadDictionaries>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(new Error('The thread that reads DICTIONARIES ended early')),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
