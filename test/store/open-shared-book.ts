import type { Database } from '../../src/store/open-database.ts';
import { Questions } from '../../src/store/questions.ts';
import type { SharedBook } from './question-book-contract.ts';

/** Opens the book of a database, each process with a connection of its own. */
export async function openSharedBook(
  url: string,
  open: (url: string) => Promise<Database>,
): Promise<SharedBook> {
  const time = { now: 1_000_000 };
  const ended = new Set<string>();
  const connections = await Promise.all([1, 2, 3, 4].map(() => open(url)));
  let processes = 0;
  const another = (process = `process-${processes}`) => {
    const connection = connections[processes];
    if (!connection) throw new Error('no connection left');
    processes += 1;
    return new Questions(connection, {
      clock: () => time.now,
      process,
      hasEnded: (name) => ended.has(name),
    });
  };
  return { book: another(), another, time, end: (process) => void ended.add(process) };
}
