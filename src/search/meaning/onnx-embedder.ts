import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import { type Embedder, maxCharacters } from './embedder.ts';
import type { OnnxTask, OnnxWorkerData } from './onnx-worker.ts';

/**
 * Opens the model of a folder (`model.onnx`, `tokenizer.json`) on a thread of its own; resolves when
 * it is loaded. Rejects when the folder or one of the packages `onnxruntime-node` and
 * `@huggingface/tokenizers` is missing.
 */
export async function openOnnxEmbedder(folder: string): Promise<Embedder> {
  const pool = startThread({ folder: resolve(folder) });
  // A thread that ends between two texts is started again with the next one.
  pool.on('error', () => undefined);
  try {
    const id: string = await pool.run(undefined, { name: 'ready' });
    return {
      id,
      embed(text, purpose, signal) {
        const task: OnnxTask = { text: text.slice(0, maxCharacters), purpose };
        // No signal is handed on: the pool would end the thread, and the model with it.
        const embedded: Promise<Float32Array> = pool.run(task, { name: 'embed' });
        return signal ? Promise.race([embedded, abortionOf(signal)]) : embedded;
      },
      close: () => pool.destroy(),
    };
  } catch (error) {
    await pool.destroy();
    throw error;
  }
}

function abortionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function startThread(workerData: OnnxWorkerData): Piscina {
  const runsFromSource = import.meta.url.endsWith('.ts');
  const worker = runsFromSource ? './onnx-worker-from-source.mjs' : './onnx-worker.js';
  return new Piscina({
    filename: new URL(worker, import.meta.url).href,
    workerData,
    minThreads: 1,
    maxThreads: 1,
    atomics: 'disabled',
    recordTiming: false,
  });
}
