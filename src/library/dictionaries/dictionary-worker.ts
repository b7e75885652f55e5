import { parentPort, workerData } from 'node:worker_threads';
import { DictionaryWriter } from './dictionary.ts';
import { readDictionary } from './formats.ts';
import type { DictionaryInput, ReadDictionaries } from './open-dictionaries.ts';

const writer = new DictionaryWriter();
const problems: string[] = [];
for (const { path, end, files } of workerData as readonly DictionaryInput[]) {
  try {
    const buffers = new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
    let words = 0;
    for (const meanings of readDictionary(end, buffers)) {
      if (meanings.length > 0) words += 1;
      for (const meaning of meanings) writer.add(meaning);
    }
    if (words === 0)
      problems.push(`The dictionary ${path} holds no word with a meaning in another language`);
  } catch (error) {
    problems.push(`The dictionary ${path} can't be read (${(error as Error).message})`);
  }
}
const packed = writer.pack();
const read: ReadDictionaries = { packed, problems };
parentPort?.postMessage(read, [packed.text.buffer, packed.starts.buffer] as ArrayBuffer[]);
