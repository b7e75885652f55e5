import { randomBytes } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run as library } from '../../src/commands/library.ts';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  postgresUrl,
} from '../store/postgres-database.ts';
import { runCommand } from './run-command.ts';

type Settings = Readonly<Record<string, string>>;

/** What a served desk needs of its test. */
interface ServedParts {
  readonly folder: string;
  readonly afterTest: (close: () => Promise<unknown>) => void;
}

/** Folders of the project itself; other ones are made by tests, which change their files. */
const shipped = new Set(['seeds', 'examples']);

/** Files of a library's folder that are no articles. */
const words = ['thesaurus.yaml', 'differing.yaml'];

/** Whether desks keep their articles in a Postgres and their index on a search server. */
export const isServed = process.env.TEST_DESK === 'served';

/**
 * The settings of a desk with its indexes on the server of TEST_SEARCH_URL and its shipped articles
 * published into a database of its own on the Postgres of TEST_DATABASE_URL. Folders that the test
 * made stay folders; a database that it names stays as it is.
 */
export async function served(
  settings: Settings,
  { folder, afterTest }: ServedParts,
): Promise<Settings> {
  const url = process.env.TEST_SEARCH_URL;
  if (!url || !postgresUrl) throw new Error('Set TEST_SEARCH_URL and TEST_DATABASE_URL');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  afterTest(() => fetch(`${url}/${prefix}-*`, { method: 'DELETE' }));
  const searched = { SEARCH_URL: url, SEARCH_INDEX: prefix, ...settings };
  if (settings.DATABASE_URL !== undefined) return searched;
  const DATABASE_URL = await ownDatabase(postgresUrl, afterTest);
  const folders = (settings.LIBRARY_DIRS ?? '').split(',');
  const articles = folders.filter((each) => shipped.has(each));
  if (articles.length > 0) await publish(articles, DATABASE_URL);
  const bare = await copyWords(folder);
  const dirs = folders.flatMap((each) => (each === 'seeds' ? bare : shipped.has(each) ? [] : each));
  return { ...searched, DATABASE_URL, LIBRARY_DIRS: dirs.join(',') };
}

/** A folder with the words of the shipped library and without its articles. */
export async function copyWords(folder: string): Promise<string> {
  const bare = join(folder, 'words');
  await mkdir(bare);
  for (const name of words) await copyFile(join('seeds', name), join(bare, name));
  return bare;
}

/** Takes the articles of these folders into a database. */
export async function publish(folders: readonly string[], DATABASE_URL: string): Promise<void> {
  const { code, stderr } = await runCommand(library, ['publish', ...folders], { DATABASE_URL });
  if (code !== 0) throw new Error(`The shipped articles were not published: ${stderr}`);
}

async function ownDatabase(url: string, afterTest: ServedParts['afterTest']): Promise<string> {
  const made = await createPostgresDatabase(url);
  afterTest(() => dropPostgresDatabase(url, made));
  return made;
}
