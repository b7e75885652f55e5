import { openDatabase } from '../../store/database.ts';
import { probe } from '../../store/probe.ts';
import { StoreError, toStoreError } from '../../store/store-error.ts';
import { type Finding, well, wrong } from './finding.ts';

/** Whether the database opens, has its tables up to date, and can be written to. */
export async function checkDatabase(url: string): Promise<Finding> {
  try {
    const database = await openDatabase(url);
    try {
      await probe(database);
    } catch (error) {
      throw toStoreError(error, url);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const [, found = error.message, remedy = 'see what the message says.'] =
      /^(.+?); (.+)$/s.exec(error.message) ?? [];
    return wrong('database', found, remedy);
  }
  return well('database', 'it opens, its tables are up to date, and it can be written to');
}
