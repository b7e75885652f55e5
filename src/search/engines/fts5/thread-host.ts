import { Piscina } from 'piscina';
import type { Article } from '../../../library/article.ts';
import type { Thesaurus } from '../../../library/thesaurus.ts';
import type { Change, Found, PassageHost, SearchTask } from './passage-host.ts';

/** A host on a thread of its own, so that this one has time for Slack. */
export class ThreadHost implements PassageHost {
  /** Of one thread; when that ends, another one is started, and opens the same index. */
  readonly pool: Piscina;
  readonly #tell: (message: string) => void;
  #isClosed = false;

  /** `tell` hears that the thread ended and was started again. */
  constructor(file: string, tell: (message: string) => void) {
    this.pool = startThread(file);
    this.#tell = tell;
    this.pool.on('error', ({ message }: Error) => {
      tell(`The search's thread ended between two questions (${message}); another one is started`);
    });
  }

  held(): Promise<[Article['id'], string][]> {
    return this.#run('held');
  }

  change(change: Change): Promise<void> {
    return this.#run('change', change);
  }

  complete(thesaurus: Thesaurus): Promise<void> {
    return this.#run('complete', thesaurus);
  }

  find(task: SearchTask): Promise<Found> {
    return this.#run('find', task);
  }

  scrub(): Promise<void> {
    return this.#run('scrub');
  }

  /** Ends the thread after it has answered what it was asked. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.pool.close();
  }

  /** What is asked when the thread ends is asked once more. */
  async #run<T>(name: string, task?: unknown): Promise<T> {
    // The pool would start another thread for it.
    if (this.#isClosed) throw new Error('This search is closed');
    const ask = (): Promise<T> => this.pool.run(task, { name });
    return ask().catch(({ message }: Error) => {
      this.#tell(`The search's thread failed (${message}); the question is asked once more`);
      return ask();
    });
  }
}

function startThread(workerData: string): Piscina {
  const runsFromSource = import.meta.url.endsWith('.ts');
  const worker = runsFromSource ? './search-worker-from-source.mjs' : './search-worker.js';
  return new Piscina({
    filename: new URL(worker, import.meta.url).href,
    workerData,
    minThreads: 1,
    maxThreads: 1,
    // With them, a thread that waits for questions stands still in the midst of opening its index.
    atomics: 'disabled',
    recordTiming: false,
  });
}
